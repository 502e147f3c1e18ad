#include "models/proof/edge_words.h"

namespace muniment {

ToldEdge EdgeWords::operator()(const MembershipEdge& edge) const {
    return {nameOf(edge.member) + " is in " + nameOf(edge.team), edge.span.from};
}

ToldEdge EdgeWords::operator()(const GrantEdge& edge) const {
    std::string words = nameOf(edge.subject) + " has " + role(edge.role) + " on " + place(edge.place);
    if (edge.period.from != INT64_MIN)
        words += " from " + formatInstant({edge.period.from});
    if (edge.period.until != INT64_MAX)
        words += " until " + formatInstant({edge.period.until});
    return {words, edge.span.from};
}

ToldEdge EdgeWords::operator()(const PermissionEdge& edge) const {
    if (edge.role.isNone() || edge.action == UINT32_MAX)
        return {role(edge.role) + " permits it", 0};
    return {nameOf(edge.role) + " permits " + actionAndTarget(edge.action, edge.target), edge.span.from};
}

ToldEdge EdgeWords::operator()(const PlaceEdge& edge) const {
    return {nameOf(edge.child) + " lies in " + nameOf(edge.parent), edge.span.from};
}

ToldEdge EdgeWords::operator()(const MissingNode& missing) const {
    switch (missing.role) {
    case NodeRole::Organization:
        return {nameOf(HomeIndex{missing.node}) + " is active", 0};
    case NodeRole::Subject:
        return {nameOf(SubjectIndex{missing.node}) + " is active", 0};
    case NodeRole::Team:
        return {"the team " + nameOf(SubjectIndex{missing.node}) + " is there", 0};
    case NodeRole::Role:
        return {"the role " + nameOf(RoleIndex{missing.node}) + " is there", 0};
    case NodeRole::Resource:
        break;
    }
    return {"the resource " + nameOf(ResourceIndex{missing.node}) + " is there", 0};
}

std::vector<ToldEdge> EdgeWords::path(const AccessPath& path) const {
    std::vector<ToldEdge> edges;
    for (const MembershipEdge& edge : path.memberships)
        edges.push_back((*this)(edge));
    edges.push_back((*this)(path.grant));
    edges.push_back((*this)(path.permission));
    for (const PlaceEdge& edge : path.places)
        edges.push_back((*this)(edge));
    return edges;
}

std::string EdgeWords::actionAndTarget(std::uint32_t action, std::uint32_t target) const {
    if ((target & PermissionOfRole::kOfType) == 0)
        return m_graph.actionName(action) + " on " + nameOf(ResourceIndex{target});
    const std::string& type = m_graph.typeName(target & ~PermissionOfRole::kOfType);
    return m_graph.actionName(action) + (type == "*" ? " on everything" : " on every " + type);
}

std::string EdgeWords::question(const std::string& subject, const std::string& action, const std::string& resource) {
    return subject + " may " + (resource.empty() ? "do " + action + " on everything" : action + " on " + resource);
}

std::string EdgeWords::role(RoleIndex role) const {
    return role.isNone() ? std::string("some role") : nameOf(role);
}

std::string EdgeWords::place(ResourceIndex place) const {
    return m_graph.isRoot(place) ? std::string("the whole organization") : nameOf(place);
}

} // namespace muniment
