// What became of an account in the wrong hands, asked of an open workspace.
#pragma once

#include "models/items/access_answer.h"
#include "models/items/command_words.h"
#include "models/tracing/poisoned_grants.h"

#include <memory>

namespace muniment {

class LiveAccess;

struct TraceRequest {
    Compromise compromise;
    Instant now; ///< of the past its instant

    bool operator==(const TraceRequest&) const = default;
};

struct TraceAnswer {
    PoisonTrace trace;
    EntityNames names; ///< of what the commands are about
    AccessFreshness freshness;
};

using AskTrace = Ask<TraceRequest, TraceAnswer>;
/// `workspace` must outlive what is asked; the graph is shared by all questions about access. Cancelling the ticket
/// stops it.
[[nodiscard]] AskTrace askTrace(Workspace& workspace, std::shared_ptr<LiveAccess> graph);

/// What a mark asks, up to `now` where it says no end.
[[nodiscard]] TraceRequest traceRequest(const CompromiseMark& mark, const std::optional<Moment>& asOf, Instant now);

} // namespace muniment
