// grant list | show: who has which role on what as the file knows it, now or as of an instant.
#include "app/cli/showing.h"

namespace muniment::cli {

namespace {

/// The filters that name somebody or something.
Result<void> nameEnds(GrantQuery& query, const Invocation& invocation, Snapshot& snapshot) {
    if (const auto role = invocation.text("--role")) {
        const auto found = findRole(snapshot, *role, query.asOf, query.tenant);
        if (!found)
            return tl::unexpected(found.error());
        query.role = found->id;
    }
    if (const auto user = invocation.text("--user")) {
        const auto found = findUser(snapshot, *user, query.asOf, query.tenant);
        if (!found)
            return tl::unexpected(found.error());
        query.subject = GrantSubject{GrantSubject::Kind::User, found->id};
    } else if (const auto team = invocation.text("--team")) {
        const auto found = findTeam(snapshot, *team, query.asOf, query.tenant);
        if (!found)
            return tl::unexpected(found.error());
        query.subject = GrantSubject{GrantSubject::Kind::Team, found->id};
    }
    if (const auto resource = invocation.text("--resource")) {
        const auto found = findResource(snapshot, *resource, query.asOf, query.tenant);
        if (!found)
            return tl::unexpected(found.error());
        query.resource = found->id;
    }
    return {};
}

Result<GrantQuery> queryOf(const Invocation& invocation, Snapshot& snapshot) {
    GrantQuery query;
    const auto asOf = instantOption(invocation, "--as-of");
    if (!asOf)
        return tl::unexpected(asOf.error());
    const auto endsBefore = instantOption(invocation, "--ends-before");
    if (!endsBefore)
        return tl::unexpected(endsBefore.error());
    const auto standing =
        oneOf(invocation, "--standing",
              {GrantStanding::Pending, GrantStanding::InForce, GrantStanding::Expired, GrantStanding::Removed},
              grantStandingName);
    if (!standing)
        return tl::unexpected(standing.error());
    const auto tenant = tenantOption(invocation, snapshot, *asOf);
    if (!tenant)
        return tl::unexpected(tenant.error());
    query.asOf = *asOf;
    query.endsBefore = *endsBefore;
    query.standing = *standing;
    query.tenant = *tenant;
    query.text = invocation.text("--text").value_or("");
    if (auto named = nameEnds(query, invocation, snapshot); !named)
        return tl::unexpected(std::move(named.error()));
    return query;
}

std::string shownBound(const std::optional<Instant>& bound) {
    return bound ? formatInstant(*bound) : std::string();
}

std::vector<std::string> cells(const GrantRow& row) {
    const auto nameOr = [](const std::string& name, const AggregateId& id) { return name.empty() ? id.text() : name; };
    return {row.id.text(),
            nameOr(row.roleKey, row.role),
            row.subject.kind == GrantSubject::Kind::Team ? "team" : "user",
            nameOr(row.subjectName, row.subject.id),
            nameOr(row.resourceName, row.resource),
            shownBound(row.from),
            shownBound(row.until),
            std::string(grantStandingName(row.standing)),
            row.tenantName};
}

Result<Exit> list(const Invocation& invocation, Output& output) {
    return listRows<GrantRow, GrantQuery>(
        invocation, output,
        {queryOf,
         listGrants,
         grantFields(),
         {{"ID"}, {"ROLE"}, {"TO"}, {"NAME"}, {"ON"}, {"FROM"}, {"UNTIL"}, {"STANDING"}, {"ORGANIZATION"}},
         cells});
}

MUNIMENT_COMMAND(list, {.name = "grant list",
                        .summary = "Lists grants, newest first",
                        .positionals = {filePositional()},
                        .options = {asOfOption(),
                                    {"--tenant", "ORG", "of one organization: id, beginning of it, or name"},
                                    {"--role", "ROLE", "of one role"},
                                    {"--user", "USER", "to one user directly"},
                                    {"--team", "TEAM", "to one team directly"},
                                    {"--resource", "RES", "on just one resource"},
                                    {"--standing", "S", "pending, inForce, expired or removed; else all but removed"},
                                    {"--ends-before", "T", "that have an end before T"},
                                    {"--text", "TEXT", "whose id, role, subject or resource holds TEXT"},
                                    {"--limit", "N", "at most N", Option::Kind::Whole}},
                        .example = "muniment grant list acme.muniment --user ann --ends-before +30d --json",
                        .run = list,
                        .opensWindow = {}});
MUNIMENT_COMMAND(show, showCommand<GrantRow>("Shows one grant and its history",
                                             {grantKind(), grantFields, nullptr, grantHistory}));

} // namespace

} // namespace muniment::cli
