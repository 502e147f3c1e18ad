#include "models/items/error_words.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ErrorSentence)
};

/// The text is no CSV, from this line on.
ErrorWords csvWords(const Error& error) {
    const std::string fault = error.get("fault");
    const QString line = plainText(error.get("line"));
    if (fault == "empty")
        return {Words::tr("There is nothing in the table."),
                Words::tr("Its first line is to hold the names of its columns."),
                {}};
    if (fault == "notUtf8")
        return {Words::tr("Line %1 holds bytes that are no UTF-8.").arg(line),
                Words::tr("Save the table as “CSV UTF-8”, then open it again."),
                {}};
    if (fault == "utf16")
        return {Words::tr("The table is UTF-16."), Words::tr("Save it as “CSV UTF-8”, then open it again."), {}};
    if (fault == "quoting")
        return {Words::tr("The quotation marks in line %1 do not fit.").arg(line),
                Words::tr("A cell is quoted as a whole, a quotation mark inside it is doubled, and each quoted cell "
                          "has an end."),
                {}};
    if (fault == "columns")
        return {Words::tr("Line %1 has another number of cells than the first line.").arg(line),
                Words::tr("Perhaps another delimiter is meant, or a cell that holds one is not quoted."),
                {}};
    if (fault == "tooManyRows")
        return {Words::tr("The table goes on after line %1, which is more than one bulk change takes.").arg(line),
                Words::tr("Divide it into several tables."),
                {}};
    if (fault == "tooManyColumns")
        return {Words::tr("Line %1 has more columns than a table may have.").arg(line),
                Words::tr("Leave out those that are not needed."),
                {}};
    return {Words::tr("A cell in line %1 is too large.").arg(line),
            Words::tr("Perhaps a quotation mark is missing at its end."),
            {}};
}

/// A cell does not say what its column is to say.
ErrorWords cellWords(const Error& error) {
    const std::string fault = error.get("fault");
    if (fault == "userKind")
        return {Words::tr("The kind of a user is “human” or “machine”."), {}, {}};
    if (fault == "oneSubject")
        return {Words::tr("The row is to name either a user or a team."), {}, {}};
    return {Words::tr("“%1” is no time.").arg(isolated(plainText(error.get("value")))),
            Words::tr("Write a day like 2027-01-31, or 2027-01-31T08:00:00Z."),
            {}};
}

} // namespace

ErrorWords tableWords(const Error& error) {
    const QString file = isolated(plainText(error.get("file")));
    switch (error.code) {
    case ErrorCode::InvalidInput:
        return error.get("field") == "csv" ? csvWords(error) : cellWords(error);
    case ErrorCode::FileMissing:
        return {Words::tr("There is no file %1.").arg(file), Words::tr("Check the path."), {}};
    default:
        return {Words::tr("The file %1 cannot be read: %2.").arg(file, plainText(error.detail)),
                Words::tr("Choose a file with a table in it that you may read."),
                {}};
    }
}

} // namespace muniment
