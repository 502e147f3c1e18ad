// A trace as records: what the command line prints as JSON, and what a window exports.
#pragma once

#include "models/export/record_field.h"
#include "models/tracing/poisoned_grants.h"

namespace muniment {

/// An exposure with the event it came by.
struct TracedExposure {
    Uuid eventId;
    Exposure exposure;
    std::string hours; ///< hoursOf()
};

[[nodiscard]] std::vector<TracedExposure> tracedExposures(const PoisonTrace& trace, Instant now);

/// "12.5": how long it lasted, by `now` where it still does.
[[nodiscard]] std::string hoursOf(const Exposure& exposure, Instant now);

/// In the order of `access poisoned --json`.
[[nodiscard]] const std::vector<RecordField<PoisonedAct>>& poisonedActFields();
[[nodiscard]] const std::vector<RecordField<TracedExposure>>& exposureFields();
/// `line`: as `apply` reads it.
[[nodiscard]] const std::vector<RecordField<CommandRequest>>& draftFields();

} // namespace muniment
