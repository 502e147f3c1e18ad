// From a command and the loaded histories to what is to be written: one function for every kind of aggregate.
#pragma once

#include "models/commands/command.h"
#include "models/commands/loaded_aggregates.h"

#include <optional>
#include <vector>

namespace muniment {

/// What one command comes to; not written yet.
struct Decided {
    std::vector<NewEvent> events;
    std::vector<ClaimChange> claims;
    std::optional<TenantChange> tenantChange;
};

struct DecisionContext {
    RegionName region; ///< the command runs there
    Instant now;
    std::string reason; ///< kept in every event
};

/// Loads what the command needs to know of other aggregates. Errors: Refused, and what the store says.
[[nodiscard]] Result<Decided> decideCommand(const AnyCommand& command, const AggregateKey& target,
                                            LoadedAggregates& aggregates, const DecisionContext& context);

/// Refused, because what was asked for is so already: a following command that is refused like this has nothing to do.
[[nodiscard]] bool isDoneAlready(const Error& refusal);

/// Commands that let somebody in, or give them more: a deactivated organization does not take them.
[[nodiscard]] bool needsActiveOrganization(const AnyCommand& command);

} // namespace muniment
