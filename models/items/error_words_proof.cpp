#include "models/items/error_words.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ErrorSentence)
};

/// Why no proof can be made of an answer.
QString planningWords(const Error& error, const std::string& why) {
    if (why == "nothingThen")
        return Words::tr("The organization was not there yet at that moment.");
    if (why == "notKnown")
        return Words::tr("The file does not know %1 up to that moment, only through %2.")
            .arg(plainText(error.get("region")), plainText(error.get("through")));
    if (why == "lacksEpochs")
        return Words::tr("The file does not hold what the organization did in its earlier homes.");
    if (why == "outOfOrder")
        return Words::tr("Clocks went back at that moment, so that it cannot be told from the organization's own "
                         "events. Ask about one a little earlier or later.");
    return {};
}

/// What is wrong with the events that an answer is to rest on.
QString restingWords(const Error& error, const std::string& why) {
    const QString entity = plainText(error.get("type")) + QLatin1Char(' ') + plainText(error.get("id"));
    if (why == "withheldEvent")
        return Words::tr("The answer rests on %1, and what one of its events says is withheld.").arg(entity);
    if (why == "missingEvent")
        return Words::tr("The answer rests on %1, and one of its events is missing.").arg(entity);
    if (why == "moving")
        return Words::tr("The organization was on its way to another region then: its log may go on there.");
    if (why == "missingLeaf")
        return Words::tr("An event of the organization is left out: leaf %1 of %2.")
            .arg(plainText(error.get("leaf")), plainText(error.get("origin")));
    if (why == "otherLogs")
        return Words::tr("The bundle does not show just the organization's logs, from its first home on.");
    if (why == "epochEnd")
        return Words::tr("The log of an earlier home did not end as the bundle shows it.");
    if (why == "notCovered")
        return Words::tr("Nobody has signed the log since that moment: its last events may be missing.");
    return {};
}

QString claimWords(const std::string& why) {
    if (why == "noStatement")
        return Words::tr("This bundle shows events, and states no answer about access.");
    if (why == "statement")
        return Words::tr("What the bundle states about access cannot be read.");
    if (why == "otherAnswer")
        return Words::tr("The events do not give the answer that the bundle states.");
    if (why == "otherStatement")
        return Words::tr("The events do not say all that the bundle states about its answer.");
    return {};
}

} // namespace

std::optional<ErrorWords> accessProofWords(const Error& error) {
    if (error.code != ErrorCode::Refused)
        return std::nullopt;
    const std::string why = error.get("why");
    for (const QString& words : {planningWords(error, why), restingWords(error, why), claimWords(why)})
        if (!words.isEmpty())
            return ErrorWords{words,
                              error.context.contains("entry") ? Words::tr("The bundle proves nothing about access.")
                                                              : Words::tr("No proof was written."),
                              {}};
    return std::nullopt;
}

} // namespace muniment
