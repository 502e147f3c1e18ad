// The questions of the item models, asked of an open workspace.
#pragma once

#include "models/items/directory_queries.h"
#include "models/items/entity_activity.h"
#include "models/items/timeline_queries.h"

namespace muniment {

/// `workspace` must outlive what is asked.
[[nodiscard]] AskOrganizations askOrganizations(Workspace& workspace);
[[nodiscard]] AskUsers askUsers(Workspace& workspace);
[[nodiscard]] AskTeams askTeams(Workspace& workspace);
[[nodiscard]] AskMembers askMembers(Workspace& workspace);
[[nodiscard]] AskRoles askRoles(Workspace& workspace);
[[nodiscard]] AskPermissions askPermissions(Workspace& workspace);
[[nodiscard]] AskResources askResources(Workspace& workspace);
[[nodiscard]] AskGrants askGrants(Workspace& workspace);
[[nodiscard]] AskSessions askSessions(Workspace& workspace);
[[nodiscard]] AskPlans askPlans(Workspace& workspace);
[[nodiscard]] AskCredentials askCredentials(Workspace& workspace);
[[nodiscard]] AskDomains askDomains(Workspace& workspace);

/// Everything in the navigation's counts, from one snapshot.
struct WorkspaceCounts {
    std::int64_t events = 0;
    std::int64_t organizations = 0;
    std::int64_t users = 0;
    std::int64_t teams = 0;
    std::int64_t roles = 0;
    std::int64_t resources = 0;
    std::int64_t sessions = 0; ///< open ones
    std::int64_t plans = 0;
    std::int64_t openReviews = 0;
};

/// As of a moment, or now.
[[nodiscard]] Ask<std::optional<Moment>, WorkspaceCounts> askCounts(Workspace& workspace);

/// When a user was last seen and last signed in, as of an instant or now.
struct UserActivityRequest {
    EntityRef user;
    std::optional<Moment> asOf;

    bool operator==(const UserActivityRequest&) const = default;
};

using AskUserActivity = Ask<UserActivityRequest, UserActivity>;
[[nodiscard]] AskUserActivity askUserActivity(Workspace& workspace);

/// What had changed an entity by then, newest first; nothing of a session, which has no versions.
struct HistoryRequest {
    EntityRef entity;
    std::optional<Moment> asOf = {};

    bool operator==(const HistoryRequest&) const = default;
};

using AskHistory = Ask<HistoryRequest, std::vector<VersionRow>>;
[[nodiscard]] AskHistory askHistory(Workspace& workspace);

} // namespace muniment
