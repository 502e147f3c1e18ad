#include "models/commands/preview.h"

#include "models/commands/plan_address.h"
#include "models/commands/region_error.h"
#include "models/commands/request_decision.h"

#include <map>

namespace muniment {

namespace {

Result<CommandResult> previewOne(EventStore& store, const CommandRequest& request,
                                 std::map<TenantId, LoadedAggregates>& tenants, const Clock& clock) {
    if (auto connected = store.connect(request.region); !connected)
        return tl::unexpected(connected.error());
    const auto addressed = withPlanAddress(store, request);
    if (!addressed)
        return tl::unexpected(addressed.error());
    const auto target = targetOf(*addressed);
    if (!target)
        return tl::unexpected(target.error());
    auto& aggregates = tenants.try_emplace(target->tenant, store, request.region, target->tenant).first->second;
    return decideRequest(store, *addressed, *target, aggregates, clock).map([&](RequestDecision decision) {
        return CommandResult{target->tenant, target->aggregate.id,          std::move(decision.own.events),
                             std::nullopt,   std::move(decision.following), decision.sequence};
    });
}

} // namespace

std::vector<Result<CommandResult>> previewCommands(EventStore& store, std::span<const CommandRequest> requests,
                                                   const Clock& clock, const std::stop_token& stop) {
    std::vector<Result<CommandResult>> answers;
    std::map<TenantId, LoadedAggregates> tenants;
    for (const CommandRequest& request : requests) {
        if (stop.stop_requested())
            answers.emplace_back(failure(ErrorCode::Cancelled));
        else
            answers.push_back(orNothingWritten(previewOne(store, request, tenants, clock), request.region));
    }
    return answers;
}

} // namespace muniment
