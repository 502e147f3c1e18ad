#include "models/items/workspace_queries.h"

#include "models/items/ask_snapshot.h"
#include "models/items/event_words.h"

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

Result<EventDetails> readDetails(Snapshot& snapshot, const TimelineRow& row) {
    EventDetails details{row, {}};
    Result<std::vector<VersionRow>> history = std::vector<VersionRow>{};
    if (row.event.aggregate.type == "org")
        history = readOrgHistory(snapshot, row.event.tenant);
    else if (row.event.aggregate.type == "user")
        history = readUserHistory(snapshot, {row.event.tenant, row.event.aggregate.id});
    if (!history)
        return tl::unexpected(history.error());
    // An entity that the read model does not know has no versions; its event still has a payload.
    const auto version = std::ranges::find(*history, row.number, &VersionRow::number);
    if (version != history->end())
        details.changes = version->changes;
    if (details.changes.empty())
        details.changes = payloadFields(row.event);
    return details;
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

Ask<TimelineRow, EventDetails> askEventDetails(Workspace& workspace) {
    return askSnapshot<TimelineRow, EventDetails>(workspace, &readDetails);
}

Ask<TenantId, std::vector<VersionRow>> askOrgHistory(Workspace& workspace) {
    return askSnapshot<TenantId, std::vector<VersionRow>>(workspace, &readOrgHistory);
}

Ask<UserKey, std::vector<VersionRow>> askUserHistory(Workspace& workspace) {
    return askSnapshot<UserKey, std::vector<VersionRow>>(workspace, &readUserHistory);
}

} // namespace muniment
