// Whom a set of changes is about, before any of it is sent.
#pragma once

#include "models/commands/command.h"
#include "models/replica/snapshot.h"

#include <map>
#include <set>
#include <span>
#include <vector>

namespace muniment {

/// Users that the events touch: themselves, or through a team, a role or a grant that they have now. What access they
/// gain or lose by it is a question for models/access.
struct Impact {
    std::map<TenantId, std::set<AggregateId>> users;
    std::int64_t events = 0;

    [[nodiscard]] std::size_t userCount() const;
};

/// `results` as previewCommands() gives them; those that are refused have no impact. As of the snapshot.
[[nodiscard]] Result<Impact> impactOf(Snapshot& snapshot, std::span<const CommandRequest> requests,
                                      std::span<const Result<CommandResult>> results);

} // namespace muniment
