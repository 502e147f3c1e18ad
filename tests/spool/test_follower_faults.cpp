// The follower under faults, with a scripted store: it backs off longer and longer, gives up only where a person must
// act, and answers a stop at any moment, also while the server is silent.
#include "tests/spool/follower_stage.h"
#include "tests/support/test_registry.h"

#include <QElapsedTimer>
#include <QTest>

#include <latch>

using namespace muniment;
using namespace muniment::test;

namespace {

/// The millisecond delays that statuses announced while the clock stood still.
std::vector<std::int64_t> delays(const StatusLog& log, Instant now) {
    std::vector<std::int64_t> all;
    for (const FollowerStatus& status : log.all())
        if (status.phase == FollowerPhase::Down && status.nextAttempt)
            all.push_back((*status.nextAttempt - now) / 1'000);
    return all;
}

} // namespace

class FollowerFaults : public QObject {
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
        QTRY_VERIFY(stage.hasEnded);
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

MUNIMENT_TEST(follower_faults, FollowerFaults);
#include "test_follower_faults.moc"
