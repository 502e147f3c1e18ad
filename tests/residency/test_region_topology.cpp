// Protects: what a CockroachDB cluster says about its regions arrives as facts in every version family, a statement
// that is refused takes nothing but its own fact away and names the privilege that it wants, and endpoints of one
// database are told from those that stand alone.
#include "models/regions/region_topology.h"
#include "tests/residency/scripted_cluster.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

RegionTopology topologyOf(ScriptedCluster& cluster) {
    RegionTopology topology;
    topology.region = RegionName("us-east");
    readCockroachTopology(cluster, {25, 2, 0}, topology);
    return topology;
}

/// A line of everything that is known.
QString known(const RegionTopology& topology) {
    const DatabaseFacts& facts = *topology.cockroach;
    QStringList names;
    const auto add = [&](bool isKnown, const char* name) {
        if (isKnown)
            names << QString::fromLatin1(name);
    };
    add(!topology.mark.installation.empty(), "installation");
    add(topology.gateway.has_value(), "gateway");
    add(!topology.clusterVersion.empty(), "clusterVersion");
    add(!facts.name.empty(), "database");
    add(!facts.clusterRegions.empty(), "clusterRegions");
    add(!facts.regions.empty(), "databaseRegions");
    add(facts.goal.has_value(), "survivalGoal");
    add(facts.placement.has_value(), "placement");
    add(!facts.superRegions.empty(), "superRegions");
    add(!facts.tables.empty(), "tables");
    add(facts.zone.has_value(), "zone");
    add(!facts.jobs.empty(), "jobs");
    add(topology.latency.has_value(), "latency");
    add(topology.clock.has_value() && !topology.horizon.empty(), "clock");
    return names.join(QLatin1Char(' '));
}

const QString kEverything =
    QStringLiteral("installation gateway clusterVersion database clusterRegions databaseRegions survivalGoal placement "
                   "superRegions tables zone jobs latency clock");

class Topology final : public QObject {
    Q_OBJECT
private slots:

    void everythingIsLearned() {
        ScriptedCluster cluster(QStringLiteral("25.2"));
        cluster.say("This cluster was throttled because it requires a license key.");
        const auto topology = topologyOf(cluster);
        QCOMPARE(known(topology), kEverything);
        QVERIFY(topology.unknown.empty());
        QCOMPARE(topology.licence.size(), std::size_t{1});
        QCOMPARE(topology.cockroach->name, std::string("movr"));
        QCOMPARE(topology.cockroach->regions.front().name, std::string("us-east"));
        QCOMPARE(topology.latency->reads, 21);
        QVERIFY(topology.latency->slowest >= topology.latency->median);
        for (const std::string& sql : cluster.asked())
            QVERIFY2(!ScriptedCluster::sectionOf(sql).empty(), sql.c_str());
    }

    void aRefusedStatementTakesOnlyItsOwnFact_data() {
        QTest::addColumn<QString>("section");
        QTest::addColumn<QString>("fact");
        QTest::addColumn<QString>("privilege");
        const auto row = [](const char* section, const char* fact, const char* privilege) {
            QTest::newRow(section) << QString::fromLatin1(section) << QString::fromLatin1(fact)
                                   << QString::fromLatin1(privilege);
        };
        row("installation", "installation", "muniment_auditor");
        row("locality", "gateway", "");
        row("clusterVersion", "clusterVersion", "VIEWCLUSTERSETTING");
        row("clusterRegions", "clusterRegions", "admin");
        row("databaseRegions", "databaseRegions", "admin");
        row("survivalGoal", "survivalGoal", "admin");
        row("createDatabase", "placement", "CONNECT");
        row("superRegions", "superRegions", "admin");
        row("tables", "tables", "USAGE on schema muniment");
        row("zone", "zone", "ZONECONFIG on the database");
        row("jobs", "jobs", "VIEWJOB");
        row("read", "latency", "SELECT on muniment.tenants");
        row("clock", "clock", "EXECUTE on muniment.horizon()");
    }

    void aRefusedStatementTakesOnlyItsOwnFact() {
        QFETCH(QString, section);
        QFETCH(QString, fact);
        QFETCH(QString, privilege);
        ScriptedCluster cluster(QStringLiteral("25.2"));
        cluster.refuse(section.toStdString(), permissionDenied());
        const auto topology = topologyOf(cluster);
        QStringList expected = kEverything.split(QLatin1Char(' '));
        QVERIFY(expected.removeOne(fact));
        QCOMPARE(known(topology), expected.join(QLatin1Char(' ')));
        QCOMPARE(topology.unknown.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(topology.unknown[0].fact), fact);
        QCOMPARE(QString::fromStdString(topology.unknown[0].privilege), privilege);
    }

    // Without a database's name nothing of it can be asked; everything else still is.
    void withoutTheDatabasesNameTheRestIsLearned() {
        ScriptedCluster cluster(QStringLiteral("25.2"));
        cluster.refuse("database", permissionDenied());
        QCOMPARE(known(topologyOf(cluster)), QStringLiteral("installation gateway clusterVersion latency clock"));
    }

    void whatTheServerHidesFromEverybodyIsSaidSo() {
        ScriptedCluster cluster(QStringLiteral("26.2"));
        cluster.refuse("jobs", {ErrorCode::PermissionDenied,
                                "Access to crdb_internal and system is restricted.",
                                {{"hint", "set allow_unsafe_internals"}}});
        cluster.refuse("zone", {ErrorCode::RegionUnavailable, "lost quorum", {}});
        const auto topology = topologyOf(cluster);
        QCOMPARE(topology.unknown.size(), std::size_t{2});
        QCOMPARE(topology.unknown[0].fact, std::string("zone"));
        QCOMPARE(topology.unknown[0].privilege, std::string());
        QCOMPARE(topology.unknown[1].privilege, std::string("allow_unsafe_internals"));
    }

    void anOlderFamilyHasFewerFactsAndNoFaults_data() {
        QTest::addColumn<QString>("family");
        for (const char* family : {"22.2", "23.2", "24.3", "25.2", "26.2"})
            QTest::newRow(family) << QString::fromLatin1(family);
    }

    void anOlderFamilyHasFewerFactsAndNoFaults() {
        QFETCH(QString, family);
        ScriptedCluster cluster(family);
        const auto topology = topologyOf(cluster);
        QVERIFY2(topology.unknown.empty(), topology.unknown.empty() ? "" : topology.unknown[0].error.detail.c_str());
        QCOMPARE(topology.cockroach->goal.has_value(), family != QStringLiteral("24.3"));
        QCOMPARE(topology.cockroach->regions.size(), std::size_t{3});
    }

    void endpointsOfOneDatabaseAreOneCluster() {
        const auto at = [](const char* installation, const char* system) {
            RegionTopology topology;
            topology.mark = {installation, system};
            return topology;
        };
        const auto clusters =
            clustersOf({at("a", "1"), at("b", "1"), at("a", "1"), at("a", "2"), at("", ""), at("", "")});
        QCOMPARE(clusters, (std::vector<RegionCluster>{
                               {{"a", "1"}, {0, 2}}, {{"b", "1"}, {1}}, {{"a", "2"}, {3}}, {{}, {4}}, {{}, {5}}}));
    }

    void percentilesAreOfWhatWasRead() {
        using std::chrono::microseconds;
        QVERIFY(!latencyOf({}));
        QCOMPARE(latencyOf({microseconds(7)})->slowest, microseconds(7));
        std::vector<microseconds> reads;
        for (int i = 200; i > 0; --i)
            reads.emplace_back(i);
        QCOMPARE(latencyOf(reads)->median, microseconds(100));
        QCOMPARE(latencyOf(reads)->slowest, microseconds(199));
    }

    void onlyABoundOfOneRegionNamesIt() {
        const auto bound = [](const char* text) {
            return regionOf(TablePartition{"events", "p", text, "pg_default", ""}).value_or("-");
        };
        QCOMPARE(bound("FOR VALUES IN ('eu-west-1')"), std::string("eu-west-1"));
        QCOMPARE(bound("FOR VALUES IN ('eu', 'us')"), std::string("-"));
        QCOMPARE(bound("DEFAULT"), std::string("-"));
    }
};

} // namespace

MUNIMENT_TEST(region_topology, Topology);
#include "test_region_topology.moc"
