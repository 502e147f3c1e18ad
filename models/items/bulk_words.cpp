#include "models/items/bulk_words.h"

#include "models/items/command_words.h"
#include "models/items/event_words.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BulkWords)
};

QString named(const QString& field, const QString& value) {
    return Words::tr("%1: %2", "a field and its value").arg(field, isolated(value));
}

/// Things by the words that the table has for them. What stands there as an id is shown as one.
EntityNames namesIn(const CheckedTable& checked, const CsvRow& row, const CommandRequest& request) {
    const BulkMapping& mapping = checked.question.mapping;
    EntityNames names;
    const auto add = [&](const AggregateId& id, std::string_view field) {
        const std::string word = mapping.cell(row, field);
        if (!id.isEmpty() && !word.empty() && word != id.text())
            names[{request.tenant, id}] = word;
    };
    if (const auto* command = std::get_if<GrantCommand>(&request.command)) {
        const auto& grant = std::get<AddGrant>(*command);
        add(grant.role, "role");
        add(grant.subject.id, grant.subject.kind == TeamMember::Kind::User ? "user" : "team");
        add(grant.resource, "resource");
    } else if (const auto* team = std::get_if<TeamCommand>(&request.command)) {
        const auto& member = std::get<AddTeamMember>(*team).member;
        add(request.id, "team");
        add(member.id, member.kind == TeamMember::Kind::User ? "user" : "memberTeam");
    }
    return names;
}

QString cellsOf(const CheckedTable& checked, const CsvRow& row) {
    QStringList parts;
    for (const BulkField& field : bulkFields(checked.question.mapping.kind))
        if (const std::string cell = checked.question.mapping.cell(row, field.name); !cell.empty())
            parts << named(bulkFieldText(field.name), plainText(cell));
    return parts.join(QStringLiteral(", "));
}

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

QString bulkRowText(const CheckedTable& checked, std::size_t row) {
    const CsvRow& cells = checked.question.table->rows[row];
    const auto& request = checked.plan.rows[row].request;
    if (!request)
        return cellsOf(checked, cells);
    const EntityNames names = namesIn(checked, cells, *request);
    const QString summary = commandSummary(*request, names);
    if (!std::holds_alternative<TeamCommand>(request->command))
        return summary;
    const auto team = names.find({request->tenant, request->id});
    const QString into = team == names.end() ? shortId(request->id.text()) : plainText(team->second);
    return Words::tr("%1, into: %2", "a member, and the team it is put into").arg(summary, isolated(into));
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
