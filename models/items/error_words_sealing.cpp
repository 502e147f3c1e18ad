#include "models/items/error_words.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ErrorSentence)
};

std::optional<ErrorWords> passphraseWords(const std::string& why) {
    if (why == "none")
        return ErrorWords{
            Words::tr("There is neither a keychain nor a passphrase for this workstation's key."),
            Words::tr("Nothing was signed. Give --passphrase-file, or type the passphrase on a terminal."),
            {}};
    if (why == "passphraseOrDamage")
        return ErrorWords{
            Words::tr("The passphrase is wrong, or the key's file is damaged."), Words::tr("Nothing was signed."), {}};
    return std::nullopt;
}

/// Where there is no server, because somebody carries the events.
std::optional<ErrorWords> carriedWords(const std::string& why) {
    if (why == "evidence")
        return ErrorWords{Words::tr("This is an evidence bundle: its events can be read, and nothing else."),
                          Words::tr("It has no server that could be asked, and nothing can be written."),
                          {}};
    if (why == "courier")
        return ErrorWords{Words::tr("This file has no servers: courier bundles bring its events."),
                          Words::tr("'muniment bundle import' takes the next one in. Nothing can be written here."),
                          {}};
    return std::nullopt;
}

/// Why a courier's bundle does not go on where the file, or the bundle before, ended.
std::optional<ErrorWords> courierWords(const Error& error) {
    const std::string why = error.get("why");
    const QString origin = plainText(error.get("origin"));
    const QString nothing = Words::tr("Nothing was written.");
    if (why == "noCourier")
        return ErrorWords{
            Words::tr("This bundle holds chosen events: it is none that a courier carries."), nothing, {}};
    if (why == "notCarried")
        return ErrorWords{
            Words::tr("This file is synced from servers: courier bundles need a file of their own."), nothing, {}};
    if (why == "installation")
        return ErrorWords{Words::tr("This bundle is of another installation: %1 of this file was another database.")
                              .arg(plainText(error.get("region"))),
                          nothing,
                          {}};
    if (why == "gap")
        return ErrorWords{Words::tr("A bundle before this one is missing: it begins further than the file has come."),
                          Words::tr("Nothing was written. Import the others first, in their order."),
                          {}};
    if (why == "replay")
        return ErrorWords{Words::tr("The file has the events of this bundle already."), nothing, {}};
    if (why == "older")
        return ErrorWords{
            Words::tr("The file has come further than where this bundle begins: it is an older one."), nothing, {}};
    if (why == "otherHistory")
        return ErrorWords{Words::tr("%1 is not the log that the bundle before told of.").arg(origin), nothing, {}};
    if (why == "roots")
        return ErrorWords{
            Words::tr("The events of this bundle do not lead to what it says of %1.").arg(origin), nothing, {}};
    if (why == "fellBack")
        return ErrorWords{Words::tr("The file holds less of %1 than the bundle before told of.").arg(origin),
                          Words::tr("No bundle can go on from there. Begin anew, without --after."),
                          {}};
    if (why == "nothingNew")
        return ErrorWords{Words::tr("No event has come since the bundle before: there is nothing to carry."),
                          Words::tr("No bundle was written."),
                          {}};
    if (why == "unknownKey")
        return ErrorWords{Words::tr("Nobody whom you believe has signed this bundle."),
                          Words::tr("Compare its maker's key with what the maker tells you, and give it as --trust."),
                          {}};
    return std::nullopt;
}

} // namespace

std::optional<ErrorWords> sealingWords(const Error& error) {
    const std::string why = error.get("why");
    const std::string field = error.get("field");
    if (auto words = accessProofWords(error))
        return words;
    if (error.code == ErrorCode::Refused)
        if (auto words = carriedWords(why) ? carriedWords(why) : courierWords(error))
            return words;
    if (error.code == ErrorCode::InvalidInput && field == "passphrase")
        return passphraseWords(why);
    if (error.code == ErrorCode::InvalidInput && field == "events")
        return ErrorWords{Words::tr("No bundle can be made: %1.").arg(plainText(error.detail)),
                          Words::tr("Nothing was written. Ask for events with another filter."),
                          {}};
    if (error.code == ErrorCode::InvalidInput && (field == "note" || field == "checkpoint" || field == "exchange"))
        return ErrorWords{Words::tr("This is no checkpoint as witnesses sign them: %1.").arg(plainText(error.detail)),
                          Words::tr("Nothing was kept."),
                          {}};
    if (error.code == ErrorCode::InvalidInput && field == "--trust")
        return ErrorWords{Words::tr("This is no key of a witness."),
                          Words::tr("It looks like NAME+8 digits+letters; 'muniment witness' prints its own."),
                          {}};
    if (error.code == ErrorCode::Refused && why == "contradiction")
        return ErrorWords{
            Words::tr(
                "Two stories are told of %1: at %2 leaves the checkpoint that is kept as number %3 has another root.")
                .arg(plainText(error.get("origin")), plainText(error.get("size")), plainText(error.get("keptEntry"))),
            Words::tr(
                "Nothing was kept. Keep both checkpoints: together they prove that the history was altered, or shown "
                "differently to two people."),
            {}};
    if (error.code == ErrorCode::Refused && why == "goesBack")
        return ErrorWords{Words::tr("The file has come less far than when it was last sealed: %1 had %2 leaves.")
                              .arg(plainText(error.get("origin")), plainText(error.get("keptSize"))),
                          Words::tr("Nothing was signed. 'muniment verify' says what is missing."),
                          {}};
    if (error.code == ErrorCode::Refused && !why.empty() && !error.context.contains("reason"))
        return ErrorWords{Words::tr("This is not to be believed: %1.").arg(plainText(error.detail)),
                          error.context.contains("entry")
                              ? Words::tr("It is about %1 in it.").arg(plainText(error.get("entry")))
                              : QString(),
                          {}};
    return std::nullopt;
}

} // namespace muniment
