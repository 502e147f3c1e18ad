// The questions of the item models, asked of an open workspace.
#pragma once

#include "models/items/directory_queries.h"
#include "models/items/timeline_queries.h"

namespace muniment {

/// `workspace` must outlive what is asked.
[[nodiscard]] AskOrganizations askOrganizations(Workspace& workspace);
[[nodiscard]] AskUsers askUsers(Workspace& workspace);

/// Everything in the navigation's counts, from one snapshot.
struct WorkspaceCounts {
    std::int64_t events = 0;
    std::int64_t organizations = 0;
    std::int64_t users = 0;
};

[[nodiscard]] Ask<int, WorkspaceCounts> askCounts(Workspace& workspace);

[[nodiscard]] Ask<TenantId, std::vector<VersionRow>> askOrgHistory(Workspace& workspace);

struct UserKey {
    TenantId tenant;
    AggregateId user;
};

[[nodiscard]] Ask<UserKey, std::vector<VersionRow>> askUserHistory(Workspace& workspace);

} // namespace muniment
