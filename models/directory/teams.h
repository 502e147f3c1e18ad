// Teams and who is in them, now or as of an instant. Reads only the snapshot.
#pragma once

#include "models/directory/entity_history.h"
#include "models/directory/page_key.h"
#include "models/domain/team.h"
#include "models/replica/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment {

struct TeamRow {
    AggregateId id;
    TenantId tenant;
    std::string tenantName;
    RegionName region;
    std::string name, description;
    TeamLifecycle lifecycle = TeamLifecycle::None;
    std::int64_t users = 0; ///< direct members
    std::int64_t teams = 0; ///< direct members
    Instant createdAt;
    Instant changedAt; ///< of name, description, state; not of members
    std::int64_t sequence = 0;

    bool operator==(const TeamRow&) const = default;
};

/// `text` matches any part of name, description or id; as in OrgQuery.
struct TeamQuery {
    std::optional<Moment> asOf;
    std::string text;
    std::optional<TenantId> tenant;
    std::optional<TeamLifecycle> lifecycle; ///< absent: all but removed
    std::optional<PageKey> after;
    int limit = kListLimit;
};

/// Ordered by folded name, then id.
[[nodiscard]] Result<std::vector<TeamRow>> listTeams(Snapshot& snapshot, const TeamQuery& query);
[[nodiscard]] Result<std::int64_t> countTeams(Snapshot& snapshot, const TeamQuery& query);
/// The first page of the list and its count in one walk: what a text is looked for with.
[[nodiscard]] Result<CountedRows<TeamRow>> listCounted(Snapshot& snapshot, const TeamQuery& query);
[[nodiscard]] PageKey pageKeyOf(const TeamRow& row);
/// By full id, unique name, or unique id prefix, of every organization or of one; as findUser().
[[nodiscard]] Result<TeamRow> findTeam(Snapshot& snapshot, const std::string& idOrName, std::optional<Moment> asOf = {},
                                       const std::optional<TenantId>& tenant = {});
/// Newest first; members that came and went are changes of the fields "user" and "team".
[[nodiscard]] Result<std::vector<VersionRow>> teamHistory(Snapshot& snapshot, const TenantId& tenant,
                                                          const AggregateId& team, int limit);

struct MemberRow {
    TeamMember member;
    std::string name;   ///< of the team, or of the user as people call them; empty: the file does not know them
    std::string detail; ///< a user's user name, a team's description
    Instant since;

    bool operator==(const MemberRow&) const = default;
};

/// The direct members of one team.
struct MemberQuery {
    std::optional<Moment> asOf;
    TenantId tenant;
    AggregateId team;
    std::optional<PageKey> after;
    int limit = kListLimit;
};

/// Users first, then teams, each ordered by id. A removed team has none.
[[nodiscard]] Result<std::vector<MemberRow>> listMembers(Snapshot& snapshot, const MemberQuery& query);
[[nodiscard]] Result<std::int64_t> countMembers(Snapshot& snapshot, const MemberQuery& query);
[[nodiscard]] PageKey pageKeyOf(const MemberRow& row);

/// That a user or team is in a team: itself, or as a member of `via`.
struct MembershipRow {
    AggregateId team;
    std::string name;
    Instant since;                  ///< of the last step
    std::optional<AggregateId> via; ///< the team directly below; absent: a direct member
    std::string viaName;

    bool operator==(const MembershipRow&) const = default;
};

/// Every team that `member` is in, direct ones first, then by distance; each team once.
[[nodiscard]] Result<std::vector<MembershipRow>> teamsOf(Snapshot& snapshot, const TenantId& tenant,
                                                         const TeamMember& member, std::optional<Moment> asOf = {});

} // namespace muniment
