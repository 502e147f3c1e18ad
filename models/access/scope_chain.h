// What a question sees, and the places in which a grant reaches a resource.
#pragma once

#include "models/access/access_graph.h"

#include <span>
#include <vector>

namespace muniment {

/// One home at one moment.
struct Seen {
    Bound bound = 0;
    std::int64_t at = 0; ///< microseconds, by which periods are judged
};

/// A resource, what it lies in, and so on up to the organization as a whole. It is broken off where something above is
/// removed or lies in itself; the organization stays the last.
class ScopeChain {
public:
    ScopeChain(const AccessGraph& graph, ResourceIndex resource, Seen seen);

    [[nodiscard]] std::span<const ResourceIndex> places() const { return m_places; }

    [[nodiscard]] ResourceIndex resource() const { return m_places.front(); }

    [[nodiscard]] bool holds(std::uint32_t resource) const {
        return std::any_of(m_places.begin(), m_places.end(), [&](ResourceIndex at) { return at.value == resource; });
    }

private:
    std::vector<ResourceIndex> m_places;
};

/// Whether an action that a permission names covers `asked`: the same, "*", or "docs.*" for everything below "docs.".
[[nodiscard]] bool coversAction(std::string_view permitted, std::string_view asked);

/// Which roles permit an action on a resource, each looked at once.
class RolePermits {
public:
    RolePermits(const AccessGraph& graph, const ScopeChain& chain, std::string_view action, Seen seen);

    [[nodiscard]] bool permits(std::uint32_t role);
    /// One permission of a role: whether it is there then and covers what is asked.
    [[nodiscard]] bool covers(const PermissionOfRole& permission) const;
    /// The same whenever it was there.
    [[nodiscard]] bool wouldCover(const PermissionOfRole& permission) const;

private:
    const AccessGraph& m_graph;
    const ScopeChain& m_chain;
    std::string_view m_action;
    Seen m_seen;
    std::uint32_t m_type, m_anyType;
    std::vector<std::pair<std::uint32_t, bool>> m_known; ///< few roles reach one resource
};

/// The grant counts then, and its role permits what is asked.
[[nodiscard]] inline bool isGranting(const AccessGraph& graph, const GrantOnResource& grant, RolePermits& roles,
                                     Seen seen) {
    return grant.span.holds(seen.bound) && graph.period(grant.period).holds(seen.at) && roles.permits(grant.role);
}

} // namespace muniment
