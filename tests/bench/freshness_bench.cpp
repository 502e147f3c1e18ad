#include "models/base/canonical_json.h"
#include "models/timeline/timeline.h"
#include "models/workspace/workspace.h"
#include "tests/bench/bench_regions.h"
#include "tests/bench/sections.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>
#include <mutex>
#include <thread>

namespace muniment::bench {

namespace {

using Clock = std::chrono::steady_clock;

struct Commit {
    RegionName region;
    LogKey key;
    Clock::time_point at;
};

/// What was committed and not yet seen; written by the writers, read by the view.
class Ledger {
public:
    void add(Commit commit) {
        const std::scoped_lock lock(m_mutex);
        m_waiting.push_back(std::move(commit));
    }

    /// Takes out everything of `region` up to `cursor`; the milliseconds each waited.
    std::vector<double> takeSeen(const RegionName& region, const LogKey& cursor, Clock::time_point now) {
        const std::scoped_lock lock(m_mutex);
        std::vector<double> waits;
        std::erase_if(m_waiting, [&](const Commit& commit) {
            if (commit.region != region || commit.key > cursor)
                return false;
            waits.push_back(std::chrono::duration<double, std::milli>(now - commit.at).count());
            return true;
        });
        return waits;
    }

private:
    std::mutex m_mutex;
    std::vector<Commit> m_waiting;
};

/// Another service at work: adds one organization after another, about fifteen a second.
void writeOrganizations(const std::string& endpoint, const RegionName& region, Ledger& ledger,
                        const std::stop_token& stop) {
    const auto store = must("open", openEventStore(endpoint, nullptr));
    must("connect", store->connect(region));
    for (int i = 0; !stop.stop_requested(); ++i) {
        Append append;
        append.region = region;
        append.tenant = TenantId{randomUuid().text()};
        append.aggregate = {"org", AggregateId{append.tenant.text()}};
        const auto name = "Bench " + std::to_string(i);
        append.events = {{"org.added", 1, PayloadBuilder().text("name", name).build(), "success"}};
        append.actor = {"system", ActorId{"bench"}};
        append.commandId = randomUuid();
        append.occurredAt = {};
        append.tenantChange = CreateTenant{name, "standard"};
        const auto appended = must("append", store->append(append));
        ledger.add({region, appended.key, Clock::now()});
        std::this_thread::sleep_for(std::chrono::milliseconds(53 + 7 * (i % 5)));
    }
}

} // namespace

Section measureFreshness(const Settings&) {
    constexpr auto kDuration = std::chrono::seconds(20);
    BenchRegions regions(3);
    const QTemporaryDir folder;
    const auto workspace = must("create the workspace",
                                Workspace::create(std::filesystem::path(folder.path().toStdString()) / "fresh.muniment",
                                                  regions.settings(), WorkspaceOptions{}));
    Ledger ledger;
    std::vector<double> waits;
    QObject view; // does what a view does: asks for the first page after each batch
    QObject::connect(workspace.get(), &Workspace::batchApplied, &view, [&](const AppliedBatch& batch) {
        if (!batch.cursor)
            return;
        workspace->query<std::vector<TimelineRow>>(
            &view,
            [](Snapshot& snapshot, std::stop_token) {
                return evaluate(snapshot, {}).and_then([&](const MatchSetPointer& everything) {
                    return readTimeline(snapshot, *everything, TimelineOrder::NewestFirst, 0, 50);
                });
            },
            [&, region = batch.region, cursor = *batch.cursor](Result<std::vector<TimelineRow>> rows) {
                must("read the first page", std::move(rows));
                for (const auto wait : ledger.takeSeen(region, cursor, Clock::now()))
                    waits.push_back(wait);
            });
    });
    workspace->startFollowing();

    std::vector<std::jthread> writers;
    for (int i = 0; i < regions.count(); ++i)
        writers.emplace_back([&, i](const std::stop_token& stop) {
            writeOrganizations(regions.endpoint(i), regions.region(i), ledger, stop);
        });
    QEventLoop loop;
    QTimer::singleShot(kDuration, &loop, &QEventLoop::quit);
    loop.exec();
    writers.clear();
    QTimer::singleShot(std::chrono::seconds(1), &loop, &QEventLoop::quit);
    loop.exec();

    Section section("freshness");
    section.number("events", static_cast<double>(waits.size()))
        .number("p50Ms", median(waits))
        .number("p99Ms", percentile(waits, 0.99))
        .number("maxMs", percentile(waits, 1))
        .target("p99 at most 250 ms from COMMIT to visible row, three regions", percentile(waits, 0.99) <= 250);
    return section;
}

} // namespace muniment::bench
