// Faults under load: protects that clients who write at once are told the truth about every append while their server
// raises 40001, ends sessions at COMMIT, loses answers, crashes and stalls. The log holds what they were told, with the
// names that belong to it, and no session keeps a lock.
#include "models/eventstore/intake.h"
#include "models/eventstore/schema.h"
#include "tests/eventstore/append_storm.h"
#include "tests/eventstore/compare_code.h"
#include "tests/eventstore/contract_values.h"
#include "tests/eventstore/plain_session.h"
#include "tests/support/proxy.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <csignal>
#include <future>
#include <thread>

using namespace muniment;
using namespace muniment::test;

namespace {

const RegionName kRegion("eu-west-1");
constexpr int kClients = 4;
constexpr int kAppendsEach = 250;

class PostgresFaults final : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_servers.start(1);
        SchemaRequest request;
        request.endpoint = m_servers.superuserEndpoint(0);
        request.regions = {kRegion.text()};
        VERIFY_OK(installSchema(request));
        m_owner = std::make_unique<PlainSession>(m_servers.superuserEndpoint(0));
        // What goes wrong at a COMMIT, counted by rows that are written: the trigger of a deferred constraint.
        m_owner->must("CREATE SEQUENCE public.fault; CREATE TABLE public.faults (busy_every int, dying_every int, "
                      "seconds float8);"
                      "INSERT INTO public.faults VALUES (0, 0, 0);"
                      "CREATE FUNCTION public.fail() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ "
                      "DECLARE f public.faults; n bigint := nextval('public.fault'); BEGIN "
                      "SELECT * INTO f FROM public.faults; PERFORM pg_sleep(f.seconds); "
                      "IF f.dying_every > 0 AND n % f.dying_every = 0 THEN "
                      "PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(5); END IF; "
                      "IF f.busy_every > 0 AND n % f.busy_every = 0 THEN "
                      "RAISE EXCEPTION 'could not serialize access' USING ERRCODE = '40001'; END IF; "
                      "RETURN NULL; END $$;"
                      "CREATE CONSTRAINT TRIGGER fail AFTER INSERT ON muniment.events DEFERRABLE INITIALLY DEFERRED "
                      "FOR EACH ROW EXECUTE FUNCTION public.fail()");
    }

    void init() {
        setFaults(0, 0, 0);
        m_owner->must("TRUNCATE muniment.events, muniment.tenants, muniment.claims, muniment.intake");
        m_proxy = std::make_unique<Proxy>(m_servers.port(0));
        m_stores.clear();
        for (int i = 0; i < kClients; ++i)
            m_stores.push_back(open(m_proxy->port()));
        VERIFY_OK(m_stores[0]->append(newTenant(kRegion, "acme", "Acme")));
        Append shared = newUser(kRegion, "acme", {});
        shared.aggregate = {"team", AggregateId("shared")};
        VERIFY_OK(m_stores[0]->append(shared));
    }

    void clientsAreToldTheTruth_data() {
        QTest::addColumn<int>("busyEvery");
        QTest::addColumn<int>("dyingEvery");
        QTest::addColumn<int>("cutEvery");
        QTest::addColumn<int>("settledAtLeast");
        QTest::newRow("nothing fails") << 0 << 0 << 0 << 0;
        QTest::newRow("every fourth row raises 40001") << 4 << 0 << 0 << 0;
        QTest::newRow("sessions end at COMMIT") << 0 << 23 << 0 << 10;
        QTest::newRow("COMMITs or their answers are lost") << 0 << 0 << 17 << 10;
        QTest::newRow("all of it") << 7 << 61 << 41 << 10;
    }

    void clientsAreToldTheTruth() {
        QFETCH(int, busyEvery);
        QFETCH(int, dyingEvery);
        QFETCH(int, cutEvery);
        QFETCH(int, settledAtLeast);
        setFaults(busyEvery, dyingEvery, 0);
        if (cutEvery > 0)
            m_proxy->onClientBytes(cuttingCommits(cutEvery));
        const Ledger ledger = stormOfAll();
        m_proxy->onClientBytes({});
        isTrue(ledger);
        int settled = 0;
        for (const auto& [outcome, count] : ledger.settled)
            settled += count;
        QVERIFY2(settled >= settledAtLeast, std::to_string(settled).c_str());
        // Repeating what the server asks to repeat is the store's own affair.
        if (dyingEvery == 0 && cutEvery == 0)
            QVERIFY(!ledger.refusals.contains("outcomeUnknown") && !ledger.refusals.contains("unreachable"));
    }

    // kill -9 of a session takes the whole server down and up again, with every other session.
    void clientsAreToldTheTruthByAServerThatCrashes() {
        setFaults(0, 0, 0.001);
        std::atomic<int> done = 0;
        auto ledger = std::async(std::launch::async, [&] { return stormOfAll(done); });
        for (int crash = 1; crash <= 3; ++crash) {
            QTRY_VERIFY(done > crash * kClients * kAppendsEach / 5);
            killASessionThatCommits();
        }
        isTrue(ledger.get());
    }

    // Nobody settles here: who repeats after a crash of his own knows nothing but the record.
    void aRecordIsPromotedOnceWhateverFails() {
        constexpr int kRecords = 100;
        std::vector<Uuid> records;
        for (int i = 0; i < kRecords; ++i)
            records.push_back(m_stores[0]->intake().receive(kRegion, {}, "{}").value());
        setFaults(0, 13, 0);
        m_proxy->onClientBytes(cuttingCommits(11));
        std::atomic<int> unknown = 0;
        {
            std::vector<std::jthread> clients;
            for (const auto& store : m_stores)
                clients.emplace_back([&] {
                    for (const Uuid& record : records)
                        promoteUntilItIs(*store, record, unknown);
                });
        }
        m_proxy->onClientBytes({});
        QVERIFY2(unknown > 10, std::to_string(unknown).c_str());
        QCOMPARE(m_owner->must("SELECT count(*) FROM muniment.events WHERE aggregate_type = 'user'").value(),
                 std::to_string(kRecords));
        QCOMPARE(m_owner
                     ->must("SELECT count(*) FROM muniment.intake AS i JOIN muniment.events AS e USING (command_id) "
                            "WHERE i.state = 'promoted'")
                     .value(),
                 std::to_string(kRecords));
    }

    // The session neither answers nor ends: nothing is known, and nothing is claimed, until it can be made to end.
    void aSessionThatStallsAtCommitIsNotKnownUntilItEnds() {
        setFaults(0, 0, 2);
        EventStore& store = *m_stores[0];
        Append append = newUser(kRegion, "acme", "ann");
        append.claims = {take("user_name", "ann")};
        auto appended = std::async(std::launch::async, [&] { return store.append(append); });
        int pid = 0;
        QTRY_VERIFY(pid > 0 || (pid = signalTheSessionThatCommits(SIGSTOP)) > 0);
        store.cancel();
        COMPARE_CODE(appended.get(), ErrorCode::OutcomeUnknown);
        COMPARE_CODE(store.settle(append), ErrorCode::Timeout);
        QCOMPARE(::kill(pid, SIGCONT), 0);
        QTRY_VERIFY(store.settle(append).has_value());
        QVERIFY(!store.settle(append)->done.has_value());
        setFaults(0, 0, 0);
        VERIFY_OK(store.append(append));
        QVERIFY(store.settle(append)->done.has_value());
    }

    void cleanup() {
        // Sessions whose client was cut off may still be on their way out.
        QTRY_COMPARE(m_owner
                         ->must("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'muniment' AND state "
                                "<> 'idle'")
                         .value(),
                     std::string("0"));
        QCOMPARE(m_owner
                     ->must("SELECT count(*) FROM pg_locks WHERE pid IN (SELECT pid FROM pg_stat_activity WHERE "
                            "application_name = 'muniment')")
                     .value(),
                 std::string("0"));
    }

private:
    static void promoteUntilItIs(EventStore& store, const Uuid& record, std::atomic<int>& unknown) {
        for (;;) {
            // Each time another user, so that nothing but the record says that it was done.
            const Append append = newUser(kRegion, "acme", randomUuid().text());
            const auto promoted = store.intake().promote({append, {record}, "mapping"});
            if (promoted || promoted.error().get("state") == "promoted")
                return;
            unknown += promoted.error().isOutcomeUnknown() ? 1 : 0;
        }
    }

    static Proxy::Decision cuttingCommits(int every) {
        return [every, commits = std::make_shared<int>(0)](std::string_view bytes) {
            if (bytes.find(std::string_view("COMMIT\0", 7)) == std::string_view::npos || ++*commits % every != 0)
                return Passage::Forward;
            return *commits / every % 2 == 0 ? Passage::CutBefore : Passage::ForwardAndCut;
        };
    }

    Ledger stormOfAll() {
        std::atomic<int> done = 0;
        return stormOfAll(done);
    }

    Ledger stormOfAll(std::atomic<int>& done) {
        std::vector<std::future<Ledger>> clients;
        for (int i = 0; i < kClients; ++i)
            clients.push_back(std::async(std::launch::async, [this, i, &done] {
                return storm(*m_stores[static_cast<std::size_t>(i)], kRegion, i, kAppendsEach, done);
            }));
        Ledger all;
        for (std::future<Ledger>& client : clients)
            all.add(client.get());
        return all;
    }

    /// The log and the names against what the clients were told.
    void isTrue(const Ledger& ledger) {
        std::map<std::string, int> written;
        for (const auto& row :
             m_owner
                 ->must("SELECT command_id, count(*) FROM muniment.events WHERE NOT (sequence = 1 AND "
                        "aggregate_id IN ('acme', 'shared')) GROUP BY command_id")
                 .rows)
            written[row[0]] = std::stoi(row[1]);
        QCOMPARE(written.size(), ledger.written.size());
        QVERIFY(written == ledger.written);
        for (const std::string& command : ledger.notWritten)
            QVERIFY2(!written.contains(command), command.c_str());
        std::set<std::string> names;
        for (const auto& row : m_owner->must("SELECT owner FROM muniment.claims").rows)
            names.insert(row[0]);
        QVERIFY(names == ledger.names);
        QVERIFY(ledger.written.size() > kClients * kAppendsEach / 4);
        const auto log = readAll(*m_stores[0], kRegion);
        VERIFY_OK(log);
        std::map<AggregateKey, std::int64_t> sequences;
        for (const RecordedEvent& event : *log)
            QCOMPARE(event.sequence, ++sequences[event.aggregate]);
    }

    /// Its process id; 0 when there was none.
    int signalTheSessionThatCommits(int signal) {
        const std::string pid = m_owner
                                    ->must("SELECT pid FROM pg_stat_activity WHERE application_name = 'muniment' AND "
                                           "state = 'active' AND query = 'COMMIT' LIMIT 1")
                                    .value();
        return !pid.empty() && ::kill(std::stoi(pid), signal) == 0 ? std::stoi(pid) : 0;
    }

    void killASessionThatCommits() {
        bool isKilled = false; // QTRY_VERIFY looks once more after it has seen what it waits for
        QTRY_VERIFY(isKilled || (isKilled = signalTheSessionThatCommits(SIGKILL) > 0));
        reconnect();
    }

    /// The owner's session goes down with the server, and comes back when the server does.
    void reconnect() {
        QTRY_VERIFY(!m_owner->run("SELECT 1").isOk());
        QTRY_VERIFY(open(m_servers.port(0))->ping().has_value());
        m_owner = std::make_unique<PlainSession>(m_servers.superuserEndpoint(0));
    }

    void setFaults(int busyEvery, int dyingEvery, double seconds) {
        m_owner->must("UPDATE public.faults SET busy_every = " + std::to_string(busyEvery) +
                      ", dying_every = " + std::to_string(dyingEvery) + ", seconds = " + std::to_string(seconds));
    }

    std::unique_ptr<EventStore> open(int port) {
        const std::string endpoint = "postgresql://admin:" + m_servers.password("admin") +
                                     "@127.0.0.1:" + std::to_string(port) + "/muniment?sslmode=disable";
        return std::move(*openEventStore(endpoint, nullptr));
    }

    RegionalServers m_servers;
    std::unique_ptr<PlainSession> m_owner;
    std::unique_ptr<Proxy> m_proxy;
    std::vector<std::unique_ptr<EventStore>> m_stores;
};

} // namespace

MUNIMENT_TEST(postgres_faults, PostgresFaults);
#include "test_postgres_faults.moc"
