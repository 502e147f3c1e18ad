// Protects: the window's contract. Answers come in the owner's thread or never; a command is visible when it is told as
// done; regions come and go while reading goes on; closing never waits for a server that says nothing.
#include "models/directory/directory.h"
#include "models/replica/sqlite.h"
#include "models/timeline/match_set.h"
#include "models/workspace/workspace.h"
#include "tests/support/test_registry.h"
#include "tests/workspace/embedded_world.h"
#include "tests/workspace/faulty_store.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <SQLiteCpp/Database.h>

using namespace muniment;
using namespace muniment::test;

namespace {

WorkspaceOptions quick(StoreOpener open = {}) {
    WorkspaceOptions options;
    options.follower.pollInterval = std::chrono::milliseconds(20);
    options.follower.backOffFirst = std::chrono::milliseconds(20);
    options.follower.backOffMost = std::chrono::milliseconds(50);
    options.open = std::move(open);
    return options;
}

std::unique_ptr<Workspace> made(const EmbeddedWorld& world, WorkspaceOptions options = quick()) {
    auto workspace = Workspace::create(world.path("w.muniment"), world.settings(), std::move(options));
    if (!workspace)
        qFatal("create a workspace: %s", workspace.error().detail.c_str());
    return std::move(*workspace);
}

RegionStatus region(const Workspace& workspace, int i = 0) {
    return workspace.regions().at(std::size_t(i));
}

class TestWorkspace : public QObject {
    Q_OBJECT

    const RegionName eu{"eu-west-1"};

    static std::optional<std::int64_t> usersNow(Workspace& workspace) {
        std::optional<std::int64_t> count;
        workspace.query<std::int64_t>(
            nullptr, [](Snapshot& snapshot, std::stop_token) { return countUsers(snapshot, {}); },
            [&count](Result<std::int64_t> result) { count = result.value_or(-1); });
        [&] { QTRY_VERIFY(count); }();
        return count;
    }

    static std::unique_ptr<Workspace> madeWithoutWords(const EmbeddedWorld& world) {
        auto settings = world.settings();
        settings.indexesWords = false;
        auto workspace = Workspace::create(world.path("w.muniment"), settings, quick());
        if (!workspace)
            qFatal("create a workspace: %s", workspace.error().detail.c_str());
        return std::move(*workspace);
    }

    /// How many events have the word.
    static Result<std::int64_t> wordsNow(Workspace& workspace, const std::string& word) {
        std::optional<Result<std::int64_t>> count;
        workspace.query<std::int64_t>(
            nullptr,
            [word](Snapshot& snapshot, std::stop_token) -> Result<std::int64_t> {
                const auto matches = evaluate(snapshot, {.filter = *parseFilter(word).filter, .asOf = {}, .now = {}});
                if (!matches)
                    return tl::unexpected(matches.error());
                return (*matches)->count();
            },
            [&count](Result<std::int64_t> result) { count = std::move(result); });
        [&] { QTRY_VERIFY(count); }();
        return count.value_or(failure(ErrorCode::Internal, "no answer"));
    }

    static std::string lackOf(const Result<std::int64_t>& count) {
        return count ? std::string() : count.error().get("words");
    }

    Result<void> changed(Workspace& workspace, const WorkspaceChange& change) {
        std::optional<Result<void>> told;
        workspace.change(change, this, [&told](const Result<void>& result) { told = result; });
        [&] { QTRY_VERIFY(told); }();
        return told.value_or(failure(ErrorCode::Internal, "no answer"));
    }

private slots:

    void whatIsInTheLogAppearsAndWhatComesAppearsByItself() {
        EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        std::ignore = world.addUser(acme, "ann");
        const auto workspace = made(world);
        QSignalSpy applied(workspace.get(), &Workspace::batchApplied);
        workspace->startFollowing();
        QTRY_COMPARE(region(*workspace).events, std::int64_t(3));
        QTRY_COMPARE(usersNow(*workspace), std::optional<std::int64_t>(1));
        std::ignore = world.addUser(acme, "ben"); // another process of the same store
        QTRY_COMPARE(usersNow(*workspace), std::optional<std::int64_t>(2));
        QVERIFY(applied.count() >= 2);
        QCOMPARE(region(*workspace).follower.phase, FollowerPhase::Following);
        QVERIFY(region(*workspace).lag);
    }

    void aCommandIsVisibleWhenItIsDone() {
        EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        auto options = quick();
        options.follower.pollInterval = std::chrono::hours(1); // only the wake-up brings it
        const auto workspace = made(world, options);
        workspace->startFollowing();
        QTRY_COMPARE(region(*workspace).events, std::int64_t(2));
        std::optional<Result<CommandResult>> told;
        workspace->submit(userCommand(eu, acme, {}, AddMachine{"robot", "Robot", {}}), this,
                          [&](Result<CommandResult> result) {
                              told = std::move(result);
                              QCOMPARE(QThread::currentThread(), workspace->thread());
                          });
        QTRY_VERIFY(told);
        QVERIFY(*told);
        QVERIFY((*told)->appended);
        QCOMPARE(region(*workspace).cursor, std::optional((*told)->appended->key));
        QCOMPARE(usersNow(*workspace), std::optional<std::int64_t>(1));
    }

    void aRefusedCommandIsToldWithItsReason() {
        EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        const auto workspace = made(world);
        std::optional<Result<CommandResult>> told;
        workspace->submit(orgCommand(eu, acme, ReactivateOrg{}), this, [&](auto result) { told = std::move(result); });
        QTRY_VERIFY(told);
        QVERIFY(!*told);
        QCOMPARE(told->error().get("reason"), std::string(reasonName(Reason::AlreadyActive)));
        told.reset();
        workspace->submit(orgCommand(RegionName("nowhere"), acme, DeactivateOrg{}), this,
                          [&](auto result) { told = std::move(result); });
        QTRY_VERIFY(told);
        QCOMPARE(told->error().code, ErrorCode::NotFound);
    }

    void commandsOfARegionRunInTheirOrder() {
        EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        const auto workspace = made(world);
        workspace->startFollowing();
        std::vector<std::int64_t> sequences;
        for (int i = 0; i < 10; ++i)
            workspace->submit(orgCommand(eu, acme, RenameOrg{"Acme " + std::to_string(i)}), this, [&](auto result) {
                QVERIFY(result);
                sequences.push_back(result->appended->sequence);
            });
        QTRY_COMPARE(sequences.size(), std::size_t(10));
        QVERIFY(std::is_sorted(sequences.begin(), sequences.end()));
        QCOMPARE((*world.open()->tenantHome(eu, acme))->name, std::string("Acme 9"));
    }

    void aCancelledQueryNeverAnswers() {
        EmbeddedWorld world;
        const auto workspace = made(world);
        std::atomic<bool> isRunning = false;
        std::atomic<bool> hasEnded = false;
        bool isAnswered = false;
        auto ticket = workspace->query<int>(
            this,
            [&](Snapshot&, std::stop_token stop) -> Result<int> {
                isRunning = true;
                while (!stop.stop_requested())
                    std::this_thread::yield();
                hasEnded = true;
                return 1; // a late answer
            },
            [&](Result<int>) { isAnswered = true; });
        QTRY_VERIFY(isRunning);
        ticket.cancel();
        QTRY_VERIFY(hasEnded);
        QCOMPARE(usersNow(*workspace), std::optional<std::int64_t>(0)); // asked and answered after it
        QVERIFY(!isAnswered);
    }

    void cancellingInterruptsTheRunningStatement() {
        EmbeddedWorld world;
        WorkspaceOptions options;
        options.queryThreads = 1; // the next answer proves that it is free again
        auto workspace = *Workspace::create(world.path("long.muniment"), world.settings(), options);
        std::atomic<bool> isRunning = false;
        std::atomic<int> code = -1;
        auto ticket = workspace->query<int>(
            this,
            [&](Snapshot& snapshot, std::stop_token) -> Result<int> {
                const auto counted = sqlite::guarded([&] {
                    sqlite::Statement count(snapshot.database().getHandle(),
                                            "WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM "
                                            "numbers WHERE i < 10000000000) SELECT count(*) FROM numbers");
                    isRunning = true;
                    return count.step();
                });
                code = counted ? 0 : static_cast<int>(counted.error().code);
                return 1;
            },
            [&](Result<int>) {});
        QTRY_VERIFY(isRunning);
        ticket.cancel();
        QCOMPARE(usersNow(*workspace), std::optional<std::int64_t>(0));
        QCOMPARE(code.load(), static_cast<int>(ErrorCode::Cancelled));
    }

    void anAnswerThatIsUnderWayIsDroppedWhenCancelled() {
        EmbeddedWorld world;
        const auto workspace = made(world);
        std::atomic<bool> hasEnded = false;
        bool isAnswered = false;
        auto ticket = workspace->query<int>(
            this,
            [&](Snapshot&, std::stop_token) -> Result<int> {
                hasEnded = true;
                return 1;
            },
            [&](Result<int>) { isAnswered = true; });
        while (!hasEnded)
            std::this_thread::yield(); // without the event loop: the answer waits to be delivered
        QThread::msleep(20);
        ticket.cancel();
        QCOMPARE(usersNow(*workspace), std::optional<std::int64_t>(0));
        QVERIFY(!isAnswered);
    }

    void aContextThatDiedIsNotCalled() {
        EmbeddedWorld world;
        const auto workspace = made(world);
        bool isAnswered = false;
        auto context = std::make_unique<QObject>();
        workspace->query<int>(
            context.get(), [](Snapshot&, std::stop_token) -> Result<int> { return 1; },
            [&](Result<int>) { isAnswered = true; });
        context.reset();
        QCOMPARE(usersNow(*workspace), std::optional<std::int64_t>(0));
        QVERIFY(!isAnswered);
    }

    void aRegionGoesDownAndComesBackWhileReadingGoesOn() {
        EmbeddedWorld world({"eu-west-1", "us-east-1"});
        const TenantId acme = world.addOrg("Acme", 0);
        std::ignore = world.addUser(acme, "ann", 0);
        const TenantId other = world.addOrg("Other", 1);
        const auto faults = std::make_shared<Faults>();
        const auto workspace = made(world, quick(spoiledOpener(faults)));
        workspace->startFollowing();
        QTRY_COMPARE(region(*workspace, 0).events + region(*workspace, 1).events, std::int64_t(5));
        QSignalSpy changed(workspace.get(), &Workspace::regionChanged);
        faults->setDown(true);
        QTRY_COMPARE(region(*workspace, 0).follower.phase, FollowerPhase::Down);
        QVERIFY(region(*workspace, 0).follower.error);
        QCOMPARE(usersNow(*workspace), std::optional<std::int64_t>(1));
        QVERIFY(changed.count() > 0);
        std::ignore = world.addUser(other, "ben", 1); // the store itself is up
        faults->setDown(false);
        QTRY_COMPARE(usersNow(*workspace), std::optional<std::int64_t>(2));
        QTRY_COMPARE(region(*workspace, 0).follower.phase, FollowerPhase::Following);
        QVERIFY(!region(*workspace, 0).follower.error);
    }

    void closingDoesNotWaitForSilentServers() {
        EmbeddedWorld world({"eu-west-1", "us-east-1", "ap-southeast-1"});
        const TenantId acme = world.addOrg("Acme");
        const auto faults = std::make_shared<Faults>();
        auto workspace = made(world, quick(spoiledOpener(faults)));
        workspace->startFollowing();
        QTRY_COMPARE(region(*workspace).events + region(*workspace, 1).events + region(*workspace, 2).events,
                     std::int64_t(2));
        faults->setSilent(true);
        bool isAnswered = false;
        workspace->submit(orgCommand(eu, acme, DeactivateOrg{}), this, [&](auto) { isAnswered = true; });
        QTRY_COMPARE(faults->hanging(), 4); // three followers and the command
        QElapsedTimer clock;
        clock.start();
        workspace.reset();
        qInfo("closed after %lld ms with four calls hanging", static_cast<long long>(clock.elapsed()));
        QVERIFY(faults->hanging() == 4); // it did not wait for them
        faults->setSilent(false);
        QTRY_COMPARE(faults->hanging(), 0);
        QCoreApplication::processEvents();
        QVERIFY(!isAnswered);
    }

    void stoppingTellsWhenItHasStopped() {
        EmbeddedWorld world;
        const auto workspace = made(world);
        QSignalSpy stopped(workspace.get(), &Workspace::stopped);
        workspace->stopFollowing(); // nothing runs: told at once
        QTRY_COMPARE(stopped.count(), 1);
        workspace->startFollowing();
        QTRY_COMPARE(region(*workspace).follower.phase, FollowerPhase::Following);
        workspace->stopFollowing();
        QTRY_COMPARE(stopped.count(), 2);
        QVERIFY(!region(*workspace).isFollowing);
        workspace->startFollowing();
        QTRY_VERIFY(region(*workspace).isFollowing);
        QTRY_COMPARE(region(*workspace).follower.phase, FollowerPhase::Following);
    }

    void aReaderBesideTheWriterSeesWhatIsWritten() {
        EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        const auto writer = made(world);
        auto options = quick();
        options.access = ReplicaAccess::ReadOnly;
        const auto opened = Workspace::open(world.path("w.muniment"), options);
        QVERIFY2(opened, opened ? "" : opened.error().detail.c_str());
        Workspace& reader = **opened;
        QVERIFY(reader.isReadOnly());
        QSignalSpy applied(&reader, &Workspace::batchApplied);
        writer->startFollowing();
        QTRY_COMPARE(region(reader).events, std::int64_t(2));
        std::ignore = world.addUser(acme, "ann");
        QTRY_COMPARE(usersNow(reader), std::optional<std::int64_t>(1));
        QTRY_VERIFY(applied.count() >= 1);
        QCOMPARE(changed(reader, {.operatorName = "nobody"}).error().code, ErrorCode::FileReadOnly);

        // A command from the reader waits until the other process has brought it.
        std::optional<Result<CommandResult>> told;
        reader.submit(orgCommand(eu, acme, RenameOrg{"Acme Ltd"}), this,
                      [&](auto result) { told = std::move(result); });
        QTRY_VERIFY(told);
        QVERIFY(*told);
        QVERIFY(*region(reader).cursor >= (*told)->appended->key);
    }

    void endpointsAndOperatorCanBeChangedWhileFollowing() {
        EmbeddedWorld world({"eu-west-1", "us-east-1"});
        std::ignore = world.addOrg("Acme", 0);
        std::ignore = world.addOrg("Other", 1);
        ReplicaSettings settings = world.settings();
        settings.regions.pop_back();
        auto created = Workspace::create(world.path("w.muniment"), settings, quick());
        QVERIFY(created);
        Workspace& workspace = **created;
        workspace.startFollowing();
        QTRY_COMPARE(region(workspace).events, std::int64_t(2));
        const QSignalSpy told(&workspace, &Workspace::settingsChanged);
        QVERIFY(changed(workspace, {.regions = world.settings().regions}));
        QCOMPARE(told.count(), 1);
        QCOMPARE(workspace.regions().size(), std::size_t(2));
        QTRY_COMPARE(region(workspace, 0).events + region(workspace, 1).events, std::int64_t(4));
        QVERIFY(changed(workspace, {.operatorName = "ann"}));
        QCOMPARE(workspace.operatorName(), std::string("ann"));
        const auto wrong = changed(workspace, {.regions = std::vector<WorkspaceRegion>{{eu, "postgres://["}}});
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().get("region"), std::string("eu-west-1"));
        QCOMPARE(workspace.regions().size(), std::size_t(2));
    }

    void aChangeDoesNotWaitForTheWriter() {
        EmbeddedWorld world;
        const auto workspace = made(world);
        workspace->startFollowing();
        std::ignore = world.addOrg("Acme");
        world.addHistory(40'000);
        bool isDone = false;
        workspace->change({.operatorName = "ann"}, this, [&](const Result<void>&) { isDone = true; });
        QVERIFY(!isDone);
        QVERIFY(workspace->operatorName() != "ann");
        QTRY_VERIFY(isDone);
        QCOMPARE(workspace->operatorName(), std::string("ann"));
    }

    void aReplacedDatabaseIsFollowedOnceAPersonSaysSo() {
        EmbeddedWorld world;
        std::ignore = world.addOrg("Acme");
        const auto workspace = made(world);
        workspace->startFollowing();
        QTRY_COMPARE(region(*workspace).events, std::int64_t(2));
        QTRY_VERIFY(region(*workspace).follower.identity);
        workspace->stopFollowing();
        QTRY_VERIFY(!region(*workspace).isFollowing);
        // Restored from a backup that holds everything: another database by its mark.
        SQLite::Database(world.path("store.db").string(), SQLite::OPEN_READWRITE)
            .exec("UPDATE meta SET value = 'restored' WHERE key = 'installation'");
        workspace->startFollowing();
        QTRY_VERIFY(region(*workspace).follower.error);
        QCOMPARE(region(*workspace).follower.error->code, ErrorCode::DatabaseReplaced);

        QVERIFY(changed(*workspace, {.replaced = {eu}}));
        std::ignore = world.addOrg("Other");
        QTRY_COMPARE(region(*workspace).events, std::int64_t(4));
        QVERIFY(!region(*workspace).follower.error);
    }

    void aRebuildRunsBesideLiveBatches() {
        EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        const auto workspace = made(world);
        workspace->startFollowing();
        QTRY_COMPARE(region(*workspace).events, std::int64_t(2));
        bool isFinished = false;
        connect(workspace.get(), &Workspace::rebuildChanged, this,
                [&](const RebuildStatus& status) { isFinished = isFinished || status.isFinished; });
        workspace->rebuild("users");
        std::ignore = world.addUser(acme, "ann");
        QTRY_VERIFY(isFinished);
        QTRY_COMPARE(usersNow(*workspace), std::optional<std::int64_t>(1));
    }

    void wordsAreFoundOnceTheyAreWantedAndTakenIn() {
        EmbeddedWorld world;
        std::ignore = world.addUser(world.addOrg("Acme"), "ann");
        const auto workspace = madeWithoutWords(world);
        QVERIFY(!workspace->keepsWords());
        workspace->startFollowing();
        QTRY_COMPARE(region(*workspace).events, std::int64_t(3));
        QCOMPARE(lackOf(wordsNow(*workspace, "example")), std::string("absent"));

        std::vector<RebuildStatus> told;
        connect(workspace.get(), &Workspace::rebuildChanged, this,
                [&told](const RebuildStatus& status) { told.push_back(status); });
        QVERIFY(changed(*workspace, {.wordIndex = true}));
        QVERIFY(workspace->keepsWords());
        QTRY_VERIFY(!told.empty() && told.back().isFinished);
        QCOMPARE(told.back().readModel, std::string("index"));
        QCOMPARE(wordsNow(*workspace, "example").value_or(-1), std::int64_t(1));

        QVERIFY(changed(*workspace, {.wordIndex = false}));
        QVERIFY(!workspace->keepsWords());
        QCOMPARE(lackOf(wordsNow(*workspace, "example")), std::string("absent"));
        QVERIFY(changed(*workspace, {.operatorName = "ann"}));
        QVERIFY(!workspace->keepsWords());
    }

    void aRebuildForWordsGoesOnWhereItWasWhenTheWorkspaceIsOpenedAgain() {
        EmbeddedWorld world;
        world.addHistory(45'000);
        {
            const auto workspace = madeWithoutWords(world);
            workspace->startFollowing();
            QTRY_COMPARE(region(*workspace).events, std::int64_t(45'000));
        }
        const auto slice = [&world] { // and the program ends in the middle
            const auto replica = Replica::open(world.path("w.muniment"), ReplicaAccess::ReadWrite);
            return (*replica)->writer()->setWordIndex(true) ? (*replica)->writer()->rebuildSlice("index")->done : -1;
        };
        const auto done = slice();
        QVERIFY(done > 0 && done < 45'000);

        const auto workspace = Workspace::open(world.path("w.muniment"), quick());
        QVERIFY(workspace);
        QVERIFY((*workspace)->keepsWords());
        std::vector<RebuildStatus> told;
        connect(workspace->get(), &Workspace::rebuildChanged, this,
                [&told](const RebuildStatus& status) { told.push_back(status); });
        QCOMPARE(lackOf(wordsNow(**workspace, "user")), std::string("incomplete"));
        (*workspace)->startFollowing();
        (*workspace)->startFollowing(); // is at it already
        QTRY_VERIFY(!told.empty() && told.back().isFinished);
        QVERIFY2(told.front().done > done, std::to_string(told.front().done).c_str());
        QCOMPARE(wordsNow(**workspace, "user").value_or(-1), std::int64_t(45'000));
        (*workspace)->rebuild("users"); // comes after whatever else was to be rebuilt
        QTRY_VERIFY(told.back().readModel == "users" && told.back().isFinished);
        QCOMPARE(std::ranges::count(told, true, &RebuildStatus::isFinished), 2);
    }
};

} // namespace

MUNIMENT_TEST(workspace, TestWorkspace);
#include "test_workspace.moc"
