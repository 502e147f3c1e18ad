// Who is in a team, and in which teams somebody is.
#include "models/replica/projections/team_members.h"

#include "models/directory/entity_lists.h"
#include "models/directory/teams.h"

#include <set>

namespace muniment {

using namespace directory;

namespace {

constexpr const char* kOfTeam = R"(
  FROM aggregates AS a CROSS JOIN team_members AS v ON v.entity = a.code
 WHERE a.id = :id AND a.is_listed = 1 AND a.type = (SELECT code FROM words WHERE text = 'team')
   AND a.tenant = (SELECT code FROM tenants WHERE id = :tenant)
   AND v.is_end = 0 AND seen(:bounds, v.from_n, v.to_n))";

/// The direct teams of one member.
const std::string& teamsOfMember() {
    static const std::string sql = "SELECT a.id, v.since, " + nameOf("team", "team_versions", "n.name", "a.id") + R"(
  FROM team_members AS v CROSS JOIN aggregates AS a ON a.code = v.entity
 WHERE v.member = :member AND v.member_kind = :kind AND v.is_end = 0 AND seen(:bounds, v.from_n, v.to_n)
   AND v.tenant = (SELECT code FROM tenants WHERE id = :tenant)
 ORDER BY a.id)";
    return sql;
}

SQLite::Statement prepare(Snapshot& snapshot, const std::string& sql, const MemberQuery& query) {
    SQLite::Statement statement(snapshot.database(), sql);
    Binder binder(statement);
    binder.optionalBytes(":bounds", boundsOf(snapshot, query.asOf)).text(":id", query.team.text());
    binder.text(":tenant", query.tenant.text());
    // Users come first; inside a kind the order is that of ids as they are stored.
    binder.text(":after_kind", query.after ? query.after->name : std::string("z"));
    binder.optionalId(":after_id", query.after ? std::optional(AggregateId(query.after->id)) : std::nullopt);
    binder.integer(":limit", query.limit);
    return statement;
}

} // namespace

Result<std::vector<MemberRow>> listMembers(Snapshot& snapshot, const MemberQuery& query) {
    // "user" comes after "team" as a word: kinds descend, ids ascend.
    static const std::string sql = "SELECT v.member_kind, v.member, v.since, " +
                                   memberNameOf("v.member_kind", "v.member") + ", " +
                                   memberDetailOf("v.member_kind", "v.member") + kOfTeam +
                                   R"( AND (v.member_kind < :after_kind OR (v.member_kind = :after_kind
        AND v.member > :after_id))
 ORDER BY v.member_kind DESC, v.member
 LIMIT :limit)";
    return sqlite::guarded([&] {
        auto statement = prepare(snapshot, sql, query);
        std::vector<MemberRow> rows;
        while (statement.executeStep())
            rows.push_back({{memberKindNamed(textAt(statement, 0)), idAt(statement, 1)},
                            textAt(statement, 3),
                            textAt(statement, 4),
                            timeAt(statement, 2)});
        return rows;
    });
}

Result<std::int64_t> countMembers(Snapshot& snapshot, const MemberQuery& query) {
    static const std::string sql = std::string("SELECT count(*)") + kOfTeam;
    return sqlite::guarded([&] {
        auto statement = prepare(snapshot, sql, query);
        statement.executeStep();
        return static_cast<std::int64_t>(statement.getColumn(0).getInt64());
    });
}

PageKey pageKeyOf(const MemberRow& row) {
    return {std::string(memberKindName(row.member.kind)), row.member.id.text()};
}

Result<std::vector<MembershipRow>> teamsOf(Snapshot& snapshot, const TenantId& tenant, const TeamMember& member,
                                           std::optional<Moment> asOf) {
    return sqlite::guarded([&] {
        SQLite::Statement statement(snapshot.database(), teamsOfMember());
        Binder(statement).optionalBytes(":bounds", boundsOf(snapshot, asOf)).text(":tenant", tenant.text());
        std::vector<MembershipRow> found;
        std::set<AggregateId> known;
        if (member.kind == TeamMember::Kind::Team)
            known.insert(member.id);
        const auto addTeamsOf = [&](const TeamMember& below, const MembershipRow* via) {
            Binder(statement).id(":member", below.id).text(":kind", std::string(memberKindName(below.kind)));
            std::vector<MembershipRow> direct;
            while (statement.executeStep()) {
                MembershipRow row{
                    AggregateId(textAt(statement, 0)), textAt(statement, 2), timeAt(statement, 1), {}, {}};
                if (via != nullptr) {
                    row.via = via->team;
                    row.viaName = via->name;
                }
                if (known.insert(row.team).second)
                    direct.push_back(std::move(row));
            }
            statement.reset();
            found.insert(found.end(), direct.begin(), direct.end());
        };
        addTeamsOf(member, nullptr);
        for (std::size_t i = 0; i < found.size(); ++i) {
            const MembershipRow via = found[i];
            addTeamsOf({TeamMember::Kind::Team, via.team}, &via);
        }
        return found;
    });
}

} // namespace muniment
