// The topology of real PostgreSQL servers. Protects: two regions of one database are one cluster and a third server
// stands alone; each tells version, schema, latency, clock and where its partitions are; what a user may not see is
// named with the privilege; and a region that is down holds up nobody.
#include "models/eventstore/schema.h"
#include "models/regions/region_topology.h"
#include "tests/support/plain_sql.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QElapsedTimer>
#include <QTest>

using namespace muniment;
using namespace muniment::test;
using namespace std::chrono_literals;

namespace {

class TopologyServers final : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_servers.start(2);
        install(0, {"eu-west-1", "us-east-1"});
        install(1, {"ap-southeast-1"});
    }

    void twoRegionsOfOneDatabaseAreOneCluster() {
        const auto topologies = read("auditor");
        const auto clusters = clustersOf(topologies);
        QCOMPARE(clusters.size(), std::size_t{2});
        QCOMPARE(clusters[0].members, (std::vector<std::size_t>{0, 1}));
        QCOMPARE(clusters[1].members, (std::vector<std::size_t>{2}));
        QVERIFY(clusters[0].mark.installation != clusters[1].mark.installation);
    }

    void eachTellsWhatItIs() {
        for (const RegionTopology& topology : read("auditor")) {
            QVERIFY2(!topology.error, topology.error ? topology.error->detail.c_str() : "");
            QVERIFY(topology.flavour == StoreFlavour::PostgreSql);
            QVERIFY(topology.version.starts_with("PostgreSQL 15"));
            QCOMPARE(topology.schemaVersion, kServerSchemaVersion);
            QVERIFY(topology.latency && topology.latency->reads > 0 && topology.latency->median > 0us);
            QVERIFY(topology.clock && std::chrono::abs(topology.clock->ahead) <= topology.clock->within + 1s);
            QVERIFY(std::stoll(topology.horizon) > 0);
            QVERIFY(topology.licence.empty());
            std::size_t events = 0;
            for (const TablePartition& partition : topology.postgres->partitions)
                events += partition.table == "events" ? 1 : 0;
            QCOMPARE(events, topology.postgres->regions.size());
            QCOMPARE(topology.postgres->partitions.front().tablespace, std::string("pg_default"));
            QVERIFY(regionOf(topology.postgres->partitions.front()).has_value());
        }
    }

    void whatAUserMayNotSeeIsNamedWithItsPrivilege() {
        const auto refused = read("auditor").front();
        QCOMPARE(refused.unknown.size(), std::size_t{1});
        QCOMPARE(refused.unknown[0].fact, std::string("dataDirectory"));
        QCOMPARE(refused.unknown[0].privilege, std::string("pg_read_all_settings"));
        const auto told = read("postgres").front();
        QVERIFY(told.unknown.empty());
        QCOMPARE(told.postgres->dataDirectory, m_servers.dataDirectory(0));
    }

    void whoeverIsSentTheChangesIsNamed() {
        PlainSql owner(m_servers.superuserEndpoint(1));
        QVERIFY2(owner.run("CREATE PUBLICATION elsewhere FOR TABLES IN SCHEMA muniment"), owner.error().c_str());
        const auto copies = read("auditor").back().postgres->copies;
        QVERIFY(owner.run("DROP PUBLICATION elsewhere"));
        QCOMPARE(copies, (std::vector<DataCopy>{{DataCopy::Kind::Publication, "elsewhere", ""}}));
    }

    void withoutASchemaTheRestIsTold() {
        PlainSql owner(m_servers.superuserEndpoint(1));
        QVERIFY(owner.run("ALTER SCHEMA muniment RENAME TO hidden"));
        const auto topology = read("auditor").back();
        QVERIFY(owner.run("ALTER SCHEMA hidden RENAME TO muniment"));
        QVERIFY(!topology.error);
        QVERIFY(topology.mark.installation.empty());
        QCOMPARE(topology.postgres->port, std::to_string(m_servers.port(1)));
        QStringList facts;
        for (const UnknownFact& unknown : topology.unknown)
            facts << QString::fromStdString(unknown.fact);
        QCOMPARE(facts.join(QLatin1Char(' ')), QStringLiteral("installation regions dataDirectory latency clock"));
    }

    void aRegionThatIsDownHoldsUpNobody() {
        m_servers.stop(1);
        auto regions = workspace("auditor");
        regions.push_back({RegionName("silent"), "postgresql://a@192.0.2.1:5432/m?sslmode=disable"});
        QElapsedTimer timer;
        timer.start();
        const auto topologies = readTopologies(regions, nullptr, 3s);
        QVERIFY(timer.elapsed() < 6'000);
        m_servers.startAgain(1);
        QVERIFY(!topologies[0].error && !topologies[1].error);
        QCOMPARE(errorCodeName(topologies[2].error.value().code), errorCodeName(ErrorCode::Unreachable));
        QVERIFY(topologies[3].error.value().isTransient());
        QCOMPARE(topologies[3].region, RegionName("silent"));
    }

private:
    void install(int server, const std::vector<std::string>& regions) {
        SchemaRequest request;
        request.endpoint = m_servers.superuserEndpoint(server);
        request.regions = regions;
        const auto installed = installSchema(request);
        QVERIFY2(installed.has_value(), installed ? "" : installed.error().detail.c_str());
    }

    [[nodiscard]] std::vector<WorkspaceRegion> workspace(const std::string& user) const {
        return {{RegionName("eu-west-1"), m_servers.endpoint(0, user)},
                {RegionName("us-east-1"), m_servers.endpoint(0, user)},
                {RegionName("ap-southeast-1"), m_servers.endpoint(1, user)}};
    }

    [[nodiscard]] std::vector<RegionTopology> read(const std::string& user) const {
        return readTopologies(workspace(user), nullptr, 20s);
    }

    RegionalServers m_servers;
};

} // namespace

MUNIMENT_TEST(topology_servers, TopologyServers);
#include "test_topology_servers.moc"
