#include "models/items/name_marks.h"

#include "models/domain/confusables.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(NameMarks)
};

} // namespace

AskLookAlike askLookAlike(Workspace& workspace) {
    return [&workspace](QObject* context, NameQuestion question,
                        std::function<void(Result<std::optional<std::string>>)> done) {
        return workspace.query<std::optional<std::string>>(
            context,
            [question = std::move(question)](Snapshot& snapshot, const std::stop_token& stop) {
                return findLookAlike(snapshot, question, stop);
            },
            std::move(done));
    };
}

QString mixedScriptsText(const std::string& name) {
    return mixesScripts(name) ? Words::tr("Letters of different alphabets in one word: it may be made to be mistaken "
                                          "for another name.")
                              : QString();
}

QString nameMarkText(const std::string& name, const std::optional<std::string>& lookAlike) {
    QStringList words;
    if (lookAlike)
        words << Words::tr("Looks like %1, which is there already.").arg(isolated(plainText(*lookAlike)));
    if (const QString mixed = mixedScriptsText(name); !mixed.isEmpty())
        words << mixed;
    return words.join(QLatin1Char(' '));
}

} // namespace muniment
