// The questions the directory lists ask.
#pragma once

#include "models/directory/directory.h"
#include "models/items/request_slot.h"

#include <cstdint>
#include <vector>

namespace muniment {

/// A page of a list, or, with `query.limit` covering all that is loaded, the list anew.
template <class Query>
struct ListRequest {
    Query query;
    bool isMore = false; ///< the rows after query.after, to be appended
};

template <class Row>
struct ListPage {
    std::int64_t total = 0;
    std::vector<Row> rows;
};

using AskOrganizations = Ask<ListRequest<OrgQuery>, ListPage<OrgRow>>;
using AskUsers = Ask<ListRequest<UserQuery>, ListPage<UserRow>>;
using AskTeams = Ask<ListRequest<TeamQuery>, ListPage<TeamRow>>;
using AskMembers = Ask<ListRequest<MemberQuery>, ListPage<MemberRow>>;
using AskRoles = Ask<ListRequest<RoleQuery>, ListPage<RoleRow>>;
using AskPermissions = Ask<ListRequest<PermissionQuery>, ListPage<PermissionRow>>;
using AskResources = Ask<ListRequest<ResourceQuery>, ListPage<ResourceRow>>;
using AskGrants = Ask<ListRequest<GrantQuery>, ListPage<GrantRow>>;
using AskSessions = Ask<ListRequest<SessionQuery>, ListPage<SessionRow>>;
using AskPlans = Ask<ListRequest<PlanQuery>, ListPage<PlanRow>>;
using AskCredentials = Ask<ListRequest<CredentialQuery>, ListPage<CredentialRow>>;

/// The domains of one organization.
struct DomainQuery {
    std::optional<Moment> asOf;
    TenantId tenant;
    std::optional<PageKey> after;
    int limit = kListLimit;
};

[[nodiscard]] PageKey pageKeyOf(const DomainRow& row);

using AskDomains = Ask<ListRequest<DomainQuery>, ListPage<DomainRow>>;

} // namespace muniment
