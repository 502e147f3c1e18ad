#include "models/items/bulk_words.h"

#include "models/items/event_words.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BulkWords)
};

} // namespace

QString bulkKindText(BulkKind kind) {
    switch (kind) {
    case BulkKind::Users:
        return Words::tr("Users");
    case BulkKind::Grants:
        return Words::tr("Grants");
    case BulkKind::TeamMembers:
        return Words::tr("Team members");
    }
    return {};
}

QString bulkFieldText(std::string_view field) {
    if (field == "role")
        return Words::tr("Role");
    if (field == "user")
        return Words::tr("User");
    if (field == "team")
        return Words::tr("Team");
    if (field == "memberTeam")
        return Words::tr("Team as a member");
    if (field == "resource")
        return Words::tr("Resource");
    if (field == "from")
        return Words::tr("Valid from");
    if (field == "until")
        return Words::tr("Valid until");
    return fieldText(std::string(field));
}

QString delimiterText(char delimiter) {
    switch (delimiter) {
    case ',':
        return Words::tr("Comma");
    case ';':
        return Words::tr("Semicolon");
    case '\t':
        return Words::tr("Tab");
    case '|':
        return Words::tr("Vertical bar");
    default:
        return QString(QLatin1Char(delimiter));
    }
}

QString bulkRowText(const BulkMapping& mapping, const CsvRow& row) {
    QStringList parts;
    for (const BulkField& field : bulkFields(mapping.kind))
        if (const std::string cell = mapping.cell(row, field.name); !cell.empty())
            parts << Words::tr("%1: %2", "a field and its value")
                         .arg(bulkFieldText(field.name), isolated(plainText(cell)));
    return parts.join(QStringLiteral(", "));
}

QString noticeSentence(const BulkRow& row) {
    switch (row.notice) {
    case BulkRow::Notice::None:
        return {};
    case BulkRow::Notice::LooksAlike:
        return Words::tr("It could be taken for “%1”.").arg(isolated(plainText(row.other)));
    case BulkRow::Notice::MixesScripts:
        return Words::tr("It mixes letters of several scripts.");
    }
    return {};
}

} // namespace muniment
