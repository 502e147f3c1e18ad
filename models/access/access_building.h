// One step of the access projection: rows of the file become nodes and edges.
#pragma once

#include "models/access/access_projection.h"
#include "models/access/access_rows.h"
#include "models/replica/sqlite.h"

#include <algorithm>
#include <set>

namespace muniment {

/// Rows MUST come as AccessReading orders them: nodes, then run by run what they were, then what ties them. Everything
/// throws sqlite::Failure.
class AccessBuilding {
public:
    /// While it takes in the first rows of a projection it does not touch the snapshot, which another thread reads.
    AccessBuilding(AccessProjection& projection, Snapshot& snapshot, const RunBounds& upTo);

    /// The whole file: rows are collected and packed.
    [[nodiscard]] bool isFirst() const { return m_isFirst; }

    void take(RowBlock<NodeRow> nodes);
    void take(const RowBlock<OrganizationRow>& organizations);
    void takeSubjects(const RowBlock<LifeRow>& subjects);
    void takeRoles(const RowBlock<LifeRow>& roles);
    void take(const RowBlock<ResourceRow>& resources);
    void take(const RowBlock<MemberRow>& members);
    /// Of memberships that are there and ended.
    void takeEnds(const RowBlock<MemberRow>& members);
    void take(const RowBlock<PermissionRow>& permissions);
    void takeEnds(const RowBlock<PermissionRow>& permissions);
    void take(const RowBlock<GrantRow>& grants);
    void finish();

    /// By tenants.code: their rows lie in several runs. They come behind all others, in order; see inOrder().
    [[nodiscard]] bool hasMoved(std::int64_t tenant) const { return m_moved.contains(tenant); }

    /// Rows of tenants that have moved, from all runs, as their epochs follow.
    template <class Row>
    void sort(RowBlock<Row>& block) {
        std::stable_sort(block.rows.begin(), block.rows.end(),
                         [this](const Row& a, const Row& b) { return placeInOrder(a) < placeInOrder(b); });
    }

private:
    template <class Row>
    [[nodiscard]] std::pair<HomeIndex, Bound> placeInOrder(const Row& row) {
        const HomeIndex home = homeOf(row.home);
        if constexpr (requires { row.span; })
            return {home, boundOf(home, row.span.from)};
        else
            return {home, boundOf(home, row.from)};
    }

    [[nodiscard]] HomeIndex homeOf(const HomeCodes& codes);
    [[nodiscard]] std::uint32_t nodeOf(NodeKind kind, HomeIndex home, std::string_view id);
    [[nodiscard]] ResourceIndex placeOf(HomeIndex home, std::string_view resource);
    void addNode(NodeKind kind, HomeIndex home, std::string_view id, std::uint32_t code);
    [[nodiscard]] std::uint32_t newNode(NodeKind kind, HomeIndex home, std::uint32_t code);
    void setCode(NodeKind kind, std::uint32_t index, std::uint32_t code);
    [[nodiscard]] std::int64_t codeOfId(NodeKind kind, HomeIndex home, std::string_view id);
    [[nodiscard]] Span spanOf(HomeIndex home, const VersionSpan& span) const;
    [[nodiscard]] Bound boundOf(HomeIndex home, std::int64_t n) const;
    void readStretches();
    [[nodiscard]] PermissionOfRole permissionOf(const RowBlock<PermissionRow>& block, const PermissionRow& row);
    void endEarlierGrant(std::int64_t code, std::int64_t n);

    AccessProjection& m_projection;
    AccessGraph& m_graph;
    Snapshot& m_snapshot;
    const RunBounds& m_upTo;
    const bool m_isFirst;
    NodeIdTable m_ids; ///< of a first reading
    AccessEdges m_edges;
    std::map<std::int64_t, std::int64_t> m_runs;               ///< live run of each region, by their codes
    std::map<HomeCodes, std::vector<HomeStretch>> m_stretches; ///< of tenants that have moved
    std::set<std::int64_t> m_moved;                            ///< tenants.code of these
    HomeCodes m_lastCodes;                                     ///< of the home that was asked for last
    HomeIndex m_lastHome;
};

} // namespace muniment
