// The command workers of a workspace: one for each region that has been sent a command.
#pragma once

#include "models/workspace/command_worker.h"

#include <chrono>
#include <map>
#include <memory>
#include <vector>

namespace muniment {

/// Used by one thread.
class CommandWorkers {
public:
    explicit CommandWorkers(StoreOpener open) : m_open(std::move(open)) {}

    /// The region's worker; made when it is asked for first, or has another endpoint now.
    [[nodiscard]] CommandWorker& at(const WorkspaceRegion& region);
    /// Workers of regions that are gone or have another endpoint begin no further command.
    void keepOnly(const std::vector<WorkspaceRegion>& regions);
    /// Of all of them, also those that were not kept.
    void requestStop();
    void waitEnded(std::chrono::steady_clock::time_point deadline) const;

private:
    void dismiss(std::unique_ptr<CommandWorker> worker);

    StoreOpener m_open;
    std::map<RegionName, std::unique_ptr<CommandWorker>> m_workers;
    std::vector<std::unique_ptr<CommandWorker>> m_leaving;
};

} // namespace muniment
