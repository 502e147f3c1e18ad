// Turns what the access graph finds, in numbers, into values that can be told: names, events, times.
#pragma once

#include "models/access/access_entities.h"
#include "models/access/access_missing.h"
#include "models/access/access_rights.h"
#include "models/access/held_grants.h"
#include "models/items/access_answer.h"

#include <map>

namespace muniment {

/// Over one snapshot, at one moment, in one organization. May throw sqlite::Failure: inside guarded().
class AccessTelling {
public:
    AccessTelling(Snapshot& snapshot, const AccessProjection& projection, HomeIndex home, std::optional<Moment> asOf);

    [[nodiscard]] const AccessGraph& graph() const { return m_graph; }

    [[nodiscard]] AccessEntities& entities() { return m_entities; }

    template <class Index>
    [[nodiscard]] AccessParty party(Index node) {
        return node.isNone() ? AccessParty() : named(m_entities.entityOf(node));
    }

    [[nodiscard]] AccessLink link(const MembershipEdge& edge);
    [[nodiscard]] AccessLink link(const GrantEdge& edge);
    [[nodiscard]] AccessLink link(const PermissionEdge& edge);
    [[nodiscard]] AccessLink link(const PlaceEdge& edge);
    [[nodiscard]] AccessLink link(const MissingNode& missing);
    [[nodiscard]] AccessLink link(const Obstacle& obstacle);
    [[nodiscard]] AccessWay way(const AccessPath& path);
    /// A way of another time, each step with what has become of it by `seen`.
    [[nodiscard]] AccessWay way(const AccessPath& path, Seen seen);
    [[nodiscard]] AccessWay way(const HeldGrant& held);

    /// Without an example.
    [[nodiscard]] AccessRightRow right(const HeldRight& held);
    /// `action` and what it is on, of a permission.
    void tellTarget(std::uint32_t action, std::uint32_t target, AccessLink& link);
    /// 0: none.
    [[nodiscard]] std::optional<AccessCause> cause(Bound event);

    /// Links are told without the events that made them.
    void leaveOutCauses() { m_tellsCauses = false; }

    [[nodiscard]] Instant loggedAt(Bound event);
    /// Names of everybody in the organization, read at once: cheaper than one by one where many are told.
    void readAllNames();

private:
    template <class Edge>
    [[nodiscard]] AccessLink link(const Edge& edge, Seen seen);
    [[nodiscard]] AccessParty named(const AccessEntity& entity);
    [[nodiscard]] std::string nameOf(const AccessEntity& entity, const std::optional<Moment>& asOf);
    [[nodiscard]] EventNumber numberOf(Bound event) const;
    [[nodiscard]] std::string actorName(const RecordedEvent& event);

    Snapshot& m_snapshot;
    const AccessGraph& m_graph;
    AccessEntities m_entities;
    HomeIndex m_home;
    std::optional<Moment> m_asOf;
    bool m_tellsCauses = true;
    std::map<std::pair<std::string, std::string>, std::string> m_names; ///< by type and id
};

} // namespace muniment
