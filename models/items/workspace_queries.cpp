#include "models/items/workspace_queries.h"

#include "models/items/ask_snapshot.h"

namespace muniment {

namespace {

constexpr int kHistoryLines = 500;

Result<ListPage<OrgRow>> readOrganizations(Snapshot& snapshot, const ListRequest<OrgQuery>& request) {
    const auto total = countOrganizations(snapshot, request.query);
    if (!total)
        return tl::unexpected(total.error());
    auto rows = listOrganizations(snapshot, request.query);
    if (!rows)
        return tl::unexpected(rows.error());
    return ListPage<OrgRow>{*total, std::move(*rows)};
}

Result<ListPage<UserRow>> readUsers(Snapshot& snapshot, const ListRequest<UserQuery>& request) {
    const auto total = countUsers(snapshot, request.query);
    if (!total)
        return tl::unexpected(total.error());
    auto rows = listUsers(snapshot, request.query);
    if (!rows)
        return tl::unexpected(rows.error());
    return ListPage<UserRow>{*total, std::move(*rows)};
}

Result<WorkspaceCounts> readCounts(Snapshot& snapshot, const int&) {
    const auto events = evaluate(snapshot, {});
    if (!events)
        return tl::unexpected(events.error());
    const auto organizations = countOrganizations(snapshot, {});
    if (!organizations)
        return tl::unexpected(organizations.error());
    const auto users = countUsers(snapshot, {});
    if (!users)
        return tl::unexpected(users.error());
    return WorkspaceCounts{(*events)->count(), *organizations, *users};
}

Result<std::vector<VersionRow>> readOrgHistory(Snapshot& snapshot, const TenantId& org) {
    return organizationHistory(snapshot, org, kHistoryLines);
}

Result<std::vector<VersionRow>> readUserHistory(Snapshot& snapshot, const UserKey& key) {
    return userHistory(snapshot, key.tenant, key.user, kHistoryLines);
}

} // namespace

AskOrganizations askOrganizations(Workspace& workspace) {
    return askSnapshot<ListRequest<OrgQuery>, ListPage<OrgRow>>(workspace, &readOrganizations);
}

AskUsers askUsers(Workspace& workspace) {
    return askSnapshot<ListRequest<UserQuery>, ListPage<UserRow>>(workspace, &readUsers);
}

Ask<int, WorkspaceCounts> askCounts(Workspace& workspace) {
    return askSnapshot<int, WorkspaceCounts>(workspace, &readCounts);
}

Ask<TenantId, std::vector<VersionRow>> askOrgHistory(Workspace& workspace) {
    return askSnapshot<TenantId, std::vector<VersionRow>>(workspace, &readOrgHistory);
}

Ask<UserKey, std::vector<VersionRow>> askUserHistory(Workspace& workspace) {
    return askSnapshot<UserKey, std::vector<VersionRow>>(workspace, &readUserHistory);
}

} // namespace muniment
