// Reads columns of chosen events of a run, in order of their ordinals.
#pragma once

#include "models/replica/event_number.h"
#include "models/replica/sqlite.h"
#include "models/timeline/evaluation/condition.h"

#include <functional>
#include <roaring/roaring.hh>

namespace muniment {

/// Those of `among` whose row passes `test`. `columns` is a SELECT from `events_of_run e` without WHERE; column 0 is
/// e.n. Where the chosen lie close together their block of 1,024 is read through, else each is looked up. Honours
/// Snapshot::isStopped(). Throws sqlite::Failure.
[[nodiscard]] Roaring scanEvents(Snapshot& snapshot, const char* columns, std::int64_t run, const Roaring& among,
                                 const std::function<bool(const sqlite::Statement&)>& test);

} // namespace muniment
