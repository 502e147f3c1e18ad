// A filter whose names have been looked up: conditions that know, run by run, which events they hold for.
#pragma once

#include "models/replica/index/event_index.h"
#include "models/timeline/filter/filter.h"
#include "models/timeline/log_times.h"

#include <memory>
#include <roaring/roaring.hh>
#include <vector>

namespace muniment {

/// Over one snapshot, for one thread. Functions throw sqlite::Failure.
class Condition {
public:
    /// What asking costs, ascending: a conjunction begins with the cheapest, so that the dearest are asked of few.
    enum class Cost { Bounds, Keys, Facets, Words, Events };

    Condition() = default;
    Condition(const Condition&) = delete;
    Condition& operator=(const Condition&) = delete;
    virtual ~Condition() = default;

    [[nodiscard]] virtual Cost cost() const = 0;
    /// Those of `among`, events of the run, for which it holds.
    [[nodiscard]] virtual Roaring matches(const RunRecord& run, const Roaring& among) = 0;

    /// What it says of an event stays true whatever is logged later.
    [[nodiscard]] virtual bool isSettled() const { return true; }
};

using ConditionPointer = std::unique_ptr<Condition>;

/// What conditions are made with, and ask. The members outlive the conditions.
struct Evidence {
    Snapshot& snapshot;
    EventIndex& index;
    LogTimes& times;
    Instant now;
};

/// Looks up names and values once, for all runs.
[[nodiscard]] ConditionPointer conditionOf(const FilterNode& filter, const Evidence& evidence);
[[nodiscard]] ConditionPointer conditionOf(const FilterTerm& term, const Evidence& evidence);

[[nodiscard]] ConditionPointer allOf(std::vector<ConditionPointer> conditions);
[[nodiscard]] ConditionPointer anyOf(std::vector<ConditionPointer> conditions);
[[nodiscard]] ConditionPointer noneOf(ConditionPointer condition);

/// The ordinals first … last as a set; empty when last < first.
[[nodiscard]] Roaring ordinalsBetween(std::int64_t first, std::int64_t last);

/// Cancelled when the snapshot's reader has been told to stop; between statements nobody else would notice.
void throwIfStopped(const Snapshot& snapshot);

} // namespace muniment
