// Protects the doctor's look at the dictionary of aggregates: whoever is not found in it, or is found as somebody else,
// would be given a second code by its next event.
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <SQLiteCpp/Database.h>
#include <set>

using namespace muniment;
using namespace muniment::test;

namespace {

const RegionName kRegion("eu-west-1");

std::set<std::string> kindsIn(Replica& replica, int sample) {
    std::set<std::string> kinds;
    for (const Finding& finding : MUST(examineReplica(*MUST(replica.snapshot()), sample, {}, {})))
        kinds.insert(finding.kind);
    return kinds;
}

std::set<std::string> kindsIn(const std::filesystem::path& file, int sample) {
    return kindsIn(*MUST(Replica::open(file, ReplicaAccess::ReadOnly)), sample);
}

} // namespace

class DoctorTest : public QObject {
    Q_OBJECT

private slots:

    void findsAggregatesThatTheWriterWouldNot_data() {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<int>("sample");
        const auto row = [](const char* name, int sample, const char* sql) {
            QTest::newRow(name) << QString::fromUtf8(sql) << sample;
        };
        row("no hash", 1, "DELETE FROM aggregate_hashes WHERE code = 7");
        row("no hash, not in the sample", 50, "DELETE FROM aggregate_hashes WHERE code = 7");
        row("another hash", 1, "UPDATE aggregate_hashes SET hash = hash + 1 WHERE code = 7");
        row("another id", 1, "UPDATE aggregates SET id = id || 'x' WHERE code = 7");
        row("another region", 1, "UPDATE aggregates SET region = region + 1 WHERE code = 7");
        row("no head", 1, "DELETE FROM heads WHERE aggregate = (SELECT min(aggregate) FROM heads)");
        row("no head, not in the sample", 50, "DELETE FROM heads WHERE aggregate = (SELECT max(aggregate) FROM heads)");
        row("no last sequence", 50,
            "UPDATE aggregates SET last_sequence = NULL"
            " WHERE code = (SELECT min(code) FROM aggregates WHERE is_listed = 0)");
        row("another aggregate's hash", 1,
            "UPDATE aggregates SET (id, type, tenant, region) ="
            " (SELECT id, type, tenant, region FROM aggregates WHERE code = 7) WHERE code = 9;"
            "UPDATE aggregate_hashes SET hash = (SELECT hash FROM aggregate_hashes WHERE code = 7) WHERE code = 9");
    }

    void findsAggregatesThatTheWriterWouldNot() {
        QFETCH(QString, sql);
        QFETCH(int, sample);
        const ReplicaFixture fixture;
        applyAll(*fixture.create(), kRegion, sampleEvents({}, 2'000), 500);
        QCOMPARE(kindsIn(fixture.path(), sample), std::set<std::string>());
        SQLite::Database(fixture.path().string(), SQLite::OPEN_READWRITE).exec(sql.toStdString());
        QVERIFY(kindsIn(fixture.path(), sample).contains("file.aggregate"));
    }

    void findsEventsBeyondTheEndOfTheirRun() {
        const ReplicaFixture fixture;
        applyAll(*fixture.create(), kRegion, sampleEvents({}, 2'000), 500);
        // Damaged while it is open: the door would have refused it.
        const auto replica = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadOnly));
        SQLite::Database(fixture.path().string(), SQLite::OPEN_READWRITE).exec("UPDATE runs SET last_ordinal = 70");
        const auto kinds = kindsIn(*replica, 1);
        QVERIFY(kinds.contains("file.fence") && kinds.contains("file.cursor"));
    }
};

MUNIMENT_TEST(doctor, DoctorTest);
#include "test_doctor.moc"
