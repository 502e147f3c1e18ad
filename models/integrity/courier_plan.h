// What the next courier bundle of a file has to bring.
#pragma once

#include "models/integrity/bundle_check.h"
#include "models/replica/event_number.h"
#include "models/replica/snapshot.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace muniment {

struct CourierPlan {
    CourierNote note;
    std::vector<EventNumber> events; ///< all that the bundle before did not bring
};

/// `previous`: the last bundle that was carried to this site, checked; absent: there is none. Refused (context "why")
/// when the file does not go on from there: "noCourier" (it is no courier bundle), "otherHistory" (a log was another
/// then; with "origin"), "fellBack" (the file holds less than then). Reads the file's events since then.
[[nodiscard]] Result<CourierPlan> planCourier(Snapshot& snapshot, const std::optional<BundleInfo>& previous,
                                              const std::stop_token& stop);

} // namespace muniment
