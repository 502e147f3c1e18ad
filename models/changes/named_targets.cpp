#include "models/changes/named_targets.h"

#include "models/directory/directory.h"
#include "models/domain/overloaded.h"

namespace muniment {

namespace {

/// Finds ids within one tenant; the first error stays.
class Finder {
public:
    Finder(Snapshot& snapshot, TenantId tenant, const std::set<std::string>& fresh)
        : m_snapshot(snapshot),
          m_tenant(std::move(tenant)),
          m_fresh(fresh) {}

    void user(AggregateId& id) { find(id, findUser); }

    void team(AggregateId& id) { find(id, findTeam); }

    void role(AggregateId& id) { find(id, findRole); }

    void separation(AggregateId& id) { find(id, findSeparation); }

    void resource(AggregateId& id) { find(id, findResource); }

    void grant(AggregateId& id) { find(id, findGrant); }

    void review(AggregateId& id) { find(id, findReview); }

    void session(AggregateId& id) {
        find(id, [](Snapshot& snapshot, const std::string& typed, std::optional<Moment> asOf,
                    const std::optional<TenantId>&) { return findSession(snapshot, typed, asOf); });
    }

    void member(TeamMember& member) {
        if (member.kind == TeamMember::Kind::User)
            user(member.id);
        else
            team(member.id);
    }

    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    template <class Find>
    void find(AggregateId& id, const Find& finder) {
        if (m_error || id.isEmpty() || m_fresh.contains(id.text()))
            return;
        const auto row = finder(m_snapshot, id.text(), std::nullopt, m_tenant);
        if (row)
            id = row->id;
        else if (row.error().code != ErrorCode::NotFound)
            m_error = row.error();
    }

    Snapshot& m_snapshot;
    std::optional<TenantId> m_tenant;
    const std::set<std::string>& m_fresh;
    std::optional<Error> m_error;
};

void findTarget(Finder& finder, std::string_view type, AggregateId& id) {
    if (type == "user")
        finder.user(id);
    else if (type == "team")
        finder.team(id);
    else if (type == "role")
        finder.role(id);
    else if (type == "resource")
        finder.resource(id);
    else if (type == "grant")
        finder.grant(id);
    else if (type == "review")
        finder.review(id);
    else if (type == "session")
        finder.session(id);
    else if (type == "separation")
        finder.separation(id);
}

void findNamed(Finder& finder, AnyCommand& command) {
    const auto inTeam = Overloaded{[&](AddTeamMember& wish) { finder.member(wish.member); },
                                   [&](RemoveTeamMember& wish) { finder.member(wish.member); }, [](auto&) {}};
    const auto inRole =
        Overloaded{[&](AddPermission& wish) { finder.resource(wish.permission.resource); },
                   [&](RemovePermission& wish) { finder.resource(wish.permission.resource); }, [](auto&) {}};
    const auto inResource = Overloaded{[&](AddResource& wish) { finder.resource(wish.parent); },
                                       [&](ChangeResource& wish) {
                                           if (wish.parent)
                                               finder.resource(*wish.parent);
                                       },
                                       [](auto&) {}};
    const auto inSeparation = Overloaded{[&](AddSeparation& wish) {
                                             finder.resource(wish.first.resource);
                                             finder.resource(wish.second.resource);
                                         },
                                         [](auto&) {}};
    const auto inGrant = Overloaded{[&](AddGrant& wish) {
                                        finder.role(wish.role);
                                        finder.member(wish.subject);
                                        finder.resource(wish.resource);
                                    },
                                    [](auto&) {}};
    const auto inReview = Overloaded{[&](StartReview& wish) {
                                         if (wish.scope.kind == ReviewScope::Kind::Role)
                                             finder.role(wish.scope.id);
                                         else if (wish.scope.kind == ReviewScope::Kind::Team)
                                             finder.team(wish.scope.id);
                                         else
                                             finder.resource(wish.scope.id);
                                         finder.review(wish.since);
                                     },
                                     [&](DecideReviewItem& wish) { finder.grant(wish.grant); }, [](auto&) {}};
    std::visit(Overloaded{[&](TeamCommand& group) { std::visit(inTeam, group); },
                          [&](RoleCommand& group) { std::visit(inRole, group); },
                          [&](ResourceCommand& group) { std::visit(inResource, group); },
                          [&](GrantCommand& group) { std::visit(inGrant, group); },
                          [&](SeparationCommand& group) { std::visit(inSeparation, group); },
                          [&](ReviewCommand& group) { std::visit(inReview, group); }, [](auto&) {}},
               command);
}

/// The tenant by whatever names it, and its region.
Result<void> findTenant(Snapshot& snapshot, CommandRequest& request, const std::set<std::string>& fresh) {
    if (request.tenant.isEmpty() || fresh.contains(request.tenant.text()))
        return {};
    const auto org = findOrganization(snapshot, request.tenant.text());
    if (org) {
        request.tenant = org->id;
        if (request.region.text().empty())
            request.region = org->region;
        return {};
    }
    const bool mayBeElsewhere = org.error().code == ErrorCode::NotFound && !request.region.text().empty();
    return mayBeElsewhere ? Result<void>() : tl::unexpected(org.error());
}

} // namespace

Result<CommandRequest> withTargetsFound(Snapshot& snapshot, CommandRequest request,
                                        const std::set<std::string>& fresh) {
    if (std::holds_alternative<PlanCommand>(request.command))
        return request;
    if (auto found = findTenant(snapshot, request, fresh); !found)
        return tl::unexpected(found.error());
    Finder finder(snapshot, request.tenant, fresh);
    if (!isAddition(request.command))
        findTarget(finder, aggregateTypeOf(request.command), request.id);
    findNamed(finder, request.command);
    for (FollowingCommand& wish : request.following) {
        if (!isAddition(wish.command))
            findTarget(finder, aggregateTypeOf(wish.command), wish.id);
        findNamed(finder, wish.command);
    }
    if (finder.error())
        return tl::unexpected(*finder.error());
    return request;
}

} // namespace muniment
