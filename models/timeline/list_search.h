// What a search finds among the rows of a list: where in it, and which comes next. Answered by the bitmaps of both and
// a few events, however long the list is.
#pragma once

#include "models/timeline/match_set.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace muniment {

/// What was found in one of the equal parts of a list.
struct FoundSlice {
    int place = 0;          ///< of the part, from the top
    std::int64_t count = 0; ///< at least one
    EventNumber newest;     ///< the uppermost
    Instant newestAt;
    Instant oldestAt;

    bool operator==(const FoundSlice&) const = default;
};

struct FoundSlices {
    std::int64_t rows = 0; ///< of the list
    std::int64_t found = 0;
    int places = 0;                 ///< parts that the list was divided into
    std::vector<FoundSlice> slices; ///< those with something in them, from the top

    bool operator==(const FoundSlices&) const = default;
};

/// Divides the list, newest first, into `places` parts (when it has fewer rows, into its rows): part i of p holds the
/// rows from i·n/p on. Exact. What is found but is not of the list counts where it would stand. Honours
/// Snapshot::interruptOn().
[[nodiscard]] Result<FoundSlices> foundSlices(Snapshot& snapshot, const MatchSet& list, const MatchSet& found,
                                              int places);

/// Lists are newest first: down is towards the past.
enum class ListDirection : std::uint8_t { Down, Up };

struct NextFound {
    EventNumber number;
    std::int64_t place = 0; ///< among all that was found, from the top
    std::int64_t found = 0;
    bool isWrapped = false; ///< there was none further on: begun again at the other end

    bool operator==(const NextFound&) const = default;
};

/// The found event next to `from`, which need not be found itself; absent: nothing is found. Without `from`, the first
/// one in that direction. NotFound when the snapshot has no such event.
[[nodiscard]] Result<std::optional<NextFound>> nextFound(Snapshot& snapshot, const MatchSet& found,
                                                         std::optional<EventNumber> from, ListDirection direction);

} // namespace muniment
