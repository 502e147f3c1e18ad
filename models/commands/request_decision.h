// A request decided on what is loaded: everything that its append is to write, and nothing written.
#pragma once

#include "models/base/clock.h"
#include "models/commands/decisions.h"

#include <vector>

namespace muniment {

/// Which aggregate a request is about, once ids are drawn.
struct CommandTarget {
    TenantId tenant;
    AggregateKey aggregate;
    bool isNew = false; ///< its id was drawn just now: nothing can be loaded for it
};

/// InvalidInput when a request does not say what it is about.
[[nodiscard]] Result<CommandTarget> targetOf(const CommandRequest& request);

/// Everything that one append is to write.
struct RequestDecision {
    Decided own;
    std::int64_t sequence = 0; ///< of the command's own aggregate in the store
    std::int32_t epoch = 1;
    std::vector<FollowingEvents> following;
};

/// `aggregates` grows by the events decided on: requests that are decided one after another see what those before them
/// would write, also when nothing is written in between. Errors as runCommand()'s, of its first part.
[[nodiscard]] Result<RequestDecision> decideRequest(EventStore& store, const CommandRequest& request,
                                                    const CommandTarget& target, LoadedAggregates& aggregates,
                                                    const Clock& clock);

} // namespace muniment
