#include "models/directory/grants.h"

#include "models/base/clock.h"
#include "models/directory/entity_lists.h"
#include "models/directory/version_history.h"
#include "models/replica/projections/team_members.h"

#include <charconv>

namespace muniment {

using namespace directory;

std::string_view grantStandingName(GrantStanding standing) {
    switch (standing) {
    case GrantStanding::Pending:
        return "pending";
    case GrantStanding::InForce:
        return "inForce";
    case GrantStanding::Expired:
        return "expired";
    case GrantStanding::Removed:
        return "removed";
    }
    return "removed";
}

namespace {

const std::string& roleName() {
    static const std::string sql = nameOf("role", "role_versions", "n.display_name", "v.role");
    return sql;
}

const std::string& roleKey() {
    static const std::string sql = nameOf("role", "role_versions", "n.role_key", "v.role");
    return sql;
}

const std::string& subjectName() {
    static const std::string sql = memberNameOf("v.subject_kind", "v.subject");
    return sql;
}

const std::string& resourceName() {
    static const std::string sql = nameOf("resource", "resource_versions", "n.name", "v.resource");
    return sql;
}

constexpr const char* kStanding =
    R"(CASE WHEN v.state <> 'active' THEN 'removed' WHEN v.from_at > :judged THEN 'pending'
            WHEN v.until_at <= :judged THEN 'expired' ELSE 'inForce' END)";

const std::string& rowStatement() {
    static const std::string sql =
        "SELECT stored_id_text(v.grant_id), (SELECT id FROM tenants WHERE code = v.tenant), " + tenantName() + ", " +
        homeName() + ", v.role, " + roleKey() + ", " + roleName() + ", v.subject_kind, v.subject, " + subjectName() +
        ", v.resource, " + resourceName() + ", v.from_at, v.until_at, " + kStanding +
        R"(, v.created_at, v.valid_from,
       CASE WHEN :bounds IS NULL THEN (SELECT h.last_sequence FROM heads AS h WHERE h.aggregate = v.entity)
            ELSE v.sequence END
  FROM grant_versions AS v WHERE v.from_n = :n)";
    return sql;
}

/// Everything but where the rows come from. The text is looked for last: it asks for names.
const std::string& conditions() {
    static const std::string sql = R"( AND seen(:bounds, v.from_n, v.to_n)
   AND (:tenant IS NULL OR v.tenant = (SELECT code FROM tenants WHERE id = :tenant))
   AND (:role IS NULL OR v.role = :role)
   AND (:subject IS NULL OR (v.subject = :subject AND v.subject_kind = :subject_kind))
   AND (:resource IS NULL OR v.resource = :resource)
   AND (:ends_before IS NULL OR v.until_at < :ends_before)
   AND CASE WHEN :standing IS NULL THEN v.state = 'active' ELSE )" +
                                   std::string(kStanding) + R"( = :standing END
   AND (:text = '' OR instr(folded_lines(stored_id_text(v.grant_id), stored_id_text(v.role), )" +
                                   roleKey() + ", " + roleName() + ", stored_id_text(v.subject), " + subjectName() +
                                   ", " + memberDetailOf("v.subject_kind", "v.subject") +
                                   ", stored_id_text(v.resource), " + resourceName() + "), :text) > 0)";
    return sql;
}

/// The way that leads to the fewest rows. Indexes of role, subject and resource hold every instant.
const char* sourceFor(const GrantQuery& query) {
    if (query.subject)
        return "grant_versions AS v INDEXED BY grant_versions_by_subject WHERE v.subject = :subject";
    if (query.resource && !query.resource->isEmpty())
        return "grant_versions AS v INDEXED BY grant_versions_by_resource WHERE v.resource = :resource"
               " AND v.resource <> ''";
    if (query.role)
        return "grant_versions AS v INDEXED BY grant_versions_by_role WHERE v.role = :role";
    if (query.asOf)
        return "grant_versions AS v NOT INDEXED WHERE 1";
    if (query.tenant)
        return "grant_versions AS v INDEXED BY grant_versions_now_by_tenant WHERE v.to_n IS NULL"
               " AND v.tenant = (SELECT code FROM tenants WHERE id = :tenant)";
    return "grant_versions AS v INDEXED BY grant_versions_now WHERE v.to_n IS NULL";
}

std::int64_t timeOf(const std::string& key) {
    std::int64_t micros = 0;
    std::from_chars(key.data(), key.data() + key.size(), micros);
    return micros;
}

Instant judgedAt(const GrantQuery& query) {
    if (query.judgedAt)
        return *query.judgedAt;
    return query.asOf ? query.asOf->at : systemClock().now();
}

SQLite::Statement prepare(Snapshot& snapshot, const std::string& sql, const GrantQuery& query) {
    SQLite::Statement statement(snapshot.database(), sql);
    Binder binder(statement);
    binder.optionalBytes(":bounds", boundsOf(snapshot, query.asOf)).text(":text", searchedText(query.text));
    binder.integer(":judged", judgedAt(query).micros);
    binder.optionalText(":tenant", textOf(query.tenant)).optionalId(":role", query.role);
    binder.optionalId(":subject", query.subject ? std::optional(query.subject->id) : std::nullopt);
    binder.text(":subject_kind", std::string(memberKindName(query.subject.value_or(GrantSubject{}).kind)));
    binder.optionalId(":resource", query.resource);
    binder.optionalInteger(":ends_before", query.endsBefore ? std::optional(query.endsBefore->micros) : std::nullopt);
    binder.optionalText(":standing",
                        query.standing ? std::optional(std::string(grantStandingName(*query.standing))) : std::nullopt);
    if (query.after)
        binder.integer(":after_time", timeOf(query.after->name)).id(":after_id", AggregateId(query.after->id));
    binder.integer(":limit", query.limit);
    return statement;
}

GrantRow rowAt(const SQLite::Statement& statement) {
    GrantRow row;
    row.id = AggregateId(textAt(statement, 0));
    row.tenant = TenantId(textAt(statement, 1));
    row.tenantName = textAt(statement, 2);
    row.region = RegionName(textAt(statement, 3));
    row.role = idAt(statement, 4);
    row.roleKey = textAt(statement, 5);
    row.roleName = textAt(statement, 6);
    row.subject = {memberKindNamed(textAt(statement, 7)), idAt(statement, 8)};
    row.subjectName = textAt(statement, 9);
    row.resource = idAt(statement, 10);
    row.resourceName = textAt(statement, 11);
    row.from = optionalTimeAt(statement, 12);
    row.until = optionalTimeAt(statement, 13);
    const std::string standing = textAt(statement, 14);
    for (const auto each :
         {GrantStanding::Pending, GrantStanding::InForce, GrantStanding::Expired, GrantStanding::Removed})
        if (grantStandingName(each) == standing)
            row.standing = each;
    row.createdAt = timeAt(statement, 15);
    row.changedAt = timeAt(statement, 16);
    row.sequence = statement.getColumn(17).getInt64();
    return row;
}

std::vector<GrantRow> rowsOf(Snapshot& snapshot, SQLite::Statement& found, const GrantQuery& query) {
    auto statement = prepare(snapshot, rowStatement(), query);
    std::vector<GrantRow> rows;
    while (found.executeStep()) {
        Binder(statement).integer(":n", found.getColumn(0).getInt64());
        while (statement.executeStep())
            rows.push_back(rowAt(statement));
        statement.reset();
    }
    return rows;
}

} // namespace

Result<std::vector<GrantRow>> listGrants(Snapshot& snapshot, const GrantQuery& query) {
    return sqlite::guarded([&] {
        // Ids are compared as they are stored.
        const std::string after =
            query.after ? "\n   AND (v.created_at, v.grant_id) < (:after_time, :after_id)" : std::string();
        auto found = prepare(snapshot,
                             std::string("SELECT v.from_n\n  FROM ") + sourceFor(query) + conditions() + after +
                                 "\n ORDER BY v.created_at DESC, v.grant_id DESC\n LIMIT :limit",
                             query);
        return rowsOf(snapshot, found, query);
    });
}

Result<std::int64_t> countGrants(Snapshot& snapshot, const GrantQuery& query) {
    return sqlite::guarded([&] {
        auto statement =
            prepare(snapshot, std::string("SELECT count(*)\n  FROM ") + sourceFor(query) + conditions(), query);
        statement.executeStep();
        return static_cast<std::int64_t>(statement.getColumn(0).getInt64());
    });
}

PageKey pageKeyOf(const GrantRow& row) {
    return {std::to_string(row.createdAt.micros), row.id.text()};
}

Result<GrantRow> findGrant(Snapshot& snapshot, const std::string& id, std::optional<Moment> asOf,
                           const std::optional<TenantId>& tenant) {
    constexpr const char* kById = R"(
SELECT v.from_n
  FROM aggregates AS a CROSS JOIN grant_versions AS v ON v.entity = a.code
 WHERE seen(:bounds, v.from_n, v.to_n) AND (:tenant IS NULL OR v.tenant = (SELECT code FROM tenants WHERE id = :tenant))
   AND a.type = (SELECT code FROM words WHERE text = 'grant') AND a.is_listed = 1 AND a.id >= :prefix
   AND a.id < :prefix_end
 LIMIT :limit)";
    auto chosen = sqlite::guarded([&] {
        const auto matching = [&](const std::string& end) {
            GrantQuery query;
            query.asOf = asOf;
            query.tenant = tenant;
            query.limit = kMostCandidates;
            auto found = prepare(snapshot, kById, query);
            Binder(found).text(":prefix", id).text(":prefix_end", end);
            return rowsOf(snapshot, found, query);
        };
        std::vector<std::function<std::vector<GrantRow>()>> ways;
        if (!id.empty())
            ways = {[&] { return matching(id + '\x01'); }, [&] { return matching(prefixEnd(id)); }};
        return chooseOne<GrantRow>(
            "grant", id, ways, [](const GrantRow& row) { return row.standing == GrantStanding::Removed; },
            [](const GrantRow& row) {
                return row.id.text() + " (" + row.roleKey + ", " + row.subjectName + ", " + row.tenantName + ")";
            });
    });
    return chosen ? *chosen : tl::unexpected(chosen.error());
}

Result<std::vector<VersionRow>> grantHistory(Snapshot& snapshot, const TenantId& tenant, const AggregateId& grant,
                                             int limit) {
    static const std::string role =
        "coalesce(nullif(" + roleName() + ", ''), " + roleKey() + ", stored_id_text(v.role))";
    static const std::string subject = "coalesce(" + subjectName() + ", stored_id_text(v.subject))";
    static const std::string resource = "coalesce(" + resourceName() + ", stored_id_text(v.resource))";
    static const HistoryStatements history("grant", "grant_versions",
                                           {{"role", role.c_str()},
                                            {"subject", subject.c_str()},
                                            {"resource", resource.c_str()},
                                            {"from", "time_text(v.from_at)"},
                                            {"until", "time_text(v.until_at)"},
                                            {"state", "v.state"}});
    return readHistory(snapshot, history, tenant, grant, limit);
}

} // namespace muniment
