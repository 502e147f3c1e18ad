// What somebody saw, what it is, what they want: the answer to a command that was decided on stale facts.
#pragma once

#include "models/base/clock.h"
#include "models/commands/command.h"

#include <string>
#include <vector>

namespace muniment {

/// A member of a state as it is compared. What there may be several of (members of a team, permissions, domains,
/// credentials) is one field each: "member/user/<id>" with the value "yes".
struct StateField {
    std::string name; ///< as the payload member that sets it: "email", "displayName"; "state"
    std::string value;

    bool operator==(const StateField&) const = default;
};

/// Of the state that the events of an aggregate lead to; by name. Empty for a type that has no rules here.
[[nodiscard]] std::vector<StateField> stateFields(std::string_view aggregateType,
                                                  const std::vector<RecordedEvent>& events);

/// Empty texts where there is no value.
struct ThreeWayRow {
    std::string field;
    std::string seen;
    std::string is;
    std::string wanted;

    bool operator==(const ThreeWayRow&) const = default;
};

struct ThreeWays {
    std::vector<ThreeWayRow> rows; ///< fields in which the three are not one, by name
    std::int64_t seen = 0;         ///< the sequence the request was decided on
    std::int64_t is = 0;
    std::vector<RecordedEvent> between; ///< what came in the meantime
};

/// For a request with ifSequence that came to a Conflict, or a decision on a review's item: then of the grant that was
/// decided on. `wanted` is what the command would have made of what was
/// seen; where it would have been refused then, it equals `seen`. Loads, writes nothing.
[[nodiscard]] Result<ThreeWays> compareThreeWays(EventStore& store, const CommandRequest& request, const Clock& clock);

} // namespace muniment
