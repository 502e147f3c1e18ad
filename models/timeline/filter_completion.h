// What could stand at the cursor of a filter: fields, operators, and values with how often they occur.
#pragma once

#include "models/timeline/filter/completion_place.h"
#include "models/timeline/match_set.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment {

struct FilterCompletion {
    enum class Kind : std::uint8_t { Field, Keyword, Value };
    Kind kind = Kind::Value;
    std::string text;                       ///< what to put in place of `replaced`, quoted when it must be
    std::string label;                      ///< the same for reading, without quotes
    std::string detail;                     ///< of somebody: e-mail; of an organization: its id; else empty
    FilterField field = FilterField::Words; ///< of Field: which, for its description
    std::optional<std::int64_t> count{};    ///< events with this value that the rest of the filter matches

    bool operator==(const FilterCompletion&) const = default;
};

struct FilterCompletions {
    TextRange replaced;
    std::vector<FilterCompletion> items; ///< best first
};

constexpr int kMaxCompletions = 50;

/// Values are found by their beginning or any part of it, folded; those that begin so first, then the frequent ones.
/// Counts are over the rest of the filter, without the condition under the cursor. `scope.filter` is not looked at.
/// Honours Snapshot::interruptOn().
[[nodiscard]] Result<FilterCompletions> completeFilter(Snapshot& snapshot, std::string_view text, std::size_t cursor,
                                                       const TimelineQuestion& scope, int limit = kMaxCompletions);

/// Organizations and users of today whose name, user name, e-mail or id holds `typed`, at most `limit`: by name those
/// whose (user) name begins so, then others. Throws sqlite::Failure.
[[nodiscard]] std::vector<FilterCompletion> organizationCompletions(Snapshot& snapshot, const std::string& typed,
                                                                    int limit);
[[nodiscard]] std::vector<FilterCompletion> userCompletions(Snapshot& snapshot, const std::string& typed, int limit);

} // namespace muniment
