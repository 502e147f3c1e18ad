// simulate: believable history in a workspace's regions, for tests, benchmarks and whoever tries the program.
#pragma once

#include "app/cli/command.h"
#include "models/simulation/history_writer.h"

#include <memory>
#include <optional>

namespace muniment::cli {

struct SimulateOptions {
    SimulationPlan plan;                                    ///< with the regions to fill
    std::vector<std::pair<RegionName, std::string>> stores; ///< each region's endpoint
    bool isBulk = false;
    double eventsPerSecond = 0; ///< 0: as fast as it goes
};

struct SimulateSummary {
    std::int64_t events = 0;
    std::int64_t tenants = 0;
    std::int64_t users = 0;
    double seconds = 0; ///< for the events
    std::int64_t intakeRecords = 0;

    [[nodiscard]] double eventsPerSecond() const { return seconds > 0 ? static_cast<double>(events) / seconds : 0; }
};

/// Connects to every region before the first event is written.
[[nodiscard]] Result<SimulateSummary> runSimulate(const SimulateOptions& options,
                                                  const std::shared_ptr<SecretSource>& secrets,
                                                  const ReportHistory& report, std::stop_token stop);

} // namespace muniment::cli
