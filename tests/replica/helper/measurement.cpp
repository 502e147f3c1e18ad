#include "tests/replica/helper/measurement.h"

#include "models/replica/event_rows.h"
#include "models/replica/events_table.h"
#include "models/replica/replica_file.h"
#include "models/timeline/timeline.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace muniment::test {

namespace {

constexpr int kBatch = 65'536;

class Stopwatch {
public:
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
    }

    /// What the processor gave to it: comparable also when others use the machine.
    [[nodiscard]] double processorSeconds() const {
        return static_cast<double>(std::clock() - m_processorBegin) / CLOCKS_PER_SEC;
    }

private:
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
    std::clock_t m_processorBegin = std::clock();
};

double percentile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

} // namespace

int measure(const std::filesystem::path& folder, int count) {
    const std::vector<std::string> regions{"ap-south-1", "eu-west-1", "us-east-1"};
    ReplicaSettings settings;
    std::vector<SampleLog> logs;
    for (const std::string& region : regions) {
        settings.regions.push_back({RegionName(region), "embedded:none"});
        SampleLogSettings log;
        log.region = RegionName(region);
        log.seed = static_cast<unsigned char>(region[0]);
        log.tenants = 100;
        logs.emplace_back(log);
    }
    std::vector<Batch> batches;
    for (int made = 0; made < count; made += kBatch)
        batches.push_back(logs[batches.size() % logs.size()].batch(std::min(kBatch, count - made)));

    const Stopwatch preparing;
    std::vector<std::shared_ptr<PreparedBatch>> prepared;
    for (Batch& batch : batches)
        prepared.push_back(prepareBatch(std::move(batch)));
    const double prepareSeconds = preparing.seconds();

    auto replica = MUST(Replica::create(folder / "measured.muniment", settings));
    const Stopwatch applying;
    for (const auto& batch : prepared)
        (void)MUST(replica->writer()->apply(*batch));
    const double applySeconds = applying.seconds();
    const double applyProcessorSeconds = applying.processorSeconds();

    // The floor: the same rows into the same table, nothing else.
    MUST(createReplicaFile(folder / "floor.muniment", [](sqlite3* db) { createEventsTable(db, 1); }));
    auto floor = MUST(openWriter(folder / "floor.muniment", replicaMigrations()));
    EventInsert insert(floor->getHandle(), 1);
    const Stopwatch inserting;
    std::int64_t n = 0;
    for (const auto& batch : prepared) {
        sqlite::WriteTransaction transaction(floor->getHandle());
        std::vector<EventRow> rows;
        for (std::size_t i = 0; i < batch->batch().events.size(); ++i) {
            const RecordedEvent& event = batch->batch().events[i];
            rows.push_back({EventNumber::of(1, ++n), event.recordedAt, {1, n, 1, 1}, 0, &event, &batch->stored()[i]});
        }
        insert.run(rows);
        transaction.commit();
    }
    const double floorSeconds = inserting.seconds();
    const double floorProcessorSeconds = inserting.processorSeconds();

    const auto file = replica->file();
    replica.reset();
    const Stopwatch opening;
    replica = MUST(Replica::open(file, ReplicaAccess::ReadWrite));
    auto snapshot = MUST(replica->snapshot());
    const auto everything = MUST(evaluate(*snapshot, {}));
    const std::int64_t rows = everything->count();
    (void)MUST(readTimeline(*snapshot, *everything, TimelineOrder::NewestFirst, 0, 50));
    const double openSeconds = opening.seconds();

    std::mt19937_64 random(7);
    std::vector<double> pages;
    for (int i = 0; i < 1'000; ++i) {
        const Stopwatch reading;
        const auto first = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(rows));
        (void)MUST(readTimeline(*snapshot, *everything, TimelineOrder::NewestFirst, first, 50));
        pages.push_back(reading.seconds() * 1'000);
    }
    snapshot.reset();
    const Stopwatch rebuilding;
    for (const std::string& model : readModelNames())
        while (!MUST(replica->writer()->rebuildSlice(model)).isFinished) {
        }
    std::printf(
        "{\"events\":%lld,\"preparePerSecond\":%.0f,\"applyPerSecond\":%.0f,\"floorPerSecond\":%.0f,"
        "\"applyPerProcessorSecond\":%.0f,\"floorPerProcessorSecond\":%.0f,"
        "\"rebuildPerSecond\":%.0f,\"bytesPerEvent\":%.0f,\"openMs\":%.1f,\"pageMsP50\":%.2f,\"pageMsP99\":%.2f}\n",
        static_cast<long long>(rows), count / prepareSeconds, count / applySeconds, count / floorSeconds,
        count / applyProcessorSeconds, count / floorProcessorSeconds, count / rebuilding.seconds(),
        static_cast<double>(std::filesystem::file_size(file)) / static_cast<double>(rows), openSeconds * 1'000,
        percentile(pages, 0.5), percentile(pages, 0.99));
    return 0;
}

} // namespace muniment::test
