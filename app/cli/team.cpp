// team list | show: teams and who is in them as the file knows them, now or as of an instant.
#include "app/cli/showing.h"

namespace muniment::cli {

namespace {

Result<TeamQuery> queryOf(const Invocation& invocation, Snapshot& snapshot) {
    TeamQuery query;
    const auto asOf = instantOption(invocation, "--as-of");
    if (!asOf)
        return tl::unexpected(asOf.error());
    const auto state = oneOf(invocation, "--state", {TeamLifecycle::Active, TeamLifecycle::Removed}, teamLifecycleName);
    if (!state)
        return tl::unexpected(state.error());
    const auto tenant = tenantOption(invocation, snapshot, *asOf);
    if (!tenant)
        return tl::unexpected(tenant.error());
    query.asOf = *asOf;
    query.lifecycle = *state;
    query.tenant = *tenant;
    query.text = invocation.text("--text").value_or("");
    return query;
}

std::vector<std::string> cells(const TeamRow& row) {
    return {row.id.text(),
            row.name,
            std::to_string(row.users),
            std::to_string(row.teams),
            std::string(teamLifecycleName(row.lifecycle)),
            row.tenantName,
            formatInstant(row.changedAt)};
}

Result<Exit> list(const Invocation& invocation, Output& output) {
    return listRows<TeamRow, TeamQuery>(
        invocation, output,
        {queryOf,
         listTeams,
         teamFields(),
         {{"ID"}, {"NAME"}, {"USERS", true}, {"TEAMS", true}, {"STATE"}, {"ORGANIZATION"}, {"CHANGED"}},
         cells});
}

std::string_view kindName(TeamMember::Kind kind) {
    return kind == TeamMember::Kind::Team ? "team" : "user";
}

Result<std::vector<ShownPart>> membersOf(Snapshot& snapshot, const TeamRow& team, std::optional<Moment> asOf) {
    MemberQuery query;
    query.asOf = asOf;
    query.tenant = team.tenant;
    query.team = team.id;
    const auto members = readPages(ListPages<MemberRow, MemberQuery>(snapshot, listMembers, query),
                                   std::numeric_limits<std::int64_t>::max());
    if (!members)
        return tl::unexpected(members.error());
    ShownPart part{"members", {}, Table({{"MEMBER"}, {"ID"}, {"NAME"}, {"SINCE"}})};
    for (const auto& row : *members) {
        const auto kind = kindName(row.member.kind);
        part.objects.push_back(JsonObject()
                                   .text("type", kind)
                                   .text("id", row.member.id.text())
                                   .text("name", row.name)
                                   .instant("since", row.since));
        part.table.add({std::string(kind), row.member.id.text(), row.name, formatInstant(row.since)});
    }
    return std::vector<ShownPart>{std::move(part)};
}

MUNIMENT_COMMAND(list,
                 {.name = "team list",
                  .summary = "Lists teams in order of their names",
                  .positionals = {filePositional()},
                  .options = {asOfOption(),
                              {"--tenant", "ORG", "of one organization: id, beginning of it, or name"},
                              {"--state", "S", "active or removed; else all but removed"},
                              {"--text", "TEXT", "whose name, description or id holds TEXT, without case and accents"},
                              {"--limit", "N", "at most N", Option::Kind::Whole}},
                  .example = "muniment team list acme.muniment --tenant 'Acme Ltd' --json",
                  .run = list,
                  .opensWindow = {}});
MUNIMENT_COMMAND(show, showCommand<TeamRow>("Shows one team, its members and its history",
                                            {teamKind(), teamFields, membersOf, teamHistory}));

} // namespace

} // namespace muniment::cli
