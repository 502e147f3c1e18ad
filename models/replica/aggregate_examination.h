// The doctor's look at the writer's dictionary of aggregates.
#pragma once

#include <string>
#include <vector>

struct sqlite3;

namespace muniment {

/// Looks for every `sample`-th aggregate as the writer does, and counts the rest. What is wrong, in words: an aggregate
/// that is not found, or not as itself, would be given a second code by its next event. Throws sqlite::Failure.
[[nodiscard]] std::vector<std::string> examineAggregates(sqlite3* db, int sample);

} // namespace muniment
