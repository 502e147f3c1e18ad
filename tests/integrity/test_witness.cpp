// Protects what a workstation signs: what came is hashed anew first, a file that contradicts itself is not signed, one
// line states a region once the others are known as far, and two workstations that hold the same say the same.
#include "models/integrity/checkpoint.h"
#include "models/integrity/local_verifier.h"
#include "models/integrity/sealed_history.h"
#include "models/integrity/witness.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/Database.h>

using namespace muniment;
using namespace muniment::test;

namespace {

class SetClock : public Clock {
public:
    [[nodiscard]] Instant now() const override { return m_now; }

    [[nodiscard]] std::chrono::nanoseconds monotonic() const override {
        return std::chrono::microseconds(m_now.micros);
    }

    void pass(std::chrono::seconds seconds) { m_now.micros += std::chrono::microseconds(seconds).count(); }

private:
    Instant m_now{1'800'000'000'000'000};
};

const RegionName kEurope("eu-west-1");
const RegionName kAmerica("us-east-1");

/// A file with its kept checkpoints, its key and its clock.
class Workstation {
public:
    explicit Workstation(std::vector<std::string> regions, const char* label = "desk")
        : m_fixture(std::move(regions)),
          m_replica(m_fixture.create()),
          m_key(MUST(SigningKey::generate(label))) {
        const auto path = keptCheckpointsPath(m_fixture.path());
        MUST(addKnownKey(knownKeysPath(m_fixture.path()), m_key.verifierKey(), KeyOwner::Own));
        m_kept.emplace(MUST(KeptCheckpoints::open(path, {m_key.verifierKey()})));
        for (const RegionRecord& record : MUST(MUST(m_replica->snapshot())->regions()))
            MUST(m_replica->writer()->recordStoreMark(record.region, {"inst", "sys"}));
    }

    void apply(Batch batch) {
        batch.knownThrough = batch.events.empty() ? batch.knownThrough : std::optional(batch.events.back().recordedAt);
        std::ignore = MUST(m_replica->writer()->apply(*prepareBatch(std::move(batch))));
    }

    void know(const RegionName& region, Instant through) {
        MUST(m_replica->writer()->recordKnownThrough(region, through));
    }

    [[nodiscard]] Witness& witness() {
        if (!m_witness) {
            m_witness.emplace(*m_replica, *m_kept, m_key, m_clock);
            std::ignore = MUST(m_witness->begin({}, {}, {}));
        }
        return *m_witness;
    }

    /// Origins and sizes of what is signed now.
    [[nodiscard]] QStringList sealed() {
        QStringList all;
        for (const Checkpoint& checkpoint : checkpoints(MUST(witness().seal())))
            all << QString::fromStdString(checkpoint.origin + " " + std::to_string(checkpoint.size));
        return all;
    }

    [[nodiscard]] static std::vector<Checkpoint> checkpoints(const Sealing& sealing) {
        std::vector<Checkpoint> all;
        for (const std::string& note : sealing.notes)
            all.push_back(MUST(parseCheckpoint(MUST(parseNote(note)).text)));
        return all;
    }

    [[nodiscard]] Verification verified() {
        const auto kept = MUST(readKeptHistory(*m_kept, MUST(readKnownKeys(knownKeysPath(m_fixture.path())))));
        return MUST(verifyLocally(*m_replica, kept.sealed, {}, {}));
    }

    void tamper(const std::string& sql) {
        SQLite::Database database(m_fixture.path().string(), SQLite::OPEN_READWRITE);
        database.setBusyTimeout(5'000);
        if (database.exec(sql) == 0)
            qFatal("nothing was changed");
    }

    [[nodiscard]] SetClock& clock() { return m_clock; }

    [[nodiscard]] KeptCheckpoints& kept() { return *m_kept; }

private:
    ReplicaFixture m_fixture;
    std::unique_ptr<Replica> m_replica;
    SigningKey m_key;
    SetClock m_clock;
    std::optional<KeptCheckpoints> m_kept;
    std::optional<Witness> m_witness;
};

SampleLog logOf(const RegionName& region, std::uint64_t seed) {
    SampleLogSettings settings;
    settings.region = region;
    settings.seed = seed;
    return SampleLog(settings);
}

} // namespace

class WitnessTest : public QObject {
    Q_OBJECT
private slots:
    void sealsWhatComesAndNothingTwice();
    void silenceIsSealedToo();
    void waitsForTheOtherRegions();
    void signsHeadsWhereARegionStaysAway();
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
    QVERIFY(desk.sealed() != first);
    QCOMPARE(desk.kept().count(), std::uint64_t{2});
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
