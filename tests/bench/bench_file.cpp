#include "tests/bench/bench_file.h"

#include "models/replica/replica.h"
#include "models/simulation/simulation.h"
#include "tests/bench/bench_plan.h"
#include "tests/bench/bench_regions.h"

#include <map>

namespace muniment::bench {

namespace {

constexpr std::size_t kBatch = 16'384;

/// Written without a server.
void fill(const std::filesystem::path& file, std::int64_t events) {
    ReplicaSettings settings;
    SimulationPlan plan = benchPlan(events);
    plan.regions = {RegionName("ap-south-1"), RegionName("eu-west-1"), RegionName("us-east-1")};
    for (const RegionName& region : plan.regions)
        settings.regions.push_back({region, {}});
    const auto replica = must("create the file", Replica::create(file, settings));
    std::map<RegionName, Batch> batches;
    std::map<RegionName, std::int64_t> positions;
    int staged = 0;
    const auto flush = [&](Batch& batch) {
        must("apply a batch", replica->writer()->stage(*prepareBatch(std::exchange(batch, {}))));
        if (++staged % 16 == 0)
            must("commit", replica->writer()->commit());
    };
    Simulation simulation(plan);
    Occurrence occurrence;
    RegionName region;
    while (simulation.next(occurrence, region)) {
        Batch& batch = batches[region];
        batch.region = region;
        for (RecordedEvent& event : occurrence.events) {
            const std::int64_t position = ++positions[region];
            event.key = {{position, 0}, position};
            batch.events.push_back(std::move(event));
        }
        if (batch.events.size() >= kBatch)
            flush(batch);
    }
    for (auto& [name, batch] : batches)
        if (!batch.events.empty())
            flush(batch);
    must("commit", replica->writer()->commit());
}

std::int64_t countEvents(const std::filesystem::path& file) {
    const auto replica = must("open the file", Replica::open(file, ReplicaAccess::ReadOnly));
    const auto snapshot = must("read", replica->snapshot());
    std::int64_t events = 0;
    for (const RunRecord& run : must("read the runs", snapshot->runs()))
        events += run.lastOrdinal;
    return events;
}

} // namespace

BenchFile::BenchFile(const Settings& settings)
    : m_path(settings.file.empty() ? std::filesystem::path(m_folder.path().toStdString()) / "bench.muniment"
                                   : settings.file),
      m_isMadeHere(!std::filesystem::exists(m_path)) {
    if (m_isMadeHere) {
        fill(m_path, settings.events);
        say("bench: the file is filled");
    }
    m_events = countEvents(m_path);
}

} // namespace muniment::bench
