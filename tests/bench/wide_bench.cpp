#include "models/replica/replica.h"
#include "tests/bench/bench_regions.h"
#include "tests/bench/bench_window.h"
#include "tests/bench/sections.h"
#include "ui/pages/timeline_table.h"
#include "ui/shell/workspace_view.h"

#include <QScrollBar>
#include <QTemporaryDir>

#include <random>
#include <thread>

namespace muniment::bench {

namespace {

constexpr std::int64_t kBatch = 65'536;
constexpr int kBatchesInTransaction = 4;
constexpr int kJumps = 200;

Uuid numbered(std::uint64_t number) {
    Uuid id;
    for (std::size_t i = 0; i < 8; ++i)
        id.bytes[i] = static_cast<std::uint8_t>((number * 0x9E3779B97F4A7C15ULL) >> (8 * i));
    return id;
}

/// The next events of a region where 16 services report, each in turn, without a payload: little to store, so that
/// what is measured is the number of rows.
Batch nextBatch(const RegionName& region, std::int64_t& written, std::int64_t until) {
    static const char* const kTypes[] = {"session.added", "session.user.checked", "session.terminated",
                                         "resource.accessed"};
    Batch batch;
    batch.region = region;
    while (std::ssize(batch.events) < kBatch && written < until) {
        const std::int64_t i = written++;
        RecordedEvent event;
        event.tenant = TenantId("tenant-" + std::to_string(i % 50));
        event.aggregate = {"session", AggregateId("service-" + std::to_string(i % 16) + "-" + event.tenant.text())};
        event.sequence = i / 800 + 1;
        event.eventId = numbered(static_cast<std::uint64_t>(i));
        event.type = kTypes[i % 4];
        event.revision = 1;
        event.recordedAt = {1'704'067'200'000'000 + i * 1'000'000};
        event.occurredAt = event.recordedAt;
        event.actor = {"system", ActorId("service")};
        event.writer = "bench";
        event.outcome = i % 10 == 0 ? "failure" : "success";
        event.key = {{i + 1, 0}, i + 1};
        event.salt.assign(16, '\0');
        batch.events.push_back(std::move(event));
    }
    return batch;
}

void fill(const std::filesystem::path& file, std::int64_t events) {
    ReplicaSettings settings;
    const RegionName region("eu-west-1");
    settings.regions = {{region, {}}};
    settings.indexesWords = false;
    const auto replica = must("create the file", Replica::create(file, settings));
    std::int64_t written = 0;
    for (int batches = 1; written < events; ++batches) {
        must("apply a batch", replica->writer()->stage(*prepareBatch(nextBatch(region, written, events))));
        if (batches % kBatchesInTransaction == 0 || written == events)
            must("commit", replica->writer()->commit());
    }
}

} // namespace

Section measureWide(const Settings& settings) {
    const QTemporaryDir folder;
    const auto file =
        settings.file.empty() ? std::filesystem::path(folder.path().toStdString()) / "wide.muniment" : settings.file;
    if (!std::filesystem::exists(file))
        fill(file, settings.events);
    const double before = residentMegabytes();
    BenchWindow window;
    std::vector<double> opens;
    for (int round = 0; round < settings.repeats; ++round)
        opens.push_back(window.open(file));
    window.window().view()->goTo(Page::Timeline);
    BusyTime busy;
    std::mt19937 random(1); // NOLINT(cert-msc51-cpp): the same places every time
    std::uniform_int_distribution<int> places(1, window.timeline().table()->scrollBar()->maximum() - 1);
    std::vector<double> jumps;
    for (int i = 0; i < kJumps; ++i)
        jumps.push_back(window.jumpTo(places(random), busy));
    const double all = residentMegabytes();
    std::vector<double> filters;
    for (int round = 0; round < settings.repeats; ++round)
        for (const char* text : {"outcome:failure", "-type:session.*", ""})
            filters.push_back(window.filter(text));

    Section section("wide");
    section.number("events", static_cast<double>(window.timeline().model()->events()))
        .number("openToFirstPageMs", median(opens))
        .number("jumpP50Ms", median(jumps))
        .number("jumpP99Ms", percentile(jumps, 0.99))
        .number("filterP50Ms", median(filters))
        .number("filterMaxMs", percentile(filters, 1))
        .number("residentBeforeMegabytes", before)
        .number("residentAfterScrollingMegabytes", all)
        .number("residentAfterFilteringMegabytes", residentMegabytes())
        .target("opens in under 1 s, a jump under 16 ms of the GUI thread",
                median(opens) < 1'000 && percentile(jumps, 0.99) < 16);
    return section;
}

} // namespace muniment::bench
