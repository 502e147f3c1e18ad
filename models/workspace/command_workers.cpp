#include "models/workspace/command_workers.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace muniment {

CommandWorker& CommandWorkers::at(const WorkspaceRegion& region) {
    auto& worker = m_workers[region.region];
    if (worker && worker->region() != region)
        dismiss(std::exchange(worker, nullptr));
    if (!worker)
        worker = std::make_unique<CommandWorker>(region, m_open, systemClock());
    return *worker;
}

void CommandWorkers::keepOnly(const std::vector<WorkspaceRegion>& regions) {
    for (auto worker = m_workers.begin(); worker != m_workers.end();) {
        const bool stays = std::find(regions.begin(), regions.end(), worker->second->region()) != regions.end();
        if (!stays)
            dismiss(std::move(worker->second));
        worker = stays ? std::next(worker) : m_workers.erase(worker);
    }
}

void CommandWorkers::dismiss(std::unique_ptr<CommandWorker> worker) {
    worker->requestStop();
    m_leaving.push_back(std::move(worker));
}

void CommandWorkers::requestStop() {
    for (auto& [region, worker] : m_workers)
        dismiss(std::move(worker));
    m_workers.clear();
}

void CommandWorkers::waitEnded(std::chrono::steady_clock::time_point deadline) const {
    for (const auto& worker : m_leaving)
        std::ignore = worker->waitEnded(deadline);
}

} // namespace muniment
