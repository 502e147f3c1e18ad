#include "models/commands/decisions.h"

#include "models/commands/claims.h"
#include "models/commands/review_surroundings.h"
#include "models/domain/overloaded.h"

#include <array>

namespace muniment {

namespace {

template <class Event>
Decided encoded(const std::vector<Event>& events, const DecisionContext& context) {
    Decided decided;
    for (const Event& event : events)
        decided.events.push_back(encode(event, context.reason));
    return decided;
}

/// What of a target's history and the aggregates around it a decision has at hand.
class Decision {
public:
    Decision(const AggregateKey& target, const AggregateHistory& history, LoadedAggregates& aggregates,
             const DecisionContext& context)
        : m_target(target),
          m_history(history),
          m_aggregates(aggregates),
          m_context(context) {}

    Result<Decided> operator()(const OrgCommand& command) const {
        const OrgState state = foldOrg(m_history.events);
        const auto* add = std::get_if<AddOrg>(&command);
        const auto events = add != nullptr ? decide(state, AddOrg{add->name, m_context.region.text(), add->plan})
                                           : decide(state, command);
        if (!events)
            return tl::unexpected(events.error());
        Decided decided = encoded(*events, m_context);
        decided.claims = claimsOf(state, *events);
        decided.tenantChange = tenantChangeOf(state, *events);
        return decided;
    }

    Result<Decided> operator()(const UserCommand& command) const {
        const UserState state = foldUser(m_history.events);
        return decide(state, command).map([&](const auto& events) {
            Decided decided = encoded(events, m_context);
            decided.claims = claimsOf(state, events);
            return decided;
        });
    }

    Result<Decided> operator()(const CredentialCommand& command) const {
        return decide(foldUser(m_history.events), foldCredentials(m_history.events), command, {m_context.now})
            .map([&](const auto& events) { return encoded(events, m_context); });
    }

    Result<Decided> operator()(const TeamCommand& command) const {
        TeamSurroundings surroundings;
        if (const auto* add = std::get_if<AddTeamMember>(&command)) {
            const auto isThere = isSubjectThere(add->member);
            if (!isThere)
                return tl::unexpected(isThere.error());
            surroundings.isMemberThere = *isThere;
            if (add->member.kind == TeamMember::Kind::Team) {
                const auto isCircle = m_aggregates.isTeamWithin(m_target.id, add->member.id);
                if (!isCircle)
                    return tl::unexpected(isCircle.error());
                surroundings.wouldCycle = *isCircle;
            }
        }
        const TeamState state = foldTeam(m_history.events);
        return decide(state, command, surroundings).map([&](const auto& events) {
            Decided decided = encoded(events, m_context);
            decided.claims = claimsOf(state, events);
            return decided;
        });
    }

    Result<Decided> operator()(const RoleCommand& command) const {
        RoleSurroundings surroundings;
        const auto* add = std::get_if<AddPermission>(&command);
        if (add != nullptr && !add->permission.resource.isEmpty()) {
            const auto isThere = m_aggregates.isResourceThere(add->permission.resource);
            if (!isThere)
                return tl::unexpected(isThere.error());
            surroundings.isResourceThere = *isThere;
        }
        const RoleState state = foldRole(m_history.events);
        return decide(state, command, surroundings).map([&](const auto& events) {
            Decided decided = encoded(events, m_context);
            decided.claims = claimsOf(state, events);
            return decided;
        });
    }

    Result<Decided> operator()(const ResourceCommand& command) const {
        AggregateId parent;
        if (const auto* add = std::get_if<AddResource>(&command))
            parent = add->parent;
        else if (const auto* change = std::get_if<ChangeResource>(&command))
            parent = change->parent.value_or(AggregateId());
        ResourceSurroundings surroundings;
        if (!parent.isEmpty()) {
            const auto isThere = m_aggregates.isResourceThere(parent);
            if (!isThere)
                return tl::unexpected(isThere.error());
            const auto isCircle = m_aggregates.isResourceBelow(parent, m_target.id);
            if (!isCircle)
                return tl::unexpected(isCircle.error());
            surroundings = {*isThere, *isCircle};
        }
        return decide(foldResource(m_history.events), command, surroundings).map([&](const auto& events) {
            return encoded(events, m_context);
        });
    }

    Result<Decided> operator()(const GrantCommand& command) const {
        GrantSurroundings surroundings;
        surroundings.now = m_context.now;
        if (const auto* add = std::get_if<AddGrant>(&command)) {
            const auto isRoleThere = m_aggregates.isRoleThere(add->role);
            const auto isSubject = isSubjectThere(add->subject);
            const auto isResource =
                add->resource.isEmpty() ? Result<bool>(false) : m_aggregates.isResourceThere(add->resource);
            for (const auto* known : {&isRoleThere, &isSubject, &isResource})
                if (!*known)
                    return tl::unexpected(known->error());
            surroundings.isRoleThere = *isRoleThere;
            surroundings.isSubjectThere = *isSubject;
            surroundings.isResourceThere = *isResource;
        }
        const GrantState state = foldGrant(m_history.events);
        return decide(state, command, surroundings).map([&](const auto& events) {
            Decided decided = encoded(events, m_context);
            decided.claims = claimsOf(state, events);
            return decided;
        });
    }

    Result<Decided> operator()(const SessionCommand& command) const {
        return decide(foldSession(m_history.events), command).map([&](const auto& events) {
            return encoded(events, m_context);
        });
    }

    Result<Decided> operator()(const SeparationCommand& command) const {
        SeparationSurroundings surroundings{true};
        if (const auto* add = std::get_if<AddSeparation>(&command))
            for (const Permission* permission : {&add->first, &add->second}) {
                if (permission->resource.isEmpty())
                    continue;
                const auto isThere = m_aggregates.isResourceThere(permission->resource);
                if (!isThere)
                    return tl::unexpected(isThere.error());
                surroundings.areResourcesThere = surroundings.areResourcesThere && *isThere;
            }
        return decide(foldSeparation(m_history.events), command, surroundings).map([&](const auto& events) {
            return encoded(events, m_context);
        });
    }

    Result<Decided> operator()(const PlanCommand& command) const {
        return decide(foldPlan(m_history.events), command).map([&](const auto& events) {
            return encoded(events, m_context);
        });
    }

    Result<Decided> operator()(const ReviewCommand& command) const {
        const ReviewState state = foldReview(m_history.events);
        return reviewSurroundings(state, command, m_aggregates, m_context)
            .and_then([&](const ReviewSurroundings& surroundings) { return decide(state, command, surroundings); })
            .map([&](const auto& events) { return encoded(events, m_context); });
    }

private:
    [[nodiscard]] Result<bool> isSubjectThere(const TeamMember& subject) const {
        return subject.kind == TeamMember::Kind::User ? m_aggregates.isUserThere(subject.id)
                                                      : m_aggregates.isTeamThere(subject.id);
    }

    const AggregateKey& m_target;
    const AggregateHistory& m_history;
    LoadedAggregates& m_aggregates;
    const DecisionContext& m_context;
};

template <class... Commands, class Variant>
bool isOneOf(const Variant& command) {
    return (std::holds_alternative<Commands>(command) || ...);
}

} // namespace

Result<Decided> decideCommand(const AnyCommand& command, const AggregateKey& target, LoadedAggregates& aggregates,
                              const DecisionContext& context) {
    const auto history = aggregates.of(target);
    if (!history)
        return tl::unexpected(history.error());
    return std::visit(Decision(target, **history, aggregates, context), command);
}

bool isDoneAlready(const Error& refusal) {
    if (refusal.code != ErrorCode::Refused)
        return false;
    constexpr std::array kDone{Reason::AlreadyRemoved,    Reason::AlreadyLocked, Reason::AlreadyInactive,
                               Reason::NothingChanges,    Reason::NotMember,     Reason::PermissionMissing,
                               Reason::CredentialUnknown, Reason::SessionEnded};
    return std::any_of(kDone.begin(), kDone.end(),
                       [&](Reason reason) { return refusal.get("reason") == reasonName(reason); });
}

bool needsActiveOrganization(const AnyCommand& command) {
    return std::visit(
        Overloaded{
            [](const UserCommand& user) { return isOneOf<AddHuman, AddMachine, UnlockUser, ReactivateUser>(user); },
            [](const CredentialCommand& credential) { return isOneOf<AddToken, AddMachineKey>(credential); },
            [](const TeamCommand& team) { return isOneOf<AddTeamMember>(team); },
            [](const RoleCommand& role) { return isOneOf<AddPermission>(role); },
            [](const GrantCommand& grant) { return isOneOf<AddGrant, ChangeGrant>(grant); },
            [](const auto&) { return false; },
        },
        command);
}

} // namespace muniment
