// What a command's events mean beside the events themselves: names claimed and given back, the tenant's row.
#pragma once

#include "models/domain/org.h"
#include "models/domain/user.h"
#include "models/eventstore/event_store.h"

#include <optional>
#include <vector>

namespace muniment {

/// The claim under which user names are unique in a tenant.
inline constexpr std::string_view kUserNameClaim = "user_name";

/// `before` is the state from which `events` were decided. A name that stays the same when normalised is not touched.
[[nodiscard]] std::vector<ClaimChange> claimsOf(const UserState& before, const std::vector<UserEvent>& events);
[[nodiscard]] std::optional<TenantChange> tenantChangeOf(const OrgState& before, const std::vector<OrgEvent>& events);
/// Commands that a deactivated organization does not take: those that let somebody in.
[[nodiscard]] bool needsActiveOrganization(const UserCommand& command);

} // namespace muniment
