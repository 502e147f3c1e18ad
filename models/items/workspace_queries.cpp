#include "models/items/workspace_queries.h"

#include "models/directory/list_pages.h"
#include "models/items/ask_snapshot.h"

#include <iterator>

namespace muniment {

namespace {

/// The page of a list and how many rows it has in all, from one snapshot.
template <class Query, class Row>
Ask<ListRequest<Query>, ListPage<Row>> askPages(Workspace& workspace,
                                                Result<std::int64_t> (*count)(Snapshot&, const Query&),
                                                Result<std::vector<Row>> (*list)(Snapshot&, const Query&)) {
    return [&workspace, count, list](QObject* context, ListRequest<Query> request,
                                     std::function<void(Result<ListPage<Row>>)> done) {
        const auto read = [count, list, request = std::move(request)](Snapshot& snapshot,
                                                                      const std::stop_token&) -> Result<ListPage<Row>> {
            return readCounted(snapshot, request.query, list, count).map([](CountedRows<Row> counted) {
                return ListPage<Row>{counted.total, std::move(counted.rows)};
            });
        };
        return workspace.query<ListPage<Row>>(context, read, std::move(done));
    };
}

/// Nobody has more domains than fit a page.
Result<ListPage<DomainRow>> readDomains(Snapshot& snapshot, const ListRequest<DomainQuery>& request) {
    auto rows = organizationDomains(snapshot, request.query.tenant, request.query.asOf);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto total = std::ssize(*rows);
    if (request.isMore)
        rows->clear();
    return ListPage<DomainRow>{total, std::move(*rows)};
}

template <class Query>
Query as(Query query, const std::optional<Moment>& asOf) {
    query.asOf = asOf;
    return query;
}

Result<WorkspaceCounts> readCounts(Snapshot& snapshot, const std::optional<Moment>& asOf) {
    WorkspaceCounts counts;
    const auto events = evaluate(snapshot, {.filter = {}, .asOf = asOf, .now = {}});
    if (!events)
        return tl::unexpected(events.error());
    counts.events = (*events)->count();
    const std::pair<std::int64_t*, std::function<Result<std::int64_t>()>> others[]{
        {&counts.organizations, [&] { return countOrganizations(snapshot, as(OrgQuery(), asOf)); }},
        {&counts.users, [&] { return countUsers(snapshot, as(UserQuery(), asOf)); }},
        {&counts.teams, [&] { return countTeams(snapshot, as(TeamQuery(), asOf)); }},
        {&counts.roles, [&] { return countRoles(snapshot, as(RoleQuery(), asOf)); }},
        {&counts.resources, [&] { return countResources(snapshot, as(ResourceQuery(), asOf)); }},
        {&counts.sessions, [&] { return countSessions(snapshot, as(SessionQuery(), asOf)); }},
        {&counts.plans, [&] { return countPlans(snapshot, as(PlanQuery(), asOf)); }},
        {&counts.openReviews, [&] {
             ReviewQuery open = as(ReviewQuery(), asOf);
             open.lifecycle = ReviewLifecycle::Open;
             return countReviews(snapshot, open);
         }}};
    for (const auto& [count, read] : others) {
        const auto counted = read();
        if (!counted)
            return tl::unexpected(counted.error());
        *count = *counted;
    }
    return counts;
}

Result<UserActivity> readUserActivity(Snapshot& snapshot, const UserActivityRequest& request) {
    return userActivity(snapshot, request.user.tenant, request.user.aggregate.id, request.asOf);
}

constexpr int kHistoryLines = 500;
/// Where versions that came later are left out: as many are read to find those that are told.
constexpr int kLaterLines = 10'000;

Result<std::vector<VersionRow>> readHistory(Snapshot& snapshot, const HistoryRequest& request) {
    if (!request.asOf)
        return entityHistory(snapshot, request.entity.tenant, request.entity.aggregate, kHistoryLines);
    const auto bounds = snapshot.bounds(request.asOf);
    if (!bounds)
        return tl::unexpected(bounds.error());
    auto versions =
        entityHistory(snapshot, request.entity.tenant, request.entity.aggregate, kHistoryLines + kLaterLines);
    if (versions) {
        std::erase_if(*versions, [&](const VersionRow& version) { return !bounds->holds(version.number); });
        if (versions->size() > kHistoryLines)
            versions->resize(kHistoryLines);
    }
    return versions;
}

} // namespace

AskOrganizations askOrganizations(Workspace& workspace) {
    return askPages(workspace, &countOrganizations, &listOrganizations);
}

AskUsers askUsers(Workspace& workspace) {
    return askPages(workspace, &countUsers, &listUsers);
}

AskTeams askTeams(Workspace& workspace) {
    return askPages(workspace, &countTeams, &listTeams);
}

AskMembers askMembers(Workspace& workspace) {
    return askPages(workspace, &countMembers, &listMembers);
}

AskRoles askRoles(Workspace& workspace) {
    return askPages(workspace, &countRoles, &listRoles);
}

AskPermissions askPermissions(Workspace& workspace) {
    return askPages(workspace, &countPermissions, &listPermissions);
}

AskResources askResources(Workspace& workspace) {
    return askPages(workspace, &countResources, &listResources);
}

AskGrants askGrants(Workspace& workspace) {
    return askPages(workspace, &countGrants, &listGrants);
}

AskSessions askSessions(Workspace& workspace) {
    return askPages(workspace, &countSessions, &listSessions);
}

AskPlans askPlans(Workspace& workspace) {
    return askPages(workspace, &countPlans, &listPlans);
}

AskCredentials askCredentials(Workspace& workspace) {
    return askPages(workspace, &countCredentials, &listCredentials);
}

AskDomains askDomains(Workspace& workspace) {
    return askSnapshot<ListRequest<DomainQuery>, ListPage<DomainRow>>(workspace, &readDomains);
}

PageKey pageKeyOf(const DomainRow& row) {
    return {row.domain, {}};
}

Ask<std::optional<Moment>, WorkspaceCounts> askCounts(Workspace& workspace) {
    return askSnapshot<std::optional<Moment>, WorkspaceCounts>(workspace, &readCounts);
}

AskUserActivity askUserActivity(Workspace& workspace) {
    return askSnapshot<UserActivityRequest, UserActivity>(workspace, &readUserActivity);
}

AskHistory askHistory(Workspace& workspace) {
    return askSnapshot<HistoryRequest, std::vector<VersionRow>>(workspace, &readHistory);
}

} // namespace muniment
