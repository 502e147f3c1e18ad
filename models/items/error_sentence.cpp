#include "models/items/error_sentence.h"

#include "models/items/error_words.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ErrorSentence)
};

} // namespace

ErrorWords errorWords(const Error& error) {
    ErrorWords words = wordsOf(error);
    words.detail = plainText(error.detail);
    if (error.get("written") == "yes")
        words.advice =
            Words::tr("The change itself was written. Send it once more, and what is missing is made up for.");
    const QString region = plainText(error.get("region"));
    // A sentence about a server says which one; most codes below the server have no region in their context.
    if (!region.isEmpty() && !words.happened.contains(region))
        words.happened = QStringLiteral("%1: %2").arg(region, words.happened);
    return words;
}

QString errorSentence(const Error& error) {
    const auto words = errorWords(error);
    return words.advice.isEmpty() ? words.happened : words.happened + QLatin1Char(' ') + words.advice;
}

QString notKnownYetSentence(std::string_view region, const Error& why) {
    const QString where = isolated(plainText(region));
    if (why.isOutcomeUnknown() && why.get("stage") == "answer")
        return Words::tr("%1 has not answered yet, so it is not known whether the change was written. The answer is "
                         "awaited; if it does not come, the server is asked. Do not repeat the change.")
            .arg(where);
    if (why.isOutcomeUnknown())
        return Words::tr("The connection to %1 was lost at the last moment, so it is not known yet whether the change "
                         "was written. The server is being asked. Do not repeat the change.")
            .arg(where);
    return Words::tr("It is not known yet whether the change was written, and %1 cannot be asked just now: %2 It is "
                     "asked again until it answers. Do not repeat the change.")
        .arg(where, wordsOf(why).happened);
}

} // namespace muniment
