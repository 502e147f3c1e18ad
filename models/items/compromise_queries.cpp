#include "models/items/compromise_queries.h"

#include "models/access/live_access.h"
#include "models/items/access_moment.h"
#include "models/items/change_set_model.h"

#include <algorithm>

namespace muniment {

static Result<TraceAnswer> readTrace(Snapshot& snapshot, const AccessProjection& projection,
                                     const TraceRequest& request, const std::stop_token& stop) {
    const Compromise& compromise = request.compromise;
    auto trace = tracePoison(snapshot, projection, compromise, request.now, stop);
    if (!trace)
        return tl::unexpected(trace.error());
    std::vector<std::pair<TenantId, AggregateKey>> things;
    for (const CommandRequest& command : trace->commands)
        for (const AggregateKey& thing : thingsNamedBy(command))
            things.emplace_back(command.tenant, thing);
    auto names = readEntityNames(snapshot, things);
    if (!names)
        return tl::unexpected(names.error());
    auto moment = accessMoment(snapshot, projection, compromise.tenant, compromise.asOf, request.now);
    if (!moment)
        return tl::unexpected(moment.error());
    return TraceAnswer{std::move(*trace), std::move(*names), std::move(moment->freshness)};
}

AskTrace askTrace(Workspace& workspace, std::shared_ptr<LiveAccess> graph) {
    return [&workspace, graph = std::move(graph)](QObject* context, TraceRequest request,
                                                  std::function<void(Result<TraceAnswer>)> done) {
        return workspace.query<TraceAnswer>(
            context,
            [graph, request = std::move(request)](Snapshot& snapshot,
                                                  const std::stop_token& stop) -> Result<TraceAnswer> {
                auto answer = graph->ask(snapshot, [&](const AccessProjection& projection) {
                    return readTrace(snapshot, projection, request, stop);
                });
                if (!answer)
                    return tl::unexpected(answer.error());
                return std::move(*answer);
            },
            std::move(done));
    };
}

TraceRequest traceRequest(const CompromiseMark& mark, const std::optional<Moment>& asOf, Instant now) {
    const Instant at = instantOf(asOf).value_or(now);
    return {{mark.tenant, mark.user, mark.from, mark.until.value_or(at), mark.reason, asOf}, at};
}

} // namespace muniment
