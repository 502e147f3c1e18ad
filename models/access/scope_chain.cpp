#include "models/access/scope_chain.h"

namespace muniment {

ScopeChain::ScopeChain(const AccessGraph& graph, ResourceIndex resource, Seen seen) {
    const ResourceIndex root = graph.home(graph.homeOf(resource)).root;
    m_places.reserve(12);
    for (ResourceIndex place = resource; place != root;) {
        m_places.push_back(place);
        const auto* parent = graph.parents().at(place.value, seen.bound);
        if (parent == nullptr || parent->value == root)
            break;
        place = parent->value;
        if (!graph.isAlive(place, seen.bound) || holds(place.value))
            break;
    }
    m_places.push_back(root);
}

bool coversAction(std::string_view permitted, std::string_view asked) {
    if (permitted == asked || permitted == "*")
        return true;
    return permitted.ends_with(".*") && asked.starts_with(permitted.substr(0, permitted.size() - 1));
}

RolePermits::RolePermits(const AccessGraph& graph, const ScopeChain& chain, std::string_view action, Seen seen)
    : m_graph(graph),
      m_chain(chain),
      m_action(action),
      m_seen(seen),
      m_type(graph.typeOf(chain.resource(), seen.bound)),
      m_anyType(graph.findType("*")) {}

bool RolePermits::permits(std::uint32_t role) {
    for (const auto& [known, isPermitting] : m_known)
        if (known == role)
            return isPermitting;
    const bool isPermitting = m_graph.isAlive(RoleIndex{role}, m_seen.bound) &&
                              m_graph.permissions().any(role, [&](const PermissionOfRole& row) { return covers(row); });
    m_known.emplace_back(role, isPermitting);
    return isPermitting;
}

bool RolePermits::covers(const PermissionOfRole& permission) const {
    return permission.span.holds(m_seen.bound) && wouldCover(permission);
}

bool RolePermits::wouldCover(const PermissionOfRole& permission) const {
    if ((permission.target & PermissionOfRole::kOfType) != 0) {
        const std::uint32_t type = permission.target & ~PermissionOfRole::kOfType;
        if (type != m_type && type != m_anyType)
            return false;
    } else if (!m_chain.holds(permission.target)) {
        return false;
    }
    return coversAction(m_graph.actionName(permission.action), m_action);
}

} // namespace muniment
