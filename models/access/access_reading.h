// One step of the access projection: what lies between two bounds of each run, read from the file.
#pragma once

#include "models/access/access_building.h"
#include "models/base/task_line.h"

#include <optional>

namespace muniment {

/// The first reading of a file reads here and builds on a thread of its own; a later one is short and does both here.
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

    /// Rows of tenants that have moved, until all runs are read.
    struct Moved {
        RowBlock<OrganizationRow> organizations;
        RowBlock<LifeRow> users, teams, roles;
        RowBlock<ResourceRow> resources;
        RowBlock<MemberRow> members, endedMembers;
        RowBlock<PermissionRow> permissions, endedPermissions;
        RowBlock<GrantRow> grants;
    };

    /// `add` appends the row to the block, or to `moved`; `take` gives a full block to the building.
    template <class Row, class Add, class Take>
    void forRows(const char* sql, const Stretch& stretch, RowBlock<Row>& moved, Add&& add, Take take);
    template <class Row, class Take>
    void hand(RowBlock<Row> block, Take take);

    void readNodes();
    void readOrganizations(const Stretch& stretch);
    void readSubjects(const char* sql, const Stretch& stretch);
    void readRoles(const Stretch& stretch);
    void readResources(const Stretch& stretch);
    void readMembers(const Stretch& stretch);
    void readPermissions(const Stretch& stretch);
    void readGrants(const Stretch& stretch);
    void readMoved();

    AccessProjection& m_projection;
    Snapshot& m_snapshot;
    const RunBounds& m_upTo;
    AccessBuilding m_building;
    Moved m_moved;
    std::optional<TaskLine> m_line; ///< of a first reading; last, so that it ends first
};

} // namespace muniment
