#include "models/changes/guided_plans.h"

#include "models/changes/following_batches.h"
#include "models/directory/credentials.h"
#include "models/directory/dependents.h"
#include "models/directory/grants.h"
#include "models/directory/list_pages.h"
#include "models/directory/teams.h"

#include <algorithm>
#include <set>

namespace muniment {

namespace {

using Following = std::vector<FollowingCommand>;

template <class Row, class Query>
Result<std::vector<Row>> allOf(Snapshot& snapshot, Result<std::vector<Row>> (*read)(Snapshot&, const Query&),
                               const Query& query) {
    ListPages<Row, Query> pages(snapshot, read, query);
    std::vector<Row> all;
    while (true) {
        const auto rows = pages.next();
        if (!rows)
            return tl::unexpected(rows.error());
        if (rows->empty())
            return all;
        all.insert(all.end(), rows->begin(), rows->end());
    }
}

TeamMember asMember(const AggregateId& user) {
    return {TeamMember::Kind::User, user};
}

Result<std::vector<GrantRow>> grantsOf(Snapshot& snapshot, const TenantId& tenant, const AggregateId& user) {
    GrantQuery query;
    query.tenant = tenant;
    query.subject = asMember(user);
    return allOf<GrantRow, GrantQuery>(snapshot, listGrants, query);
}

Result<std::vector<CredentialRow>> credentialsOf(Snapshot& snapshot, const UserRow& user) {
    CredentialQuery query;
    query.tenant = user.tenant;
    query.user = user.id;
    return allOf<CredentialRow, CredentialQuery>(snapshot, listCredentials, query);
}

/// The grants of `from` that end later or never, as grants to `to`, save those in `present`.
Following grantsFor(const AggregateId& to, const std::vector<GrantRow>& from, const std::vector<GrantRow>& present) {
    std::set<std::string> held;
    for (const GrantRow& grant : present)
        held.insert(grantClaimValue(grant.role, asMember(to), grant.resource));
    Following commands;
    for (const GrantRow& grant : from)
        if (grant.standing != GrantStanding::Expired &&
            held.insert(grantClaimValue(grant.role, asMember(to), grant.resource)).second)
            commands.push_back(
                {{}, GrantCommand(AddGrant{grant.role, asMember(to), grant.resource, grant.from, grant.until})});
    return commands;
}

CommandRequest requestFor(const UserRow& user, const std::string& reason) {
    CommandRequest request;
    request.region = user.region;
    request.tenant = user.tenant;
    request.reason = reason;
    request.correlationId = randomUuid();
    return request;
}

Result<std::vector<CommandRequest>> nonEmpty(std::vector<CommandRequest> requests) {
    if (requests.empty())
        return refused(Reason::NothingChanges);
    return requests;
}

void append(Following& commands, Following more) {
    std::ranges::move(more, std::back_inserter(commands));
}

/// No way in is left: not for whoever knows the password, nor with a token or a key, nor in a session that is open.
Following lockingOut(const UserRow& user, const std::vector<CredentialRow>& credentials,
                     const std::vector<AggregateId>& sessions) {
    Following commands;
    if (user.lifecycle == UserLifecycle::Active)
        commands.push_back({user.id, UserCommand(LockUser{})});
    for (const CredentialRow& credential : credentials)
        if (credential.key.kind == CredentialKind::Token || credential.key.kind == CredentialKind::Key)
            commands.push_back({user.id, CredentialCommand(RemoveCredential{credential.key})});
    for (const AggregateId& session : sessions)
        commands.push_back({session, SessionCommand(TerminateSession{})});
    return commands;
}

} // namespace

Result<std::vector<CommandRequest>> lockUserOut(Snapshot& snapshot, const UserRow& user, const std::string& reason) {
    if (user.lifecycle == UserLifecycle::Removed)
        return refused(Reason::AlreadyRemoved);
    const auto dependents = dependentsOfUser(snapshot, user.tenant, user.id);
    if (!dependents)
        return tl::unexpected(dependents.error());
    const auto credentials = credentialsOf(snapshot, user);
    if (!credentials)
        return tl::unexpected(credentials.error());
    return nonEmpty(batched(requestFor(user, reason), lockingOut(user, *credentials, dependents->sessions)));
}

Result<std::vector<CommandRequest>> offboardUser(Snapshot& snapshot, const UserRow& user,
                                                 const OffboardOptions& options, const std::string& reason) {
    if (user.lifecycle == UserLifecycle::Removed)
        return refused(Reason::AlreadyRemoved);
    const auto dependents = dependentsOfUser(snapshot, user.tenant, user.id);
    if (!dependents)
        return tl::unexpected(dependents.error());
    const auto credentials = credentialsOf(snapshot, user);
    if (!credentials)
        return tl::unexpected(credentials.error());

    Following commands = lockingOut(user, *credentials, dependents->sessions);
    if (options.successor) {
        const auto own = grantsOf(snapshot, user.tenant, user.id);
        const auto present = grantsOf(snapshot, user.tenant, *options.successor);
        if (!own || !present)
            return tl::unexpected(own ? present.error() : own.error());
        append(commands, grantsFor(*options.successor, *own, *present));
    }
    for (const AggregateId& grant : dependents->grants)
        commands.push_back({grant, GrantCommand(RemoveGrant{})});
    for (const TeamMembership& membership : dependents->memberships)
        commands.push_back({membership.team, TeamCommand(RemoveTeamMember{membership.member})});
    return nonEmpty(batched(requestFor(user, reason), commands));
}

Result<std::vector<CommandRequest>> onboardLike(Snapshot& snapshot, const CommandRequest& addition,
                                                const UserRow& model) {
    const auto teams = teamsOf(snapshot, model.tenant, asMember(model.id));
    if (!teams)
        return tl::unexpected(teams.error());
    const auto grants = grantsOf(snapshot, model.tenant, model.id);
    if (!grants)
        return tl::unexpected(grants.error());
    const AggregateId id = addition.id.isEmpty() ? AggregateId(randomUuid().text()) : addition.id;
    Following commands{{id, addition.command}};
    for (const MembershipRow& membership : *teams)
        if (!membership.via)
            commands.push_back({membership.team, TeamCommand(AddTeamMember{asMember(id)})});
    append(commands, grantsFor(id, *grants, {}));
    CommandRequest origin = addition;
    if (!origin.correlationId)
        origin.correlationId = randomUuid();
    return batched(origin, commands);
}

Result<std::vector<CommandRequest>> cloneGrants(Snapshot& snapshot, const UserRow& from, const UserRow& to,
                                                const std::string& reason) {
    if (from.tenant != to.tenant)
        return failure(ErrorCode::InvalidInput, "both belong to one organization", {{"field", "user"}});
    const auto own = grantsOf(snapshot, from.tenant, from.id);
    const auto present = grantsOf(snapshot, to.tenant, to.id);
    if (!own || !present)
        return tl::unexpected(own ? present.error() : own.error());
    return nonEmpty(batched(requestFor(to, reason), grantsFor(to.id, *own, *present)));
}

Result<CommandRequest> rotateKey(Snapshot& snapshot, const UserRow& machine, const AddMachineKey& key,
                                 const std::optional<std::string>& oldKey, const std::string& reason) {
    const auto credentials = credentialsOf(snapshot, machine);
    if (!credentials)
        return tl::unexpected(credentials.error());
    CommandRequest request = requestFor(machine, reason);
    request.id = machine.id;
    request.command = CredentialCommand(key);
    for (const CredentialRow& credential : *credentials)
        if (credential.key.kind == CredentialKind::Key && (!oldKey || credential.key.id == *oldKey))
            request.following.push_back({machine.id, CredentialCommand(RemoveCredential{credential.key})});
    if (oldKey && request.following.empty())
        return refused(Reason::CredentialUnknown, "keyId");
    return request;
}

} // namespace muniment
