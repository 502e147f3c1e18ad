#include "models/commands/command.h"

#include "models/commands/plan_address.h"
#include "models/commands/region_error.h"
#include "models/commands/request_decision.h"
#include "models/commands/settle.h"

namespace muniment {

namespace {

constexpr int kAttempts = 4; ///< the first one and three after a conflict

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
        auto target = targetOf(m_request);
        if (!target)
            return tl::unexpected(target.error());
        m_target = std::move(*target);

        for (int attempt = 1;; ++attempt) {
            if (m_stop.stop_requested())
                return failure(ErrorCode::Cancelled);
            LoadedAggregates aggregates(m_store, m_request.region, m_target.tenant);
            auto decision = decideRequest(m_store, m_request, m_target, aggregates, m_clock);
            if (!decision)
                return tl::unexpected(decision.error());
            CommandResult result{m_target.tenant, m_target.aggregate.id, decision->own.events,
                                 std::nullopt,    decision->following,   decision->sequence};
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
    /// Done, or an error that says whether anything was written.
    Result<Appended> appendAndSettle(const RequestDecision& decision) {
        Append append;
        append.region = m_request.region;
        append.tenant = m_target.tenant;
        append.epoch = decision.epoch;
        append.aggregate = m_target.aggregate;
        append.expectedSequence = decision.sequence;
        append.events = decision.own.events;
        append.actor = m_actor;
        append.commandId = randomUuid();
        append.correlationId = m_request.correlationId;
        append.occurredAt = m_clock.now();
        append.claims = decision.own.claims;
        append.tenantChange = decision.own.tenantChange;
        append.following = decision.following;

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
        return failure(ErrorCode::Unreachable, unknown.detail, {{"stage", "commit"}});
    }

    /// A conflict tells the caller where the aggregate stands, also when the server did not say so.
    Error withActual(Error error) {
        if (error.code != ErrorCode::Conflict || error.context.contains("actual"))
            return error;
        if (auto history = m_store.load(m_request.region, m_target.tenant, m_target.aggregate))
            error.context["actual"] = std::to_string(history->events.empty() ? 0 : history->events.back().sequence);
        return error;
    }

    EventStore& m_store;
    const CommandRequest& m_request;
    const Clock& m_clock;
    std::stop_token m_stop;
    const CommandListener& m_listener;
    Actor m_actor;
    CommandTarget m_target;
};

/// What is sold in the regions follows the plan's events in a transaction of its own. Also after a refusal: an earlier
/// command may have been cut off between the two, and who repeats it is told that it is done already.
Result<CommandResult> withPlanRefreshed(EventStore& store, const CommandRequest& request,
                                        Result<CommandResult> result) {
    if (!result && result.error().code != ErrorCode::Refused)
        return result;
    const auto refreshed = store.refreshPlan(request.region, request.id.text());
    if (refreshed || !result)
        return result;
    return tl::unexpected(refreshed.error().with("written", "yes"));
}

} // namespace

Result<CommandResult> runCommand(EventStore& store, const CommandRequest& request, const Clock& clock,
                                 std::stop_token stop, const CommandListener& listener) {
    const auto addressed = withPlanAddress(store, request);
    if (!addressed)
        return tl::unexpected(nothingWritten(addressed.error(), request.region));
    auto result =
        orNothingWritten(CommandRun(store, *addressed, clock, std::move(stop), listener).run(), request.region);
    if (request.isDryRun || !std::holds_alternative<PlanCommand>(request.command))
        return result;
    return withPlanRefreshed(store, *addressed, std::move(result));
}

} // namespace muniment
