// The sections of the benchmark; each measures one promise of the program beside its floor or against its target.
#pragma once

#include "tests/bench/report.h"

#include <cstdint>

namespace muniment::bench {

struct Settings {
    std::int64_t events = 1'000'000;
    int repeats = 3;
};

/// First sync from a local PostgreSQL, projections included, beside the fetch and insert floors of the same rows.
Section measureSync(const Settings& settings);
/// From COMMIT on the server to the row in the view's hands, three regions.
Section measureFreshness(const Settings& settings);
/// CPU that an idle workspace costs each server.
Section measureIdle(const Settings& settings);
/// Opening the window on a large file, and jumping about in its timeline.
Section measureWindow(const Settings& settings);
/// Questions about the timeline of a file of simulated events: page, count and histogram with nothing cached, beside
/// the same by plain SQL on the same events table; the facet panel; opening.
Section measureTimeline(const Settings& settings);

} // namespace muniment::bench
