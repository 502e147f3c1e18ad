// The world behind `muniment demo`: an embedded store with three regions and two years of history.
#pragma once

#include "models/simulation/live_traffic.h"

#include <filesystem>

namespace muniment {

/// The demo's regions, the largest first.
[[nodiscard]] const std::vector<RegionName>& demoRegions();
/// "embedded:PATH", as a workspace names it.
[[nodiscard]] std::string demoEndpoint(const std::filesystem::path& store);

/// Makes the store and fills it with history that ends at `now`. FileExists when there is one; a stop gives Cancelled,
/// also in the middle of a transaction, and, like every failure, leaves no file behind. Takes seconds: not for the GUI
/// thread.
[[nodiscard]] Result<void> createDemoStore(const std::filesystem::path& store, Instant now, const ReportHistory& report,
                                           std::stop_token stop);

/// Life goes on in a store that createDemoStore has made, at about `eventsPerSecond`, until the object is destroyed.
/// Takes part of a second: not for the GUI thread.
[[nodiscard]] Result<std::unique_ptr<TrafficThread>> startDemoTraffic(const std::filesystem::path& store,
                                                                      double eventsPerSecond = 3);

} // namespace muniment
