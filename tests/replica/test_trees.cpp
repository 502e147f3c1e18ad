// Protects the trees of a file: they are those of the events by the definitions of RFC 6962 and the specified leaf, a
// file from before them gets them, and a later epoch begins with the end of the one before.
#include "models/merkle/tree_hash.h"
#include "models/replica/sqlite.h"
#include "models/replica/trees/tree_prover.h"
#include "models/replica/trees/tree_reader.h"
#include "tests/merkle/plain_tree.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <map>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr int kEvents = 5'000;

QByteArray plain(const Hash& hash) {
    return QByteArray::fromStdString(std::string(bytesOf(hash)));
}

/// Roots by tenant and epoch, made from what the file gives back of its events.
std::map<std::pair<std::string, int>, QByteArray> plainRoots(Snapshot& snapshot) {
    std::map<std::pair<std::string, int>, PlainLeaves> leaves;
    LeafHasher hasher;
    for (const RunRecord& run : MUST(snapshot.runs()))
        for (std::int64_t ordinal = 1; ordinal <= run.lastOrdinal; ++ordinal) {
            const RecordedEvent event = MUST(snapshot.event(EventNumber::of(run.run, ordinal)));
            const auto bytes = hasher.bytes(event);
            leaves[{event.tenant.text(), event.epoch}] << QByteArray(bytes.data(), std::ssize(bytes));
        }
    std::map<std::pair<std::string, int>, QByteArray> roots;
    for (const auto& [tree, of] : leaves)
        roots[tree] = plainRoot(of);
    return roots;
}

std::map<std::pair<std::string, int>, QByteArray> keptRoots(Snapshot& snapshot) {
    std::map<std::pair<std::string, int>, QByteArray> roots;
    const Sha256 sha;
    for (const TreeRecord& tree : MUST(treeRecords(snapshot)))
        roots[{tree.tenant.text(), tree.epoch}] = plain(tree.head(sha).root);
    return roots;
}

} // namespace

class ReplicaTreesTest : public QObject {
    Q_OBJECT
private slots:
    void areThoseOfTheEvents();
    void aFileFromBeforeGetsThem();
    void aFileThatKeptMoreOfEachLeafKeepsLess();
    void aLaterEpochBeginsWithTheEndOfTheOneBefore();
};

void ReplicaTreesTest::areThoseOfTheEvents() {
    const ReplicaFixture fixture;
    SampleLogSettings settings;
    settings.isRough = true;
    settings.tenants = 2;
    const auto replica = fixture.create();
    applyAll(*replica, settings.region, sampleEvents(settings, kEvents), 700);
    const auto snapshot = MUST(replica->snapshot());
    const auto roots = plainRoots(*snapshot);
    QVERIFY(roots.size() >= 2);
    QVERIFY(keptRoots(*snapshot) == roots);
}

void ReplicaTreesTest::aFileFromBeforeGetsThem() {
    const ReplicaFixture fixture;
    {
        const auto replica = fixture.create();
        applyAll(*replica, RegionName("eu-west-1"), sampleEvents({}, kEvents), 1'000);
    }
    const auto before = printedRows(fixture.path());
    {
        SQLite::Database database(fixture.path().string(), SQLite::OPEN_READWRITE);
        database.exec("DROP TABLE tree_heads; DROP TABLE tree_blocks;"
                      " DELETE FROM read_models WHERE name = 'trees'; PRAGMA user_version = 5");
    }
    {
        const auto replica = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadWrite));
        const auto snapshot = MUST(replica->snapshot());
        QVERIFY(keptRoots(*snapshot) == plainRoots(*snapshot));
    }
    QVERIFY(printedRows(fixture.path()) == before);
}

void ReplicaTreesTest::aFileThatKeptMoreOfEachLeafKeepsLess() {
    const ReplicaFixture fixture;
    SampleLogSettings settings;
    settings.tenants = 2;
    {
        const auto replica = fixture.create();
        applyAll(*replica, settings.region, sampleEvents(settings, kEvents), 1'000);
    }
    const auto before = printedRows(fixture.path());
    const auto kept = [&fixture] {
        return SQLite::Database(fixture.path().string())
            .execAndGet("SELECT (SELECT sum(length(checks)) FROM tree_blocks) +"
                        " (SELECT sum(length(checks)) FROM tree_heads)")
            .getInt64();
    };
    QCOMPARE(kept(), std::int64_t{3} * kEvents);
    {
        // As version 6 had it: a fourth byte of each leaf's hash.
        SQLite::Database database(fixture.path().string(), SQLite::OPEN_READWRITE);
        for (const char* table : {"tree_blocks", "tree_heads"}) {
            std::map<std::int64_t, std::string> longer;
            SQLite::Statement rows(database, std::string("SELECT rowid, checks FROM ") + table);
            while (rows.executeStep()) {
                const std::string checks = rows.getColumn(1).getString();
                QCOMPARE(checks.size() % 3, std::size_t{0});
                for (std::size_t i = 0; i < checks.size(); i += 3)
                    longer[rows.getColumn(0).getInt64()] += checks.substr(i, 3) + '#';
            }
            for (const auto& [row, checks] : longer) {
                SQLite::Statement update(database, std::string("UPDATE ") + table + " SET checks = ? WHERE rowid = ?");
                update.bind(1, checks.data(), static_cast<int>(checks.size()));
                update.bind(2, row);
                update.exec();
            }
        }
        database.exec("PRAGMA user_version = 6");
    }
    QCOMPARE(kept(), std::int64_t{4} * kEvents);
    std::ignore = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadWrite));
    QVERIFY(printedRows(fixture.path()) == before);
}

void ReplicaTreesTest::aLaterEpochBeginsWithTheEndOfTheOneBefore() {
    const ReplicaFixture fixture({"eu-west-1", "us-east-1"});
    const auto replica = fixture.create();
    SampleLogSettings settings;
    settings.tenants = 1;
    SampleLog log(settings);
    Batch first = log.batch(1'500);
    const TenantId tenant = first.events.front().tenant;
    std::ignore = MUST(replica->writer()->apply(*prepareBatch(first)));

    // It lives in the other region from here on, where its log goes on.
    RecordedEvent moved = first.events.front();
    moved.epoch = 2;
    moved.aggregate = {"org", AggregateId(tenant.text())};
    moved.type = "org.region.moved";
    moved.payload = R"({"digest":"","epoch":2,"events":1500,"from":"eu-west-1","to":"us-east-1"})";
    moved.sequence = 900;
    moved.eventId = randomUuid();
    moved.recordedAt = moved.occurredAt = first.events.back().recordedAt;
    moved.key = {{1, 0}, 1};
    Batch second{RegionName("us-east-1"), {moved}, {}, false, {}, {}};
    std::ignore = MUST(replica->writer()->apply(*prepareBatch(std::move(second))));

    const auto snapshot = MUST(replica->snapshot());
    const auto closed = MUST(findTree(*snapshot, settings.region, tenant, 1));
    const auto open = MUST(findTree(*snapshot, RegionName("us-east-1"), tenant, 2));
    QVERIFY(closed && open);
    QCOMPARE(closed->range.size(), std::uint64_t{1'500});
    QCOMPARE(open->range.size(), std::uint64_t{2});
    LeafHasher hasher;
    const TreeHead end = closed->head(hasher.sha());
    QVERIFY(MUST(closedBefore(*snapshot, *open)) == end);
    const auto prover = MUST(TreeProver::make(*snapshot, *open));
    const LeafProof proof = MUST(prover->prove(EventNumber::of(2, 1)));
    QCOMPARE(proof.index, std::uint64_t{1});
    QCOMPARE(proof.path.size(), std::size_t{1});
    QCOMPARE(proof.path.front(), hasher.epochHash(tenant, 1, end));
}

MUNIMENT_TEST(trees, ReplicaTreesTest);
#include "test_trees.moc"
