// Protects: whatever two clients command at once, the log, the file made from it and a plain fold say the same in the
// end; no name is held twice, and no claim is left behind. A hundred thousand commands on each kind of store.
#include "models/eventstore/schema.h"
#include "models/workspace/sync_run.h"
#include "tests/support/plain_sql.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"
#include "tests/workspace/embedded_world.h"
#include "tests/workspace/random_commands.h"

#include <QTest>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <thread>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr int kCommands = 100'000;
constexpr int kClients = 2;

class TestRandomCommands : public QObject {
    Q_OBJECT

    /// The outcomes of all clients together.
    static Outcomes runClients(const std::function<std::unique_ptr<EventStore>()>& open, const RegionName& region) {
        std::vector<TenantId> tenants;
        const auto first = open();
        for (const char* name : {"Acme", "Umbrella", "Initech"}) {
            const auto added = runCommand(*first, orgCommand(region, {}, AddOrg{name, {}, {}}), systemClock());
            if (!added)
                qFatal("no tenant: %s", added.error().detail.c_str());
            tenants.push_back(added->tenant);
        }
        KnownIds ids;
        std::vector<Outcomes> all(kClients);
        {
            std::vector<std::jthread> clients;
            for (int i = 0; i < kClients; ++i)
                clients.emplace_back([&, i] {
                    const auto store = open();
                    all[std::size_t(i)] = runRandomCommands(*store, region, tenants, ids,
                                                            static_cast<std::uint32_t>(i + 1), kCommands / kClients);
                });
        }
        Outcomes together;
        for (const Outcomes& outcomes : all)
            for (const auto& [what, times] : outcomes)
                together[what] += times;
        return together;
    }

    /// The run was worth something: commands were done, refused for many reasons, and got into each other's way.
    static void checkOutcomes(const Outcomes& outcomes) {
        int sum = 0;
        for (const auto& [what, times] : outcomes) {
            QVERIFY2(!what.starts_with("unexpected"), what.c_str());
            sum += times;
        }
        QCOMPARE(sum, kCommands);
        QVERIFY(outcomes.at("done") > kCommands / 4);
        for (const char* what : {"nameTaken", "conflict", "alreadyRemoved", "doesNotExist", "wouldCycle",
                                 "organizationInactive", "userUnknown", "alreadyMember"})
            QVERIFY2(outcomes.contains(what), what);
    }

    /// Log, file and fold are one.
    static void checkAgreement(EventStore& store, const RegionName& region, const std::string& endpoint) {
        const auto broken = brokenRules(wholeLog(store, region));
        QVERIFY2(broken.empty(), broken.empty() ? "" : broken.front().c_str());

        QTemporaryDir directory;
        ReplicaSettings settings;
        settings.regions.push_back({region, endpoint});
        const auto replica = Replica::create(directory.filePath(QStringLiteral("w.muniment")).toStdString(), settings);
        QVERIFY(replica);
        QVERIFY(syncOnce(**replica, {}, [](const SyncReport&) {}, {}));
        const auto said = difference(printedLog(store, region), printedReplica(**replica, region));
        QVERIFY2(said.empty(), said.c_str());
        const auto snapshot = (*replica)->snapshot();
        QVERIFY(snapshot);
        const auto findings = examineReplica(**snapshot, 1, {}, [](double) {});
        QVERIFY(findings);
        QVERIFY2(findings->empty(), findings->empty() ? "" : findings->front().detail.c_str());
    }

    static void checkClaims(const HeldClaims& held, const std::vector<RecordedEvent>& log) {
        const HeldClaims expected = claimsOfFold(log);
        QVERIFY(!expected.empty());
        for (const auto& [tenant, kind, owner] : expected)
            QVERIFY2(held.contains({tenant, kind, owner}), (kind + " of " + owner + " is lost").c_str());
        for (const auto& [tenant, kind, owner] : held)
            QVERIFY2(expected.contains({tenant, kind, owner}), (kind + " of " + owner + " has leaked").c_str());
        QCOMPARE(held.size(), expected.size());
    }

private slots:

    void onTheEmbeddedStore() {
        const EmbeddedWorld world;
        const RegionName region = world.regions().front();
        checkOutcomes(runClients([&] { return world.open(); }, region));
        const auto store = world.open();
        checkAgreement(*store, region, world.endpoint());

        HeldClaims held;
        const SQLite::Database file(world.path("store.db").string());
        SQLite::Statement claims(file, "SELECT tenant_id, kind, owner FROM claims");
        while (claims.executeStep())
            held.emplace(claims.getColumn(0).getString(), claims.getColumn(1).getString(),
                         claims.getColumn(2).getString());
        checkClaims(held, wholeLog(*store, region));
    }

    void onPostgreSql() {
        RegionalServers servers;
        servers.start(1);
        const RegionName region(servers.regionName(0));
        QVERIFY(installSchema({servers.superuserEndpoint(0), nullptr, {region.text()}}));
        const auto open = [&] {
            auto store = openEventStore(servers.endpoint(0), nullptr);
            if (!store)
                qFatal("no store");
            return std::move(*store);
        };
        checkOutcomes(runClients(open, region));
        const auto store = open();
        checkAgreement(*store, region, servers.endpoint(0));

        PlainSql sql(servers.superuserEndpoint(0));
        const auto rows = sql.query("SELECT tenant_id, kind, owner FROM muniment.claims");
        QVERIFY2(rows, sql.error().c_str());
        HeldClaims held;
        for (const auto& row : *rows)
            held.emplace(row[0], row[1], row[2]);
        checkClaims(held, wholeLog(*store, region));
        // No lock outlives a transaction, and no transaction its command.
        const auto waiting = sql.query("SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'");
        QVERIFY(waiting);
        QCOMPARE(waiting->front().front(), std::string("0"));
        const auto locks = sql.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'");
        QVERIFY(locks);
        QCOMPARE(locks->front().front(), std::string("0"));
    }
};

MUNIMENT_TEST(random_commands, TestRandomCommands);

} // namespace

#include "test_random_commands.moc"
