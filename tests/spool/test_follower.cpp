// The follower's behaviour under faults and over time, with a scripted store and a clock moved by hand: back-off, wake,
// stopping, what makes it give up, known-through, the holder of the horizon, how often it asks and tells.
#include "models/spool/follower.h"
#include "tests/spool/scripted_store.h"
#include "tests/support/test_registry.h"

#include <QElapsedTimer>
#include <QTest>

#include <latch>
#include <thread>

using namespace muniment;
using namespace muniment::test;
using namespace std::chrono_literals;

namespace {

const RegionName kRegion("eu-west-1");

RecordedEvent eventAt(std::int64_t position) {
    RecordedEvent event;
    event.tenant = TenantId("acme");
    event.aggregate = {"user", AggregateId("ann")};
    event.sequence = position;
    event.eventId = randomUuid();
    event.key = {{position, 0}, position};
    return event;
}

TailPage pageOf(const std::vector<std::int64_t>& positions, bool isFull = false) {
    TailPage page;
    for (const auto position : positions)
        page.events.push_back(eventAt(position));
    page.isFull = isFull;
    page.horizon = {1'000, 0};
    page.snapshotEnd = {1'000, 0};
    return page;
}

FollowerSettings quick() {
    FollowerSettings settings;
    settings.pollInterval = 1ms;
    settings.backOffFirst = 1ms;
    settings.backOffMost = 8ms;
    return settings;
}

/// A follower on a thread of its own; stopped and joined when the test is over.
class Stage {
public:
    ~Stage() {
        thread.request_stop();
        if (script->cancel)
            script->cancel();
    }

    void start(FollowerSettings settings, FollowerStart from = {kRegion, {}, {}, {}}) {
        follower = std::make_unique<Follower>(std::make_unique<ScriptedStore>(script), std::move(from), settings, clock,
                                              sink, log.callback());
        thread = std::jthread([this](std::stop_token stop) {
            result = follower->run(std::move(stop));
            hasEnded = true;
        });
    }

    [[nodiscard]] bool isPhase(FollowerPhase phase) const { return log.last().phase == phase; }

    HandClock clock;
    KeepingSink sink;
    StatusLog log;
    std::shared_ptr<ScriptedStore::Script> script = std::make_shared<ScriptedStore::Script>();
    std::unique_ptr<Follower> follower;
    Result<void> result;
    std::atomic<bool> hasEnded = false;
    std::jthread thread;
};

/// The millisecond delays that statuses announced while the clock stood still.
std::vector<std::int64_t> delays(const StatusLog& log, Instant now) {
    std::vector<std::int64_t> all;
    for (const FollowerStatus& status : log.all())
        if (status.phase == FollowerPhase::Down && status.nextAttempt)
            all.push_back((*status.nextAttempt - now) / 1'000);
    return all;
}

} // namespace

class FollowerTest : public QObject {
    Q_OBJECT
private slots:

    void backsOffLongerAndLongerAndResetsAfterSuccess() {
        Stage stage;
        stage.script->connect = [&]() -> Result<StoreIdentity> {
            if (stage.script->connects <= 4)
                return failure(ErrorCode::Unreachable);
            return ScriptedStore::identity();
        };
        stage.script->readTail = [&](const TailRequest&) -> Result<TailPage> {
            if (stage.script->reads == 2)
                return failure(ErrorCode::Unreachable, "again");
            return pageOf({});
        };
        FollowerSettings settings = quick();
        settings.backOffFirst = 16ms;
        settings.backOffMost = 64ms;
        stage.start(settings);
        QTRY_VERIFY(stage.script->reads > 2);
        const auto told = delays(stage.log, stage.clock.now());
        const std::vector<std::int64_t> whole{16, 32, 64, 64, 16};
        QCOMPARE(told.size(), whole.size());
        for (std::size_t i = 0; i < whole.size(); ++i)
            QVERIFY2(told[i] <= whole[i] && told[i] >= whole[i] * 3 / 4, std::to_string(told[i]).c_str());
    }

    void aWakeEndsTheBackOffOnce() {
        Stage stage;
        stage.script->connect = []() -> Result<StoreIdentity> { return failure(ErrorCode::Unreachable); };
        FollowerSettings settings = quick();
        settings.backOffFirst = settings.backOffMost = 1h;
        stage.start(settings);
        for (int attempt = 1; attempt <= 4; ++attempt) {
            QTRY_COMPARE(std::ssize(delays(stage.log, stage.clock.now())), attempt);
            QCOMPARE(stage.script->connects.load(), attempt);
            QVERIFY(stage.isPhase(FollowerPhase::Down));
            stage.follower->wake();
        }
    }

    void givesUpWhereAPersonMustAct_data() {
        QTest::addColumn<int>("code");
        for (const ErrorCode code :
             {ErrorCode::TlsRejected, ErrorCode::AuthenticationFailed, ErrorCode::NotADatabase,
              ErrorCode::DatabaseMissing, ErrorCode::SchemaMissing, ErrorCode::SchemaTooNew, ErrorCode::SchemaTooOld,
              ErrorCode::RegionMissing, ErrorCode::PermissionDenied, ErrorCode::LogRewound, ErrorCode::DatabaseReplaced,
              ErrorCode::NeedsRepair, ErrorCode::FileMissing, ErrorCode::FileCorrupt})
            QTest::addRow("%s", std::string(errorCodeName(code)).c_str()) << static_cast<int>(code);
    }

    void givesUpWhereAPersonMustAct() {
        QFETCH(int, code);
        Stage stage;
        stage.script->connect = [code]() -> Result<StoreIdentity> {
            return failure(static_cast<ErrorCode>(code), "the detail");
        };
        stage.start(quick());
        QTRY_VERIFY(stage.hasEnded);
        QVERIFY(!stage.result);
        QCOMPARE(static_cast<int>(stage.result.error().code), code);
        QCOMPARE(stage.script->connects.load(), 1);
        QVERIFY(stage.isPhase(FollowerPhase::Stopped));
        QCOMPARE(stage.log.last().error->detail, std::string("the detail"));
    }

    void keepsTryingWhatMayMend_data() {
        QTest::addColumn<int>("code");
        for (const ErrorCode code : {ErrorCode::Unreachable, ErrorCode::Timeout, ErrorCode::RegionUnavailable,
                                     ErrorCode::Busy, ErrorCode::ServerError, ErrorCode::DiskFull})
            QTest::addRow("%s", std::string(errorCodeName(code)).c_str()) << static_cast<int>(code);
    }

    void keepsTryingWhatMayMend() {
        QFETCH(int, code);
        Stage stage;
        stage.script->readTail = [code](const TailRequest&) -> Result<TailPage> {
            return failure(static_cast<ErrorCode>(code));
        };
        stage.start(quick());
        QTRY_VERIFY(stage.script->connects >= 3);
        QVERIFY(!stage.hasEnded);
        QVERIFY(stage.log.has([&](const FollowerStatus& status) {
            return status.phase == FollowerPhase::Down && static_cast<int>(status.error->code) == code;
        }));
    }

    void anotherDatabaseThanTheFirstSeenStops() {
        Stage stage;
        stage.start(quick(), {kRegion, {}, {}, StoreMark{"installation", "another system"}});
        QTRY_VERIFY(stage.hasEnded);
        QCOMPARE(static_cast<int>(stage.result.error().code), static_cast<int>(ErrorCode::DatabaseReplaced));
        QCOMPARE(stage.script->reads.load(), 0);
    }

    void everyConnectAsksForTheNewestEventHandedOn() {
        Stage stage;
        std::vector<std::int64_t> asked;
        stage.script->checkContinuity = [&](const HeldEvent& held, const StoreMark&) -> Result<void> {
            asked.push_back(held.key.inTxOrder);
            if (asked.size() == 2)
                return failure(ErrorCode::LogRewound, {}, {{"why", "absent"}});
            return {};
        };
        std::vector<std::optional<LogKey>> cursors;
        stage.script->readTail = [&](const TailRequest& request) -> Result<TailPage> {
            cursors.push_back(request.after);
            if (stage.script->reads == 1)
                return pageOf({5, 6, 7}, true);
            if (stage.script->reads == 2)
                return pageOf({8, 9});
            return failure(ErrorCode::Unreachable);
        };
        HeldEvent held;
        held.key = {{4, 0}, 4};
        stage.start(quick(), {kRegion, held.key, held, {}});
        QTRY_VERIFY(stage.hasEnded);
        QCOMPARE(asked, (std::vector<std::int64_t>{4, 9}));
        QCOMPARE(static_cast<int>(stage.result.error().code), static_cast<int>(ErrorCode::LogRewound));
        QCOMPARE(cursors.size(), std::size_t{3});
        QCOMPARE(cursors[0]->inTxOrder, 4);
        QCOMPARE(cursors[1]->inTxOrder, 7);
        QCOMPARE(cursors[2]->inTxOrder, 9);
        QCOMPARE(stage.sink.events().size(), std::size_t{5});
        QCOMPARE(stage.log.last().handedOn, 5);
    }

    void tellsBacklogThenFollowingAndTheTailOnce() {
        Stage stage;
        stage.script->readTail = [&](const TailRequest&) -> Result<TailPage> {
            if (stage.script->reads <= 2)
                return pageOf({stage.script->reads.load()}, true);
            return pageOf({});
        };
        stage.start(quick());
        QTRY_VERIFY(stage.script->reads > 20);
        const auto batches = stage.sink.batches();
        QCOMPARE(batches.size(), std::size_t{3});
        QVERIFY(!batches[0].reachedTail && !batches[1].reachedTail);
        QVERIFY(batches[2].reachedTail && batches[2].events.empty());
        QVERIFY(stage.log.has([](const auto& status) { return status.phase == FollowerPhase::Backlog; }));
        QVERIFY(stage.isPhase(FollowerPhase::Following));
    }

    void onlyOnceReturnsAtTheTail() {
        Stage stage;
        stage.script->readTail = [&](const TailRequest&) -> Result<TailPage> {
            return pageOf({stage.script->reads.load()}, stage.script->reads < 3);
        };
        FollowerSettings settings = quick();
        settings.onlyOnce = true;
        stage.start(settings);
        QTRY_VERIFY(stage.hasEnded);
        QVERIFY(stage.result.has_value());
        QCOMPARE(stage.sink.events().size(), std::size_t{3});
        QCOMPARE(stage.log.last().handedOn, 3);
        QCOMPARE(stage.log.last().backlog, 0);
    }

    void onlyOnceReturnsAtTheFirstFailure() {
        Stage stage;
        stage.script->connect = []() -> Result<StoreIdentity> { return failure(ErrorCode::Unreachable); };
        FollowerSettings settings = quick();
        settings.onlyOnce = true;
        stage.start(settings);
        QTRY_VERIFY(stage.hasEnded);
        QCOMPARE(static_cast<int>(stage.result.error().code), static_cast<int>(ErrorCode::Unreachable));
    }

    void aSinkThatFailsStopsTheFollower() {
        Stage stage;
        stage.script->readTail = [](const TailRequest&) -> Result<TailPage> { return pageOf({1}); };
        stage.sink.onApply = [](const Batch&, const std::stop_token&) -> Result<void> {
            return failure(ErrorCode::FileError);
        };
        stage.start(quick());
        QTRY_VERIFY(stage.hasEnded);
        QCOMPARE(static_cast<int>(stage.result.error().code), static_cast<int>(ErrorCode::FileError));
        QCOMPARE(stage.script->reads.load(), 1);
        QCOMPARE(stage.log.last().handedOn, 0);
        QVERIFY(stage.isPhase(FollowerPhase::Stopped));
    }

    void aSinkThatClosesEndsTheFollowerQuietly() {
        Stage stage;
        stage.script->readTail = [](const TailRequest&) -> Result<TailPage> { return pageOf({1}); };
        stage.sink.onApply = [](const Batch&, const std::stop_token&) -> Result<void> {
            return failure(ErrorCode::Cancelled);
        };
        stage.start(quick());
        QTRY_VERIFY(stage.hasEnded);
        QVERIFY(stage.result.has_value());
    }

    void aPlaceThatItsWriterChoseIsHandedOnWithTheEvent() {
        Stage stage;
        stage.script->readTail = [&](const TailRequest&) -> Result<TailPage> {
            if (stage.script->reads > 1)
                return pageOf({});
            TailPage page = pageOf({4, 5, 6});
            page.misplaced = {page.events[1].key};
            return page;
        };
        FollowerSettings settings = quick();
        settings.onlyOnce = true;
        stage.start(settings);
        QTRY_VERIFY(stage.hasEnded);
        const auto batches = stage.sink.batches();
        QCOMPARE(batches.size(), std::size_t{1});
        QCOMPARE(batches[0].events.size(), std::size_t{3});
        QVERIFY((batches[0].misplaced == std::vector<LogKey>{batches[0].events[1].key}));
    }

    void aWakeReadsAtOnceAndAtNow() {
        Stage stage;
        std::vector<bool> woken;
        stage.script->readTail = [&](const TailRequest& request) -> Result<TailPage> {
            woken.push_back(request.isWoken);
            return pageOf({});
        };
        FollowerSettings settings = quick();
        settings.pollInterval = 1h;
        stage.start(settings);
        QTRY_VERIFY(stage.isPhase(FollowerPhase::Following));
        stage.follower->wake();
        QTRY_COMPARE(stage.script->reads.load(), 2);
        stage.thread.request_stop();
        QTRY_VERIFY(stage.hasEnded);
        QCOMPARE(woken, (std::vector<bool>{false, true}));
    }

    void namesWhoHoldsTheHorizonBack() {
        Stage stage;
        std::atomic<bool> isHeld = true;
        stage.script->readTail = [&](const TailRequest&) -> Result<TailPage> {
            stage.clock.advance(100ms);
            TailPage page = pageOf({});
            page.horizon = isHeld ? Position{10, 0} : Position{stage.script->reads + 100, 0};
            page.snapshotEnd = {10'000, 0};
            return page;
        };
        std::atomic<std::int64_t> firstAskedAt = 0;
        stage.script->horizonHolder = [&]() -> Result<std::optional<HorizonHolder>> {
            if (firstAskedAt == 0)
                firstAskedAt = stage.script->reads;
            return HorizonHolder{"batch job of bob", 7s};
        };
        stage.start(quick());
        QTRY_VERIFY(stage.log.last().holder.has_value());
        QCOMPARE(stage.log.last().holder->description, std::string("batch job of bob"));
        QVERIFY2(firstAskedAt > 20, std::to_string(firstAskedAt).c_str()); // 100 ms a page: not before two seconds
        QTRY_VERIFY(stage.script->reads > 200);
        QVERIFY2(stage.script->otherCalls < 30, "asked more often than once a second");
        isHeld = false;
        QTRY_VERIFY(!stage.log.last().holder.has_value());
    }

    void anIdleServerHoldsNothingBack() {
        Stage stage;
        stage.script->readTail = [&](const TailRequest&) -> Result<TailPage> {
            stage.clock.advance(100ms);
            return pageOf({});
        };
        stage.start(quick());
        QTRY_VERIFY(stage.script->reads > 100);
        QVERIFY(!stage.log.has([](const auto& status) { return status.holder.has_value(); }));
    }

    void anIdlePollIsOneStatementAndTellsLittle() {
        Stage stage;
        stage.script->readTail = [&](const TailRequest&) -> Result<TailPage> {
            stage.clock.advance(100ms);
            TailPage page = pageOf({});
            page.serverTime = stage.clock.now();
            return page;
        };
        stage.start(quick());
        QTRY_VERIFY(stage.script->reads >= 100); // ten seconds of its time
        stage.thread.request_stop();
        QTRY_VERIFY(stage.hasEnded);
        const int seconds = stage.script->reads / 10;
        QCOMPARE(stage.script->connects.load(), 1);
        QCOMPARE(stage.script->otherCalls.load(), 1); // the backlog, once
        const auto told = std::ssize(stage.log.all());
        QVERIFY2(told >= seconds - 1 && told <= seconds + 5, std::to_string(told).c_str());
        const auto handed = std::ssize(stage.sink.batches());
        QVERIFY2(handed >= seconds - 1 && handed <= seconds + 2, std::to_string(handed).c_str());
        QCOMPARE(stage.log.last().roundTrip, std::optional<std::chrono::microseconds>(100ms));
    }

    void aStopIsAnsweredWhileTheServerIsSilent_data() {
        QTest::addColumn<bool>("doesCancelHang");
        QTest::newRow("cancel answers") << false;
        QTest::newRow("cancel hangs, too") << true;
    }

    void aStopIsAnsweredWhileTheServerIsSilent() {
        QFETCH(bool, doesCancelHang);
        auto silence = std::make_shared<std::latch>(1);
        auto network = std::make_shared<std::latch>(1);
        Stage stage;
        stage.script->readTail = [silence](const TailRequest&) -> Result<TailPage> {
            silence->wait();
            return failure(ErrorCode::Cancelled);
        };
        stage.script->cancel = [silence, network, doesCancelHang] {
            if (!silence->try_wait())
                silence->count_down();
            if (doesCancelHang)
                network->wait();
        };
        stage.start(quick());
        QTRY_COMPARE(stage.script->reads.load(), 1);
        QElapsedTimer timer;
        timer.start();
        stage.thread.request_stop();
        QTRY_VERIFY_WITH_TIMEOUT(stage.hasEnded, 2'000);
        const auto took = timer.elapsed();
        network->count_down();
        QVERIFY(stage.result.has_value());
        QVERIFY2(took <= 200, std::to_string(took).c_str()); // the promise to whoever pressed the button
    }

    void aStopEndsTheBackOff() {
        Stage stage;
        stage.script->connect = []() -> Result<StoreIdentity> { return failure(ErrorCode::Unreachable); };
        FollowerSettings settings = quick();
        settings.backOffFirst = settings.backOffMost = 1h;
        stage.start(settings);
        QTRY_VERIFY(stage.isPhase(FollowerPhase::Down));
        stage.thread.request_stop();
        QTRY_VERIFY(stage.hasEnded);
        QVERIFY(stage.result.has_value());
    }
};

MUNIMENT_TEST(follower, FollowerTest);
#include "test_follower.moc"
