// Protects: the demo's store is made whole or not at all, and life goes on in it through the same append as
// everybody's, also when somebody else has written in between.
#include "models/eventstore/embedded/embedded_event_store.h"
#include "models/simulation/demo_world.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

using namespace muniment;

namespace {

constexpr Instant kFrom{1'709'164'800'000'000}; // 2024-02-29
const RegionName kRegion("eu-west-1");

SimulationPlan smallPlan() {
    SimulationPlan plan;
    plan.events = 3'000;
    plan.regions = {kRegion, RegionName("us-east-1")};
    plan.from = kFrom;
    plan.to = kFrom + 100 * kMicrosPerDay;
    return plan;
}

std::filesystem::path pathIn(const QTemporaryDir& folder, const char* name) {
    return std::filesystem::path(folder.path().toStdString()) / name;
}

StoresByRegion openStores(const std::filesystem::path& file, const std::vector<RegionName>& regions) {
    StoresByRegion stores;
    for (const auto& region : regions) {
        auto store = makeEmbeddedEventStore(file);
        if (store->connect(region))
            stores.emplace(region, std::move(store));
    }
    return stores;
}

std::vector<RecordedEvent> wholeLog(EventStore& store, const RegionName& region) {
    std::vector<RecordedEvent> all;
    TailRequest request;
    request.region = region;
    for (;;) {
        const auto page = store.readTail(request);
        if (!page || page->events.empty())
            return all;
        all.insert(all.end(), page->events.begin(), page->events.end());
        request.after = all.back().key;
    }
}

} // namespace

class LiveTrafficTest : public QObject {
    Q_OBJECT

private slots:

    void bulkAndSingleCommandsTellTheSameStory() {
        QTemporaryDir folder;
        const auto plan = smallPlan();
        std::vector<std::vector<std::string>> stories;
        for (const bool isBulk : {true, false}) {
            const auto file = pathIn(folder, isBulk ? "bulk" : "single");
            QVERIFY(createEmbeddedStore(file, plan.regions));
            auto stores = openStores(file, plan.regions);
            QCOMPARE(stores.size(), std::size_t{2});
            Simulation simulation(plan);
            const auto written =
                isBulk ? insertSimulation(simulation, stores, {}, {}) : appendSimulation(simulation, stores, 0, {}, {});
            QVERIFY2(written.has_value(), written ? "" : written.error().detail.c_str());
            QCOMPARE(*written, plan.events);
            auto& story = stories.emplace_back();
            for (const auto& event : wholeLog(*stores.at(kRegion), kRegion))
                story.push_back(event.aggregate.id.text() + " " + std::to_string(event.sequence) + " " + event.type +
                                " " + event.payload.value_or("-"));
        }
        QVERIFY(stories.front().size() > 1'000);
        QVERIFY(stories.front() == stories.back());
    }

    void theSameHistoryCannotBeWrittenTwice() {
        QTemporaryDir folder;
        const auto plan = smallPlan();
        const auto file = pathIn(folder, "store");
        QVERIFY(createEmbeddedStore(file, plan.regions));
        auto stores = openStores(file, plan.regions);
        Simulation first(plan);
        QVERIFY(insertSimulation(first, stores, {}, {}));
        Simulation second(plan);
        QVERIFY(!insertSimulation(second, stores, {}, {}));
    }

    void liveRequestsContinueWhatHistoryLeft() {
        QTemporaryDir folder;
        const auto plan = smallPlan();
        const auto file = pathIn(folder, "store");
        QVERIFY(createEmbeddedStore(file, plan.regions));
        auto stores = openStores(file, plan.regions);
        Simulation simulation(plan);
        QVERIFY(insertSimulation(simulation, stores, {}, {}));

        // Two lives over one store overtake each other again and again.
        LiveTraffic one(Simulation(plan), 1);
        LiveTraffic other(Simulation(plan), 2);
        int written = 0;
        int overtaken = 0;
        for (int i = 0; i < 1'500; ++i) {
            LiveTraffic& traffic = i % 3 == 0 ? other : one;
            const auto append = traffic.next(plan.to + i * kMicrosPerSecond);
            QVERIFY(append.has_value());
            auto& store = *stores.at(append->region);
            if (const auto appended = store.append(*append)) {
                ++written;
                continue;
            } else {
                const auto code = appended.error().code;
                QVERIFY2(code == ErrorCode::Conflict || code == ErrorCode::NameTaken, appended.error().detail.c_str());
                ++overtaken;
            }
            const auto history = store.load(append->region, append->tenant, append->aggregate);
            QVERIFY(history.has_value());
            traffic.correct(*append, *history);
        }
        QVERIFY2(written > 1'200, QByteArray::number(written));
        QVERIFY2(overtaken > 0, "nobody was overtaken, so nothing was tested");
    }

    void aStopLeavesNoStoreBehind() {
        QTemporaryDir folder;
        const auto store = pathIn(folder, "demo-store");
        std::stop_source stop;
        const auto made = createDemoStore(
            store, kFrom, [&](const HistoryProgress&) { stop.request_stop(); }, stop.get_token());
        QVERIFY(!made.has_value());
        QVERIFY(made.error().code == ErrorCode::Cancelled);
        QVERIFY(std::filesystem::is_empty(folder.path().toStdString()));
    }

    void theDemoLives() {
        QTemporaryDir folder;
        const auto store = pathIn(folder, "demo-store");
        std::int64_t reported = 0;
        const auto made = createDemoStore(store, systemClock().now(),
                                          [&](const HistoryProgress& progress) { reported = progress.done; }, {});
        QVERIFY2(made.has_value(), made ? "" : made.error().detail.c_str());
        QCOMPARE(reported, std::int64_t{100'000});
        QVERIFY(!createDemoStore(store, systemClock().now(), {}, {}));
        for (int run = 0; run < 2; ++run) {
            const auto traffic = startDemoTraffic(store, 200);
            QVERIFY2(traffic.has_value(), traffic ? "" : traffic.error().detail.c_str());
            QTRY_VERIFY((*traffic)->appended() > 30);
        }
    }
};

MUNIMENT_TEST(live_traffic, LiveTrafficTest);
#include "test_live_traffic.moc"
