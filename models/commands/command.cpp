#include "models/commands/command.h"

#include "models/commands/command_effects.h"
#include "models/commands/settle.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr int kAttempts = 4; ///< the first one and three after a conflict

/// What a decider made of the loaded state, ready to be appended.
struct Decision {
    std::vector<NewEvent> events;
    std::vector<ClaimChange> claims;
    std::optional<TenantChange> tenantChange;
    std::int64_t sequence = 0; ///< of the state it was decided on
    std::int32_t epoch = 1;
};

/// One run of a command against one store.
class CommandRun {
public:
    CommandRun(EventStore& store, const CommandRequest& request, const Clock& clock, std::stop_token stop,
               const CommandListener& listener)
        : m_store(store),
          m_request(request),
          m_clock(clock),
          m_stop(std::move(stop)),
          m_listener(listener) {}

    Result<CommandResult> run() {
        auto identity = m_store.connect(m_request.region);
        if (!identity)
            return tl::unexpected(identity.error());
        m_actor = {"operator",
                   ActorId(m_request.operatorName.empty() ? identity->databaseUser : m_request.operatorName)};
        auto named = nameTarget();
        if (!named)
            return tl::unexpected(named.error());

        for (int attempt = 1;; ++attempt) {
            if (m_stop.stop_requested())
                return failure(ErrorCode::Cancelled);
            auto decision = decideOnLoadedState();
            if (!decision)
                return tl::unexpected(decision.error());
            CommandResult result{m_tenant, AggregateId(m_target.id), decision->events, std::nullopt};
            if (m_request.isDryRun)
                return result;
            auto appended = appendAndSettle(*decision);
            if (appended) {
                result.appended = std::move(*appended);
                return result;
            }
            const bool mayDecideAgain =
                appended.error().code == ErrorCode::Conflict && !m_request.ifSequence && attempt < kAttempts;
            if (!mayDecideAgain)
                return tl::unexpected(withActual(std::move(appended.error())));
        }
    }

private:
    [[nodiscard]] const OrgCommand* orgCommand() const { return std::get_if<OrgCommand>(&m_request.command); }

    /// Settles which tenant and aggregate the command is about, drawing the ids of what it creates.
    Result<void> nameTarget() {
        m_tenant = m_request.tenant;
        if (const OrgCommand* command = orgCommand()) {
            if (const auto* add = std::get_if<AddOrg>(command)) {
                if (!add->region.empty() && add->region != m_request.region.text())
                    return failure(ErrorCode::InvalidInput, "an organization is created at its own region",
                                   {{"field", "region"}});
                if (m_tenant.isEmpty()) {
                    m_tenant = TenantId(randomUuid().text());
                    m_isDrawn = true;
                }
            }
            m_target = {"org", AggregateId(m_tenant.text())};
        } else {
            const auto& user = std::get<UserCommand>(m_request.command);
            const bool adds = std::holds_alternative<AddHuman>(user) || std::holds_alternative<AddMachine>(user);
            m_isDrawn = adds && m_request.id.isEmpty();
            m_target = {"user", m_isDrawn ? AggregateId(randomUuid().text()) : m_request.id};
        }
        if (m_tenant.isEmpty())
            return failure(ErrorCode::InvalidInput, "no organization named", {{"field", "tenant"}});
        if (m_target.id.isEmpty())
            return failure(ErrorCode::InvalidInput, "no user named", {{"field", "user"}});
        return {};
    }

    Result<Decision> decideOnLoadedState() {
        const OrgCommand* command = orgCommand();
        return command ? decideOrg(*command) : decideUser(std::get<UserCommand>(m_request.command));
    }

    Result<Decision> decideOrg(const OrgCommand& command) {
        Decision decision;
        const auto* add = std::get_if<AddOrg>(&command);
        if (!add) {
            auto epoch = homeEpoch();
            if (!epoch)
                return tl::unexpected(epoch.error());
            decision.epoch = *epoch;
        }
        auto history = loadTarget();
        if (!history)
            return tl::unexpected(history.error());
        decision.sequence = lastSequence(*history);
        if (auto expected = checkSequence(decision.sequence); !expected)
            return tl::unexpected(expected.error());

        const OrgState state = foldOrg(history->events);
        auto events =
            add ? decide(state, AddOrg{add->name, m_request.region.text(), add->plan}) : decide(state, command);
        if (!events && events.error().get("reason") == reasonName(Reason::PlanUnknown))
            return tl::unexpected(unknownPlan());
        if (!events)
            return tl::unexpected(events.error());
        for (const OrgEvent& event : *events)
            decision.events.push_back(encode(event, m_request.reason));
        decision.tenantChange = tenantChangeOf(state, *events);
        if (auto sold = checkPlan(decision.tenantChange); !sold)
            return tl::unexpected(sold.error());
        return decision;
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
        return tl::unexpected(unknownPlan());
    }

    /// Says which plans there are, where the store can be asked.
    Error unknownPlan() {
        Error error = refused(Reason::PlanUnknown, "plan").value();
        auto plans = m_store.plans(m_request.region);
        if (!plans)
            return error;
        std::string& names = error.context["plans"];
        for (const std::string& plan : *plans)
            names += (names.empty() ? "" : ", ") + plan;
        return error;
    }

    Result<Decision> decideUser(const UserCommand& command) {
        auto epoch = homeEpoch();
        if (!epoch)
            return tl::unexpected(epoch.error());
        auto open = checkOrganization(command);
        if (!open)
            return tl::unexpected(open.error());
        auto history = loadTarget();
        if (!history)
            return tl::unexpected(history.error());
        Decision decision;
        decision.epoch = *epoch;
        decision.sequence = lastSequence(*history);
        if (auto expected = checkSequence(decision.sequence); !expected)
            return tl::unexpected(expected.error());

        const UserState state = foldUser(history->events);
        auto events = decide(state, command);
        if (!events)
            return tl::unexpected(events.error());
        for (const UserEvent& event : *events)
            decision.events.push_back(encode(event, m_request.reason));
        decision.claims = claimsOf(state, *events);
        return decision;
    }

    Result<std::int32_t> homeEpoch() {
        auto home = m_store.tenantHome(m_request.region, m_tenant);
        if (!home)
            return tl::unexpected(home.error());
        Error elsewhere{ErrorCode::TenantNotHere, {}, {{"region", m_request.region.text()}, {"id", m_tenant.text()}}};
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

    Result<void> checkOrganization(const UserCommand& command) {
        auto history = m_store.load(m_request.region, m_tenant, {"org", AggregateId(m_tenant.text())});
        if (!history)
            return tl::unexpected(history.error());
        // A tenant whose own events were never written (another service created it) counts as active: its row says so.
        const OrgLifecycle lifecycle = foldOrg(history->events).lifecycle;
        if (lifecycle == OrgLifecycle::Removed)
            return refused(Reason::AlreadyRemoved, "tenant");
        if (lifecycle == OrgLifecycle::Inactive && needsActiveOrganization(command))
            return refused(Reason::OrganizationInactive, "tenant");
        return {};
    }

    Result<AggregateHistory> loadTarget() {
        if (m_isDrawn)
            return AggregateHistory{};
        return m_store.load(m_request.region, m_tenant, m_target);
    }

    static std::int64_t lastSequence(const AggregateHistory& history) {
        return history.events.empty() ? 0 : history.events.back().sequence;
    }

    Result<void> checkSequence(std::int64_t actual) const {
        if (!m_request.ifSequence || *m_request.ifSequence == actual)
            return {};
        return failure(ErrorCode::Conflict, {}, {{"actual", std::to_string(actual)}});
    }

    /// Done, or an error that says whether anything was written.
    Result<Appended> appendAndSettle(const Decision& decision) {
        Append append;
        append.region = m_request.region;
        append.tenant = m_tenant;
        append.epoch = decision.epoch;
        append.aggregate = m_target;
        append.expectedSequence = decision.sequence;
        append.events = decision.events;
        append.actor = m_actor;
        append.commandId = randomUuid();
        append.correlationId = m_request.correlationId;
        append.occurredAt = m_clock.now();
        append.claims = decision.claims;
        append.tenantChange = decision.tenantChange;

        if (m_listener.onAppend)
            m_listener.onAppend();
        auto appended = m_store.append(append);
        if (appended || !appended.error().isOutcomeUnknown())
            return appended;
        const Error unknown = appended.error().with("commandId", append.commandId.text());
        if (m_listener.onUnknown)
            m_listener.onUnknown(unknown);
        auto settled = settleUntilKnown(m_store, append, unknown, m_stop, m_listener.onUnknown);
        if (!settled)
            return tl::unexpected(settled.error());
        if (settled->done)
            return *settled->done;
        return failure(ErrorCode::Unreachable, unknown.detail,
                       {{"region", m_request.region.text()}, {"written", "no"}, {"stage", "commit"}});
    }

    /// A conflict tells the caller where the aggregate stands, also when the server did not say so.
    Error withActual(Error error) {
        if (error.code != ErrorCode::Conflict || error.context.contains("actual"))
            return error;
        if (auto history = m_store.load(m_request.region, m_tenant, m_target))
            error.context["actual"] = std::to_string(lastSequence(*history));
        return error;
    }

    EventStore& m_store;
    const CommandRequest& m_request;
    const Clock& m_clock;
    std::stop_token m_stop;
    const CommandListener& m_listener;
    Actor m_actor;
    TenantId m_tenant;
    AggregateKey m_target;
    bool m_isDrawn = false; ///< the id was drawn just now: nothing can be loaded for it
};

} // namespace

Result<CommandResult> runCommand(EventStore& store, const CommandRequest& request, const Clock& clock,
                                 std::stop_token stop, const CommandListener& listener) {
    return CommandRun(store, request, clock, std::move(stop), listener).run();
}

} // namespace muniment
