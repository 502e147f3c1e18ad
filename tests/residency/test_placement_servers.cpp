// The placement check on real PostgreSQL servers. Protects: rows that a move left in the old home are found and counted
// there, also when no row of the tenant tells of them; what the auditor may not read is named; a region that is down is
// never taken for one that holds nothing.
#include "models/eventstore/schema.h"
#include "models/regions/placement_check.h"
#include "tests/support/plain_sql.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;
using namespace std::chrono_literals;

namespace {

class PlacementServers final : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_servers.start(2);
        install(0, {"eu-west-1", "us-east-1"});
        install(1, {"ap-southeast-1"});
        for (int i = 0; i < 3; ++i)
            on(0, "INSERT INTO muniment.tenants (region, id, name) VALUES ('eu-west-1', 't" + std::to_string(i) +
                      "', 'Tenant " + std::to_string(i) + "')");
        for (int i = 0; i < 3; ++i)
            store(0, "eu-west-1", "t" + std::to_string(i), 4);
    }

    void inOrderThereIsNothingToTell() {
        const auto report = check();
        QCOMPARE(codes(report), QString());
        QCOMPARE(report.tenants.size(), std::size_t{3});
        QCOMPARE(report.tenants[2].home, RegionName("eu-west-1"));
        QVERIFY(report.tenants[0].rows[0].hasEvents && !report.tenants[0].rows[0].hasClaims);
    }

    void theOldHomesRowsAreFound() {
        on(0, "UPDATE muniment.tenants SET state = 'moved', moved_to = 'ap-southeast-1' WHERE id = 't1'");
        on(1, "INSERT INTO muniment.tenants (region, id, name, epoch) VALUES ('ap-southeast-1', 't1', 'Tenant 1', 2)");
        store(1, "ap-southeast-1", "t1", 4);
        on(0, "INSERT INTO muniment.claims (region, tenant_id, kind, digest, owner) "
              "VALUES ('eu-west-1', 't1', 'user_name', decode(repeat('ab', 32), 'hex'), 'ann')");
        const auto report = check();
        QCOMPARE(codes(report), QStringLiteral("placement.leftBehind t1@eu-west-1"));
        QCOMPARE(report.findings[0].facts.at("events"), std::string("4"));
        QCOMPARE(report.findings[0].facts.at("claims"), std::string("1"));
        QCOMPARE(report.findings[0].facts.at("home"), std::string("ap-southeast-1"));
        QCOMPARE(codes(check({{TenantId("t1"), {RegionName("ap-southeast-1")}}})),
                 QStringLiteral("placement.leftBehind t1@eu-west-1\nplacement.outsideRule t1@eu-west-1"));
        on(0, "DELETE FROM muniment.events WHERE tenant_id = 't1'");
        on(0, "DELETE FROM muniment.claims WHERE tenant_id = 't1'");
        QCOMPARE(codes(check()), QString());
    }

    // What a move has copied is nobody's once the move is given up; until then it is told and no violation.
    void copiesBelongToAMoveOrToNobody() {
        on(1, "INSERT INTO muniment.tenants (region, id, name, state, epoch) "
              "VALUES ('ap-southeast-1', 't0', 'Tenant 0', 'arriving', 2)");
        store(1, "ap-southeast-1", "t0", 2);
        on(0, "UPDATE muniment.tenants SET state = 'moving' WHERE id = 't0'");
        QCOMPARE(codes(check()), QStringLiteral("placement.moveOpen t0@eu-west-1"));
        on(0, "UPDATE muniment.tenants SET state = 'active' WHERE id = 't0'");
        const auto report = check();
        QCOMPARE(codes(report), QStringLiteral("placement.leftBehind t0@ap-southeast-1"));
        QCOMPARE(report.findings[0].facts.at("events"), std::string("2"));
        on(1, "DELETE FROM muniment.events WHERE tenant_id = 't0'");
        on(1, "DELETE FROM muniment.tenants WHERE id = 't0'");
    }

    void rowsWithoutAnyTenantAreFound() {
        store(1, "ap-southeast-1", "t2", 2);
        QCOMPARE(codes(check()), QStringLiteral("placement.leftBehind t2@ap-southeast-1"));
        QCOMPARE(check().findings[0].facts.at("state"), std::string("none"));
        on(1, "DELETE FROM muniment.events WHERE tenant_id = 't2'");
    }

    // The server of another region has been given a partition of this one: its rows are nobody's.
    void aRegionsRowsInAnotherDatabaseAreStray() {
        install(1, {"eu-west-1"});
        on(1, "INSERT INTO muniment.tenants (region, id, name) VALUES ('eu-west-1', 't0', 'Tenant 0')");
        QCOMPARE(codes(check()), QStringLiteral("placement.strayRegion t0@eu-west-1"));
        on(1, "DELETE FROM muniment.tenants WHERE region = 'eu-west-1'");
    }

    void whatMayNotBeReadIsNamed() {
        on(0, "REVOKE SELECT ON muniment.claims FROM muniment_auditor");
        const auto report = check();
        on(0, "GRANT SELECT ON muniment.claims TO muniment_auditor");
        QCOMPARE(codes(report), QStringLiteral("placement.factUnknown @eu-west-1\nplacement.factUnknown @us-east-1"));
        QCOMPARE(report.findings[0].facts.at("privilege"), std::string("SELECT on muniment.claims"));
        QCOMPARE(report.tenants.size(), std::size_t{3});
    }

    void aRegionThatIsDownIsNotEmpty() {
        m_servers.stop(1);
        const auto report = check();
        m_servers.startAgain(1);
        QCOMPARE(codes(report), QStringLiteral("placement.homeUnknown t1@\nplacement.regionNotAsked @ap-southeast-1"));
        QVERIFY(!report.has(PlacementFinding::Severity::Violation));
    }

private:
    void install(int server, const std::vector<std::string>& regions) {
        SchemaRequest request;
        request.endpoint = m_servers.superuserEndpoint(server);
        request.regions = regions;
        const auto installed = installSchema(request);
        QVERIFY2(installed.has_value(), installed ? "" : installed.error().detail.c_str());
    }

    void on(int server, const std::string& statement) {
        PlainSql sql(m_servers.superuserEndpoint(server));
        if (!sql.run(statement))
            qFatal("%s", sql.error().c_str());
    }

    /// As a mover writes them: past the guard.
    void store(int server, const std::string& region, const std::string& tenant, int count) {
        on(server, "INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, "
                   "event_type, actor_type, actor_id, live) SELECT '" +
                       region + "', '" + tenant + "', 1, 'user', 'ann', s, 'user.locked', 'system', 'x', false FROM " +
                       "generate_series(1, " + std::to_string(count) + ") AS s");
    }

    [[nodiscard]] PlacementReport check(const ResidencyRules& rules = {}) const {
        const std::vector<WorkspaceRegion> regions{{RegionName("eu-west-1"), m_servers.endpoint(0, "auditor")},
                                                   {RegionName("us-east-1"), m_servers.endpoint(0, "auditor")},
                                                   {RegionName("ap-southeast-1"), m_servers.endpoint(1, "auditor")}};
        return checkPlacement(readPlacements(regions, nullptr, {}, 20s), rules, {});
    }

    [[nodiscard]] static QString codes(const PlacementReport& report) {
        QStringList lines;
        for (const PlacementFinding& finding : report.findings)
            lines << QString::fromStdString(std::string(placementFindingName(finding.code)) + " " +
                                            finding.tenant.text() + "@" + finding.region.text());
        return lines.join(QLatin1Char('\n'));
    }

    RegionalServers m_servers;
};

} // namespace

MUNIMENT_TEST(placement_servers, PlacementServers);
#include "test_placement_servers.moc"
