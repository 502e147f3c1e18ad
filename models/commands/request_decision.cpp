#include "models/commands/request_decision.h"

#include "models/commands/review_surroundings.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr std::string_view kOrg = "org";

const AddOrg* addedOrg(const CommandRequest& request) {
    const auto* command = std::get_if<OrgCommand>(&request.command);
    return command == nullptr ? nullptr : std::get_if<AddOrg>(command);
}

bool isPlan(const CommandRequest& request) {
    return std::holds_alternative<PlanCommand>(request.command);
}

class Deciding {
public:
    Deciding(EventStore& store, const CommandRequest& request, const CommandTarget& target,
             LoadedAggregates& aggregates, const Clock& clock)
        : m_store(store),
          m_request(request),
          m_target(target),
          m_aggregates(aggregates),
          m_context{request.region, clock.now(), request.reason} {}

    Result<RequestDecision> run() {
        RequestDecision decision;
        if (addedOrg(m_request) == nullptr) {
            auto epoch = homeEpoch();
            if (!epoch)
                return tl::unexpected(epoch.error());
            decision.epoch = *epoch;
        }
        if (m_target.aggregate.type != kOrg && !isPlan(m_request)) {
            if (auto open = checkOrganization(); !open)
                return tl::unexpected(open.error());
        }
        if (m_target.isNew)
            m_aggregates.setNew(m_target.aggregate);
        const auto stood = m_aggregates.storedSequence(m_target.aggregate);
        if (!stood)
            return tl::unexpected(stood.error());
        decision.sequence = *stood;
        if (m_request.ifSequence && *m_request.ifSequence != *stood)
            return failure(ErrorCode::Conflict, {}, {{"actual", std::to_string(*stood)}});

        auto own = decideCommand(m_request.command, m_target.aggregate, m_aggregates, m_context);
        if (!own)
            return tl::unexpected(withPlans(std::move(own.error())));
        decision.own = std::move(*own);
        m_aggregates.extend(m_target.aggregate, decision.own.events);
        if (auto sold = checkPlan(decision.own.tenantChange); !sold)
            return tl::unexpected(sold.error());
        if (m_isFounding)
            decision.own.tenantChange = CreateTenant{m_target.tenant.text(), "standard"};
        if (auto followed = decideFollowing(decision); !followed)
            return tl::unexpected(followed.error());
        return decision;
    }

private:
    Result<void> decideFollowing(RequestDecision& decision) {
        for (const FollowingCommand& wish : followingOf(m_request)) {
            AggregateKey target{std::string(aggregateTypeOf(wish.command)), wish.id};
            if (target.id.isEmpty() && isAddition(wish.command)) {
                target.id = AggregateId(randomUuid().text());
                m_aggregates.setNew(target);
            }
            const auto stood = m_aggregates.storedSequence(target);
            if (!stood)
                return tl::unexpected(stood.error());
            auto decided = decideCommand(wish.command, target, m_aggregates, m_context);
            if (!decided && isDoneAlready(decided.error()))
                continue;
            if (!decided)
                return tl::unexpected(
                    decided.error().with("aggregateType", target.type).with("aggregateId", target.id.text()));
            m_aggregates.extend(target, decided->events);
            take(decision, target, *stood, std::move(*decided));
        }
        return {};
    }

    /// Puts what a following command came to with the events of the same aggregate.
    void take(RequestDecision& decision, const AggregateKey& target, std::int64_t stood, Decided decided) const {
        std::vector<NewEvent>* events = &decision.own.events;
        std::vector<ClaimChange>* claims = &decision.own.claims;
        if (target != m_target.aggregate) {
            auto same = std::ranges::find(decision.following, target, &FollowingEvents::aggregate);
            if (same == decision.following.end())
                same = decision.following.insert(same, FollowingEvents{target, stood, {}, {}});
            events = &same->events;
            claims = &same->claims;
        }
        std::ranges::move(decided.events, std::back_inserter(*events));
        std::ranges::move(decided.claims, std::back_inserter(*claims));
    }

    /// A plan that a command names must be one of the region's.
    Result<void> checkPlan(const std::optional<TenantChange>& change) {
        const auto* created = change ? std::get_if<CreateTenant>(&*change) : nullptr;
        const auto* changed = change ? std::get_if<ChangeTenantPlan>(&*change) : nullptr;
        if (created == nullptr && changed == nullptr)
            return {};
        auto plans = m_store.plans(m_request.region);
        if (!plans)
            return tl::unexpected(plans.error());
        if (std::ranges::find(*plans, created != nullptr ? created->plan : changed->plan) != plans->end())
            return {};
        return tl::unexpected(withPlans(refused(Reason::PlanUnknown, "plan").value()));
    }

    /// An unknown plan's refusal says which plans there are, where the store can be asked.
    Error withPlans(Error error) {
        if (error.get("reason") != reasonName(Reason::PlanUnknown))
            return error;
        auto plans = m_store.plans(m_request.region);
        if (!plans)
            return error;
        std::string& names = error.context["plans"];
        for (const std::string& plan : *plans)
            names += (names.empty() ? "" : ", ") + plan;
        return error;
    }

    Result<std::int32_t> homeEpoch() {
        if (m_aggregates.isNew({std::string(kOrg), AggregateId(m_target.tenant.text())}))
            return 1; // created by a request before this one
        auto home = m_aggregates.home();
        if (!home)
            return tl::unexpected(home.error());
        Error elsewhere{
            ErrorCode::TenantNotHere, {}, {{"region", m_request.region.text()}, {"id", m_target.tenant.text()}}};
        // The installation is a tenant that nobody adds: its row comes with the first event of its own.
        m_isFounding = isPlan(m_request) && !home->has_value();
        if (m_isFounding)
            return 1;
        if (!home->has_value())
            return tl::unexpected(std::move(elsewhere));
        // While a tenant moves, its old home takes writes until it is fenced; the server has the last word.
        const TenantHome& row = **home;
        if (row.state == "active" || row.state == "moving")
            return row.epoch;
        elsewhere.context["state"] = row.state;
        if (!row.movedTo.empty())
            elsewhere.context["movedTo"] = row.movedTo;
        return tl::unexpected(std::move(elsewhere));
    }

    Result<void> checkOrganization() {
        const auto history = m_aggregates.of({std::string(kOrg), AggregateId(m_target.tenant.text())});
        if (!history)
            return tl::unexpected(history.error());
        // A tenant whose own events were never written (another service created it) counts as active: its row says so.
        const OrgLifecycle lifecycle = foldOrg((*history)->events).lifecycle;
        if (lifecycle == OrgLifecycle::Removed)
            return refused(Reason::AlreadyRemoved, "tenant");
        if (lifecycle != OrgLifecycle::Inactive)
            return {};
        const bool letsIn = needsActiveOrganization(m_request.command) ||
                            std::ranges::any_of(m_request.following, [](const FollowingCommand& wish) {
                                return needsActiveOrganization(wish.command);
                            });
        if (letsIn)
            return refused(Reason::OrganizationInactive, "tenant");
        return {};
    }

    EventStore& m_store;
    const CommandRequest& m_request;
    const CommandTarget& m_target;
    LoadedAggregates& m_aggregates;
    DecisionContext m_context;
    bool m_isFounding = false;
};

} // namespace

Result<CommandTarget> targetOf(const CommandRequest& request) {
    const std::string type(aggregateTypeOf(request.command));
    CommandTarget target{request.tenant, {type, request.id}};
    if (const auto* add = addedOrg(request)) {
        if (!add->region.empty() && add->region != request.region.text())
            return failure(ErrorCode::InvalidInput, "an organization is created at its own region",
                           {{"field", "region"}});
        target.isNew = target.tenant.isEmpty();
        if (target.isNew)
            target.tenant = TenantId(randomUuid().text());
    }
    if (target.tenant.isEmpty())
        return failure(ErrorCode::InvalidInput, "no organization named", {{"field", "tenant"}});
    if (type == kOrg) {
        target.aggregate.id = AggregateId(target.tenant.text());
        return target;
    }
    if (isAddition(request.command) && request.id.isEmpty()) {
        target.isNew = true;
        target.aggregate.id = AggregateId(randomUuid().text());
    }
    if (target.aggregate.id.isEmpty())
        return failure(ErrorCode::InvalidInput, "no " + type + " named", {{"field", type}});
    return target;
}

Result<RequestDecision> decideRequest(EventStore& store, const CommandRequest& request, const CommandTarget& target,
                                      LoadedAggregates& aggregates, const Clock& clock) {
    return Deciding(store, request, target, aggregates, clock).run();
}

} // namespace muniment
