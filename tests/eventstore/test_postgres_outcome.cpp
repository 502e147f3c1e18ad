// Lost answers: protects that an append whose connection dies between COMMIT and its answer ends as "done" or "not
// done", never as a guess, and that one lost before COMMIT is known to be not written. Also that the tail, a crash and
// a failover tell what they are.
#include "models/eventstore/schema.h"
#include "tests/eventstore/compare_code.h"
#include "tests/eventstore/plain_session.h"
#include "tests/support/proxy.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <future>

using namespace muniment;
using namespace muniment::test;

namespace {

const RegionName kRegion("eu-west-1");

class PostgresOutcome final : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_servers.start(1, {.isTls = false, .isDurable = true});
        SchemaRequest request;
        request.endpoint = m_servers.superuserEndpoint(0);
        request.regions = {kRegion.text()};
        VERIFY_OK(installSchema(request));
        m_owner = std::make_unique<PlainSession>(m_servers.superuserEndpoint(0));
        // Makes a COMMIT as slow as slow_commit.seconds says, the way a deferred constraint of somebody's would.
        m_owner->must(
            "CREATE TABLE public.slow_commit (seconds double precision); INSERT INTO public.slow_commit VALUES (0);"
            "GRANT SELECT ON public.slow_commit TO PUBLIC;"
            "CREATE FUNCTION public.be_slow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN "
            "PERFORM pg_sleep(seconds) FROM public.slow_commit; RETURN NULL; END $$;"
            "CREATE CONSTRAINT TRIGGER be_slow AFTER INSERT ON muniment.events DEFERRABLE INITIALLY DEFERRED "
            "FOR EACH ROW EXECUTE FUNCTION public.be_slow()");
    }

    void init() {
        m_owner->must(
            "TRUNCATE muniment.events, muniment.tenants, muniment.claims; UPDATE public.slow_commit SET seconds = 0");
        m_proxy = std::make_unique<Proxy>(m_servers.port(0));
        m_store = open(m_proxy->port());
        VERIFY_OK(m_store->append(newTenant(kRegion, "acme", "Acme")));
    }

    void anAppendLostBeforeCommitIsNotWritten() {
        m_proxy->onClientBytes(onCommit(Passage::CutBefore, "INSERT INTO muniment.events"));
        const Append append = newUser(kRegion, "acme", "ann");
        COMPARE_CODE(m_store->append(append), ErrorCode::Unreachable);
        m_proxy->onClientBytes({});
        QCOMPARE(users(), std::string("0"));
        VERIFY_OK(m_store->append(append));
    }

    void anAppendWhoseCommitNeverArrivedIsNotDone() {
        m_proxy->onClientBytes(onCommit(Passage::CutBefore));
        const Append append = newUser(kRegion, "acme", "ann");
        COMPARE_CODE(m_store->append(append), ErrorCode::OutcomeUnknown);
        m_proxy->onClientBytes({});
        const auto settled = m_store->settle(append);
        VERIFY_OK(settled);
        QVERIFY(!settled->done);
        VERIFY_OK(m_store->append(append));
    }

    void anAppendWhoseAnswerIsLostIsDone() {
        m_proxy->onClientBytes(onCommit(Passage::ForwardAndCut));
        const Append append = newUser(kRegion, "acme", "ann");
        COMPARE_CODE(m_store->append(append), ErrorCode::OutcomeUnknown);
        QTRY_COMPARE(users(), std::string("1"));
        m_proxy->onClientBytes({});
        const auto settled = m_store->settle(append);
        VERIFY_OK(settled);
        QVERIFY(settled->done.has_value());
        QCOMPARE(settled->done->sequence, std::int64_t{1});
        const auto page = m_store->readTail({kRegion, {}, 10, true});
        VERIFY_OK(page);
        QCOMPARE(page->events.back().key, settled->done->key);
        QCOMPARE(page->events.back().eventId, settled->done->eventIds.at(0));
    }

    // The COMMIT is still running when the answer is asked for: the old backend is ended, and what it left decides.
    void aCommitThatStillRunsIsMadeFinal_data() {
        QTest::addColumn<bool>("isAskedAtOnce");
        QTest::newRow("asked while it runs") << true;
        QTest::newRow("asked when it is done") << false;
    }

    void aCommitThatStillRunsIsMadeFinal() {
        QFETCH(bool, isAskedAtOnce);
        m_owner->must("UPDATE public.slow_commit SET seconds = 4");
        m_proxy->onClientBytes(onCommit(Passage::ForwardAndCut));
        const Append append = newUser(kRegion, "acme", "ann");
        COMPARE_CODE(m_store->append(append), ErrorCode::OutcomeUnknown);
        QCOMPARE(users(), std::string("0"));
        m_proxy->onClientBytes({});
        if (!isAskedAtOnce)
            QTRY_COMPARE(users(), std::string("1"));
        const auto settled = m_store->settle(append);
        VERIFY_OK(settled);
        QCOMPARE(settled->done.has_value(), !isAskedAtOnce);
        // What was said stays true, whatever the old backend would still have done.
        QTest::qWait(isAskedAtOnce ? 4'500 : 0);
        QCOMPARE(users(), std::string(settled->done ? "1" : "0"));
    }

    void aCommitIsWaitedFor() {
        m_owner->must("UPDATE public.slow_commit SET seconds = 4");
        VERIFY_OK(m_store->append(newUser(kRegion, "acme", "ann")));
    }

    // Another process asks: nothing but the horizon tells it that the transaction has ended.
    void anotherProcessSettlesByTheHorizon() {
        m_owner->must("UPDATE public.slow_commit SET seconds = 2");
        m_proxy->onClientBytes(onCommit(Passage::ForwardAndCut));
        const Append append = newUser(kRegion, "acme", "ann");
        COMPARE_CODE(m_store->append(append), ErrorCode::OutcomeUnknown);
        auto other = open(m_servers.port(0));
        const auto settled = other->settle(append);
        VERIFY_OK(settled);
        QVERIFY(settled->done.has_value());
    }

    // A snapshot's xmax is one beyond the latest transaction that has ended, not beyond the youngest that runs.
    void theSnapshotEndsBeyondEveryRunningTransaction() {
        PlainSession idle(m_servers.endpoint(0, "mover"));
        const auto running = idle.must("BEGIN; SELECT pg_current_xact_id()").value();
        const auto page = m_store->readTail({kRegion, {}, 10, true});
        VERIFY_OK(page);
        QVERIFY(page->snapshotEnd.major > std::stoll(running));
        QVERIFY(page->horizon.major <= std::stoll(running));
        idle.must("ROLLBACK");
        QVERIFY(m_store->readTail({kRegion, {}, 10, true})->horizon >= page->snapshotEnd);
    }

    void deadlocksAndConflictsAreRetriedInside() {
        auto other = std::make_unique<PlainSession>(m_servers.superuserEndpoint(0));
        // A mover's order of locks, the other way round than a rename's.
        other->must(
            "BEGIN; SET LOCAL deadlock_timeout = '10s'; SELECT pg_advisory_xact_lock(hashtextextended('acme', 0))");
        Append rename = renamed(kRegion, "acme", 1, "Acme Two");
        auto answer = std::async(std::launch::async, [&] { return m_store->append(rename); });
        QTRY_COMPARE(m_owner->must("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'advisory'").value(),
                     std::string("1"));
        other->start("UPDATE muniment.tenants SET plan = 'big' WHERE id = 'acme'; COMMIT");
        QVERIFY(other->finish().isOk());
        const auto appended = answer.get();
        VERIFY_OK(appended);
    }

    void aBlackHoleEndsInTime() {
        VERIFY_OK(m_store->ping());
        m_proxy->onClientBytes([](std::string_view) { return Passage::Hold; });
        auto answer = std::async(std::launch::async, [&] { return m_store->ping(); });
        QTest::qWait(50);
        // The request to cancel falls into the same hole; the call ends without it.
        auto cancelled = std::async(std::launch::async, [&] { m_store->cancel(); });
        COMPARE_CODE(answer.get(), ErrorCode::Cancelled);
        m_proxy->cutAll();
        cancelled.get();
        m_proxy->onClientBytes({});
        VERIFY_OK(m_store->ping());
    }

    void whoHoldsTheHorizonBackIsNamed() {
        auto auditor = std::move(*openEventStore(m_servers.endpoint(0, "auditor"), nullptr));
        VERIFY_OK(auditor->connect(kRegion));
        PlainSession idle(m_servers.endpoint(0, "mover"));
        idle.must("SET application_name = 'night job'; BEGIN; SELECT pg_current_xact_id()");
        const auto holder = auditor->horizonHolder();
        VERIFY_OK(holder);
        QVERIFY(holder->has_value());
        QVERIFY2((*holder)->description.find("night job, user mover") == 0, (*holder)->description.c_str());
        idle.must("PREPARE TRANSACTION 'left behind'");
        const auto prepared = auditor->horizonHolder();
        VERIFY_OK(prepared);
        QVERIFY2((*prepared)->description.find("prepared transaction left behind") == 0,
                 (*prepared)->description.c_str());
        PlainSession(m_servers.endpoint(0, "mover")).must("ROLLBACK PREPARED 'left behind'");
        QVERIFY(!auditor->horizonHolder()->has_value());
    }

    void aBackendThatIsKilledIsUnreachableOnce() {
        VERIFY_OK(m_store->ping());
        m_owner->must("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'muniment'");
        COMPARE_CODE(m_store->ping(), ErrorCode::Unreachable);
        VERIFY_OK(m_store->ping());
    }

    // A crash loses what was not flushed, and its transaction ids are given anew.
    void aCrashThatLostEventsIsNoticed() {
        // The guard refuses asynchronous commits; an owner without guard stands for a disk that lied.
        m_owner->must("ALTER TABLE muniment.events DISABLE TRIGGER ALL");
        m_owner->must("ALTER SYSTEM SET wal_writer_delay = '10s'");
        m_owner->must("SELECT pg_reload_conf()");
        m_owner->must("CHECKPOINT");
        m_owner->must("SET synchronous_commit = off");
        const auto before = m_store->connect(kRegion);
        VERIFY_OK(before);
        m_owner->must(
            "INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, "
            "event_type, "
            "actor_type, actor_id) VALUES ('eu-west-1', 'acme', 1, 'user', 'ann', 1, 'user.locked', 'system', 'iam')");
        const auto page = m_store->readTail({kRegion, {}, 10, true});
        VERIFY_OK(page);
        QCOMPARE(page->events.size(), std::size_t{2});
        const RecordedEvent& newest = page->events.back();
        const HeldEvent held{kRegion, newest.tenant, newest.aggregate, newest.sequence, newest.eventId, newest.key};
        m_servers.kill9(0);
        m_servers.startAgain(0);
        m_owner = std::make_unique<PlainSession>(m_servers.superuserEndpoint(0));
        m_owner->must(
            "ALTER TABLE muniment.events ENABLE TRIGGER ALL; ALTER TABLE muniment.events ENABLE ALWAYS TRIGGER guard");
        auto store = open(m_servers.port(0));
        const auto after = store->connect(kRegion);
        VERIFY_OK(after);
        QCOMPARE(after->mark, before->mark);
        const auto continued = store->checkContinuity(held, before->mark);
        COMPARE_CODE(continued, ErrorCode::LogRewound);
        QCOMPARE(continued.error().get("why"), std::string("absent"));
    }

private:
    static Proxy::Decision onCommit(Passage passage, const std::string& word = std::string("COMMIT\0", 7)) {
        return [passage, word](std::string_view bytes) {
            return bytes.find(word) == std::string_view::npos ? Passage::Forward : passage;
        };
    }

    std::unique_ptr<EventStore> open(int port) {
        const std::string endpoint = "postgresql://admin:" + m_servers.password("admin") +
                                     "@127.0.0.1:" + std::to_string(port) + "/muniment?sslmode=disable";
        return std::move(*openEventStore(endpoint, nullptr));
    }

    std::string users() {
        return m_owner->must("SELECT count(*) FROM muniment.events WHERE aggregate_type = 'user'").value();
    }

    RegionalServers m_servers;
    std::unique_ptr<PlainSession> m_owner;
    std::unique_ptr<Proxy> m_proxy;
    std::unique_ptr<EventStore> m_store;
};

} // namespace

MUNIMENT_TEST(postgres_outcome, PostgresOutcome);
#include "test_postgres_outcome.moc"
