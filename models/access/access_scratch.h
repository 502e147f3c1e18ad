// What the access graph would be after events that nobody has written: a copy of it, which goes on where the log ends.
// Source of the idea: counterfactual replay.
#pragma once

#include "models/access/access_entities.h"
#include "models/access/scope_chain.h"
#include "models/domain/grant.h"
#include "models/domain/role.h"

#include <map>
#include <set>

namespace muniment {

/// An event as it would be written next.
struct DraftEvent {
    TenantId tenant;
    RegionName region;
    AggregateKey aggregate;
    NewEvent event;
};

/// Over one snapshot; `projection` MUST know all that the snapshot holds, and is not changed. For one thread.
class AccessScratch {
public:
    AccessScratch(Snapshot& snapshot, const AccessProjection& projection);

    /// In the order in which they would be written. An event that has nothing to do with access is passed over, as is
    /// what a removed thing is told. May throw sqlite::Failure: inside guarded().
    void add(const DraftEvent& draft);

    [[nodiscard]] const AccessGraph& graph() const { return m_graph; }

    /// Organizations of the drafts.
    [[nodiscard]] std::set<HomeIndex> homes() const;
    /// Users and teams whose access a draft may have changed, with everybody in those teams; a superset.
    [[nodiscard]] std::set<SubjectIndex> touched(HomeIndex home) const;

    /// Resources that lie somewhere else now, or have come or gone: what lies in them is reached otherwise.
    [[nodiscard]] const std::set<ResourceIndex>& moved() const { return m_moved; }

    /// What the log says now, and what it would say; judged at the same instant.
    [[nodiscard]] Seen before(HomeIndex home, Instant at) const { return {boundBefore(home), at.micros}; }

    [[nodiscard]] Seen after(HomeIndex home, Instant at) const;

    /// Also of what only the drafts tell of.
    template <class Index>
    [[nodiscard]] AccessEntity entityOf(Index node) {
        const auto known = m_drafted.find({kindOf(node), node.value});
        return known == m_drafted.end() ? m_entities.entityOf(node) : known->second;
    }

    [[nodiscard]] AccessEntity entityOf(HomeIndex home);
    [[nodiscard]] AggregateId grantId(std::uint32_t code);
    [[nodiscard]] std::optional<HomeIndex> findHome(const TenantId& tenant);
    [[nodiscard]] SubjectIndex findSubject(HomeIndex home, SubjectKind kind, const AggregateId& id);
    [[nodiscard]] ResourceIndex findResource(HomeIndex home, const AggregateId& id);

private:
    struct Grant {
        GrantState state;
        std::uint32_t code = kNoCode;
    };

    [[nodiscard]] NodeKind kindOf(SubjectIndex node) const;

    [[nodiscard]] static NodeKind kindOf(RoleIndex) { return NodeKind::Role; }

    [[nodiscard]] static NodeKind kindOf(ResourceIndex) { return NodeKind::Resource; }

    [[nodiscard]] Bound boundBefore(HomeIndex home) const;
    HomeIndex homeOf(const DraftEvent& draft);
    SubjectIndex subjectOf(HomeIndex home, SubjectKind kind, const AggregateId& id);
    SubjectIndex subjectOf(HomeIndex home, const TeamMember& subject);
    RoleIndex roleOf(HomeIndex home, const AggregateId& id);
    ResourceIndex resourceOf(HomeIndex home, const AggregateId& id);
    void noteDrafted(NodeKind kind, std::uint32_t node, HomeIndex home, const AggregateId& id);
    /// Whether the log, or a draft, has removed it.
    [[nodiscard]] bool& isRemoved(HomeIndex home, const AggregateKey& aggregate, std::uint32_t code);

    void addOrg(HomeIndex home, const DraftEvent& draft, Bound from);
    void addUser(HomeIndex home, const DraftEvent& draft, Bound from);
    void addTeam(HomeIndex home, const DraftEvent& draft, Bound from);
    void addRole(HomeIndex home, const DraftEvent& draft, Bound from);
    void addResource(HomeIndex home, const DraftEvent& draft, Bound from);
    void addGrant(HomeIndex home, const DraftEvent& draft, Bound from);
    void setMembership(SubjectIndex member, SubjectIndex team, bool isIn, Bound from);
    void setPermission(HomeIndex home, RoleIndex role, const Permission& permission, bool isPermitted, Bound from);
    void endGrant(HomeIndex home, const Grant& grant, Bound from);
    Grant& grantOf(HomeIndex home, const AggregateId& id);
    void touchGrantees(RoleIndex role);
    void touchGrantees(ResourceIndex place);
    void touchAll(HomeIndex home);

    Snapshot& m_snapshot;
    const AccessProjection& m_projection;
    AccessEntities m_entities;
    AccessGraph m_graph;
    std::map<TenantId, HomeIndex> m_homes;
    std::map<std::uint32_t, Bound> m_last; ///< the last draft of each home
    std::map<std::tuple<NodeKind, std::uint32_t, AggregateId>, std::uint32_t> m_nodes;
    std::map<std::pair<NodeKind, std::uint32_t>, AccessEntity> m_drafted;
    std::map<std::pair<std::uint32_t, AggregateKey>, bool> m_removed; ///< by home
    std::map<std::pair<std::uint32_t, AggregateId>, Grant> m_grants;
    std::map<std::uint32_t, AggregateId> m_grantIds; ///< of codes that only drafts have
    std::set<SubjectIndex> m_touched;
    std::set<ResourceIndex> m_moved;
};

} // namespace muniment
