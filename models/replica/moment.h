// A moment of the workspace: what "as of" means.
#pragma once

#include "models/base/instant.h"
#include "models/replica/event_number.h"

#include <optional>

namespace muniment {

/// Everything that was logged at or before `at`; in the run of `before` only what precedes that event. So an instant is
/// a moment, and so is "just before this event" (`at` is then the event's logged_at: other runs are cut there), which
/// tells events of one microsecond apart.
struct Moment {
    Instant at;
    std::optional<EventNumber> before;

    Moment() = default;

    Moment(Instant instant) : at(instant) {} // NOLINT(google-explicit-constructor): an instant is a moment

    Moment(Instant loggedAt, EventNumber event) : at(loggedAt), before(event) {}

    bool operator==(const Moment&) const = default;
};

/// What a moment is in instants alone.
[[nodiscard]] inline std::optional<Instant> instantOf(const std::optional<Moment>& moment) {
    return moment ? std::optional(moment->at) : std::nullopt;
}

} // namespace muniment
