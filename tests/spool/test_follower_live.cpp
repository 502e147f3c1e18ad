// The follower on real stores: an embedded file, and PostgreSQL servers that are stopped, restarted and whose backends
// are terminated under it. Every event once and in order, the phase a person sees, and how soon a wake is answered.
#include "models/eventstore/embedded/embedded_event_store.h"
#include "models/eventstore/embedded/store_lock.h"
#include "models/eventstore/schema.h"
#include "models/spool/follower.h"
#include "tests/spool/scripted_store.h"
#include "tests/spool/tenant_append.h"
#include "tests/support/plain_sql.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace muniment;
using namespace muniment::test;
using namespace std::chrono_literals;

namespace {

/// A follower on a thread of its own, from the beginning of a region's log.
class Following {
public:
    Following(std::unique_ptr<EventStore> store, const RegionName& region, FollowerSettings settings = {})
        : m_follower(std::move(store), {region, {}, {}, {}}, settings, systemClock(), sink, log.callback()),
          m_thread([this](std::stop_token stop) {
              result = m_follower.run(std::move(stop));
              hasEnded = true;
          }) {}

    void wake() { m_follower.wake(); }

    void requestStop() { m_thread.request_stop(); }

    [[nodiscard]] FollowerPhase phase() const { return log.last().phase; }

    [[nodiscard]] QStringList tenants() const {
        QStringList ids;
        for (const RecordedEvent& event : sink.events())
            ids << QString::fromStdString(event.tenant.text());
        return ids;
    }

    KeepingSink sink;
    StatusLog log;
    Result<void> result;
    std::atomic<bool> hasEnded = false;

private:
    Follower m_follower;
    std::jthread m_thread;
};

} // namespace

class FollowerLiveTest : public QObject {
    Q_OBJECT

    const RegionName m_embedded{"demo-1"};
    QTemporaryDir m_directory;
    int m_files = 0;
    RegionalServers m_servers;

    [[nodiscard]] std::filesystem::path newFile() {
        auto file = m_directory.filePath(QStringLiteral("store%1.db").arg(++m_files)).toStdString();
        const auto created = createEmbeddedStore(file, {m_embedded});
        if (!created)
            qFatal("%s", created.error().detail.c_str());
        return file;
    }

    [[nodiscard]] RegionName region(int i) const { return RegionName(m_servers.regionName(i)); }

    [[nodiscard]] std::unique_ptr<EventStore> open(int i, const std::string& user) const {
        auto store = openEventStore(m_servers.endpoint(i, user), nullptr);
        if (!store)
            qFatal("%s", store.error().detail.c_str());
        return std::move(*store);
    }

    /// Tenants' ids must not meet those of another test on the same server.
    void append(EventStore& store, const RegionName& where, const std::string& id) {
        const auto appended = store.append(newTenant(where, id));
        QVERIFY2(appended.has_value(), appended ? "" : appended.error().detail.c_str());
    }

private slots:

    void initTestCase() {
        m_servers.start(2, {.isTls = false, .isDurable = true});
        for (int i = 0; i < m_servers.count(); ++i) {
            SchemaRequest request;
            request.endpoint = m_servers.superuserEndpoint(i);
            request.regions = {region(i).text()};
            const auto installed = installSchema(request);
            QVERIFY2(installed.has_value(), installed ? "" : installed.error().detail.c_str());
        }
    }

    void anEmbeddedFileIsFollowedWhileItGrows() {
        const auto file = newFile();
        const auto writer = makeEmbeddedEventStore(file);
        append(*writer, m_embedded, "t1");
        Following following(makeEmbeddedEventStore(file), m_embedded);
        QTRY_COMPARE(following.phase(), FollowerPhase::Following);
        append(*writer, m_embedded, "t2");
        QTRY_COMPARE(following.tenants(), QStringList({QStringLiteral("t1"), QStringLiteral("t2")}));
        QTRY_VERIFY(following.log.last().knownThrough.has_value());
        QTRY_VERIFY(following.log.last().roundTrip.has_value());
        QCOMPARE(following.log.last().handedOn, 2);
    }

    void aFileThatWentBackInTimeIsNoticed() {
        const auto file = newFile();
        const auto copy = std::filesystem::path(file.string() + ".backup");
        const auto writer = makeEmbeddedEventStore(file);
        append(*writer, m_embedded, "t1");
        writer->disconnect(); // the last one out leaves nothing in the WAL
        std::filesystem::copy_file(file, copy);
        append(*writer, m_embedded, "t2");
        FollowerSettings once;
        once.onlyOnce = true;
        Following first(makeEmbeddedEventStore(file), m_embedded, once);
        QTRY_VERIFY(first.hasEnded);
        const RecordedEvent newest = first.sink.events().back();
        writer->disconnect();
        std::filesystem::copy_file(copy, file, std::filesystem::copy_options::overwrite_existing);

        const HeldEvent held{m_embedded, newest.tenant, newest.aggregate, newest.sequence, newest.eventId, newest.key};
        KeepingSink sink;
        Follower again(makeEmbeddedEventStore(file), {m_embedded, newest.key, held, {}}, once, systemClock(), sink, {});
        const auto result = again.run({});
        QVERIFY(!result);
        QCOMPARE(static_cast<int>(result.error().code), static_cast<int>(ErrorCode::LogRewound));
        QVERIFY(sink.batches().empty());
    }

    void aWriterUnderWayHoldsKnownThroughBack() {
        const auto file = newFile();
        StoreLock somebody(file);
        const std::atomic<bool> isCancelled = false;
        auto store = makeEmbeddedEventStore(file);
        const auto quiet = store->readTail({m_embedded, {}, 10, false});
        QVERIFY(quiet.has_value() && quiet->snapshotEnd == quiet->horizon);
        QVERIFY(somebody.acquire(1s, isCancelled).has_value());
        const auto busy = store->readTail({m_embedded, {}, 10, false});
        QVERIFY(busy.has_value() && busy->snapshotEnd > busy->horizon);
        const auto holder = store->horizonHolder();
        QVERIFY(holder.has_value() && holder->has_value());
        somebody.release();
    }

    void aWakeIsAnsweredLongBeforeThePoll() {
        const auto writer = open(0, "admin");
        append(*writer, region(0), "wake-0");
        FollowerSettings slow;
        slow.pollInterval = 1h;
        Following following(open(0, "auditor"), region(0), slow);
        QTRY_VERIFY(following.tenants().contains(QStringLiteral("wake-0")));
        QElapsedTimer timer;
        timer.start();
        append(*writer, region(0), "wake-1");
        following.wake();
        QTRY_VERIFY(following.tenants().contains(QStringLiteral("wake-1")));
        qInfo("from append to sink: %lld ms", timer.elapsed());
    }

    void aTerminatedBackendIsReplacedAndNothingIsMissed() {
        const auto writer = open(0, "admin");
        Following following(open(0, "auditor"), region(0));
        QTRY_COMPARE(following.phase(), FollowerPhase::Following);
        PlainSql owner(m_servers.superuserEndpoint(0));
        const auto ended = owner.query("SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity AS a "
                                       "WHERE a.usename = 'auditor'");
        QVERIFY(ended && !ended->empty());
        append(*writer, region(0), "after-termination");
        QTRY_VERIFY(following.tenants().contains(QStringLiteral("after-termination")));
        QTRY_COMPARE(following.phase(), FollowerPhase::Following);
        QVERIFY(following.log.has([](const auto& status) { return status.phase == FollowerPhase::Down; }));
        QCOMPARE(following.tenants().removeDuplicates(), 0);
    }

    void aRegionThatIsStoppedIsDownAndComesBack_data() {
        QTest::addColumn<bool>("isKilled");
        QTest::newRow("stopped and started") << false;
        QTest::newRow("killed and started") << true;
    }

    void aRegionThatIsStoppedIsDownAndComesBack() {
        QFETCH(bool, isKilled);
        const std::string suffix = isKilled ? "-killed" : "-stopped";
        append(*open(0, "admin"), region(0), "before" + suffix);
        Following here(open(0, "auditor"), region(0));
        Following elsewhere(open(1, "auditor"), region(1));
        QTRY_COMPARE(here.phase(), FollowerPhase::Following);
        if (isKilled)
            m_servers.kill9(0);
        else
            m_servers.stop(0);
        QTRY_COMPARE(here.phase(), FollowerPhase::Down);
        QVERIFY(here.log.last().error.has_value() && here.log.last().nextAttempt.has_value());
        append(*open(1, "admin"), region(1), "meanwhile" + suffix); // the other region lives on
        QTRY_VERIFY(elsewhere.tenants().contains(QString::fromStdString("meanwhile" + suffix)));
        m_servers.startAgain(0);
        append(*open(0, "admin"), region(0), "after" + suffix);
        here.wake();
        QTRY_VERIFY(here.tenants().contains(QString::fromStdString("after" + suffix)));
        QTRY_COMPARE(here.phase(), FollowerPhase::Following);
        QVERIFY(!here.log.last().error);
        QCOMPARE(here.tenants().removeDuplicates(), 0);
    }

    void anOpenTransactionIsNamedAsTheHolder() {
        PlainSql idler(m_servers.endpoint(0, "admin"));
        QVERIFY(idler.run("BEGIN") && idler.run("SELECT pg_current_xact_id()"));
        Following following(open(0, "auditor"), region(0));
        QTRY_COMPARE(following.phase(), FollowerPhase::Following);
        append(*open(0, "admin"), region(0), "behind-the-idler");
        QTRY_VERIFY(following.log.last().holder.has_value());
        QVERIFY(QString::fromStdString(following.log.last().holder->description).contains(QStringLiteral("admin")));
        QVERIFY(!following.tenants().contains(QStringLiteral("behind-the-idler")));
        QVERIFY(idler.run("COMMIT"));
        QTRY_VERIFY(following.tenants().contains(QStringLiteral("behind-the-idler")));
        QTRY_VERIFY(!following.log.last().holder.has_value());
    }

    void aStopIsAnsweredDuringALongCall() {
        PlainSql owner(m_servers.superuserEndpoint(0));
        // The next statement of the follower waits for this lock.
        QVERIFY(owner.run("BEGIN") && owner.run("LOCK TABLE muniment.events IN ACCESS EXCLUSIVE MODE"));
        Following following(open(0, "auditor"), region(0));
        QTRY_COMPARE(following.phase(), FollowerPhase::Connecting);
        PlainSql watcher(m_servers.superuserEndpoint(0));
        QTRY_VERIFY(!watcher
                         .query("SELECT 1 FROM pg_stat_activity AS a WHERE a.usename = 'auditor' "
                                "AND a.wait_event_type = 'Lock'")
                         ->empty());
        QElapsedTimer timer;
        timer.start();
        following.requestStop();
        QTRY_VERIFY(following.hasEnded);
        QVERIFY2(timer.elapsed() <= 200, std::to_string(timer.elapsed()).c_str()); // the promise to the button
        QVERIFY(owner.run("ROLLBACK"));
    }
};

MUNIMENT_TEST(follower_live, FollowerLiveTest);
#include "test_follower_live.moc"
