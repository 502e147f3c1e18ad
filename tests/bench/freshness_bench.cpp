#include "models/timeline/timeline.h"
#include "models/workspace/workspace.h"
#include "tests/bench/bench_regions.h"
#include "tests/bench/commit_ledger.h"
#include "tests/bench/sections.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>
#include <thread>

namespace muniment::bench {

Section measureFreshness(const Settings&) {
    constexpr auto kDuration = std::chrono::seconds(20);
    BenchRegions regions(3);
    const QTemporaryDir folder;
    const auto workspace = must("create the workspace",
                                Workspace::create(std::filesystem::path(folder.path().toStdString()) / "fresh.muniment",
                                                  regions.settings(), WorkspaceOptions{}));
    CommitLedger ledger;
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
                for (const auto wait : ledger.takeSeen(region, cursor, std::chrono::steady_clock::now()))
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
