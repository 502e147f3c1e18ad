// By which ways somebody may do something.
#pragma once

#include "models/access/access_walk.h"

namespace muniment {

struct MembershipEdge {
    SubjectIndex member, team;
    Span span;

    bool operator==(const MembershipEdge&) const = default;
};

struct GrantEdge {
    std::uint32_t code = kNoCode; ///< aggregates.code
    SubjectIndex subject;
    RoleIndex role;
    ResourceIndex place; ///< the root: the whole organization
    Period period;
    Span span; ///< of this version of the grant

    bool operator==(const GrantEdge&) const = default;
};

struct PermissionEdge {
    RoleIndex role;
    std::uint32_t action = 0; ///< of actionName()
    std::uint32_t target = 0; ///< a resource, or PermissionOfRole::kOfType | of typeName()
    Span span;

    bool operator==(const PermissionEdge&) const = default;
};

/// That a resource lies in another.
struct PlaceEdge {
    ResourceIndex child, parent;
    Span span;

    bool operator==(const PlaceEdge&) const = default;
};

/// One way: the subject is in a team, that in another …; the last of them was granted a role on a place; the role
/// permits it; and the resource lies there. Each edge is needed: without any of them, and with no other path, the
/// answer is no.
struct AccessPath {
    std::vector<MembershipEdge> memberships; ///< from the subject on
    GrantEdge grant;
    PermissionEdge permission;
    std::vector<PlaceEdge> places; ///< from the resource up, as far as grant and permission need them

    [[nodiscard]] std::size_t length() const { return memberships.size() + 2 + places.size(); }

    bool operator==(const AccessPath&) const = default;
};

struct AccessPaths {
    std::vector<AccessPath> paths; ///< those with the fewest memberships first; empty: may not
    bool isCut = false;            ///< there may be more than the limit
};

constexpr std::size_t kPathLimit = 100;

/// Every way in which no team comes twice. As AccessWalk::check(): empty exactly when that says no.
[[nodiscard]] AccessPaths findPaths(const AccessGraph& graph, const AccessQuestion& question, Seen seen,
                                    std::size_t limit = kPathLimit);

/// The edges from the resource up to the last of the chain's places that grant and permission name.
[[nodiscard]] std::vector<PlaceEdge> placesBetween(const AccessGraph& graph, const ScopeChain& chain,
                                                   ResourceIndex grantedOn, std::uint32_t target, Seen seen);

} // namespace muniment
