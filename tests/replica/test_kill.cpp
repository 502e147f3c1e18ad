// Protects the file against kill -9 at any instant: while syncing, migrating, rebuilding and annotating. It always
// opens again, cursor and rows are in step, and going on gives what never having been killed gives.
#include "models/replica/annotations.h"
#include "models/replica/replica_file.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/replica/synthetic_migrations.h"
#include "tests/support/test_registry.h"

#include <QProcess>
#include <QTest>
#include <QThread>

#include <random>
#include <set>

using namespace muniment;
using namespace muniment::test;

namespace {

const RegionName kRegion("eu-west-1");

std::vector<std::string> rowsOf(const std::filesystem::path& file, const char* table) {
    std::vector<std::string> rows;
    for (std::string& row : printedRows(file))
        if (row.starts_with(table))
            rows.push_back(std::move(row));
    return rows;
}

} // namespace

class KillTest : public QObject {
    Q_OBJECT
private slots:
    void whileSyncing();
    void whileMigrating();
    void whileRebuilding();
    void whileAnnotating();

private:
    /// Starts the helper, waits until it works, kills it at a random instant.
    void killDuring(const QString& mode, const std::filesystem::path& file, int mostMilliseconds);

    std::mt19937 m_random{20'261'121};
};

void KillTest::killDuring(const QString& mode, const std::filesystem::path& file, int mostMilliseconds) {
    QProcess helper;
    helper.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    helper.start(QStringLiteral(MUNIMENT_REPLICA_HELPER), {mode, QString::fromStdString(file.string())});
    QVERIFY(helper.waitForStarted());
    QVERIFY(helper.waitForReadyRead(60'000));
    QThread::usleep(m_random() % static_cast<unsigned>(mostMilliseconds * 1'000));
    helper.kill();
    helper.waitForFinished(60'000);
}

void KillTest::whileSyncing() {
    const ReplicaFixture fixture;
    fixture.create().reset();
    std::int64_t before = 0;
    int roundsThatMoved = 0;
    int mostMilliseconds = 60;
    SampleLog log(killedLog());
    std::vector<RecordedEvent> events;
    for (int round = 0; round < 40; ++round) {
        killDuring(QStringLiteral("sync"), fixture.path(), mostMilliseconds);
        const auto replica = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadWrite));
        const auto snapshot = MUST(replica->snapshot());
        const std::int64_t last = MUST(snapshot->runs()).front().lastOrdinal;
        QCOMPARE(last % kKilledBatch, std::int64_t{0});
        QVERIFY(last >= before);
        if (last > before)
            ++roundsThatMoved;
        else
            mostMilliseconds += mostMilliseconds / 4; // a slow machine, or a slow build
        before = last;
        for (RecordedEvent& event : log.take(static_cast<int>(last) - static_cast<int>(events.size())))
            events.push_back(std::move(event));
        const RegionRecord region = MUST(snapshot->regions()).front();
        QCOMPARE(region.events, last);
        if (last == 0)
            continue;
        QVERIFY(region.cursor == events.back().key);
        QVERIFY(MUST(snapshot->event(EventNumber::of(1, last))) == events.back());
    }
    QVERIFY2(roundsThatMoved > 10, "the kills came too early to mean anything");
    const auto unkilled = fixture.create("unkilled");
    applyAll(*unkilled, kRegion, events, 5'000);
    {
        // The helper also says how far the log is known; nothing else may differ.
        const auto killed = printedRows(fixture.path());
        const auto whole = printedRows(fixture.path("unkilled"));
        QVERIFY(killed == whole);
    }
    const auto snapshot = MUST(MUST(Replica::open(fixture.path(), ReplicaAccess::ReadOnly))->snapshot());
    for (const Finding& finding : MUST(examineReplica(*snapshot, 1, {}, {})))
        QVERIFY2(finding.kind == "event.repeated", finding.detail.c_str());
}

void KillTest::whileMigrating() {
    const ReplicaFixture fixture;
    const auto events = sampleEvents(killedLog(), 4'000);
    {
        const auto replica = fixture.create();
        applyAll(*replica, kRegion, events, 4'000);
    }
    constexpr int kFirst = kReplicaSchemaVersion + 1;
    constexpr int kSecond = kReplicaSchemaVersion + 2;
    std::set<int> versionsSeen;
    int mostMilliseconds = 30;
    for (int round = 0; round < 30; ++round) {
        const auto file = fixture.path("migrated");
        for (const char* suffix : {"", "-wal", "-shm", "-lock"})
            std::filesystem::remove(file.string() + suffix);
        std::filesystem::copy_file(fixture.path(), file);
        killDuring(QStringLiteral("migrate"), file, mostMilliseconds);
        int version = 0;
        {
            SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
            sqlite3* db = database.getHandle();
            version = fileVersion(db);
            const auto count = [&](const char* sql) { return sqlite::queryInteger(db, sql); };
            QCOMPARE(count("SELECT count(*) FROM sqlite_schema WHERE name = 'second'"), version >= kFirst ? 1 : 0);
            QCOMPARE(count("SELECT count(*) FROM pragma_table_info('events_1') WHERE name = 'extra'"),
                     version >= kFirst ? 1 : 0);
            QCOMPARE(count("SELECT count(*) FROM sqlite_schema WHERE name = 'second_by_id'"),
                     version >= kSecond ? 1 : 0);
            if (version == kFirst)
                QCOMPARE(count("SELECT count(*) FROM second"), 4'000);
            if (version >= kFirst)
                QCOMPARE(count("SELECT count(*) FROM events_1 WHERE extra = sequence"), 4'000);
        }
        versionsSeen.insert(version);
        if (version == kReplicaSchemaVersion)
            mostMilliseconds += mostMilliseconds / 4;
        const auto database = MUST(openWriter(file, syntheticMigrations()));
        QCOMPARE(fileVersion(database->getHandle()), kSecond);
        QCOMPARE(sqlite::queryInteger(database->getHandle(), "SELECT count(*) FROM second"), 2'000);
    }
    QVERIFY2(versionsSeen.size() > 1, "every kill came at the same stage");
}

void KillTest::whileRebuilding() {
    const ReplicaFixture fixture;
    const auto events = sampleEvents(killedLog(), 30'000);
    {
        const auto replica = fixture.create();
        applyAll(*replica, kRegion, events, 10'000);
    }
    const auto users = rowsOf(fixture.path(), "user");
    const auto orgs = rowsOf(fixture.path(), "org");
    QVERIFY(users.size() > 4'000);
    for (int round = 0; round < 30; ++round) {
        killDuring(QStringLiteral("rebuild"), fixture.path(), 120);
        const auto replica = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadWrite));
        if (round % 5 != 4)
            continue;
        QVERIFY(rowsOf(fixture.path(), "user") == users);
        QVERIFY(rowsOf(fixture.path(), "org") == orgs);
    }
    const auto replica = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadWrite));
    for (const std::string& model : readModelNames())
        while (!MUST(replica->writer()->rebuildSlice(model)).isFinished) {
        }
    QVERIFY(rowsOf(fixture.path(), "user") == users);
    QVERIFY(rowsOf(fixture.path(), "org") == orgs);
    QVERIFY(printedQuery(fixture.path(), "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE '%\\_g%'"
                                         " ESCAPE '\\'")
                .empty());
}

void KillTest::whileAnnotating() {
    const ReplicaFixture fixture;
    applyAll(*fixture.create(), kRegion, sampleEvents(killedLog(), kAnnotatedTogether), kAnnotatedTogether);
    std::set<std::int64_t> roundsSeen;
    // On a busy machine many a kill comes before the first change.
    for (int kill = 0; kill < 200 && roundsSeen.size() <= 10; ++kill) {
        killDuring(QStringLiteral("annotate"), fixture.path(), 60);
        const auto replica = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadOnly));
        const auto snapshot = MUST(replica->snapshot());
        const auto all = MUST(allAnnotations(*snapshot));
        if (all.empty())
            continue;
        QCOMPARE(all.size(), std::size_t{kAnnotatedTogether});
        for (const AnnotatedEvent& event : all) {
            QCOMPARE(event.annotation.note, all.front().annotation.note);
            QCOMPARE(event.annotation.tags, std::vector<std::string>{"round-" + event.annotation.note});
        }
        roundsSeen.insert(MUST(annotationGeneration(*snapshot)));
    }
    QVERIFY2(roundsSeen.size() > 10, "the kills came too early to mean anything");
}

MUNIMENT_TEST(kill, KillTest);
#include "test_kill.moc"
