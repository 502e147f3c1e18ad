// Protects a verification that is noted: what it found is found again by whoever opens the file next, a cancelled one
// leaves the last one's word, it can stand still and go on; and sealing signs nothing of what is not as it was.
#include "models/integrity/trail_check.h"
#include "tests/integrity/notes.h"
#include "tests/integrity/workstation.h"
#include "tests/support/test_registry.h"

#include <QFile>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace muniment;
using namespace muniment::test;

namespace {

TrailChecker petra(Instant at = {1'800'000'100'000'000}) {
    return {"petra", "Muniment test", at};
}

} // namespace

class TrailCheckTest : public QObject {
    Q_OBJECT
private slots:

    void aVerificationIsNoted() {
        Workstation desk({"eu-west-1"});
        desk.apply(logOf(kEurope, 1).batch(100));
        std::ignore = desk.sealed();
        const CheckedTrail checked = MUST(checkTrail(desk.replica(), petra(), {}, {}));
        QVERIFY(checked.record.isSound());
        QVERIFY(!checked.notNoted);
        const auto noted = MUST(readVerificationRecord(desk.path()));
        QVERIFY(noted);
        QCOMPARE(noted->by, std::string("petra"));
        QCOMPARE(noted->tool, std::string("Muniment test"));
        QCOMPARE(noted->verification.events, std::int64_t{100});
        QCOMPARE(noted->verification.checkpoints, std::int64_t{1});
        QCOMPARE(noted->regions.size(), std::size_t{1});
        QVERIFY(noted->regions[0].head.size > 0);
        QVERIFY(noted->regions[0].cursor);
    }

    void findingsAreNoted() {
        Workstation desk({"eu-west-1"});
        desk.apply(logOf(kEurope, 1).batch(100));
        desk.tamper("UPDATE events_1 SET sequence = sequence + 7 WHERE n & 0xffffffffff = 50");
        QVERIFY(!MUST(checkTrail(desk.replica(), petra(), {}, {})).record.isSound());
        const auto noted = MUST(readVerificationRecord(desk.path()));
        QCOMPARE(noted->verification.findings.size(), std::size_t{1});
        QVERIFY(noted->verification.findings[0].change == TrailChange::Edited);
        QCOMPARE(noted->verification.findings[0].event, std::optional(EventNumber::of(1, 50)));
    }

    void aCancelledOneIsNotNoted() {
        Workstation desk({"eu-west-1"});
        desk.apply(logOf(kEurope, 1).batch(100));
        std::ignore = MUST(checkTrail(desk.replica(), petra({7}), {}, {}));
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(outcome(checkTrail(desk.replica(), petra({8}), stop.get_token(), {})), std::string("cancelled"));
        QCOMPARE(MUST(readVerificationRecord(desk.path()))->at, Instant{7});
    }

    void standsStillWhileItsProgressIsHeld() {
        Workstation desk({"eu-west-1"});
        SampleLog log = logOf(kEurope, 1);
        for (int i = 0; i < 3; ++i)
            desk.apply(log.batch(9'000)); // more than one reading of it
        std::mutex mutex;
        std::condition_variable changed;
        bool isHeld = true;
        std::atomic<int> told = 0;
        Result<CheckedTrail> checked = failure(ErrorCode::Cancelled);
        std::jthread worker([&] {
            checked = checkTrail(desk.replica(), petra(), {}, [&](double) {
                ++told;
                std::unique_lock lock(mutex);
                changed.wait(lock, [&] { return !isHeld; });
            });
        });
        QTRY_COMPARE_WITH_TIMEOUT(told.load(), 1, 60'000);
        QTest::qWait(300); // it would have gone on by now
        QCOMPARE(told.load(), 1);
        QVERIFY(!MUST(readVerificationRecord(desk.path())));
        {
            const std::lock_guard lock(mutex);
            isHeld = false;
        }
        changed.notify_all();
        worker.join();
        QVERIFY(checked && checked->record.isSound());
        QVERIFY(told > 1);
    }

    void sealingVerifiesAndSigns() {
        Workstation desk({"eu-west-1"});
        desk.apply(logOf(kEurope, 1).batch(100));
        const SigningKey key = keyOf("window", 3);
        const SealedTrail sealed = MUST(sealTrail(desk.replica(), key, petra(), desk.clock(), {}, {}));
        QCOMPARE(sealed.sealing.notes.size(), std::size_t{1});
        const auto kept = MUST(KeptReading(desk.path()).read());
        QCOMPARE(kept->history.own, std::uint64_t{1});
        QVERIFY(std::ranges::find(kept->keys.own, key.verifierKey()) != kept->keys.own.end());
        const CheckedTrail after = MUST(checkTrail(desk.replica(), petra(), {}, {}));
        QCOMPARE(after.record.verification.sealed, std::int64_t{100});
        QVERIFY(MUST(readVerificationRecord(desk.path()))->isSound());
    }

    void nothingIsSignedOfWhatIsNotAsItWas() {
        Workstation desk({"eu-west-1"});
        desk.apply(logOf(kEurope, 1).batch(100));
        desk.tamper("UPDATE events_1 SET sequence = sequence + 7 WHERE n & 0xffffffffff = 50");
        const SealedTrail sealed = MUST(sealTrail(desk.replica(), keyOf("window", 3), petra(), desk.clock(), {}, {}));
        QVERIFY(!sealed.checked.record.isSound());
        QCOMPARE(sealed.sealing.notes.size(), std::size_t{0});
        QCOMPARE(MUST(KeptReading(desk.path()).read())->count(), std::uint64_t{0});
    }

    void nothingIsAddedToForgedCheckpoints() {
        Workstation desk({"eu-west-1"});
        SampleLog log = logOf(kEurope, 1);
        desk.apply(log.batch(100));
        std::ignore = desk.sealed();
        // Another time in the signature: the note has its form, and is not what was signed.
        const std::string path = keptCheckpointsPath(desk.path()).string();
        const std::string bytes = contentsOf(path);
        const std::size_t at = bytes.rfind('\n', bytes.size() - 3) - 8;
        std::string forged = bytes;
        forged[at] = forged[at] == 'A' ? 'B' : 'A';
        write(path, forged);
        desk.apply(log.batch(5));
        const SealedTrail sealed = MUST(sealTrail(desk.replica(), keyOf("window", 3), petra(), desk.clock(), {}, {}));
        QCOMPARE(sealed.checked.record.forged, std::vector<std::uint64_t>{1});
        QCOMPARE(sealed.sealing.notes.size(), std::size_t{0});
        QVERIFY(!MUST(readVerificationRecord(desk.path()))->isSound());
    }
};

MUNIMENT_TEST(trail_check, TrailCheckTest);
#include "test_trail_check.moc"
