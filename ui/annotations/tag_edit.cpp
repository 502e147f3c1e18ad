#include "ui/annotations/tag_edit.h"

#include "models/items/annotation_words.h"
#include "models/items/plain_text.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

namespace muniment {

TagEdit::TagEdit(QWidget* parent)
    : QLineEdit(parent),
      m_known(new QStringListModel(this)),
      m_completer(new QCompleter(m_known, this)) {
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->popup()->setAccessibleName(tr("Tags in use"));
    connect(this, &QLineEdit::textEdited, this, &TagEdit::complete);
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &TagEdit::take);
}

void TagEdit::setTags(const std::vector<std::string>& tags) {
    setText(tagsText(tags));
}

std::vector<std::string> TagEdit::tags() const {
    return tagsOfText(text());
}

void TagEdit::setTagsInUse(const std::vector<TagCount>& tags) {
    QStringList texts;
    for (const TagCount& tag : tags)
        texts << plainText(tag.tag);
    m_known->setStringList(texts);
}

std::pair<int, int> TagEdit::tagAtCursor() const {
    const QString all = text();
    int first = static_cast<int>(all.lastIndexOf(QLatin1Char(','), std::max(0, cursorPosition() - 1))) + 1;
    if (cursorPosition() == 0)
        first = 0;
    auto end = static_cast<int>(all.indexOf(QLatin1Char(','), cursorPosition()));
    if (end < 0)
        end = static_cast<int>(all.size());
    while (first < end && all.at(first).isSpace())
        ++first;
    return {first, end};
}

void TagEdit::complete() {
    const auto [first, end] = tagAtCursor();
    const QString typed = text().mid(first, std::max(0, cursorPosition() - first));
    m_completer->setCompletionPrefix(typed);
    if (typed.isEmpty() || m_completer->completionCount() == 0)
        return m_completer->popup()->hide();
    m_completer->complete();
}

void TagEdit::take(const QString& tag) {
    const auto [first, end] = tagAtCursor();
    QString all = text();
    all.replace(first, end - first, tag);
    setText(all);
    setCursorPosition(first + static_cast<int>(tag.size()));
}

void TagEdit::keyPressEvent(QKeyEvent* event) {
    // The list is the one that Enter and Escape go to while it is open.
    if (m_completer->popup()->isVisible() &&
        (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Escape)) {
        event->ignore();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace muniment
