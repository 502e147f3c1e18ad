// What hangs on an entity, now: what a preview counts before it is removed, and what has to go with it.
#pragma once

#include "models/domain/role.h"
#include "models/domain/team.h"
#include "models/domain/user_credentials.h"
#include "models/replica/snapshot.h"

#include <vector>

namespace muniment {

struct TeamMembership {
    AggregateId team;
    TeamMember member;

    bool operator==(const TeamMembership&) const = default;
};

struct RolePermission {
    AggregateId role;
    Permission permission;

    bool operator==(const RolePermission&) const = default;
};

/// Only what is left when the entity itself is gone: its own members, permissions and credentials end with it and are
/// counted, not listed. Each list is in order of its ids, so that two previews are alike.
struct Dependents {
    std::vector<AggregateId> grants;         ///< not removed, that name it (a resource: or anything below it)
    std::vector<TeamMembership> memberships; ///< it is a direct member of
    std::vector<AggregateId> sessions;       ///< open ones
    std::vector<AggregateId> children;       ///< resources below it, the deepest first
    std::vector<RolePermission> permissions; ///< of roles, on this resource or on anything below it
    std::int64_t ownMembers = 0;
    std::int64_t ownPermissions = 0;
    std::int64_t ownCredentials = 0;

    bool operator==(const Dependents&) const = default;
};

[[nodiscard]] Result<Dependents> dependentsOfUser(Snapshot& snapshot, const TenantId& tenant, const AggregateId& user);
[[nodiscard]] Result<Dependents> dependentsOfTeam(Snapshot& snapshot, const TenantId& tenant, const AggregateId& team);
[[nodiscard]] Result<Dependents> dependentsOfRole(Snapshot& snapshot, const TenantId& tenant, const AggregateId& role);
[[nodiscard]] Result<Dependents> dependentsOfResource(Snapshot& snapshot, const TenantId& tenant,
                                                      const AggregateId& resource);

/// What an organization holds, not removed: the numbers shown before it is removed, which ends all of it at once.
struct OrganizationContents {
    std::int64_t users = 0, teams = 0, roles = 0, resources = 0, grants = 0, openSessions = 0, domains = 0;

    bool operator==(const OrganizationContents&) const = default;
};

[[nodiscard]] Result<OrganizationContents> organizationContents(Snapshot& snapshot, const TenantId& org);

} // namespace muniment
