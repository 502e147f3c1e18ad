// Protects: a command whose connection is cut between COMMIT and its answer ends as done or as not written, never as a
// guess and never twice, also when the COMMIT is a slow one. Real PostgreSQL behind a proxy that cuts.
#include "models/eventstore/schema.h"
#include "tests/support/plain_sql.h"
#include "tests/support/proxy.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"
#include "tests/workspace/embedded_world.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

class TestLostCommit : public QObject {
    Q_OBJECT

    RegionalServers servers;
    std::unique_ptr<PlainSql> owner;
    std::unique_ptr<Proxy> proxy;
    std::unique_ptr<EventStore> store;
    TenantId acme;
    AggregateId robot;

    [[nodiscard]] RegionName region() const { return RegionName(servers.regionName(0)); }

    [[nodiscard]] std::string locks() const {
        const auto rows = owner->query("SELECT count(*) FROM muniment.events WHERE event_type = 'user.locked'");
        return rows ? rows->at(0).at(0) : owner->error();
    }

    /// Cuts the first COMMIT it sees; later ones pass.
    void cutAtCommit(Passage passage) const {
        proxy->onClientBytes([passage, isCut = std::make_shared<bool>(false)](std::string_view bytes) {
            const bool isCommit = bytes.find(std::string_view("COMMIT\0", 7)) != std::string_view::npos;
            return isCommit && !std::exchange(*isCut, isCommit || *isCut) ? passage : Passage::Forward;
        });
    }

private slots:

    void initTestCase() {
        servers.start(1, {.isTls = false, .isDurable = true});
        const auto installed = installSchema({servers.superuserEndpoint(0), nullptr, {servers.regionName(0)}});
        QVERIFY2(installed, installed ? "" : installed.error().detail.c_str());
        owner = std::make_unique<PlainSql>(servers.superuserEndpoint(0));
        // A COMMIT as slow as somebody's deferred constraint makes it.
        for (const char* sql :
             {"CREATE TABLE public.slow_commit (seconds double precision)", "INSERT INTO public.slow_commit VALUES (0)",
              "CREATE FUNCTION public.be_slow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN "
              "PERFORM pg_sleep(seconds) FROM public.slow_commit; RETURN NULL; END $$",
              "CREATE CONSTRAINT TRIGGER be_slow AFTER INSERT ON muniment.events DEFERRABLE INITIALLY DEFERRED "
              "FOR EACH ROW EXECUTE FUNCTION public.be_slow()"})
            QVERIFY2(owner->run(sql), owner->error().c_str());
    }

    void init() {
        QVERIFY(owner->run("TRUNCATE muniment.events, muniment.tenants, muniment.claims"));
        QVERIFY(owner->run("UPDATE public.slow_commit SET seconds = 0"));
        proxy = std::make_unique<Proxy>(servers.port(0));
        auto opened = openEventStore("postgresql://admin:" + servers.password("admin") +
                                         "@127.0.0.1:" + std::to_string(proxy->port()) + "/muniment?sslmode=disable",
                                     nullptr);
        QVERIFY(opened);
        store = std::move(*opened);
        const auto org = runCommand(*store, orgCommand(region(), {}, AddOrg{"Acme", {}, {}}), systemClock());
        QVERIFY2(org, org ? "" : org.error().detail.c_str());
        acme = org->tenant;
        const auto user =
            runCommand(*store, userCommand(region(), acme, {}, AddMachine{"robot", "Robot", {}}), systemClock());
        QVERIFY(user);
        robot = user->id;
    }

    void theOutcomeIsKnownInTheEnd_data() {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("isCommitLost");
        QTest::newRow("the answer is lost") << 0 << false;
        QTest::newRow("the COMMIT is lost") << 0 << true;
        QTest::newRow("the answer to a COMMIT of four seconds is lost") << 4 << false;
    }

    void theOutcomeIsKnownInTheEnd() {
        QFETCH(int, seconds);
        QFETCH(bool, isCommitLost);
        QVERIFY(owner->run("UPDATE public.slow_commit SET seconds = $1::float8", {std::to_string(seconds)}));
        cutAtCommit(isCommitLost ? Passage::CutBefore : Passage::ForwardAndCut);
        int unknown = 0;
        int sent = 0;
        CommandListener listener;
        listener.onAppend = [&] { ++sent; };
        listener.onUnknown = [&](const Error&) { ++unknown; };
        const auto locked =
            runCommand(*store, userCommand(region(), acme, robot, LockUser{}), systemClock(), {}, listener);
        QCOMPARE(sent, 1);
        QVERIFY2(unknown >= 1, "the cut was not noticed: the test has no power");
        const std::string said = locked ? "1" : "0";
        if (!locked) {
            QCOMPARE(locked.error().code, ErrorCode::Unreachable);
            QCOMPARE(locked.error().get("written"), std::string("no"));
        }
        if (seconds == 0 && isCommitLost)
            QVERIFY(!locked);
        QCOMPARE(locks(), said);
        QTest::qWait(seconds * 1000 + 200); // whatever the old backend would still have done
        QCOMPARE(locks(), said);
    }
};

} // namespace

MUNIMENT_TEST(lost_commit, TestLostCommit);
#include "test_lost_commit.moc"
