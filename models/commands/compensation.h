// The command that takes an event back. Events stay; what they changed is changed again, and that is shown as what it
// is.
#pragma once

#include "models/commands/command.h"

#include <optional>
#include <vector>

namespace muniment {

struct CompensatingCommand {
    AggregateId id; ///< empty where what is given back comes anew: a grant
    AnyCommand command;
    /// It takes away what the event brought into being: more than putting a value back.
    bool isRemoval = false;

    bool operator==(const CompensatingCommand&) const = default;
};

/// `before`: the events of the same aggregate before `event`, ascending. Absent for what cannot be taken back: a thing
/// that was removed for good, a secret that is gone, something that somebody did and not decided; and for events that
/// changed nothing. Whether it still fits is decided when it is sent.
[[nodiscard]] std::optional<CompensatingCommand> compensationFor(const RecordedEvent& event,
                                                                 const std::vector<RecordedEvent>& before);

} // namespace muniment
