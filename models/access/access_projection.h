// The access graph of a workspace file: read from the versions that the file keeps, and brought up to date with what
// came since. Nothing is decided here that the versions do not say, so a rebuilt file gives the same graph.
#pragma once

#include "models/access/node_ids.h"
#include "models/replica/snapshot.h"

#include <map>
#include <memory>

namespace muniment {

/// Not thread-safe; LiveAccess shares one.
class AccessProjection {
public:
    AccessProjection() : m_codes(m_graph) {}

    AccessProjection(const AccessProjection&) = delete;
    AccessProjection& operator=(const AccessProjection&) = delete;

    /// Takes in every event that the snapshot has and the graph has not. The first time everything: a second for a
    /// million edges. After a failure the graph is of no use.
    [[nodiscard]] Result<void> advance(Snapshot& snapshot);

    [[nodiscard]] const AccessGraph& graph() const { return m_graph; }

    [[nodiscard]] const NodeCodes& codes() const { return m_codes; }

    /// The last ordinal of each run that the graph knows.
    [[nodiscard]] const RunBounds& known() const { return m_known; }

    /// Present when somebody or something of the tenant in that region has been named.
    [[nodiscard]] std::optional<HomeIndex> findHome(std::int64_t tenant, std::int64_t region) const;

    /// Packs what was added one by one, when there is much of it.
    void packWhenDue();

    void pack() { m_graph.pack(); }

    /// Nodes that something names and no event has told of.
    [[nodiscard]] const UntoldNodes& untold() const { return m_untold; }

private:
    friend class AccessBuilding;
    friend class AccessReading;

    AccessGraph m_graph;
    NodeCodes m_codes;
    std::map<std::pair<std::int64_t, std::int64_t>, HomeIndex> m_homes; ///< by tenant and region
    UntoldNodes m_untold;
    RunBounds m_known;
    std::int64_t m_lastCode = 0; ///< of aggregates that are nodes
};

} // namespace muniment
