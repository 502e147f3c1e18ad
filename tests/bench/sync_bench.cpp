#include "models/workspace/sync_run.h"
#include "tests/bench/bench_regions.h"
#include "tests/bench/floors.h"
#include "tests/bench/sections.h"

#include <QTemporaryDir>

#include <chrono>

namespace muniment::bench {

namespace {

/// One first sync into a new file, by the call that `muniment sync --once` makes.
double syncRate(const BenchRegions& regions, const std::filesystem::path& file) {
    const auto replica = must("create the workspace", Replica::create(file, regions.settings()));
    const auto begin = std::chrono::steady_clock::now();
    const auto report = must("sync", syncOnce(*replica, SyncOptions{}, {}, {}));
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    return static_cast<double>(report.applied) / seconds.count();
}

} // namespace

Section measureSync(const Settings& settings) {
    BenchRegions regions(1);
    const auto written = regions.fill(settings.events);
    const auto events = regions.readAll(0);
    say("bench: " + std::to_string(events.size()) + " events in the log");

    const QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    std::vector<double> fetches;
    std::vector<double> inserts;
    std::vector<double> syncs;
    for (int round = 0; round < settings.repeats; ++round) { // interleaved, so that noise meets all three alike
        fetches.push_back(fetchFloor(regions.endpoint(0), regions.region(0).text()));
        inserts.push_back(insertFloor(events, path / ("floor" + std::to_string(round))));
        syncs.push_back(syncRate(regions, path / ("sync" + std::to_string(round) + ".muniment")));
        std::filesystem::remove(path / ("floor" + std::to_string(round)));
    }
    const auto size = std::filesystem::file_size(path / "sync0.muniment");
    const auto floor = std::min(median(fetches), median(inserts));
    Section section("sync");
    section.number("events", static_cast<double>(events.size()))
        .number("bulkInsertPerSecond", written)
        .number("fetchFloorPerSecond", median(fetches))
        .number("insertFloorPerSecond", median(inserts))
        .number("syncPerSecond", median(syncs))
        .numbers("syncRuns", syncs)
        .number("bytesPerEvent", static_cast<double>(size) / static_cast<double>(events.size()))
        .number("ofSlowerFloor", median(syncs) / floor)
        .target("at least 0.25 of the slower floor", median(syncs) >= 0.25 * floor);
    return section;
}

} // namespace muniment::bench
