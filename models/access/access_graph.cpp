#include "models/access/access_graph.h"

#include <future>

namespace muniment {

namespace {

constexpr std::size_t kFewRecent = 20'000; ///< rows: so many cost a walk nothing

} // namespace

std::uint32_t AccessGraph::Names::indexOf(std::string_view name) {
    const auto [found, isNew] = indexes.try_emplace(std::string(name), static_cast<std::uint32_t>(names.size()));
    if (isNew)
        names.emplace_back(name);
    return found->second;
}

std::uint32_t AccessGraph::Names::find(std::string_view name) const {
    const auto found = indexes.find(std::string(name));
    return found == indexes.end() ? UINT32_MAX : found->second;
}

AccessGraph::AccessGraph() : m_periods{Period{}}, m_periodIndexes{{Period{}, 0}} {}

HomeIndex AccessGraph::addHome(std::int64_t tenant, std::int64_t region, std::int64_t run) {
    const HomeIndex home{static_cast<std::uint32_t>(m_homes.size())};
    m_homes.push_back({tenant, region, run, {}});
    m_homeLife.resize(m_homes.size());
    m_homes.back().root = addResource(home, kNoCode);
    return home;
}

SubjectIndex AccessGraph::addSubject(SubjectKind kind, HomeIndex home, std::uint32_t code) {
    m_subjects.push_back({code, home, kind});
    m_subjectLife.resize(m_subjects.size());
    return {static_cast<std::uint32_t>(m_subjects.size() - 1)};
}

RoleIndex AccessGraph::addRole(HomeIndex home, std::uint32_t code) {
    m_roles.push_back({code, home});
    m_roleLife.resize(m_roles.size());
    return {static_cast<std::uint32_t>(m_roles.size() - 1)};
}

ResourceIndex AccessGraph::addResource(HomeIndex home, std::uint32_t code) {
    m_resources.push_back({code, home});
    m_resourceLife.resize(m_resources.size());
    m_parents.resize(m_resources.size());
    return {static_cast<std::uint32_t>(m_resources.size() - 1)};
}

std::uint32_t AccessGraph::typeOf(ResourceIndex node, Bound bound) const {
    if (const auto* stretch = m_resourceLife.at(node.value, bound))
        return stretch->value;
    std::uint32_t last = UINT32_MAX;
    m_resourceLife.forEach(node.value, [&](const Lifelines<std::uint32_t>::Stretch& stretch) {
        if (stretch.span.from <= bound)
            last = stretch.value;
    });
    return last;
}

void AccessGraph::setParent(ResourceIndex resource, ResourceIndex parent, Bound from) {
    if (const auto* open = m_parents.at(resource.value, kOpen - 1)) {
        if (open->value == parent)
            return;
        m_children.end(open->value.value, resource.value, open->span.from, from);
    }
    setParentUnpacked(resource, parent, from);
    m_children.add(parent.value, {resource.value, {from, kOpen}});
}

void AccessGraph::addMembership(SubjectIndex member, SubjectIndex team, Span span) {
    m_teams.add(member.value, {team.value, span});
    m_members.add(team.value, {member.value, span});
}

void AccessGraph::endMembership(SubjectIndex member, SubjectIndex team, Bound from, Bound to) {
    m_teams.end(member.value, team.value, from, to);
    m_members.end(team.value, member.value, from, to);
}

void AccessGraph::addGrant(ResourceIndex resource, const GrantOnResource& grant) {
    m_grants.add(resource.value, grant);
    m_grantedTo.add(grant.subject, {resource.value});
}

void AccessGraph::endGrant(ResourceIndex resource, SubjectIndex subject, Bound from, Bound to) {
    m_grants.end(resource.value, subject.value, from, to);
}

void AccessGraph::addPermission(RoleIndex role, const PermissionOfRole& permission) {
    m_permissions.add(role.value, permission);
}

void AccessGraph::endPermission(RoleIndex role, const PermissionOfRole& permission, Bound to) {
    m_permissions.end(role.value, permission.key(), permission.span.from, to);
}

void AccessGraph::pack(AccessEdges edges) {
    m_subjects.shrink_to_fit();
    m_roles.shrink_to_fit();
    m_resources.shrink_to_fit();
    m_subjectLife.shrinkToFit();
    m_roleLife.shrinkToFit();
    m_resourceLife.shrinkToFit();
    m_parents.shrinkToFit();
    auto memberships = std::async(std::launch::async, [&] { packMemberships(std::move(edges.teams)); });
    packGrants(std::move(edges.grants));
    m_permissions.pack(m_roles.size(), std::move(edges.permissions));
    std::vector<Adjacency<ChildOfResource>::Owned> children;
    children.reserve(m_resources.size());
    for (std::uint32_t resource = 0; resource < m_resources.size(); ++resource)
        m_parents.forEach(resource, [&](const Lifelines<ResourceIndex>::Stretch& stretch) {
            children.push_back({stretch.value.value, {resource, stretch.span}});
        });
    m_children = {};
    m_children.pack(m_resources.size(), std::move(children));
    memberships.get();
}

void AccessGraph::packMemberships(std::vector<Adjacency<TeamOfMember>::Owned> teams) {
    std::vector<Adjacency<MemberOfTeam>::Owned> members;
    members.reserve(teams.size());
    for (const auto& [member, row] : teams)
        members.push_back({row.team, {member, row.span}});
    m_members.pack(m_subjects.size(), std::move(members));
    m_teams.pack(m_subjects.size(), std::move(teams));
}

void AccessGraph::packGrants(std::vector<Adjacency<GrantOnResource>::Owned> grants) {
    std::vector<Adjacency<GrantedResource>::Owned> grantedTo;
    grantedTo.reserve(grants.size());
    for (const auto& [resource, row] : grants)
        grantedTo.push_back({row.subject, {resource}});
    m_grantedTo.pack(m_subjects.size(), std::move(grantedTo));
    m_grants.pack(m_resources.size(), std::move(grants));
}

bool AccessGraph::isPackingDue() const {
    const auto isDue = [](const auto& rows) { return rows.recent() > std::max(kFewRecent, rows.size() / 20); };
    return isDue(m_teams) || isDue(m_grants) || isDue(m_permissions) || isDue(m_children);
}

std::uint32_t AccessGraph::periodIndex(const Period& period) {
    const auto at = std::lower_bound(m_periodIndexes.begin(), m_periodIndexes.end(), period,
                                     [](const auto& entry, const Period& p) { return entry.first < p; });
    if (at != m_periodIndexes.end() && at->first == period)
        return at->second;
    m_periods.push_back(period);
    const auto index = static_cast<std::uint32_t>(m_periods.size() - 1);
    m_periodIndexes.insert(at, {period, index});
    return index;
}

std::size_t AccessGraph::edges() const {
    return m_teams.size() + m_grants.size() + m_permissions.size() + m_children.size();
}

std::size_t AccessGraph::bytes() const {
    return m_homes.capacity() * sizeof(Home) + m_subjects.capacity() * sizeof(Subject) +
           m_roles.capacity() * sizeof(Role) + m_resources.capacity() * sizeof(Resource) + m_homeLife.bytes() +
           m_subjectLife.bytes() + m_roleLife.bytes() + m_resourceLife.bytes() + m_parents.bytes() + m_teams.bytes() +
           m_members.bytes() + m_grants.bytes() + m_grantedTo.bytes() + m_permissions.bytes() + m_children.bytes() +
           m_periods.capacity() * sizeof(Period) + m_periodIndexes.capacity() * sizeof(m_periodIndexes[0]);
}

} // namespace muniment
