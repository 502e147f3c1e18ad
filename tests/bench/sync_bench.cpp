#include "models/workspace/sync_run.h"
#include "tests/bench/bench_regions.h"
#include "tests/bench/floors.h"
#include "tests/bench/sections.h"

#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <sys/resource.h>

namespace muniment::bench {

namespace {

/// How far a sync had come at an instant.
struct Reached {
    double seconds = 0;
    double events = 0;
};

struct SyncCourse {
    double perSecond = 0;
    std::vector<double> windows; ///< events per second of each tenth of the log
};

/// When the sync had come so far, between the two reports around it.
double secondsAt(const std::vector<Reached>& course, double events) {
    const auto after = std::find_if(course.begin(), course.end(), [&](const Reached& r) { return r.events >= events; });
    if (after == course.end() || after == course.begin())
        return after == course.begin() ? 0 : course.back().seconds;
    const Reached& before = *std::prev(after);
    return before.seconds +
           (after->seconds - before.seconds) * (events - before.events) / (after->events - before.events);
}

/// One first sync into a new file, by the call that `muniment sync --once` makes.
SyncCourse syncInto(const BenchRegions& regions, const std::filesystem::path& file) {
    const auto replica = must("create the workspace", Replica::create(file, regions.settings()));
    std::vector<Reached> course{{}};
    const auto begin = std::chrono::steady_clock::now();
    const auto note = [&](const SyncReport& report) {
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
        if (const auto events = static_cast<double>(report.applied); events > course.back().events)
            course.push_back({seconds.count(), events});
    };
    SyncOptions options;
    options.reportEvery = std::chrono::milliseconds(20);
    note(must("sync", syncOnce(*replica, options, note, {})));
    constexpr int kWindows = 10;
    const double all = course.back().events;
    SyncCourse result{all / course.back().seconds, {}};
    for (int i = 0; i < kWindows; ++i)
        result.windows.push_back(all / kWindows /
                                 (secondsAt(course, all * (i + 1) / kWindows) - secondsAt(course, all * i / kWindows)));
    return result;
}

/// The most memory this process has had so far, floors and all.
double peakMegabytes() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
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
    std::vector<double> windows;
    for (int round = 0; round < settings.repeats; ++round) { // interleaved, so that noise meets all three alike
        fetches.push_back(fetchFloor(regions.endpoint(0), regions.region(0).text()));
        inserts.push_back(insertFloor(events, path / ("floor" + std::to_string(round))));
        auto course = syncInto(regions, path / ("sync" + std::to_string(round) + ".muniment"));
        syncs.push_back(course.perSecond);
        windows = std::move(course.windows);
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
        .numbers("tenthsOfLastRunPerSecond", windows)
        .number("slowestTenthOfMean", *std::min_element(windows.begin(), windows.end()) / syncs.back())
        .number("peakMegabytes", peakMegabytes())
        .number("bytesPerEvent", static_cast<double>(size) / static_cast<double>(events.size()))
        .number("ofSlowerFloor", median(syncs) / floor)
        .target("at least 0.25 of the slower floor", median(syncs) >= 0.25 * floor);
    return section;
}

} // namespace muniment::bench
