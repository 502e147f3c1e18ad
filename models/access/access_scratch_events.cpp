// What each kind of event does to the scratch copy: as the deciders' folds have it.
#include "models/access/access_scratch.h"
#include "models/domain/org.h"
#include "models/domain/overloaded.h"
#include "models/domain/resource.h"
#include "models/domain/role.h"
#include "models/domain/user.h"
#include "models/replica/sqlite.h"
#include "models/replica/stored_id.h"

namespace muniment {

namespace {

/// Codes of grants that only drafts have count down from here.
constexpr std::uint32_t kFirstDraftedGrant = kNoCode - 1;

constexpr const char* kGrantNow = R"(
SELECT g.entity, g.state, g.role, g.subject_kind, g.subject, g.resource, g.from_at, g.until_at
  FROM aggregates AS a JOIN words AS w ON w.code = a.type JOIN grant_versions AS g ON g.entity = a.code
 WHERE a.id = ? AND w.text = 'grant' AND a.tenant = ? AND a.region = ? AND a.is_listed = 1 AND g.to_n IS NULL)";
constexpr const char* kOrgCode = R"(
SELECT a.code FROM aggregates AS a JOIN words AS w ON w.code = a.type
 WHERE w.text = 'org' AND a.tenant = ? AND a.region = ? AND a.is_listed = 1)";

bool isAddition(std::string_view type) {
    return type.ends_with(".added") && type != "team.member.added" && type != "role.permission.added";
}

std::optional<Instant> instantAt(const sqlite::Statement& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(Instant{row.integer(column)});
}

Period periodOf(const GrantState& state) {
    Period period;
    if (state.from)
        period.from = state.from->micros;
    if (state.until)
        period.until = state.until->micros;
    return period;
}

/// The row of a node that has not ended; nullptr: there is none.
template <class Row, class Key>
std::optional<Row> openRow(const Adjacency<Row>& rows, std::uint32_t owner, const Key& key) {
    std::optional<Row> open;
    rows.anyOf(owner, key, [&](const Row& row) {
        if (row.span.to == kOpen)
            open = row;
        return open.has_value();
    });
    return open;
}

} // namespace

void AccessScratch::addOrg(HomeIndex home, const DraftEvent& draft, Bound from) {
    const auto event = decodeOrgEvent(draft.event.type, draft.event.payload);
    if (!event)
        return;
    auto& code = m_snapshot.statement(kOrgCode);
    code.bind(1, m_graph.home(home).tenant);
    code.bind(2, m_graph.home(home).region);
    const std::uint32_t known = code.step() ? static_cast<std::uint32_t>(code.integer(0)) : kNoCode;
    code.reset();
    bool& isGone = isRemoved(home, draft.aggregate, known);
    if (isGone && !std::holds_alternative<OrgAdded>(*event))
        return;
    const bool isBegun = std::holds_alternative<OrgAdded>(*event) || std::holds_alternative<OrgReactivated>(*event);
    isGone = std::holds_alternative<OrgRemoved>(*event);
    if (!isBegun && !isGone && !std::holds_alternative<OrgDeactivated>(*event))
        return;
    m_graph.setAlive(home, isBegun, from);
    touchAll(home);
}

void AccessScratch::addUser(HomeIndex home, const DraftEvent& draft, Bound from) {
    const auto event = decodeUserEvent(draft.event.type, draft.event.payload);
    if (!event)
        return;
    const SubjectIndex user = subjectOf(home, SubjectKind::User, draft.aggregate.id);
    bool& isGone = isRemoved(home, draft.aggregate, m_graph.codeOf(user));
    if (isGone && !isAddition(draft.event.type))
        return;
    UserState state;
    state.lifecycle = UserLifecycle::None;
    const UserLifecycle lifecycle = evolve(std::move(state), *event).lifecycle;
    if (lifecycle == UserLifecycle::None) // about something else than whether it counts
        return;
    isGone = lifecycle == UserLifecycle::Removed;
    m_graph.setAlive(user, lifecycle == UserLifecycle::Active, from);
    m_touched.insert(user);
}

void AccessScratch::addTeam(HomeIndex home, const DraftEvent& draft, Bound from) {
    const auto event = decodeTeamEvent(draft.event.type, draft.event.payload);
    if (!event)
        return;
    const SubjectIndex team = subjectOf(home, SubjectKind::Team, draft.aggregate.id);
    bool& isGone = isRemoved(home, draft.aggregate, m_graph.codeOf(team));
    if (isGone && !std::holds_alternative<TeamAdded>(*event))
        return;
    std::visit(
        Overloaded{
            [&](const TeamAdded&) {
                isGone = false;
                m_graph.setAlive(team, true, from);
                m_touched.insert(team);
            },
            [](const TeamChanged&) {},
            [&](const TeamRemoved&) {
                isGone = true;
                m_graph.setAlive(team, false, from);
                m_touched.insert(team);
                std::vector<SubjectIndex> members;
                m_graph.members().forEach(team.value, [&](const MemberOfTeam& row) {
                    if (row.span.to == kOpen)
                        members.push_back({row.member});
                });
                for (const SubjectIndex member : members)
                    setMembership(member, team, false, from);
            },
            [&](const TeamMemberAdded& added) { setMembership(subjectOf(home, added.member), team, true, from); },
            [&](const TeamMemberRemoved& removed) {
                setMembership(subjectOf(home, removed.member), team, false, from);
            },
        },
        *event);
}

void AccessScratch::setMembership(SubjectIndex member, SubjectIndex team, bool isIn, Bound from) {
    const auto open = openRow(m_graph.teams(), member.value, team.value);
    if (open.has_value() == isIn)
        return;
    if (isIn)
        m_graph.addMembership(member, team, {from, kOpen});
    else
        m_graph.endMembership(member, team, open->span.from, from);
    m_touched.insert(member);
}

void AccessScratch::addRole(HomeIndex home, const DraftEvent& draft, Bound from) {
    const auto event = decodeRoleEvent(draft.event.type, draft.event.payload);
    if (!event)
        return;
    const RoleIndex role = roleOf(home, draft.aggregate.id);
    bool& isGone = isRemoved(home, draft.aggregate, m_graph.codeOf(role));
    if (isGone && !std::holds_alternative<RoleAdded>(*event))
        return;
    touchGrantees(role);
    std::visit(
        Overloaded{
            [&](const RoleAdded&) {
                isGone = false;
                m_graph.setAlive(role, true, from);
            },
            [](const RoleChanged&) {},
            [&](const RoleRemoved&) {
                isGone = true;
                m_graph.setAlive(role, false, from);
                std::vector<PermissionOfRole> open;
                m_graph.permissions().forEach(role.value, [&](const PermissionOfRole& row) {
                    if (row.span.to == kOpen)
                        open.push_back(row);
                });
                for (const PermissionOfRole& permission : open)
                    m_graph.endPermission(role, permission, from);
            },
            [&](const RolePermissionAdded& added) { setPermission(home, role, added.permission, true, from); },
            [&](const RolePermissionRemoved& removed) { setPermission(home, role, removed.permission, false, from); },
        },
        *event);
}

void AccessScratch::setPermission(HomeIndex home, RoleIndex role, const Permission& permission, bool isPermitted,
                                  Bound from) {
    const std::uint32_t target = permission.resource.isEmpty()
                                     ? PermissionOfRole::kOfType | m_graph.typeIndex(permission.resourceType)
                                     : resourceOf(home, permission.resource).value;
    PermissionOfRole row{m_graph.actionIndex(permission.action), target, {from, kOpen}};
    const auto open = openRow(m_graph.permissions(), role.value, row.key());
    if (open.has_value() == isPermitted)
        return;
    if (isPermitted)
        m_graph.addPermission(role, row);
    else
        m_graph.endPermission(role, *open, from);
}

void AccessScratch::addResource(HomeIndex home, const DraftEvent& draft, Bound from) {
    const auto event = decodeResourceEvent(draft.event.type, draft.event.payload);
    if (!event)
        return;
    const ResourceIndex resource = resourceOf(home, draft.aggregate.id);
    bool& isGone = isRemoved(home, draft.aggregate, m_graph.codeOf(resource));
    if (isGone && !std::holds_alternative<ResourceAdded>(*event))
        return;
    const auto putInto = [&](const AggregateId& parent) {
        const ResourceIndex place = resourceOf(home, parent);
        const auto* before = m_graph.parents().at(resource.value, from);
        if (before != nullptr && before->value != place)
            m_moved.insert(resource);
        m_graph.setParent(resource, place, from);
    };
    touchGrantees(resource);
    std::visit(Overloaded{
                   [&](const ResourceAdded& added) {
                       isGone = false;
                       m_moved.insert(resource);
                       m_graph.setType(resource, m_graph.typeIndex(added.resourceType), from);
                       putInto(added.parent);
                   },
                   [&](const ResourceChanged& changed) {
                       if (changed.parent)
                           putInto(*changed.parent);
                   },
                   [&](const ResourceRemoved&) {
                       isGone = true;
                       m_moved.insert(resource);
                       m_graph.setGone(resource, from);
                   },
               },
               *event);
}

void AccessScratch::addGrant(HomeIndex home, const DraftEvent& draft, Bound from) {
    const auto event = decodeGrantEvent(draft.event.type, draft.event.payload);
    if (!event)
        return;
    Grant& grant = grantOf(home, draft.aggregate.id);
    endGrant(home, grant, from);
    grant.state = evolve(std::move(grant.state), *event);
    if (grant.state.lifecycle != GrantLifecycle::Active)
        return;
    const SubjectIndex subject = subjectOf(home, grant.state.subject);
    m_graph.addGrant(resourceOf(home, grant.state.resource),
                     {subject.value, roleOf(home, grant.state.role).value, grant.code,
                      m_graph.periodIndex(periodOf(grant.state)), Span{from, kOpen}});
    m_touched.insert(subject);
}

void AccessScratch::endGrant(HomeIndex home, const Grant& grant, Bound from) {
    if (grant.state.lifecycle != GrantLifecycle::Active)
        return;
    const ResourceIndex place = resourceOf(home, grant.state.resource);
    const SubjectIndex subject = subjectOf(home, grant.state.subject);
    std::optional<Span> open;
    m_graph.grants().anyOf(place.value, subject.value, [&](const GrantOnResource& row) {
        if (row.code == grant.code && row.span.to == kOpen)
            open = row.span;
        return open.has_value();
    });
    if (open)
        m_graph.endGrant(place, subject, open->from, from);
    m_touched.insert(subject);
}

AccessScratch::Grant& AccessScratch::grantOf(HomeIndex home, const AggregateId& id) {
    const auto [known, isNew] = m_grants.try_emplace({home.value, id});
    Grant& grant = known->second;
    if (!isNew)
        return grant;
    auto& row = m_snapshot.statement(kGrantNow);
    row.bindText(1, id.text());
    row.bind(2, m_graph.home(home).tenant);
    row.bind(3, m_graph.home(home).region);
    if (row.step()) {
        grant.code = static_cast<std::uint32_t>(row.integer(0));
        grant.state.lifecycle = row.bytes(1) == "active"    ? GrantLifecycle::Active
                                : row.bytes(1) == "removed" ? GrantLifecycle::Removed
                                                            : GrantLifecycle::None;
        grant.state.role = storedIdAt(row, 2);
        grant.state.subject = {row.bytes(3) == "team" ? TeamMember::Kind::Team : TeamMember::Kind::User,
                               storedIdAt(row, 4)};
        grant.state.resource = storedIdAt(row, 5);
        grant.state.from = instantAt(row, 6);
        grant.state.until = instantAt(row, 7);
    } else {
        grant.code = kFirstDraftedGrant - static_cast<std::uint32_t>(m_grantIds.size());
        m_grantIds.emplace(grant.code, id);
    }
    row.reset();
    return grant;
}

void AccessScratch::touchGrantees(RoleIndex role) {
    for (std::uint32_t place = 0; place < m_graph.resourceCount(); ++place)
        if (m_graph.homeOf(ResourceIndex{place}) == m_graph.homeOf(role))
            m_graph.grants().forEach(place, [&](const GrantOnResource& row) {
                if (row.role == role.value && row.span.to == kOpen)
                    m_touched.insert(SubjectIndex{row.subject});
            });
}

void AccessScratch::touchGrantees(ResourceIndex place) {
    m_graph.grants().forEach(place.value, [&](const GrantOnResource& row) {
        if (row.span.to == kOpen)
            m_touched.insert(SubjectIndex{row.subject});
    });
}

void AccessScratch::touchAll(HomeIndex home) {
    for (std::uint32_t subject = 0; subject < m_graph.subjectCount(); ++subject)
        if (m_graph.homeOf(SubjectIndex{subject}) == home)
            m_touched.insert(SubjectIndex{subject});
}

} // namespace muniment
