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

} // namespace

std::optional<ErrorWords> sealingWords(const Error& error) {
    const std::string why = error.get("why");
    const std::string field = error.get("field");
    if (error.code == ErrorCode::InvalidInput && field == "passphrase")
        return passphraseWords(why);
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
