// One step of the access projection: what lies between two bounds of each run, read from the file.
#pragma once

#include "models/access/access_projection.h"
#include "models/replica/sqlite.h"

namespace muniment {

class AccessReading {
public:
    AccessReading(AccessProjection& projection, Snapshot& snapshot, const RunBounds& upTo);

    /// Throws sqlite::Failure.
    void run();

private:
    /// Events of one run, the first and the last of them.
    struct Stretch {
        std::int64_t run, first, last;
    };

    template <class Row>
    void forRows(const char* sql, const Stretch& stretch, Row&& row);

    void readNodes();
    void readOrganizations(const Stretch& stretch);
    void readSubjects(const char* sql, const Stretch& stretch);
    void readRoles(const Stretch& stretch);
    void readResources(const Stretch& stretch);
    void readMembers(const Stretch& stretch);
    void readPermissions(const Stretch& stretch);
    void readGrants(const Stretch& stretch);
    void endEarlierGrant(std::int64_t code, std::int64_t n);

    [[nodiscard]] HomeIndex homeOf(std::int64_t tenant, std::int64_t region);
    [[nodiscard]] std::uint32_t nodeOf(NodeKind kind, HomeIndex home, std::string_view id);
    void addNode(NodeKind kind, HomeIndex home, std::string_view id, std::uint32_t code);
    [[nodiscard]] std::uint32_t newNode(NodeKind kind, HomeIndex home, std::uint32_t code);
    void setCode(NodeKind kind, std::uint32_t index, std::uint32_t code);
    [[nodiscard]] std::int64_t codeOfId(NodeKind kind, HomeIndex home, std::string_view id);
    [[nodiscard]] Span spanOf(const sqlite::Statement& row) const;

    AccessProjection& m_projection;
    AccessGraph& m_graph;
    Snapshot& m_snapshot;
    const RunBounds& m_upTo;
    const bool m_isFirst; ///< the whole file: rows are collected and packed
    NodeIdTable m_ids;    ///< of a first reading
    AccessEdges m_edges;
    std::map<std::int64_t, std::int64_t> m_runs; ///< live run of each region, by their codes
};

} // namespace muniment
