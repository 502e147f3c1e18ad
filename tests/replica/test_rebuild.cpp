// Protects rebuilding one read model while the file lives: the old one stays readable, batches come between, and the
// new one holds the same rows.
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <SQLiteCpp/Database.h>

using namespace muniment;
using namespace muniment::test;

class RebuildTest : public QObject {
    Q_OBJECT
private slots:
    void givesTheSameRowsWithBatchesBetween();
    void readersKeepTheOldOneUntilTheSwap();
    void mendsWhatWasDamaged();
    void refusesAnUnknownReadModel();
};

void RebuildTest::givesTheSameRowsWithBatchesBetween() {
    const ReplicaFixture fixture;
    SampleLogSettings settings;
    settings.isRough = true;
    const auto events = sampleEvents(settings, 60'000);
    const std::span whole(events);
    const auto plain = fixture.create("plain");
    applyAll(*plain, settings.region, events, 20'000);
    const auto rebuilt = fixture.create("rebuilt");
    applyAll(*rebuilt, settings.region, whole.first(50'000), 25'000);
    std::size_t applied = 50'000;
    for (const std::string& model : readModelNames()) {
        int slices = 1;
        while (!MUST(rebuilt->writer()->rebuildSlice(model)).isFinished) {
            ++slices;
            applyAll(*rebuilt, settings.region, whole.subspan(applied, 200), 200);
            applied += 200;
        }
        QVERIFY(slices > 2);
    }
    applyAll(*rebuilt, settings.region, whole.subspan(applied), 2'000);
    QVERIFY(printedRows(fixture.path("plain")) == printedRows(fixture.path("rebuilt")));
}

void RebuildTest::readersKeepTheOldOneUntilTheSwap() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    applyAll(*replica, RegionName("eu-west-1"), sampleEvents({}, 30'000), 30'000);
    const auto before = printedRows(fixture.path());
    const auto held = MUST(replica->snapshot());
    auto progress = MUST(replica->writer()->rebuildSlice("users"));
    QVERIFY(!progress.isFinished);
    QCOMPARE(progress.total, std::int64_t{30'000});
    QVERIFY(printedRows(fixture.path()) == before);
    progress = MUST(replica->writer()->rebuildSlice("users"));
    QVERIFY(progress.isFinished);
    QVERIFY(printedRows(fixture.path()) == before);
    QVERIFY(MUST(examineReplica(*held, 1, {}, {})).empty());
}

void RebuildTest::mendsWhatWasDamaged() {
    const ReplicaFixture fixture;
    auto replica = fixture.create();
    applyAll(*replica, RegionName("eu-west-1"), sampleEvents({}, 5'000), 5'000);
    replica.reset();
    const auto before = printedRows(fixture.path());
    SQLite::Database(fixture.path().string(), SQLite::OPEN_READWRITE)
        .exec("UPDATE user_versions SET email = 'forged' WHERE rowid % 3 = 0;"
              "DELETE FROM user_versions WHERE rowid % 7 = 0");
    replica = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadWrite));
    QVERIFY(!MUST(examineReplica(*MUST(replica->snapshot()), 1, {}, {})).empty());
    while (!MUST(replica->writer()->rebuildSlice("users")).isFinished) {
    }
    QVERIFY(MUST(examineReplica(*MUST(replica->snapshot()), 1, {}, {})).empty());
    QVERIFY(printedRows(fixture.path()) == before);
}

void RebuildTest::refusesAnUnknownReadModel() {
    const ReplicaFixture fixture;
    const auto progress = fixture.create()->writer()->rebuildSlice("nothing");
    QVERIFY(!progress);
    QCOMPARE(progress.error().code, ErrorCode::InvalidInput);
}

MUNIMENT_TEST(rebuild, RebuildTest);
#include "test_rebuild.moc"
