#include "tests/access/naive_access.h"

namespace muniment::test {

bool NaiveWorld::counts(const TeamMember& subject) const {
    return subject.kind == TeamMember::Kind::User ? users.contains(subject.id.text())
                                                  : teams.contains(subject.id.text());
}

std::vector<std::string> NaiveWorld::placesOf(const std::string& resource) const {
    std::vector<std::string> places;
    std::string place = resource;
    while (!place.empty() && resources.contains(place) &&
           std::find(places.begin(), places.end(), place) == places.end()) {
        places.push_back(place);
        const auto parent = parents.find(place);
        place = parent == parents.end() ? std::string() : parent->second;
    }
    places.emplace_back();
    return places;
}

bool NaiveWorld::permits(const std::string& role, const std::string& action, const std::string& resource) const {
    if (!roles.contains(role))
        return false;
    const auto places = placesOf(resource);
    const auto matches = [&](const Permission& permission) {
        std::string prefix = permission.action;
        bool isCovered = prefix == action || prefix == "*";
        if (prefix.size() > 2 && prefix.ends_with(".*")) {
            prefix.pop_back();
            isCovered = isCovered || action.rfind(prefix, 0) == 0;
        }
        if (!isCovered)
            return false;
        if (permission.resource.isEmpty())
            return permission.resourceType == "*" ||
                   (!resource.empty() && permission.resourceType == resources.at(resource));
        return std::find(places.begin(), places.end(), permission.resource.text()) != places.end();
    };
    for (const auto& [of, permission] : permissions)
        if (of == role && matches(permission))
            return true;
    return false;
}

bool NaiveWorld::check(const TeamMember& subject, const std::string& action, const std::string& resource) const {
    if (!isOrgActive || !counts(subject) || (!resource.empty() && !resources.contains(resource)))
        return false;
    std::set<TeamMember> all{subject};
    for (std::size_t before = 0; before != all.size();) {
        before = all.size();
        for (const auto& [member, team] : memberships) {
            const TeamMember joined{TeamMember::Kind::Team, AggregateId(team)};
            if (all.contains(member) && counts(joined))
                all.insert(joined);
        }
    }
    const auto places = placesOf(resource);
    for (const NaiveGrant& grant : grants)
        if (all.contains(grant.subject) && std::find(places.begin(), places.end(), grant.resource) != places.end() &&
            (!grant.from || *grant.from <= at) && (!grant.until || at < *grant.until) &&
            permits(grant.role, action, resource))
            return true;
    return false;
}

std::set<std::string> NaiveWorld::who(const std::string& action, const std::string& resource) const {
    std::set<std::string> found;
    for (const std::string& user : users)
        if (check({TeamMember::Kind::User, AggregateId(user)}, action, resource))
            found.insert(user);
    return found;
}

namespace {

template <class State, class Event>
void fold(std::map<std::string, State>& states, const std::string& id, const std::optional<Event>& event) {
    if (event)
        states[id] = evolve(std::move(states[id]), *event);
}

} // namespace

NaiveWorld replay(const std::vector<Fact>& facts, std::size_t count, Instant at) {
    OrgState org;
    std::map<std::string, UserState> users;
    std::map<std::string, TeamState> teams;
    std::map<std::string, RoleState> roles;
    std::map<std::string, ResourceState> resources;
    std::map<std::string, GrantState> grants;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& [type, id, event, loggedAt] = facts[i];
        if (type == "org") {
            if (const auto decoded = decodeOrgEvent(event.type, event.payload))
                org = evolve(org, *decoded);
        } else if (type == "user") {
            fold(users, id, decodeUserEvent(event.type, event.payload));
        } else if (type == "team") {
            fold(teams, id, decodeTeamEvent(event.type, event.payload));
        } else if (type == "role") {
            fold(roles, id, decodeRoleEvent(event.type, event.payload));
        } else if (type == "resource") {
            fold(resources, id, decodeResourceEvent(event.type, event.payload));
        } else if (type == "grant") {
            fold(grants, id, decodeGrantEvent(event.type, event.payload));
        }
    }
    NaiveWorld world;
    world.at = at;
    world.isOrgActive = org.lifecycle == OrgLifecycle::Active;
    for (const auto& [id, user] : users)
        if (user.lifecycle == UserLifecycle::Active)
            world.users.insert(id);
    for (const auto& [id, team] : teams) {
        if (team.lifecycle == TeamLifecycle::Active)
            world.teams.insert(id);
        if (team.lifecycle == TeamLifecycle::Removed)
            continue; // what it had is gone with it
        for (const TeamMember& member : team.members)
            world.memberships.emplace(member, id);
    }
    for (const auto& [id, role] : roles) {
        if (role.lifecycle == RoleLifecycle::Active)
            world.roles.insert(id);
        if (role.lifecycle == RoleLifecycle::Removed)
            continue;
        for (const Permission& permission : role.permissions)
            world.permissions.emplace(id, permission);
    }
    for (const auto& [id, resource] : resources) {
        if (resource.lifecycle == ResourceLifecycle::Active)
            world.resources.emplace(id, resource.resourceType);
        if (!resource.parent.isEmpty())
            world.parents.emplace(id, resource.parent.text());
    }
    for (const auto& [id, grant] : grants)
        if (grant.lifecycle == GrantLifecycle::Active)
            world.grants.push_back(
                {id, grant.role.text(), grant.resource.text(), grant.subject, grant.from, grant.until});
    return world;
}

} // namespace muniment::test
