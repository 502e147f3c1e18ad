#include "models/simulation/access_life.h"

#include "models/commands/claims.h"
#include "models/domain/resource.h"
#include "models/domain/role.h"
#include "models/simulation/access_names.h"

#include <algorithm>

namespace muniment {

namespace {

std::string claimOf(const GrantAdded& grant) {
    return grantClaimValue(grant.role, grant.subject, grant.resource);
}

template <class Names>
std::string pickFrom(Random& random, const Names& names) {
    return names[random.below(static_cast<std::uint32_t>(names.size()))];
}

} // namespace

AccessLife::Access& AccessLife::accessOf(TenantIndex tenant) {
    if (m_access.size() <= tenant)
        m_access.resize(tenant + 1);
    return m_access[tenant];
}

AccessLife::Entity AccessLife::begin(std::string name) {
    return {AggregateId(m_random.uuid().text()), 0, std::move(name)};
}

void AccessLife::write(Occurrence& out, TenantIndex tenant, const char* type, Entity& entity, NewEvent event) {
    m_writer.fact(out, tenant, type, entity.id.text(), ++entity.sequence, std::move(event), m_writer.admin(tenant));
}

bool AccessLife::setUp(TenantIndex tenant, std::uint32_t step, Occurrence& out) {
    Access& access = accessOf(tenant);
    // What was to be there may have been refused.
    if ((step == 3 && access.projects.empty()) || (step > 4 && access.teams.empty()) ||
        (step == 7 && access.teams.size() < 2))
        return false;
    switch (step) {
    case 0:
    case 1:
        addRole(tenant, step == 0 ? 1 + m_random.below(2) : 0, out);
        return true;
    case 2:
        addResource(tenant, "project", pickFrom(m_random, projectNames()), {}, access.projects, out);
        return true;
    case 3:
        addResource(tenant, "document", pickFrom(m_random, documentNames()), access.projects.front().id,
                    access.documents, out);
        return true;
    case 4:
        addTeam(tenant, pickFrom(m_random, departmentNames()), out);
        return true;
    case 5:
        return addGrant(tenant, {TeamMember::Kind::Team, access.teams.front().id}, false, out);
    case 6: {
        // A part of the department is a team of its own, and a member.
        const std::string whole = access.teams.front().name;
        addTeam(tenant, whole + " " + pickFrom(m_random, departmentParts()), out);
        return true;
    }
    case 7:
        write(out, tenant, "team", access.teams.front(),
              encode(TeamEvent(TeamMemberAdded{{TeamMember::Kind::Team, access.teams.back().id}})));
        return true;
    default:
        return false;
    }
}

bool AccessLife::welcome(UserIndex user, Occurrence& out) {
    const auto& newcomer = m_population.user(user);
    Access& access = accessOf(newcomer.tenant);
    const TeamMember member{TeamMember::Kind::User, AggregateId(newcomer.id.text())};
    if (newcomer.kind == UserKind::Machine || access.teams.empty())
        return addGrant(newcomer.tenant, member, false, out);
    Entity& team = access.teams[m_random.below(static_cast<std::uint32_t>(access.teams.size()))];
    write(out, newcomer.tenant, "team", team, encode(TeamEvent(TeamMemberAdded{member})));
    return true;
}

bool AccessLife::tend(TenantIndex tenant, UserIndex somebody, Occurrence& out) {
    Access& access = accessOf(tenant);
    if (access.projects.empty())
        return false;
    const double choice = m_random.fraction();
    if (choice < 0.25 && access.grants.size() > 2) {
        removeGrant(tenant, out);
        return true;
    }
    if (choice < 0.3 && access.roles.size() > 1 && !access.hasAuditing) {
        permitReports(tenant, out);
        return true;
    }
    if (choice < 0.45) {
        const auto& within = access.documents.empty() || m_random.chance(0.7) ? access.projects : access.documents;
        const AggregateId parent = within[m_random.below(static_cast<std::uint32_t>(within.size()))].id;
        addResource(tenant, "document", pickFrom(m_random, documentNames()), parent, access.documents, out);
        return true;
    }
    return addGrant(tenant, {TeamMember::Kind::User, AggregateId(m_population.user(somebody).id.text())}, true, out);
}

void AccessLife::addRole(TenantIndex tenant, std::size_t which, Occurrence& out) {
    const RoleTemplate& role = roleTemplates()[which];
    Entity entity = begin(role.key);
    write(out, tenant, "role", entity, encode(RoleEvent(RoleAdded{role.key, role.displayName, role.group})));
    for (const PermissionTemplate& permission : role.permissions)
        write(out, tenant, "role", entity,
              encode(RoleEvent(RolePermissionAdded{{permission.action, permission.resourceType, {}}})));
    out.claims.push_back({ClaimChange::Kind::Take, std::string(kRoleKeyClaim), normalisedUserName(role.key)});
    accessOf(tenant).roles.push_back(std::move(entity));
}

void AccessLife::addTeam(TenantIndex tenant, const std::string& name, Occurrence& out) {
    Entity entity = begin(name);
    write(out, tenant, "team", entity, encode(TeamEvent(TeamAdded{name, {}})));
    out.claims.push_back({ClaimChange::Kind::Take, std::string(kTeamNameClaim), normalisedUserName(name)});
    accessOf(tenant).teams.push_back(std::move(entity));
}

void AccessLife::addResource(TenantIndex tenant, const char* type, const std::string& name, const AggregateId& parent,
                             std::vector<Entity>& into, Occurrence& out) {
    Entity entity = begin(name);
    write(out, tenant, "resource", entity, encode(ResourceEvent(ResourceAdded{name, type, parent})));
    into.push_back(std::move(entity));
}

bool AccessLife::addGrant(TenantIndex tenant, const GrantSubject& subject, bool isForAWhile, Occurrence& out) {
    Access& access = accessOf(tenant);
    if (access.roles.empty())
        return false;
    GrantAdded added;
    added.role = access.roles[m_random.below(static_cast<std::uint32_t>(access.roles.size()))].id;
    added.subject = subject;
    if (!access.projects.empty() && m_random.chance(0.6))
        added.resource = access.projects[m_random.below(static_cast<std::uint32_t>(access.projects.size()))].id;
    const auto isSame = [&](const Grant& grant) { return claimOf(grant.added) == claimOf(added); };
    if (std::any_of(access.grants.begin(), access.grants.end(), isSame))
        return false;
    std::string reason;
    if (isForAWhile) {
        reason = pickFrom(m_random, grantReasons());
        const std::int64_t days = m_random.between(7, 180);
        added.until = Instant{m_now.micros / kMicrosPerSecond * kMicrosPerSecond + days * kMicrosPerDay};
    }
    Grant grant{begin({}), added};
    write(out, tenant, "grant", grant.entity, encode(GrantEvent(added), reason));
    out.claims.push_back({ClaimChange::Kind::Take, std::string(kGrantClaim), claimOf(added)});
    access.grants.push_back(std::move(grant));
    return true;
}

void AccessLife::removeGrant(TenantIndex tenant, Occurrence& out) {
    auto& grants = accessOf(tenant).grants;
    const auto which = static_cast<std::ptrdiff_t>(m_random.below(static_cast<std::uint32_t>(grants.size())));
    Grant& grant = grants[static_cast<std::size_t>(which)];
    write(out, tenant, "grant", grant.entity, encode(GrantEvent(GrantRemoved{}), "no longer needed"));
    out.claims.push_back({ClaimChange::Kind::Release, std::string(kGrantClaim), claimOf(grant.added)});
    grants.erase(grants.begin() + which);
}

void AccessLife::permitReports(TenantIndex tenant, Occurrence& out) {
    Access& access = accessOf(tenant);
    access.hasAuditing = true;
    write(out, tenant, "role", access.roles.front(),
          encode(RoleEvent(RolePermissionAdded{{"reports.read", {}, access.projects.front().id}})));
}

void AccessLife::correct(const AggregateKey& aggregate, const std::vector<RecordedEvent>& history) {
    const std::int64_t sequence = history.empty() ? 0 : history.back().sequence;
    const auto correctIn = [&](std::vector<Entity>& entities) {
        // What was refused at its beginning is not there.
        std::erase_if(entities, [&](const Entity& entity) { return entity.id == aggregate.id && history.empty(); });
        for (Entity& entity : entities)
            if (entity.id == aggregate.id)
                entity.sequence = sequence;
    };
    for (Access& access : m_access) {
        for (auto* entities : {&access.roles, &access.teams, &access.projects, &access.documents})
            correctIn(*entities);
        for (Grant& grant : access.grants)
            if (grant.entity.id == aggregate.id)
                grant.entity.sequence = sequence;
        // Who finds a grant taken back by somebody else has nothing left to take back.
        std::erase_if(access.grants, [&](const Grant& grant) {
            return grant.entity.id == aggregate.id && foldGrant(history).lifecycle != GrantLifecycle::Active;
        });
    }
}

} // namespace muniment
