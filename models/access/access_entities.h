// From ids to nodes of the access graph, and back.
#pragma once

#include "models/access/access_projection.h"
#include "models/domain/event.h"

namespace muniment {

/// What a node stands for.
struct AccessEntity {
    TenantId tenant;
    RegionName region;
    AggregateKey aggregate; ///< "user", "team", "role", "resource", "grant"; "org" for a whole organization

    bool operator==(const AccessEntity&) const = default;
};

/// Over one snapshot; `projection` MUST know all that the snapshot holds. May throw sqlite::Failure: inside guarded().
class AccessEntities {
public:
    AccessEntities(Snapshot& snapshot, const AccessProjection& projection);

    /// Of a tenant that has moved: where it lives now, else where it was last told of. Absent: nothing is known of it.
    [[nodiscard]] std::optional<HomeIndex> findHome(const TenantId& tenant);
    /// None when nothing names it.
    [[nodiscard]] SubjectIndex findSubject(HomeIndex home, SubjectKind kind, const AggregateId& id);
    [[nodiscard]] RoleIndex findRole(HomeIndex home, const AggregateId& id);
    /// An empty id is the whole organization.
    [[nodiscard]] ResourceIndex findResource(HomeIndex home, const AggregateId& id);

    [[nodiscard]] AccessEntity entityOf(HomeIndex home);
    [[nodiscard]] AccessEntity entityOf(SubjectIndex subject);
    [[nodiscard]] AccessEntity entityOf(RoleIndex role);
    [[nodiscard]] AccessEntity entityOf(ResourceIndex resource);
    [[nodiscard]] AccessEntity grantOf(HomeIndex home, std::uint32_t code);
    /// Of aggregates.code; empty when there is none.
    [[nodiscard]] AggregateId idOf(std::uint32_t code);

    /// What a moment holds of a home.
    [[nodiscard]] static Bound boundOf(const Home& home, const RunBounds& bounds);

private:
    [[nodiscard]] std::int64_t findCode(HomeIndex home, const char* type, const AggregateId& id);
    [[nodiscard]] std::uint32_t findUntold(NodeKind kind, HomeIndex home, const AggregateId& id) const;
    [[nodiscard]] AccessEntity entity(NodeKind kind, HomeIndex home, std::uint32_t node, std::uint32_t code);
    [[nodiscard]] AccessEntity inHome(HomeIndex home, std::string type);

    Snapshot& m_snapshot;
    const AccessProjection& m_projection;
    std::map<std::uint32_t, std::pair<TenantId, RegionName>> m_homes;
};

} // namespace muniment
