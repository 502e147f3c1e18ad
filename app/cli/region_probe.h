// Asks a region's endpoint how it is, without changing anything there or in the file.
#pragma once

#include "models/eventstore/event_store.h"
#include "models/replica/replica.h"

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace muniment::cli {

struct RegionProbe {
    /// "up": answers. "down": cannot be reached just now. "stopped": a person must act (certificate, password, schema,
    /// rewound log …). "unknown": was not asked.
    std::string state = "unknown";
    std::optional<Error> error;
    /// Age of the oldest event of the region that the file lacks, 0 when it has them all; absent unless up.
    std::optional<std::int64_t> lagMs;
};

/// One answer for each record, in order; all are asked at once, and what does not answer within `patience` is down.
[[nodiscard]] std::vector<RegionProbe> probeRegions(const std::vector<RegionRecord>& regions,
                                                    const std::shared_ptr<SecretSource>& secrets,
                                                    std::chrono::milliseconds patience);

} // namespace muniment::cli
