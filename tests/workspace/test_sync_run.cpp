// Protects: whatever the sync is interrupted by, the file equals the log in the end, and what was in it stays readable.
// Embedded store; real files, a real kill -9, a file system that is really full.
#include "models/workspace/sync_run.h"
#include "tests/support/small_disk.h"
#include "tests/support/test_registry.h"
#include "tests/workspace/embedded_world.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <fstream>
#include <thread>

using namespace muniment;
using namespace muniment::test;

namespace {

std::int64_t eventsIn(Replica& replica) {
    std::int64_t events = 0;
    const auto snapshot = replica.snapshot();
    if (!snapshot)
        return -1;
    const auto records = (*snapshot)->regions();
    for (const RegionRecord& record : records.value())
        events += record.events;
    return events;
}

class TestSyncRun : public QObject {
    Q_OBJECT

    /// `cutShort`: how many of the kills left the middle of the log behind.
    static void syncUnderKills(const EmbeddedWorld& world, const std::filesystem::path& file, int& cutShort) {
        QVERIFY(Replica::create(file, world.settings()));
        auto* dice = QRandomGenerator::global();
        int kills = 0;
        for (bool isDone = false; !isDone; ++kills) {
            QVERIFY2(kills < 500, "the sync never came to its end");
            QProcess process;
            process.start(QStringLiteral(MUNIMENT_WORKSPACE_PROCESS),
                          {QStringLiteral("sync-once"), QString::fromStdString(file.string())});
            QVERIFY(process.waitForStarted());
            isDone = process.waitForFinished(int(dice->bounded(5, 150 + kills * 40)));
            if (!isDone) {
                process.kill();
                QVERIFY(process.waitForFinished());
            }
            const QByteArray said = process.readAllStandardOutput();
            if (isDone)
                QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, said.constData());
            const auto replica = Replica::open(file, ReplicaAccess::ReadWrite);
            QVERIFY2(replica, replica ? "" : replica.error().detail.c_str());
            const std::int64_t events = eventsIn(**replica);
            cutShort += events > 0 && events < 60'000 ? 1 : 0;
            // Cursor and rows in step: what the cursor names is the last row.
            const auto records = (*(*replica)->snapshot())->regions();
            for (const RegionRecord& record : records.value()) {
                QCOMPARE(record.cursor.has_value(), record.events > 0);
                if (record.newestHeld)
                    QCOMPARE(record.newestHeld->key, *record.cursor);
            }
        }
        qInfo("%d runs, %d of them ended in the middle of the log", kills, cutShort);
        const auto replica = Replica::open(file, ReplicaAccess::ReadWrite);
        QVERIFY(replica);
        for (const RegionName& region : world.regions())
            QCOMPARE(difference(printedLog(*world.open(), region), printedReplica(**replica, region)), std::string());
    }

private slots:

    void onceBringsEveryRegionsLog() {
        EmbeddedWorld world({"eu-west-1", "us-east-1", "ap-southeast-1"});
        world.addHistory(20'000, 0);
        world.addHistory(3, 1);
        const TenantId acme = world.addOrg("Acme", 1);
        std::ignore = world.addUser(acme, "ann", 1);
        const auto replica = world.createReplica();
        std::vector<SyncReport> reports;
        const auto report = syncOnce(*replica, {}, [&](const SyncReport& r) { reports.push_back(r); }, {});
        QVERIFY(report);
        QCOMPARE(report->applied, std::int64_t(20'000 + 3 + 3));
        QVERIFY(!reports.empty());
        QCOMPARE(reports.back().applied, report->applied);
        QVERIFY(!report->progress.isBehind);
        for (const RegionName& region : world.regions())
            QCOMPARE(difference(printedLog(*world.open(), region), printedReplica(*replica, region)), std::string());
        for (const RegionStatus& status : report->regions) {
            QVERIFY(!status.follower.error);
            QVERIFY(status.lag);
            QVERIFY(!status.isFollowing);
        }
    }

    void aSecondRunBringsOnlyWhatIsNew() {
        EmbeddedWorld world;
        world.addHistory(1000);
        const auto replica = world.createReplica();
        QVERIFY(syncOnce(*replica, {}, {}, {}));
        world.addHistory(7);
        const auto report = syncOnce(*replica, {}, {}, {});
        QVERIFY(report);
        QCOMPARE(report->applied, std::int64_t(7));
        QCOMPARE(
            difference(printedLog(*world.open(), world.regions()[0]), printedReplica(*replica, world.regions()[0])),
            std::string());
        QCOMPARE(syncOnce(*replica, {}, {}, {}).value().applied, std::int64_t(0));
    }

    void theStoreIsRememberedFromFirstSight() {
        EmbeddedWorld world;
        const auto replica = world.createReplica();
        QVERIFY(syncOnce(*replica, {}, {}, {}));
        const auto identity = world.open()->connect(world.regions()[0]);
        QVERIFY(identity);
        const auto records = (*replica->snapshot())->regions();
        QVERIFY(records);
        QVERIFY(records->front().mark);
        QCOMPARE(*records->front().mark, identity->mark);
    }

    void anotherDatabaseAtTheSamePlaceIsRefusedWithItsReason() {
        EmbeddedWorld world;
        world.addHistory(10);
        const auto replica = world.createReplica();
        QVERIFY(syncOnce(*replica, {}, {}, {}));
        EmbeddedWorld other;
        other.addHistory(20);
        std::filesystem::copy_file(other.path("store.db"), world.path("store.db"),
                                   std::filesystem::copy_options::overwrite_existing);
        for (const char* suffix : {"-wal", "-shm"})
            std::filesystem::remove(world.path("store.db").string() + suffix);
        const auto report = syncOnce(*replica, {}, {}, {});
        QVERIFY(report);
        QCOMPARE(report->applied, std::int64_t(0));
        const FollowerStatus& follower = report->regions.front().follower;
        QCOMPARE(follower.phase, FollowerPhase::Stopped);
        QCOMPARE(follower.error->code, ErrorCode::DatabaseReplaced);
        QCOMPARE(eventsIn(*replica), std::int64_t(10));
    }

    void aRegionThatCannotBeReachedDoesNotHoldUpTheOthers() {
        EmbeddedWorld world({"eu-west-1", "us-east-1"});
        world.addHistory(10, 0);
        world.addHistory(10, 1);
        ReplicaSettings settings = world.settings();
        settings.regions[1].endpoint = "embedded:" + world.path("nothing-here.db").string();
        const auto replica = Replica::create(world.path("half.muniment"), settings);
        QVERIFY(replica);
        const auto report = syncOnce(**replica, {}, {}, {});
        QVERIFY(report);
        QCOMPARE(report->applied, std::int64_t(10));
        QVERIFY(!report->regions[0].follower.error);
        QVERIFY(report->regions[1].follower.error);
    }

    void followingShowsWhatIsWrittenMeanwhile() {
        EmbeddedWorld world;
        world.addHistory(100);
        const auto replica = world.createReplica();
        std::stop_source stop;
        bool isWritten = false;
        const auto report = syncFollow(
            *replica,
            {.follower = {.pollInterval = std::chrono::milliseconds(10)}, .reportEvery = std::chrono::milliseconds(10)},
            [&](const SyncReport& r) {
                if (r.applied == 100 && !std::exchange(isWritten, true))
                    world.addHistory(5);
                if (r.applied == 105)
                    stop.request_stop();
            },
            stop.get_token());
        QVERIFY(report);
        QCOMPARE(report->applied, std::int64_t(105));
    }

    void followingEndsWhenItsTimeIsOver() {
        EmbeddedWorld world;
        world.addHistory(100);
        const auto replica = world.createReplica();
        const auto report = syncFollow(*replica, {.duration = std::chrono::milliseconds(300)}, {}, {});
        QVERIFY(report);
        QCOMPARE(report->applied, std::int64_t(100));
    }

    void hostileEventsFlowThroughUnchanged() {
        EmbeddedWorld world;
        const std::vector<std::string> payloads = hostilePayloads();
        world.addPayloads(payloads);
        const auto replica = world.createReplica();
        const auto report = syncOnce(*replica, {}, {}, {});
        QVERIFY(report);
        QCOMPARE(report->applied, std::int64_t(payloads.size()));
        QCOMPARE(
            difference(printedLog(*world.open(), world.regions()[0]), printedReplica(*replica, world.regions()[0])),
            std::string());
        const auto findings = (*replica->snapshot())->findings(100);
        QVERIFY(findings);
        QVERIFY(findings->size() >= 4); // told, not swallowed
    }

    void aReadOnlyFileIsNotSynced() {
        EmbeddedWorld world;
        std::ignore = world.createReplica();
        const auto reader = Replica::open(world.path("test.muniment"), ReplicaAccess::ReadOnly);
        QVERIFY(reader);
        const auto report = syncOnce(**reader, {}, {}, {});
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::FileReadOnly);
    }

    void killedAgainAndAgainItEndsEqualToTheLog() {
        EmbeddedWorld world({"eu-west-1", "us-east-1"});
        world.addHistory(30'000, 0);
        world.addHistory(30'000, 1);
        // Where a kill hits is luck; with a machine full of work it may miss the middle of the log a whole sync long.
        int cutShort = 0;
        for (int round = 0; cutShort == 0; ++round) {
            QVERIFY2(round < 10, "no kill hit the middle: the test has no power");
            const auto file = world.path("killed" + std::to_string(round) + ".muniment");
            syncUnderKills(world, file, cutShort);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void aFullDiskPausesAndTheSyncResumesByItself() {
        EmbeddedWorld world;
        world.addHistory(60'000);
        SmallDisk disk(world.path("disk"), 24);
        qInfo("full disk: %s",
              disk.isMounted() ? "a small tmpfs" : "a file size limit of this process, for lack of the right to mount");
        const std::filesystem::path file = world.path("disk") / "full.muniment";
        auto replica = Replica::create(file, world.settings());
        QVERIFY(replica);
        disk.fill(file, 2'000'000);
        std::optional<Error> pausedBy;
        std::int64_t readWhilePaused = -1;
        const auto report = syncOnce(**replica, {.reportEvery = std::chrono::milliseconds(20)},
                                     [&](const SyncReport& r) {
                                         if (!r.pausedBy || pausedBy)
                                             return;
                                         pausedBy = r.pausedBy;
                                         readWhilePaused = eventsIn(**replica);
                                         disk.makeRoom();
                                     },
                                     {});
        QVERIFY(pausedBy);
        QVERIFY2(pausedBy->code == (disk.isMounted() ? ErrorCode::DiskFull : ErrorCode::FileError),
                 errorCodeName(pausedBy->code).data());
        QVERIFY(readWhilePaused >= 0);
        QVERIFY(report);
        QVERIFY(!report->pausedBy);
        QCOMPARE(report->applied, std::int64_t(60'000));
        QCOMPARE(
            difference(printedLog(*world.open(), world.regions()[0]), printedReplica(**replica, world.regions()[0])),
            std::string());
        replica->reset();
    }

    void patienceWithAFullDiskHasAnEndWhereOneIsSet() {
        EmbeddedWorld world;
        world.addHistory(60'000);
        const auto replica = world.createReplica();
        const FileSizeLimit limit(std::filesystem::file_size(replica->file()) + 300'000);
        const auto report = syncOnce(
            *replica, {.patience = std::chrono::milliseconds(200), .reportEvery = std::chrono::milliseconds(20)}, {},
            {});
        QVERIFY(!report);
        QVERIFY2(report.error().code == ErrorCode::FileError || report.error().code == ErrorCode::DiskFull,
                 errorCodeName(report.error().code).data());
    }

    void aReadModelIsRebuiltToTheSameRows() {
        EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        for (int i = 0; i < 30; ++i)
            std::ignore = world.addUser(acme, "user" + std::to_string(i));
        const auto replica = world.createReplica();
        QVERIFY(syncOnce(*replica, {}, {}, {}));
        std::vector<std::string> finished;
        QVERIFY(rebuildReadModels(*replica, {},
                                  [&](const RebuildStatus& s) {
                                      if (s.isFinished)
                                          finished.push_back(s.readModel);
                                  },
                                  {}));
        QCOMPARE(finished, readModelNames());
        const auto snapshot = replica->snapshot();
        QVERIFY(snapshot);
        const auto findings = examineReplica(**snapshot, 1, {}, [](double) {});
        QVERIFY(findings);
        QVERIFY2(findings->empty(), findings->empty() ? "" : findings->front().detail.c_str());
        const auto wrong = rebuildReadModels(*replica, {"nonsense"}, {}, {});
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().get("field"), std::string("readModel"));
    }
};

} // namespace

MUNIMENT_TEST(sync_run, TestSyncRun);
#include "test_sync_run.moc"
