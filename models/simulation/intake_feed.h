// What two made-up services put into the regions' intake: a personnel system that tells of people who begin, and a
// document vault that tells of what was filed. Most of it can be mapped as it is; some of it is as services are.
#pragma once

#include "models/simulation/history_writer.h"

namespace muniment {

/// A few dozen records, the same for the same plan, about the simulation's active tenants. Written through
/// Intake::receive(), so ids and times are the store's. Returns how many; a stop gives Cancelled.
[[nodiscard]] Result<std::int64_t> feedIntake(const Simulation& simulation, StoresByRegion& stores,
                                              std::stop_token stop);

} // namespace muniment
