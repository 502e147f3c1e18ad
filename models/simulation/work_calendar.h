// When things happen: office hours of a place, weekdays, and a business that grows.
#pragma once

#include "models/base/instant.h"

#include <vector>

namespace muniment {

/// Spreads a number of events over a span of time so that nights and weekends are quiet. Deterministic.
class WorkCalendar {
public:
    /// `from` < `to`; hours are local to `utcOffsetHours`.
    WorkCalendar(Instant from, Instant to, int utcOffsetHours);

    /// The moment at which the given share (0 to 1) of everything has happened; ascending with the share.
    [[nodiscard]] Instant at(double share) const;

private:
    Instant m_from;
    Instant m_to;
    std::vector<double> m_shareBefore; ///< of each hour since m_from, and 1 at the end
};

} // namespace muniment
