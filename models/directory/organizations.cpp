#include "models/directory/organizations.h"

#include "models/base/named_value.h"
#include "models/directory/entity_lists.h"
#include "models/directory/users.h"
#include "models/directory/version_history.h"

namespace muniment {

using namespace directory;

const NamedEntities& directory::organizationEntities() {
    static const NamedEntities entities{
        "org", "org_versions", "v.org_id", "v.name, v.plan, v.epoch",
        "\n   AND (:region IS NULL OR (SELECT code FROM regions WHERE name = :region) = coalesce("
        "\n       (SELECT h.region FROM tenant_homes AS h WHERE h.tenant = l.tenant AND"
        " (h.from_n IS NULL OR seen(:bounds, h.from_n, NULL)) ORDER BY h.epoch DESC LIMIT 1),"
        "\n       (SELECT region FROM runs WHERE run = l.from_n >> 40)))"};
    return entities;
}

static const EntityStatements& statements() {
    static const EntityStatements made(organizationEntities());
    return made;
}

static OrgRow rowAt(const SQLite::Statement& statement) {
    OrgRow row;
    row.id = TenantId(textAt(statement, Id));
    row.region = RegionName(textAt(statement, Region));
    row.lifecycle = valueNamed(textAt(statement, State), orgLifecycleName,
                               {OrgLifecycle::Active, OrgLifecycle::Inactive, OrgLifecycle::Removed});
    row.createdAt = timeAt(statement, CreatedAt);
    row.changedAt = timeAt(statement, ChangedAt);
    row.sequence = statement.getColumn(Sequence).getInt64();
    row.name = textAt(statement, FirstOwnColumn);
    row.plan = textAt(statement, FirstOwnColumn + 1);
    row.epoch = statement.getColumn(FirstOwnColumn + 2).getInt();
    return row;
}

static ListQuestion questionFor(const OrgQuery& query) {
    ListQuestion question = questionOf(query);
    if (query.lifecycle)
        question.state = orgLifecycleName(*query.lifecycle);
    question.conditions.emplace_back(":region", query.region ? std::optional(query.region->text()) : std::nullopt);
    return question;
}

Result<std::vector<OrgRow>> listOrganizations(Snapshot& snapshot, const OrgQuery& query) {
    return listEntities(snapshot, statements(), questionFor(query), &rowAt);
}

Result<std::int64_t> countOrganizations(Snapshot& snapshot, const OrgQuery& query) {
    return countEntities(snapshot, statements(), questionFor(query));
}

Result<CountedRows<OrgRow>> listCounted(Snapshot& snapshot, const OrgQuery& query) {
    return listCountedEntities(snapshot, statements(), questionFor(query), &rowAt);
}

PageKey pageKeyOf(const OrgRow& row) {
    return {foldName(row.name), row.id.text()};
}

Result<OrgRow> findOrganization(Snapshot& snapshot, const std::string& idOrName, std::optional<Moment> asOf) {
    auto found = findEntity<OrgRow>(
        snapshot, statements(), {"org", idOrName, asOf, {}}, &rowAt,
        [](const OrgRow& row) { return row.lifecycle == OrgLifecycle::Removed; },
        [](const OrgRow& row) { return row.id.text() + " (" + row.name + ", " + row.region.text() + ")"; });
    if (!found)
        return found;
    UserQuery users;
    users.asOf = asOf;
    users.tenant = found->id;
    return countUsers(snapshot, users).map([&](std::int64_t count) {
        found->users = count;
        return *found;
    });
}

Result<std::vector<VersionRow>> organizationHistory(Snapshot& snapshot, const TenantId& org, int limit) {
    static const HistoryStatements history(
        "org", "org_versions",
        {{"name", "v.name"},
         {"plan", "v.plan"},
         {"state", "v.state"},
         {"region", "(SELECT name FROM regions WHERE code = (SELECT region FROM runs WHERE run = v.from_n >> 40))"}},
        {{"org_domains", "CASE v.verified WHEN 0 THEN 'domain' ELSE 'verifiedDomain' END", "v.domain"}});
    return readHistory(snapshot, history, org, AggregateId(org.text()), limit);
}

Result<std::vector<DomainRow>> organizationDomains(Snapshot& snapshot, const TenantId& org,
                                                   std::optional<Moment> asOf) {
    return sqlite::guarded([&] {
        SQLite::Statement statement(snapshot.database(), R"(
SELECT v.domain, v.verified, v.since, v.valid_from
  FROM aggregates AS a CROSS JOIN org_domains AS v ON v.entity = a.code
 WHERE a.id = :id AND a.is_listed = 1 AND a.type = (SELECT code FROM words WHERE text = 'org')
   AND v.is_end = 0 AND seen(:bounds, v.from_n, v.to_n)
 ORDER BY v.domain)");
        Binder(statement).text(":id", org.text()).optionalBytes(":bounds", boundsOf(snapshot, asOf));
        std::vector<DomainRow> rows;
        while (statement.executeStep())
            rows.push_back({textAt(statement, 0), statement.getColumn(1).getInt() != 0, timeAt(statement, 2),
                            timeAt(statement, 3)});
        return rows;
    });
}

} // namespace muniment
