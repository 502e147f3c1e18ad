// Protects what a workstation signs: what came is hashed anew first, a file that contradicts itself is not signed, one
// line states a region once the others are known as far, and two workstations that hold the same say the same.
#include "tests/integrity/workstation.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

class WitnessTest : public QObject {
    Q_OBJECT
private slots:
    void sealsWhatComesAndNothingTwice();
    void eventsThatKeepComingAreSealedNowAndThen();
    void silenceIsSealedToo();
    void waitsForTheOtherRegions();
    void signsHeadsWhereARegionStaysAway();
    void leavesNothingUnsealedAtTheEnd();
    void signsNothingOfAnAlteredFile();
    void twoWorkstationsSayTheSame();
    void whatItSealedIsVerified();
};

void WitnessTest::sealsWhatComesAndNothingTwice() {
    Workstation desk({"eu-west-1"});
    SampleLog log = logOf(kEurope, 1);
    QCOMPARE(desk.sealed(), QStringList());
    desk.apply(log.batch(300));
    const QStringList first = desk.sealed();
    QCOMPARE(first.size(), 1);
    QVERIFY2(first[0].startsWith(QStringLiteral("muniment/region/inst/eu-west-1/")), qPrintable(first[0]));
    QCOMPARE(desk.sealed(), QStringList());
    desk.apply(log.batch(1));
    desk.clock().pass(std::chrono::seconds(5));
    QVERIFY(desk.sealed() != first);
    QCOMPARE(desk.kept().count(), std::uint64_t{2});
}

// An event each second, asked each second: a seal every five, and no event waits longer for one.
void WitnessTest::eventsThatKeepComingAreSealedNowAndThen() {
    Workstation desk({"eu-west-1"});
    SampleLog log = logOf(kEurope, 1);
    int seals = 0;
    std::optional<int> waitingSince;
    for (int second = 0; second < 60; ++second) {
        desk.apply(log.batch(1));
        waitingSince = waitingSince.value_or(second);
        if (!desk.sealed().isEmpty()) {
            ++seals;
            waitingSince.reset();
        }
        QVERIFY2(!waitingSince || second - *waitingSince < 5, qPrintable(QString::number(second)));
        desk.clock().pass(std::chrono::seconds(1));
    }
    QCOMPARE(seals, 12);
    // Where the clock is set back, nothing waits until it has caught up.
    desk.clock().pass(std::chrono::seconds(-3'600));
    QCOMPARE(desk.sealed().size(), 1);
}

void WitnessTest::silenceIsSealedToo() {
    Workstation desk({"eu-west-1"});
    desk.apply(logOf(kEurope, 1).batch(10));
    const QStringList first = desk.sealed();
    desk.clock().pass(std::chrono::seconds(299));
    QCOMPARE(desk.sealed(), QStringList());
    desk.clock().pass(std::chrono::seconds(1));
    QCOMPARE(desk.sealed(), first);
}

void WitnessTest::waitsForTheOtherRegions() {
    Workstation desk({"eu-west-1", "us-east-1"});
    Batch batch = logOf(kEurope, 1).batch(10);
    const Instant last = batch.events.back().recordedAt;
    desk.apply(std::move(batch));
    QCOMPARE(desk.sealed(), QStringList());
    desk.know(kAmerica, {last.micros - 1});
    QCOMPARE(desk.sealed(), QStringList());
    desk.know(kAmerica, last);
    QCOMPARE(desk.sealed().size(), 1);
}

void WitnessTest::signsHeadsWhereARegionStaysAway() {
    Workstation desk({"eu-west-1", "us-east-1"});
    desk.apply(logOf(kEurope, 1).batch(300));
    QCOMPARE(desk.sealed(), QStringList());
    desk.clock().pass(std::chrono::seconds(30));
    const QStringList heads = desk.sealed();
    QVERIFY(heads.size() > 1);
    for (const QString& head : heads)
        QVERIFY2(head.startsWith(QStringLiteral("muniment/tenant/eu-west-1/")), qPrintable(head));
    QCOMPARE(desk.sealed(), QStringList());
    QVERIFY(desk.verified().isSound());
}

// Neither a pause nor a region that is not known as far is waited for.
void WitnessTest::leavesNothingUnsealedAtTheEnd() {
    Workstation desk({"eu-west-1", "us-east-1"});
    SampleLog log = logOf(kEurope, 1);
    Batch batch = log.batch(300);
    const Instant last = batch.events.back().recordedAt;
    desk.apply(std::move(batch));
    QCOMPARE(desk.sealed(), QStringList());
    desk.apply(log.batch(20)); // after the state that waits for the other region
    const Sealing heads = MUST(desk.witness().seal(SealWhen::Last));
    QVERIFY(heads.notes.size() > 1);
    QCOMPARE(heads.events, std::int64_t{320});
    desk.know(kAmerica, {last.micros + kMicrosPerDay});
    desk.apply(log.batch(5));
    QCOMPARE(desk.sealed(), QStringList()); // within the pause
    const Sealing state = MUST(desk.witness().seal(SealWhen::Last));
    QCOMPARE(state.events, std::int64_t{5});
    QCOMPARE(state.notes.size(), std::size_t{1}); // known as far: one line for the region
    QVERIFY(MUST(desk.witness().seal(SealWhen::Last)).notes.empty());
    QVERIFY(desk.verified().isSound());
}

void WitnessTest::signsNothingOfAnAlteredFile() {
    Workstation desk({"eu-west-1"});
    SampleLog log = logOf(kEurope, 1);
    desk.apply(log.batch(300));
    QCOMPARE(desk.sealed().size(), 1);
    desk.apply(log.batch(300));
    // After it was written and before it was sealed.
    desk.tamper("UPDATE events_1 SET sequence = sequence + 1 WHERE n & 0xffffffffff = 450");
    const Sealing sealing = MUST(desk.witness().seal());
    QVERIFY(sealing.notes.empty());
    QVERIFY(sealing.refused.has_value());
    QCOMPARE(sealing.refused->region, kEurope);
    desk.apply(log.batch(10));
    QCOMPARE(desk.sealed(), QStringList());
    QCOMPARE(desk.kept().count(), std::uint64_t{1});
}

void WitnessTest::twoWorkstationsSayTheSame() {
    const auto fill = [](Workstation& desk, bool isTurned, int size, bool isWithheld) {
        SampleLog europe = logOf(kEurope, 1), america = logOf(kAmerica, 2);
        LeafHasher hasher;
        const auto give = [&](SampleLog& log) {
            for (int i = 0; i < 1'200; i += size) {
                Batch batch = log.batch(size);
                if (isWithheld)
                    for (RecordedEvent& event : batch.events)
                        withholdPersons(hasher, event);
                desk.apply(std::move(batch));
            }
        };
        give(isTurned ? america : europe);
        give(isTurned ? europe : america);
        for (const RegionName& region : {kEurope, kAmerica})
            desk.know(region, {4'000'000'000'000'000});
    };
    Workstation one({"eu-west-1", "us-east-1"}, "one"), other({"us-east-1", "eu-west-1"}, "other"),
        third({"eu-west-1", "us-east-1"}, "third");
    fill(one, false, 100, false);
    fill(other, true, 40, false);
    fill(third, true, 300, true); // personal fields are not in its file
    const auto states = [](Workstation& desk) {
        auto all = Workstation::checkpoints(MUST(desk.witness().seal()));
        std::ranges::sort(all, {}, &Checkpoint::origin);
        return all;
    };
    const auto said = states(one);
    QCOMPARE(said.size(), std::size_t{2});
    QVERIFY(states(other) == said);
    QVERIFY(states(third) == said);
}

void WitnessTest::whatItSealedIsVerified() {
    Workstation desk({"eu-west-1"});
    SampleLog log = logOf(kEurope, 1);
    for (int i = 0; i < 20; ++i) {
        desk.clock().pass(std::chrono::seconds(5));
        desk.apply(log.batch(150));
        QCOMPARE(desk.sealed().size(), 1);
    }
    desk.apply(log.batch(17));
    const Verification verification = desk.verified();
    QVERIFY(verification.isSound());
    QCOMPARE(verification.checkpoints, std::int64_t{20});
    QCOMPARE(verification.unsealed(), std::int64_t{17});
    QCOMPARE(verification.sealedAt->micros, desk.clock().now().micros);
}

MUNIMENT_TEST(witness, WitnessTest);
#include "test_witness.moc"
