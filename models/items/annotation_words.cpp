#include "models/items/annotation_words.h"

#include "models/items/plain_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <set>

namespace muniment {

namespace {

constexpr int kMostNoteCharacters = 160;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AnnotationWords)
};

} // namespace

QString annotationWords(const EventAnnotation& annotation) {
    QStringList parts;
    if (annotation.isBookmarked)
        parts << Words::tr("Bookmarked");
    if (!annotation.tags.empty())
        parts << Words::tr("Tags: %1").arg(isolated(tagsText(annotation.tags)));
    if (!annotation.note.empty()) {
        QString note = plainText(annotation.note);
        if (note.size() > kMostNoteCharacters)
            note = note.left(kMostNoteCharacters - 1) + QStringLiteral("…");
        parts << Words::tr("Note: %1").arg(isolated(note));
    }
    return parts.join(QStringLiteral(". "));
}

QString tagsText(const std::vector<std::string>& tags) {
    QStringList texts;
    for (const std::string& tag : tags)
        texts << plainText(tag);
    return texts.join(QStringLiteral(", "));
}

std::vector<std::string> tagsOfText(const QString& text) {
    std::set<std::string> tags;
    for (const QString& part : text.split(QLatin1Char(',')))
        if (auto tag = normalizedTag(part.toStdString()); !tag.empty())
            tags.insert(std::move(tag));
    return {tags.begin(), tags.end()};
}

} // namespace muniment
