// The follower's ordinary life, with a scripted store and a clock moved by hand: backlog and tail, the cursor it passes
// on, wake, the holder of the horizon, how often it asks and tells.
#include "tests/spool/follower_stage.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

class FollowerTest : public QObject {
    Q_OBJECT
private slots:

    // Each time there is nothing more to read; where it says that the connection is gone, the region is connected to
    // anew.
    void anErrandIsDoneAtTheTail() {
        Stage stage;
        std::atomic<int> errands = 0;
        std::atomic<bool> isEarly = false;
        stage.script->readTail = [](const TailRequest& request) -> Result<TailPage> {
            return request.after ? pageOf({}) : pageOf({1, 2}, true);
        };
        FollowerStart start{kRegion, {}, {}, {}};
        start.atTail = [&](EventStore&, const std::optional<LogKey>& cursor) -> Result<void> {
            isEarly = isEarly || !cursor || cursor->position.major != 2;
            return ++errands == 3 ? failure(ErrorCode::Unreachable) : Result<void>();
        };
        stage.start(quick(), std::move(start));
        QTRY_VERIFY(errands >= 6);
        QVERIFY(!isEarly);
        QCOMPARE(stage.script->connects.load(), 2);
    }

    void anErrandIsDoneOnceWhereTheTailIsTheEnd() {
        Stage stage;
        std::atomic<int> errands = 0;
        FollowerSettings once = quick();
        once.onlyOnce = true;
        FollowerStart start{kRegion, {}, {}, {}};
        start.atTail = [&](EventStore&, const std::optional<LogKey>&) -> Result<void> {
            ++errands;
            return {};
        };
        stage.start(once, std::move(start));
        QTRY_VERIFY(stage.hasEnded);
        QCOMPARE(errands.load(), 1);
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

    // Somebody who writes at that moment only delays it; one who writes for hours does not keep it.
    void onlyOnceWaitsABitForWhoeverWrites() {
        for (const int heldFor : {3, 1'000}) {
            Stage stage;
            stage.script->readTail = [&](const TailRequest& request) -> Result<TailPage> {
                TailPage page = request.after ? pageOf({}) : pageOf({1});
                page.horizon = {stage.script->reads > heldFor ? 2 : 1, 0};
                page.snapshotEnd = {2, 0};
                return page;
            };
            FollowerSettings settings = quick();
            settings.onlyOnce = true;
            stage.start(settings);
            QTRY_VERIFY(stage.hasEnded);
            QVERIFY(stage.result.has_value());
            QCOMPARE(stage.sink.events().size(), std::size_t{1});
            QCOMPARE(stage.log.last().knownThrough.has_value(), heldFor == 3);
            QCOMPARE(stage.sink.batches().back().knownThrough.has_value(), heldFor == 3);
            QCOMPARE(stage.script->reads.load(), std::min(heldFor, settings.oncePolls) + 1);
        }
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
};

MUNIMENT_TEST(follower, FollowerTest);
#include "test_follower.moc"
