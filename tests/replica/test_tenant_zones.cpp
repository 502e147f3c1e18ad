// Protects the zones by which tenants' times are read: they are kept as they were set, whether or not this machine
// knows them, outlive the program and a rebuild, can be taken back, and a file from before there were any keeps all it
// had.
#include "models/replica/annotations.h"
#include "models/replica/events_table.h"
#include "models/replica/migrations.h"
#include "models/replica/replica_file.h"
#include "models/replica/saved_views.h"
#include "models/replica/sqlite.h"
#include "models/replica/tenant_zones.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

const RegionName kRegion("eu-west-1");
const TenantId kAcme("acme");
const TenantId kNord("nord & süd");

TenantZones kept(Replica& replica) {
    return MUST(tenantZones(*MUST(replica.snapshot())));
}

std::vector<std::string> tablesOf(sqlite3* db) {
    std::vector<std::string> tables;
    sqlite::Statement schema(db, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
    while (schema.step())
        tables.push_back(schema.text(0));
    return tables;
}

/// Makes a file of today one of version 1, which had everything but zones and homes.
void makeVersion1(const std::filesystem::path& file) {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    database.exec("DROP TABLE tenant_zones; DROP TABLE tenant_homes; DROP TABLE backfills; "
                  "DROP TABLE policy_notes; DROP TABLE purges; DROP TABLE tree_heads; DROP TABLE tree_blocks;"
                  " DELETE FROM read_models WHERE name = 'trees'; PRAGMA user_version = 1");
    SQLite::Database empty(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    migrate(empty.getHandle(), replicaMigrations().first(1));
    createEventsTable(empty.getHandle(), 1); // came with the region
    QVERIFY(tablesOf(database.getHandle()) == tablesOf(empty.getHandle()));
}

} // namespace

class TestTenantZones : public QObject {
    Q_OBJECT
private slots:

    void aNewFileHasNone() { QVERIFY(kept(*ReplicaFixture().create()).empty()); }

    void eachTenantKeepsItsOwnUntilItIsTakenAway() {
        const ReplicaFixture fixture;
        {
            const auto replica = fixture.create();
            MUST(replica->writer()->setTenantZones({{kAcme, "Europe/Berlin"}}));
            MUST(replica->writer()->setTenantZones({{kNord, "Mars/Olympus_Mons"}}));
            QVERIFY((kept(*replica) == TenantZones{{kAcme, "Europe/Berlin"}, {kNord, "Mars/Olympus_Mons"}}));
        }
        {
            const auto again = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadOnly));
            QVERIFY((kept(*again) == TenantZones{{kAcme, "Europe/Berlin"}, {kNord, "Mars/Olympus_Mons"}}));
        }
        const auto replica = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadWrite));
        MUST(replica->writer()->setTenantZones({{kAcme, "Asia/Kolkata"}, {kNord, ""}}));
        QVERIFY((kept(*replica) == TenantZones{{kAcme, "Asia/Kolkata"}}));
        MUST(replica->writer()->setTenantZones({{kNord, ""}}));
        QVERIFY((kept(*replica) == TenantZones{{kAcme, "Asia/Kolkata"}}));
    }

    void aRebuildLeavesThem() {
        const ReplicaFixture fixture;
        const auto replica = fixture.create();
        applyAll(*replica, kRegion, sampleEvents({}, 500), 500);
        MUST(replica->writer()->setTenantZones({{kAcme, "Europe/Berlin"}}));
        for (const std::string& model : readModelNames())
            while (!MUST(replica->writer()->rebuildSlice(model)).isFinished) {
            }
        QVERIFY((kept(*replica) == TenantZones{{kAcme, "Europe/Berlin"}}));
    }

    void aFileOfVersion1KeepsAllItHadAndTakesZonesFromThen() {
        const ReplicaFixture fixture;
        const SavedView view{"Locks", "type:user.locked", "time,what"};
        {
            const auto replica = fixture.create();
            applyAll(*replica, kRegion, sampleEvents({}, 2'000), 500);
            MUST(replica->writer()->setSavedViews({view}));
            MUST(replica->writer()->setAnnotations(
                {{EventNumber::of(1, 7), {true, {"seen"}, "a note"}, "petra", Instant{1}}}));
        }
        const auto before = printedRows(fixture.path());
        makeVersion1(fixture.path());

        const auto early = Replica::open(fixture.path(), ReplicaAccess::ReadOnly);
        QVERIFY(!early);
        QCOMPARE(early.error().code, ErrorCode::FileReadOnly);
        {
            const auto replica = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadWrite));
            QVERIFY(kept(*replica).empty());
            MUST(replica->writer()->setTenantZones({{kAcme, "Europe/Berlin"}}));
            const auto snapshot = MUST(replica->snapshot());
            QVERIFY(MUST(savedViews(*snapshot)) == std::vector{view});
            QCOMPARE(MUST(allAnnotations(*snapshot)).at(0).annotation.note, std::string("a note"));
        }
        QVERIFY(printedRows(fixture.path()) == before);
        const auto again = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadOnly));
        QVERIFY((kept(*again) == TenantZones{{kAcme, "Europe/Berlin"}}));
    }
};

MUNIMENT_TEST(tenant_zones, TestTenantZones);
#include "test_tenant_zones.moc"
