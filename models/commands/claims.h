// What a command's events mean beside the events themselves: names claimed and given back, the tenant's row.
#pragma once

#include "models/domain/grant.h"
#include "models/domain/org.h"
#include "models/domain/role.h"
#include "models/domain/team.h"
#include "models/domain/user.h"
#include "models/eventstore/event_store.h"

#include <optional>
#include <vector>

namespace muniment {

/// Unique in a tenant, compared as normalisedUserName() has it.
inline constexpr std::string_view kUserNameClaim = "user_name";
inline constexpr std::string_view kTeamNameClaim = "team_name";
inline constexpr std::string_view kRoleKeyClaim = "role_key";
/// One grant of a role to a subject on a resource in a tenant.
inline constexpr std::string_view kGrantClaim = "grant";
/// A verified domain, unique in a region.
inline constexpr std::string_view kDomainClaim = "domain";

/// `before` is the state from which `events` were decided. A name that stays the same when normalised is not touched.
[[nodiscard]] std::vector<ClaimChange> claimsOf(const OrgState& before, const std::vector<OrgEvent>& events);
[[nodiscard]] std::vector<ClaimChange> claimsOf(const UserState& before, const std::vector<UserEvent>& events);
[[nodiscard]] std::vector<ClaimChange> claimsOf(const TeamState& before, const std::vector<TeamEvent>& events);
[[nodiscard]] std::vector<ClaimChange> claimsOf(const RoleState& before, const std::vector<RoleEvent>& events);
[[nodiscard]] std::vector<ClaimChange> claimsOf(const GrantState& before, const std::vector<GrantEvent>& events);

[[nodiscard]] std::optional<TenantChange> tenantChangeOf(const OrgState& before, const std::vector<OrgEvent>& events);

} // namespace muniment
