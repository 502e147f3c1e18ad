// Protects: rows, zones and replicas that are where a tenant's data may not be are found and told with their facts,
// what cannot be told is never passed over, and what is in order yields nothing.
#include "models/regions/placement_check.h"
#include "models/regions/placement_limits.h"
#include "tests/residency/golden_text.h"
#include "tests/residency/scripted_cluster.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

const RegionName kEu("eu");
const RegionName kUs("us");
const TenantId kAcme("acme");

TenantRows rowsOf(const RegionName& region, const std::string& state, const std::string& tenant = "acme") {
    TenantRows rows;
    rows.tenant = TenantId(tenant);
    rows.region = region;
    rows.hasEvents = true;
    if (state != "none")
        rows.home = TenantHome{rows.tenant, "Acme", "", state, 1, ""};
    return rows;
}

TenantRows empty(TenantRows rows, const std::string& movedTo) {
    rows.hasEvents = false;
    rows.home->movedTo = movedTo;
    return rows;
}

RegionPlacement placementOf(const RegionName& region, std::vector<TenantRows> rows) {
    RegionPlacement placement;
    placement.region = region;
    placement.flavour = StoreFlavour::PostgreSql;
    placement.mark = {"i-" + region.text(), "1"};
    placement.rows = std::move(rows);
    return placement;
}

RangeReplica replicaIn(const char* locality, ReplicaRole role = ReplicaRole::Voter) {
    return {1, parseLocality(locality), role};
}

SampledRange rangeOf(std::vector<RangeReplica> replicas, const char* lease, const char* index = "events@events_key") {
    SampledRange sample{kAcme, kEu, index, {}};
    sample.range.replicas = std::move(replicas);
    sample.range.leaseholderLocality = parseLocality(lease);
    return sample;
}

/// "leftBehind acme us events=0,home=eu"
QString printed(const PlacementReport& report) {
    QStringList lines;
    for (const PlacementFinding& finding : report.findings) {
        std::string line = std::string(placementFindingName(finding.code)).substr(10) + " " + finding.tenant.text() +
                           "@" + finding.region.text();
        for (const auto& [name, value] : finding.facts)
            line += " " + name + "=" + value;
        lines << QString::fromStdString(line);
    }
    return lines.join(QLatin1Char('\n'));
}

QString checked(const std::vector<RegionPlacement>& placements, const ResidencyRules& rules = {}) {
    return printed(checkPlacement(placements, rules, {}));
}

class PlacementCheck final : public QObject {
    Q_OBJECT
private slots:

    void whatIsInOrderYieldsNothing() {
        const auto report = checkPlacement(
            {placementOf(kEu, {rowsOf(kEu, "active")}), placementOf(kUs, {empty(rowsOf(kUs, "moved"), "eu")})},
            {{kAcme, {kEu}}}, {});
        QCOMPARE(printed(report), QString());
        QCOMPARE(report.tenants.size(), std::size_t{1});
        QCOMPARE(report.tenants[0].home, kEu);
        QCOMPARE(report.tenants[0].name, std::string("Acme"));
    }

    void whatAMoveLeftBehindIsFound() {
        auto left = rowsOf(kUs, "moved");
        left.events = 12;
        QCOMPARE(checked({placementOf(kEu, {rowsOf(kEu, "active")}), placementOf(kUs, {left})}),
                 QStringLiteral("leftBehind acme@us claims=0 events=12 home=eu state=moved"));
        QCOMPARE(checked({placementOf(kEu, {rowsOf(kEu, "active")}), placementOf(kUs, {rowsOf(kUs, "none")})}),
                 QStringLiteral("leftBehind acme@us claims=0 events=0 home=eu state=none"));
    }

    // The target holds copies while the source is still the home: told, and no violation without a rule.
    void anOpenMoveIsNoViolation() {
        const std::vector<RegionPlacement> placements{placementOf(kEu, {rowsOf(kEu, "moving")}),
                                                      placementOf(kUs, {rowsOf(kUs, "arriving")})};
        QCOMPARE(checked(placements), QStringLiteral("moveOpen acme@eu from=eu to=us"));
        QVERIFY(!checkPlacement(placements, {}, {}).has(PlacementFinding::Severity::Violation));
        QCOMPARE(checked(placements, {{kAcme, {kEu}}}),
                 QStringLiteral("outsideRule acme@us allowed=eu\nmoveOpen acme@eu from=eu to=us"));
    }

    void copiesOfAMoveThatWasGivenUpAreLeftBehind() {
        QCOMPARE(checked({placementOf(kEu, {rowsOf(kEu, "active")}), placementOf(kUs, {rowsOf(kUs, "arriving")})}),
                 QStringLiteral("leftBehind acme@us claims=0 events=0 home=eu state=arriving"));
    }

    void decidedMovesEndAtTheTarget() {
        const auto report = checkPlacement(
            {placementOf(kEu, {empty(rowsOf(kEu, "moved"), "us")}), placementOf(kUs, {rowsOf(kUs, "arriving")})}, {},
            {});
        QCOMPARE(printed(report), QString());
        QCOMPARE(report.tenants[0].home, kUs);
    }

    void aRuleNamesWhereDataMayLie() {
        const std::vector<RegionPlacement> placements{placementOf(kEu, {rowsOf(kEu, "active")})};
        QCOMPARE(checked(placements, {{kAcme, {kUs}}}), QStringLiteral("outsideRule acme@eu allowed=us"));
        QCOMPARE(checked(placements, {{kAcme, {kEu, kUs}}}), QString());
        QCOMPARE(checked(placements, {{TenantId("other"), {kUs}}}), QString());
    }

    void twoHomesOrNoneAreFound() {
        QCOMPARE(checked({placementOf(kEu, {rowsOf(kEu, "active")}), placementOf(kUs, {rowsOf(kUs, "active")})}),
                 QStringLiteral("twoHomes acme@eu other=us"));
        QCOMPARE(checked({placementOf(kEu, {empty(rowsOf(kEu, "moved"), "ap")})}),
                 QStringLiteral("homeUnknown acme@ movedTo=ap"));
    }

    // Two endpoints of one database both tell of its rows, which are there once.
    void rowsOfOneDatabaseCountOnce() {
        auto eu = placementOf(kEu, {rowsOf(kEu, "active"), empty(rowsOf(kUs, "moved"), "eu")});
        auto us = placementOf(kUs, eu.rows);
        us.mark = eu.mark;
        const auto report = checkPlacement({eu, us}, {}, {});
        QCOMPARE(printed(report), QString());
        QCOMPARE(report.tenants[0].rows.size(), std::size_t{2});
    }

    void rowsOfARegionInAnotherDatabaseAreStray() {
        QCOMPARE(checked({placementOf(kEu, {rowsOf(kUs, "active")}), placementOf(kUs, {rowsOf(kUs, "active")})}),
                 QStringLiteral("strayRegion acme@us database=eu"));
        QCOMPARE(checked({placementOf(kEu, {rowsOf(kUs, "active")})}),
                 QStringLiteral("regionNotFollowed @us database=eu"));
    }

    void aRegionThatNobodyFollowsIsTold() {
        auto placement = placementOf(kEu, {rowsOf(kEu, "active")});
        placement.cockroach.emplace();
        placement.cockroach->regions = {{"eu", true, false}, {"us", false, false}};
        QCOMPARE(checked({placement}), QStringLiteral("regionNotFollowed @us database=eu"));
        QCOMPARE(checked({placement, placementOf(kUs, {})}), QString());
    }

    void whatWasNotToldIsNotPassedOver() {
        auto down = placementOf(kUs, {});
        down.error = Error{ErrorCode::Unreachable, "", {}};
        auto refused = placementOf(kEu, {rowsOf(kEu, "active")});
        refused.unknown = {{"claims", "SELECT on muniment.claims", {ErrorCode::PermissionDenied, "", {}}},
                           {"dataDirectory", "pg_read_all_settings", {ErrorCode::PermissionDenied, "", {}}}};
        QCOMPARE(checked({refused, down}),
                 QStringLiteral("factUnknown @eu fact=claims privilege=SELECT on muniment.claims why=permissionDenied\n"
                                "regionNotAsked @us why=unreachable"));
    }

    void copiesAndForeignPartitionsAreTold() {
        auto placement = placementOf(kEu, {rowsOf(kEu, "active")});
        placement.postgres.emplace();
        placement.postgres->copies = {{DataCopy::Kind::Standby, "walreceiver", "10.0.0.7"}};
        placement.postgres->partitions = {{"events", "events_eu", "", "", "far"}, {"claims", "claims_eu", "", "", ""}};
        QCOMPARE(checked({placement}),
                 QStringLiteral("foreignPartition @eu partition=events_eu server=far\n"
                                "copiedElsewhere @eu kind=standby name=walreceiver place=10.0.0.7"));
    }

    void replicasOutsideAreFoundByTheirPlace() {
        auto placement = placementOf(kEu, {rowsOf(kEu, "active")});
        placement.ranges = {
            rangeOf({replicaIn("region=eu,az=1"), replicaIn("region=us,az=1", ReplicaRole::NonVoter)},
                    "region=eu,az=1"),
            rangeOf({replicaIn("region=us,az=2", ReplicaRole::NonVoter)}, "region=us,az=2", "events@events_stream"),
            rangeOf({replicaIn("az=1"), {7, std::nullopt, ReplicaRole::Voter}}, "")};
        const auto report = checkPlacement({placement}, {}, {});
        QCOMPARE(printed(report),
                 QStringLiteral("replicaOutside acme@eu allowed=eu indexes=events@events_key,events@events_stream "
                                "place=us role=non-voter\n"
                                "leaseholderOutside acme@eu allowed=eu indexes=events@events_stream place=us\n"
                                "localityUnknown acme@eu indexes=events@events_key"));
        QCOMPARE(report.tenants[0].replicas.at("us").at("non-voter"), 2);
        QCOMPARE(checked({placement}, {{kAcme, {kEu, kUs}}}),
                 QStringLiteral("localityUnknown acme@eu indexes=events@events_key"));
    }

    // What a zone leaves open may be filled tomorrow, wherever the replicas are today.
    void declaredZonesThatAllowMoreAreFound() {
        auto placement = placementOf(kEu, {rowsOf(kEu, "active"), rowsOf(kEu, "active", "other")});
        ZoneConfiguration zone;
        zone.replicas = 3;
        zone.constraints = {{{{true, "region", "eu"}}, std::nullopt}};
        placement.zones = {{kEu, "events@events_key", zone}};
        QCOMPARE(checked({placement}), QString());
        zone.constraints = {{{{true, "region", "eu"}}, 2}, {{{true, "region", "us"}}, 1}};
        placement.zones = {{kEu, "events@events_key", zone}, {kEu, "events@events_stream", zone}};
        QCOMPARE(checked({placement}),
                 QStringLiteral("declaredOutside @eu allowed=eu indexes=events@events_key,events@events_stream "
                                "zone={+region=eu: 2, +region=us: 1}"));
        QCOMPARE(checked({placement}, {{kAcme, {kEu, kUs}}, {TenantId("other"), {kEu, kUs}}}), QString());
        QVERIFY(checked({placement}, {{kAcme, {kEu}}}).contains(QStringLiteral("declaredOutside acme@eu allowed=eu")));
    }

    void onlyTheWantedTenantsAreTold() {
        const auto report = checkPlacement({placementOf(kEu, {rowsOf(kEu, "active"), rowsOf(kEu, "none", "other")})},
                                           {}, {TenantId("other")});
        QCOMPARE(report.tenants.size(), std::size_t{1});
        QCOMPARE(printed(report), QStringLiteral("homeUnknown other@ movedTo="));
    }

    void aRuleIsReadAsItIsTyped() {
        QCOMPARE(parseRule("A=B=eu,us").value(), (TypedRule{"A=B", {kEu, kUs}}));
        for (const char* damaged : {"", "acme", "=eu", "acme=", "acme=eu,", "acme=,eu", "acme=eu,,us"})
            QVERIFY2(!parseRule(damaged), damaged);
    }

    void aClustersPlacementIsReadWithFewQuestions() {
        ScriptedCluster cluster(QStringLiteral("23.2"));
        const std::string tenants = placement::tenantsOf(StoreFlavour::CockroachDb, kEu).sql;
        cluster.answer(tenants, {{"id", "name", "state", "epoch", "moved_to"}, {{"acme", "Acme", "active", "1", {}}}});
        for (const char* table : {"events", "claims"})
            cluster.answer(placement::tenantsIn(StoreFlavour::CockroachDb, table, kEu).sql,
                           {{"tenant_id"}, {{"acme"}, {""}}});
        cluster.answer("sampledEvents",
                       {{"aggregate_type", "aggregate_id", "sequence", "epoch", "position", "in_tx_order", "live"},
                        {{"user", "ann", "1", "1", "1786877563585252761.0000000000", "9", "t"}}});
        cluster.answer("sampledClaim", {{"kind", "digest"}, {{"user_name", "00ff"}}});
        RegionPlacement placement;
        placement.region = RegionName("us-east");
        placement.flavour = StoreFlavour::CockroachDb;
        readPlacement(cluster, {23, 2, 0}, {}, placement);
        QVERIFY2(placement.unknown.empty(), placement.unknown.empty() ? "" : placement.unknown[0].fact.c_str());
        QCOMPARE(placement.ranges.size(), std::size_t{6});
        QCOMPARE(placement.zones.size(), std::size_t{6});
        QCOMPARE(placement.sampledTenants, 1);
        std::string text;
        for (const std::string& sql : cluster.asked())
            text += sql + ";\n";
        const QString all = QString::fromStdString(text);
        QCOMPARE(all, goldenText(QStringLiteral("placement_questions.sql"), all));
    }

    // Of a region whose leaseholders are gone, copies in other regions tell what they can, and how old it is.
    void aLostRegionIsReadFromCopies() {
        ScriptedCluster cluster(QStringLiteral("23.2"));
        RegionPlacement through = placementOf(kUs, {});
        through.flavour = StoreFlavour::CockroachDb;
        const Error why{ErrorCode::Unreachable, {}, {}};
        const std::string age =
            "SELECT EXISTS (SELECT 1 FROM muniment.meta_public WHERE key = $1::STRING) AS installed,\n"
            "       (extract(epoch FROM statement_timestamp() - follower_read_timestamp()) * 1000)::INT8 AS age_ms";
        cluster.answer(age, {{"installed", "age_ms"}, {{"f", "4200"}}});
        const auto foreign = readPlacementFromAfar(cluster, through, kEu, why);
        QVERIFY(!foreign && foreign.error().code == ErrorCode::RegionMissing); // another database with such a region

        cluster.answer(age, {{"installed", "age_ms"}, {{"t", "4200"}}});
        cluster.answer(placement::tenantsOf(StoreFlavour::CockroachDb, kEu).sql,
                       {{"id", "name", "state", "epoch", "moved_to"}, {{"acme", "Acme", "moved", "1", "us"}}});
        for (const char* table : {"events", "claims"}) {
            cluster.answer(placement::tenantsIn(StoreFlavour::CockroachDb, table, kEu).sql,
                           {{"tenant_id"}, {{"acme"}}});
            cluster.answer(placement::rowsIn(table, kEu, kAcme, Freshness::FollowerRead).sql, {{"rows"}, {{"7"}}});
            cluster.refuse(placement::rowsIn(table, kEu, kAcme).sql, {ErrorCode::RegionUnavailable, {}, {}});
        }
        const auto afar = readPlacementFromAfar(cluster, through, kEu, why);
        QVERIFY(afar.has_value());
        QCOMPARE(afar->rows.size(), std::size_t{1});
        QCOMPARE(afar->rows[0].events, std::int64_t{7});
        QCOMPARE(afar->afar->age.count(), std::chrono::milliseconds::rep{4200});
        std::string text;
        for (const std::string& sql : cluster.asked())
            text += sql + ";\n";
        QVERIFY2(text.find("SHOW RANGE") == std::string::npos, text.c_str()); // takes the leaseholder
        const QString all = QString::fromStdString(text);
        QCOMPARE(all, goldenText(QStringLiteral("placement_from_afar.sql"), all));
        QVERIFY2(checked({*afar, through}).contains(QStringLiteral("readFromAfar @eu ageMs=4200 through=us")),
                 qPrintable(checked({*afar, through})));
    }

    // Counts are of now as long as somebody can say how it is now.
    void countsFallBackToCopies() {
        ScriptedCluster cluster(QStringLiteral("23.2"));
        cluster.answer(placement::tenantsOf(StoreFlavour::CockroachDb, kEu).sql,
                       {{"id", "name", "state", "epoch", "moved_to"}, {{"acme", "Acme", "moved", "1", "us"}}});
        for (const char* table : {"events", "claims"}) {
            cluster.answer(placement::tenantsIn(StoreFlavour::CockroachDb, table, kEu).sql,
                           {{"tenant_id"}, {{"acme"}}});
            cluster.answer(placement::rowsIn(table, kEu, kAcme).sql, {{"rows"}, {{"3"}}});
            cluster.answer(placement::rowsIn(table, kEu, kAcme, Freshness::FollowerRead).sql, {{"rows"}, {{"7"}}});
        }
        const auto counted = [&cluster] {
            Inquiry inquiry(cluster);
            const auto rows = readTenantRows(inquiry, StoreFlavour::CockroachDb, kEu, TenantId("6f6d")).at(0);
            return rows.areCountsOfCopies ? -rows.events : rows.events;
        };
        QCOMPARE(counted(), std::int64_t{3});
        for (const auto code : {ErrorCode::RegionUnavailable, ErrorCode::Timeout}) {
            cluster.refuse(placement::rowsIn("events", kEu, kAcme).sql, {code, {}, {}});
            QCOMPARE(counted(), std::int64_t{-7});
        }
        cluster.refuse(placement::rowsIn("events", kEu, kAcme).sql, permissionDenied());
        QCOMPARE(counted(), std::int64_t{0}); // copies would not tell either
    }

    // Whether a region's text is taken for its type is nowhere told: the cast is tried when it is not.
    void aRefusedRegionIsCast() {
        ScriptedCluster cluster(QStringLiteral("22.2"));
        cluster.answer(placement::tenantsOf(StoreFlavour::CockroachDb, kEu).sql,
                       {{"id", "name", "state", "epoch", "moved_to"}, {{"acme", "Acme", "active", "1", {}}}});
        bool wasRefused = false;
        cluster.onAsk([&](const std::string& section) {
            if (section == "rowRange" && !wasRefused)
                cluster.refuse("rowRange", {ErrorCode::InvalidInput, "could not parse", {}});
            else if (section == "rowRange")
                cluster.allow("rowRange");
            wasRefused = wasRefused || section == "rowRange";
        });
        RegionPlacement placement;
        placement.region = RegionName("us-east");
        placement.flavour = StoreFlavour::CockroachDb;
        readPlacement(cluster, {22, 2, 0}, {}, placement);
        QCOMPARE(placement.ranges.size(), std::size_t{2});
        QVERIFY(placement.ranges[0].range.replicas[0].role == ReplicaRole::Unknown);
    }

    void theTextOnPostgresLooksTenantsUpOneByOne() {
        const QString text = QString::fromStdString(placement::tenantsOf(StoreFlavour::PostgreSql, kEu).sql + ";\n" +
                                                    placement::tenantsIn(StoreFlavour::PostgreSql, "events", kEu).sql +
                                                    ";\n" + placement::rowsIn("claims", kEu, kAcme).sql + ";\n");
        QCOMPARE(text, goldenText(QStringLiteral("placement_postgresql.sql"), text));
    }

    void limitsFollowTheEngines() {
        const auto names = [](const std::set<StoreFlavour>& flavours) {
            std::string text;
            for (const PlacementLimit limit : placementLimits(flavours))
                text += std::string(placementLimitName(limit)) + " ";
            return text;
        };
        QCOMPARE(names({}), std::string());
        QCOMPARE(names({StoreFlavour::Embedded}), std::string("embedded "));
        QCOMPARE(names({StoreFlavour::PostgreSql}), std::string("machineIsTyped deletedRows backups logs "));
        QCOMPARE(names({StoreFlavour::CockroachDb}),
                 std::string("onlySamples localityIsTyped zonesMayBeBroken oldVersions rangeKeysInMeta statistics "
                             "globalTables backups logs "));
    }
};

} // namespace

MUNIMENT_TEST(placement_check, PlacementCheck);
#include "test_placement_check.moc"
