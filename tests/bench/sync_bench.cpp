#include "tests/bench/bench_regions.h"
#include "tests/bench/file_size.h"
#include "tests/bench/floors.h"
#include "tests/bench/sections.h"
#include "tests/bench/sync_course.h"

#include <QTemporaryDir>

#include <algorithm>

namespace muniment::bench {

namespace {

constexpr int kRegions = 3;
/// Tenants whatever the events, and a user for each hundred events: the population for which the targets were set.
constexpr int kTenants = 500;
constexpr std::int64_t kEventsOfUser = 100;
/// In memory for the insert floor, and so many rows in all: it has no index, so it does not slow down.
constexpr std::size_t kSampleEvents = 200'000;
constexpr std::int64_t kInsertedEvents = 2'000'000;

Floor fetchFloorOf(const BenchRegions& regions) {
    Floor all;
    for (int i = 0; i < regions.count(); ++i) {
        const Floor one = fetchFloor(regions.endpoint(i), regions.region(i).text());
        all.events += one.events;
        all.seconds += one.seconds;
    }
    return all;
}

/// First syncs with or without an index of words, each into a new file.
class SyncMeasurement {
public:
    SyncMeasurement(bool hasWords, const BenchRegions& regions, const std::filesystem::path& folder)
        : m_hasWords(hasWords),
          m_regions(regions),
          m_file(folder / "sync.muniment") {}

    void measureOnce() {
        std::filesystem::remove(m_file);
        {
            const auto replica = must("create the workspace", Replica::create(m_file, m_regions.settings()));
            must("choose the index", replica->writer()->setWordIndex(m_hasWords));
        }
        const SyncCourse course = syncInChild(m_file);
        m_speeds.push_back(course.perSecond());
        m_peaks.push_back(course.peakMegabytes);
        m_costs.push_back(1e6 * course.processorSeconds / course.events());
        // A transaction holds a quarter of a million: smaller windows would show its beat.
        m_windows = course.windows(course.events() >= 4'000'000 ? 1'000'000 : course.events() / 4);
        m_slowest.push_back(*std::min_element(m_windows.begin(), m_windows.end()) / course.perSecond());
        m_size = measureFileSize(m_file, course.events());
    }

    [[nodiscard]] double perSecond() const { return median(m_speeds); }

    [[nodiscard]] double slowestWindow() const { return median(m_slowest); }

    [[nodiscard]] double bytesPerEvent() const { return m_size.bytesPerEvent; }

    [[nodiscard]] double peakMegabytes() const { return percentile(m_peaks, 1); }

    [[nodiscard]] Section report(double floor) const {
        Section section(m_hasWords ? "withWords" : "withoutWords");
        section.spread("perSecond", m_speeds)
            .number("ofSlowerFloor", perSecond() / floor)
            .numbers("windowsOfLastRunPerSecond", m_windows)
            .number("slowestWindowOfMean", slowestWindow())
            .number("processorMicrosecondsPerEvent", median(m_costs))
            .number("peakMegabytes", peakMegabytes())
            .number("bytesPerEvent", bytesPerEvent())
            .section(m_size.tables);
        return section;
    }

private:
    bool m_hasWords;
    const BenchRegions& m_regions;
    std::filesystem::path m_file;
    std::vector<double> m_speeds, m_peaks, m_costs, m_slowest, m_windows;
    FileSize m_size;
};

} // namespace

Section measureSync(const Settings& settings) {
    BenchRegions regions(kRegions, BenchRegions::Servers::Shared);
    const auto users = static_cast<int>(settings.events / kEventsOfUser);
    const auto written = regions.fill(settings.events, kTenants, users);
    regions.settle();
    const auto sample = regions.sample(kSampleEvents);
    say("bench: the servers are filled");

    const QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    const std::filesystem::path floorFile = path / "floor";
    std::vector<double> fetches;
    std::vector<double> inserts;
    SyncMeasurement withoutWords(false, regions, path);
    SyncMeasurement withWords(true, regions, path);
    std::int64_t events = 0;
    for (int round = 0; round < settings.repeats; ++round) { // interleaved, so that noise meets all alike
        const Floor fetched = fetchFloorOf(regions);
        events = fetched.events;
        fetches.push_back(fetched.perSecond());
        inserts.push_back(insertFloor(sample, std::min(events, kInsertedEvents), floorFile).perSecond());
        std::filesystem::remove(floorFile);
        withoutWords.measureOnce();
        withWords.measureOnce();
        say("bench: round " + std::to_string(round + 1) + " of " + std::to_string(settings.repeats));
    }
    const double floor = std::min(median(fetches), median(inserts));
    Section section("sync");
    section.number("events", static_cast<double>(events))
        .number("regions", kRegions)
        .number("tenants", kTenants)
        .number("users", users)
        .number("bulkInsertPerSecond", written)
        .spread("fetchFloorPerSecond", fetches)
        .spread("insertFloorPerSecond", inserts)
        .section(withoutWords.report(floor))
        .section(withWords.report(floor))
        .target("without words: at least 150,000 events/s and 0.35 of the slower floor (0.25 at a million events),"
                " slowest window 0.75 of the mean, at most 200 bytes an event; with words: 100,000 events/s, 225"
                " bytes; peak memory below 600 MB",
                withoutWords.perSecond() >= 150'000 &&
                    withoutWords.perSecond() >= (events >= 10'000'000 ? 0.35 : 0.25) * floor &&
                    withoutWords.slowestWindow() >= 0.75 && withoutWords.bytesPerEvent() <= 200 &&
                    withWords.perSecond() >= 100'000 && withWords.bytesPerEvent() <= 225 &&
                    std::max(withoutWords.peakMegabytes(), withWords.peakMegabytes()) < 600);
    return section;
}

} // namespace muniment::bench
