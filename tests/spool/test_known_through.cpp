// Until when a log is known: never a moment too late, or an answer would call itself complete when it is not.
#include "models/spool/back_off.h"
#include "models/spool/known_through.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace std::chrono_literals;

namespace {

TailPage sample(std::int64_t horizon, std::int64_t snapshotEnd, std::int64_t time, bool isFull = false) {
    TailPage page;
    page.horizon = {horizon, 0};
    page.snapshotEnd = {snapshotEnd, 0};
    page.serverTime = {time};
    page.isFull = isFull;
    return page;
}

std::int64_t knownAfter(KnownThrough& known, const TailPage& page) {
    known.note(page);
    return known.instant() ? known.instant()->micros : -1;
}

} // namespace

class KnownThroughTest : public QObject {
    Q_OBJECT
private slots:

    void anIdleServerIsKnownUntilNow() {
        KnownThrough known(StoreFlavour::PostgreSql);
        QCOMPARE(knownAfter(known, sample(10, 10, 1)), 1);
        QCOMPARE(knownAfter(known, sample(10, 10, 2)), 2);
    }

    void anOpenTransactionHoldsItBackUntilItEnds() {
        KnownThrough known(StoreFlavour::PostgreSql);
        QCOMPARE(knownAfter(known, sample(10, 10, 1)), 1);
        QCOMPARE(knownAfter(known, sample(10, 12, 2)), 1); // 10 and 11 are open
        QCOMPARE(knownAfter(known, sample(11, 15, 3)), 1); // 11 still is
        QCOMPARE(knownAfter(known, sample(12, 20, 4)), 2); // what had begun by the second sample has ended
        QCOMPARE(knownAfter(known, sample(15, 20, 5)), 3);
        QCOMPARE(knownAfter(known, sample(20, 20, 6)), 6);
    }

    void aFullPageKnowsNothingYet() {
        KnownThrough known(StoreFlavour::PostgreSql);
        QCOMPARE(knownAfter(known, sample(10, 10, 1, true)), -1);
        QCOMPARE(knownAfter(known, sample(10, 10, 2, true)), -1);
        QCOMPARE(knownAfter(known, sample(10, 10, 3)), 3);
    }

    // As whoever tells the store of a copy does, or one who gives up.
    void aWriterWhoWroteNothingHoldsNothingBack() {
        KnownThrough known(StoreFlavour::Embedded);
        QCOMPARE(knownAfter(known, sample(7, 8, 1)), -1);
        QCOMPARE(knownAfter(known, sample(7, 7, 2)), 2);
        QCOMPARE(knownAfter(known, sample(7, 8, 3)), 2);
        QCOMPARE(knownAfter(known, sample(8, 8, 4)), 4);
    }

    void aWriterUnderWayInAnEmbeddedStoreHoldsItBack() {
        KnownThrough known(StoreFlavour::Embedded);
        QCOMPARE(knownAfter(known, sample(7, 7, 1)), 1);
        QCOMPARE(knownAfter(known, sample(7, 8, 2)), 1); // somebody may be writing position 8
        QCOMPARE(knownAfter(known, sample(8, 8, 3)), 3);
    }

    void cockroachIsKnownUntilTheTimestampThatWasRead() {
        KnownThrough known(StoreFlavour::CockroachDb);
        const std::int64_t t = 1'786'877'563'585'252'761;
        QCOMPARE(knownAfter(known, sample(t, t, 1'786'877'564'585'252, true)), -1);
        QCOMPARE(knownAfter(known, sample(t, t, 1'786'877'564'585'252)), t / 1'000);
    }

    void aClockThatStepsBackTakesNothingBack() {
        KnownThrough known(StoreFlavour::PostgreSql);
        QCOMPARE(knownAfter(known, sample(10, 10, 9)), 9);
        QCOMPARE(knownAfter(known, sample(11, 11, 4)), 9);
    }

    void aHorizonHeldForHoursCostsBoundedMemoryAndStaysTrue() {
        KnownThrough known(StoreFlavour::PostgreSql);
        constexpr int kPolls = 100'000;
        for (int i = 1; i <= kPolls; ++i)
            QCOMPARE(knownAfter(known, sample(1, 1 + i, i)), -1);
        // Transaction 50,000 has ended: what is known is at most the sample taken before 50,000 began.
        const auto half = knownAfter(known, sample(50'000, kPolls + 2, kPolls + 1));
        QVERIFY2(half <= 49'999 && half > 40'000, std::to_string(half).c_str());
    }

    void theBackOffDoublesUpToItsMost() {
        BackOff backOff(250ms, 30s);
        QStringList delays;
        for (int i = 0; i < 9; ++i)
            delays << QString::number(backOff.next(0).count());
        QCOMPARE(delays.join(u' '), QStringLiteral("250 500 1000 2000 4000 8000 16000 30000 30000"));
        QCOMPARE(backOff.next(0.5).count(), 26'250);
        backOff.reset();
        QCOMPARE(backOff.next(0.999).count(), 188);
    }
};

MUNIMENT_TEST(known_through, KnownThroughTest);
#include "test_known_through.moc"
