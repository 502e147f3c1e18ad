// Protects: a followed region is reconciled by itself, each hour and when it was away, one small slice a tail; what is
// found is noted beside the file at once; a server that cannot bear it is left alone, and the connection's errors are
// the follower's.
#include "models/eventstore/embedded/embedded_event_store.h"
#include "models/integrity/reconciliation_record.h"
#include "models/workspace/reconciling.h"
#include "models/workspace/sync_run.h"
#include "models/workspace/workspace.h"
#include "tests/replica/replica_fixture.h"
#include "tests/support/test_registry.h"
#include "tests/workspace/embedded_world.h"

#include <QTest>

#include <SQLiteCpp/Database.h>
#include <filesystem>

using namespace muniment;
using namespace muniment::test;
using namespace std::chrono_literals;

namespace {

const RegionName kEurope("eu-west-1");
constexpr int kLogins = 200;
constexpr ReconciliationBudget kSmall{50, 100'000};

class HandClock : public Clock {
public:
    [[nodiscard]] Instant now() const override {
        return Instant{1'800'000'000'000'000} + std::chrono::duration_cast<std::chrono::microseconds>(passed).count();
    }

    [[nodiscard]] std::chrono::nanoseconds monotonic() const override { return passed; }

    std::chrono::nanoseconds passed{0};
};

} // namespace

class ReconcilingTest : public QObject {
    Q_OBJECT
private slots:

    void init() {
        m_world = std::make_unique<EmbeddedWorld>();
        m_world->addHistory(kLogins);
        m_replica = m_world->createReplica();
        std::ignore = MUST(syncOnce(*m_replica, {}, {}, {}));
        m_store = m_world->open();
        m_isFileThere = true;
        m_clock.passed = 0ns;
    }

    void cleanup() {
        m_store.reset();
        m_replica.reset();
        m_world.reset();
    }

    void itGoesSliceBySlice() {
        Reconciling reconciling = made();
        int tails = 0;
        for (; MUST(readReconciliations(m_replica->file())).empty(); ++tails)
            QVERIFY(tails < 100 && reconciling(*m_store, {}));
        QVERIFY(tails > kLogins / kSmall.slice);
        const Reconciliation noted = only();
        QVERIFY(noted.events >= kLogins && noted.findings.empty());
        QCOMPARE(noted.at, m_clock.now());
        QCOMPARE(noted.wholeSince, std::optional(m_clock.now()));
    }

    void itIsDueEachHour() {
        Reconciling reconciling = made();
        tails(reconciling);
        const Instant first = only().at;
        m_clock.passed += 1h - 1s;
        tails(reconciling);
        QCOMPARE(only().at, first);
        m_clock.passed += 1s;
        tails(reconciling);
        QCOMPARE(only().at, m_clock.now());
    }

    void whatIsNotedSaysWhenItIsDue() {
        Reconciling before = made();
        tails(before);
        const Instant first = only().at;
        m_clock.passed += 40min;
        Reconciling reconciling = made(); // the program was started anew
        tails(reconciling);
        QCOMPARE(only().at, first);
        m_clock.passed += 20min;
        tails(reconciling);
        QCOMPARE(only().at, m_clock.now());
    }

    void anOutageMakesItDue() {
        Reconciling reconciling = made();
        tails(reconciling);
        m_clock.passed += 1min;
        tails(reconciling);
        QVERIFY(only().at != m_clock.now());
        reconciling.noteOutage();
        tails(reconciling);
        QCOMPARE(only().at, m_clock.now());
    }

    void anOutageInTheMiddleLosesNothing() {
        Reconciling reconciling = made();
        QVERIFY(reconciling(*m_store, {}));
        const auto lost = reconciling(*away(), {}); // once is no reason to give up
        QVERIFY(!lost && lost.error().code == ErrorCode::Unreachable);
        reconciling.noteOutage();
        tails(reconciling);
        QVERIFY(only().events >= kLogins);
    }

    void aServerThatCannotBearItIsLeftAlone() {
        Reconciling reconciling = made();
        const auto broken = away();
        for (int i = 0; i < 3; ++i)
            std::ignore = reconciling(*broken, {});
        const Reconciliation given = only();
        QVERIFY(!given.trouble.empty());
        QVERIFY(!given.wholeSince);
        reconciling.noteOutage(); // its own doing, perhaps
        tails(reconciling);
        QVERIFY(only() == given);
        m_clock.passed += 1h;
        tails(reconciling);
        QVERIFY(only().trouble.empty() && only().wholeSince);
    }

    void withoutAFileItEnds() {
        Reconciling reconciling = made();
        QVERIFY(reconciling(*m_store, {}));
        m_isFileThere = false;
        const auto ended = reconciling(*m_store, {});
        QVERIFY(!ended && ended.error().code == ErrorCode::Cancelled);
    }

    void aDifferenceIsNotedAtOnce() {
        SQLite::Database store(embeddedPath(m_world->endpoint()).string(), SQLite::OPEN_READWRITE);
        store.exec("UPDATE events SET outcome = 'failure' WHERE n = (SELECT max(n) - 3 FROM events)");
        Reconciling reconciling = made();
        QVERIFY(reconciling(*m_store, {})); // the first slice: the newest events
        QCOMPARE(only().findings.size(), std::size_t{1});
        QCOMPARE(only().findings.front().change, TrailChange::Edited);
    }

    void whoFollowsReconciles() {
        m_replica.reset();
        auto workspace = MUST(Workspace::open(m_world->path("test.muniment"), {}));
        QVERIFY(!std::filesystem::exists(reconciliationRecordPath(workspace->file())));
        workspace->startFollowing();
        QTRY_VERIFY(std::filesystem::exists(reconciliationRecordPath(workspace->file())));
        const auto noted = MUST(readReconciliations(workspace->file()));
        QVERIFY(noted.size() == 1 && noted.front().region == kEurope && noted.front().events >= kLogins);
    }

private:
    [[nodiscard]] Reconciling made() {
        const auto withFile = [this](const std::function<Result<void>(Replica&)>& work) {
            return m_isFileThere ? work(*m_replica) : failure(ErrorCode::Cancelled);
        };
        return {kEurope, {}, withFile, m_clock, kSmall};
    }

    /// Nobody listens there.
    [[nodiscard]] static std::unique_ptr<EventStore> away() {
        return MUST(openEventStore("postgresql://admin@127.0.0.1:1/muniment?sslmode=disable", nullptr));
    }

    /// More than a round has slices.
    void tails(Reconciling& reconciling) {
        for (int i = 0; i < 30; ++i)
            QVERIFY(reconciling(*m_store, {}));
    }

    [[nodiscard]] Reconciliation only() const {
        const auto noted = MUST(readReconciliations(m_replica->file()));
        if (noted.size() != 1)
            qFatal("%zu regions are noted", noted.size());
        return noted.front();
    }

    std::unique_ptr<EmbeddedWorld> m_world;
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<EventStore> m_store;
    bool m_isFileThere = true;
    HandClock m_clock;
};

MUNIMENT_TEST(reconciling, ReconcilingTest);
#include "test_reconciling.moc"
