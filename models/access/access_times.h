// From when until when somebody could do something.
#pragma once

#include "models/access/access_path.h"

#include <functional>
#include <map>
#include <optional>

namespace muniment {

/// An edge of an interval: the event from which on the answer is another, or the instant where a period begins or ends.
struct AccessTurn {
    std::int64_t at = 0; ///< microseconds: logged_at of the event, or the instant itself
    Bound event = 0;     ///< 0: a period began or ended

    bool operator==(const AccessTurn&) const = default;
};

/// The answer was yes from `from` on, up to `until`.
struct AccessInterval {
    AccessTurn from;
    std::optional<AccessTurn> until; ///< absent: it is yes at the end

    bool operator==(const AccessInterval&) const = default;
};

/// When an event was logged, of the question's home; ascending with the ordinal.
using LoggedAt = std::function<std::int64_t(Bound)>;

/// The stretches in which `isYes` holds, which changes at the points only: instants with the last event of each, 0 for
/// one that has none.
[[nodiscard]] std::vector<AccessInterval> intervalsBetween(const std::map<std::int64_t, Bound>& points,
                                                           const std::function<bool(Seen)>& isYes);

/// Every interval up to `seen`, in order; a check at any instant says yes exactly inside them. Of several events at one
/// instant only the last state is looked at, as an instant shows it.
[[nodiscard]] std::vector<AccessInterval> findIntervals(const AccessGraph& graph, const AccessQuestion& question,
                                                        Seen seen, const LoggedAt& loggedAt);

} // namespace muniment
