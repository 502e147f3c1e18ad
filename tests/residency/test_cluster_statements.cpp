// What CockroachDB is asked and told about its regions, against texts in golden/ for each version family: there is no
// CockroachDB where this is built, so a changed text must be a decision. Protects too that no change is begun whose
// refusal the server's own facts foretell, and that a refusal is understood.
#include "models/regions/region_change.h"
#include "tests/residency/golden_text.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;
using postgres::CockroachVersion;

namespace {

DatabaseFacts factsOf(const CockroachVersion& version) {
    DatabaseFacts facts;
    facts.name = "iam";
    facts.version = version;
    facts.clusterRegions = {{"ap", {}}, {"eu", {}}, {"sa", {}}, {"us", {}}};
    facts.regions = {{"eu", true, false}, {"us", false, false}, {"ap", false, true}};
    facts.goal = SurvivalGoal::Zone;
    facts.placement = PlacementPolicy::Default;
    facts.tables = {{"events", "REGIONAL BY ROW AS region"}, {"plans", "GLOBAL"}};
    return facts;
}

std::vector<std::pair<std::string, RegionChange>> everyChange() {
    using Kind = SetTableLocality::Kind;
    return {{"add", AddDatabaseRegion{"sa"}},
            {"drop", DropDatabaseRegion{"us"}},
            {"primary", SetPrimaryRegion{"us"}},
            {"secondary", SetSecondaryRegion{"us"}},
            {"no secondary", SetSecondaryRegion{}},
            {"survive zone", SetSurvivalGoal{SurvivalGoal::Zone}},
            {"survive region", SetSurvivalGoal{SurvivalGoal::Region}},
            {"restricted", SetPlacement{PlacementPolicy::Restricted}},
            {"default", SetPlacement{PlacementPolicy::Default}},
            {"super region", SetSuperRegion{"europe", {"eu", "us"}}},
            {"no super region", SetSuperRegion{"europe", {}}},
            {"by row", SetTableLocality{"events", Kind::ByRow}},
            {"by table", SetTableLocality{"events", Kind::ByTable}},
            {"global", SetTableLocality{"plans", Kind::Global}},
            {"no non-voters", DropNonVoters{}},
            {"by list", PartitionByRegion{{"eu", "us"}}}};
}

std::string questionsOf(const CockroachVersion& version) {
    using namespace cockroach;
    const std::vector<KeyPart> key{{KeyPart::Kind::Text, "eu"},
                                   {KeyPart::Kind::Text, "o'ne"},
                                   {KeyPart::Kind::Number, "-7"},
                                   {KeyPart::Kind::Bytes, "00ff"}};
    std::string text;
    for (const Statement& statement :
         {currentDatabase(), installationFacts(), gatewayLocality(), clusterVersion(), clusterRegions(),
          databaseRegions("iam"), survivalGoal("iam"), superRegions("iam"), createDatabase("a\"b"), tableLocalities(),
          tablePartitions("events"), databaseZone("iam"), partitionZone("eu", "events", "events_key"),
          schemaJobs(version), serverClock(), pinnedRead("eu"), *rowRange("events", "events_key", key, false),
          *rowRange("events", "events_key", key, true)})
        text += statement.sql + ";\n";
    return text;
}

std::string printed(const RegionPlan& plan) {
    std::string text;
    for (const std::string& statement : plan.statements)
        text += statement + ";\n";
    for (const Precondition& condition : plan.preconditions)
        text += std::string("--   ") + (condition.isMet ? "holds: " : "FAILS: ") +
                std::string(preconditionName(condition.code)) + " " + condition.subject + "\n";
    for (const ChangeWarning warning : plan.warnings)
        text += "--   warning: " + std::string(changeWarningName(warning)) + "\n";
    return text;
}

std::string unmet(const RegionChange& change, const DatabaseFacts& facts) {
    std::string codes;
    for (const Precondition& condition : planChange(change, facts).preconditions)
        if (!condition.isMet)
            codes += std::string(preconditionName(condition.code)) +
                     (condition.subject.empty() ? "" : "(" + condition.subject + ")") + " ";
    return codes;
}

class ClusterStatements final : public QObject {
    Q_OBJECT
private slots:

    void textsAreTheGoldenOnes_data() {
        QTest::addColumn<int>("major");
        QTest::addColumn<int>("minor");
        for (const auto& [major, minor] : {std::pair{22, 2}, {23, 2}, {24, 3}, {25, 2}, {26, 2}})
            QTest::addRow("%d.%d", major, minor) << major << minor;
    }

    void textsAreTheGoldenOnes() {
        QFETCH(int, major);
        QFETCH(int, minor);
        const CockroachVersion version{major, minor, 0};
        std::string text = "-- questions\n" + questionsOf(version);
        for (const auto& [name, change] : everyChange())
            text += "\n-- " + name + "\n" + printed(planChange(change, factsOf(version)));
        const QString all = QString::fromStdString(text);
        QCOMPARE(all, goldenText(QStringLiteral("statements_%1.sql").arg(QLatin1String(QTest::currentDataTag())), all));
        QVERIFY(text.find("crdb_internal.") == std::string::npos);
        QVERIFY(text.find("system.") == std::string::npos);
    }

    void whatIsNoValueReachesNoStatement() {
        using namespace cockroach;
        const auto range = [](KeyPart part) { return rowRange("events", "events_key", {std::move(part)}, false); };
        QVERIFY(!range({KeyPart::Kind::Number, "1) ; DROP TABLE x"}));
        QVERIFY(!range({KeyPart::Kind::Number, ""}));
        QVERIFY(!range({KeyPart::Kind::Number, "1.2.3"}));
        QVERIFY(!range({KeyPart::Kind::Bytes, "0g"}));
        QVERIFY(!range({KeyPart::Kind::Bytes, "0"}));
        QVERIFY(range({KeyPart::Kind::Text, "'; DROP TABLE x"})->sql.ends_with("FOR ROW ('''; DROP TABLE x')"));
    }

    void aRefusalThatIsForeseenIsNotAsked() {
        const DatabaseFacts facts = factsOf({25, 2, 0});
        QCOMPARE(unmet(AddDatabaseRegion{"moon"}, facts), std::string("regionInCluster(moon) "));
        QCOMPARE(unmet(AddDatabaseRegion{"eu"}, facts), std::string("regionNotInDatabase(eu) "));
        QCOMPARE(unmet(AddDatabaseRegion{"Sa;"}, facts), std::string("regionNameUsable(Sa;) regionInCluster(Sa;) "));
        QCOMPARE(unmet(DropDatabaseRegion{"eu"}, facts), std::string("notPrimary(eu) "));
        QCOMPARE(unmet(DropDatabaseRegion{"ap"}, facts), std::string("notSecondary(ap) "));
        QCOMPARE(unmet(SetPrimaryRegion{"sa"}, facts), std::string("regionInDatabase(sa) "));
        QCOMPARE(unmet(SetSurvivalGoal{SurvivalGoal::Region}, facts), std::string());
        QCOMPARE(unmet(PartitionByRegion{{"eu"}}, facts), std::string("hasNoDatabaseRegions "));
        QCOMPARE(unmet(DropNonVoters{}, facts), std::string("versionHasIt(CockroachDB v25.2.0) "));
        QCOMPARE(unmet(SetTableLocality{"secrets", SetTableLocality::Kind::Global}, facts),
                 std::string("tableKnown(secrets) "));
    }

    void goalsPlacementAndSuperRegionsExcludeEachOther() {
        DatabaseFacts facts = factsOf({25, 2, 0});
        facts.superRegions = {{"europe", {"eu", "us"}}};
        QCOMPARE(unmet(SetSurvivalGoal{SurvivalGoal::Region}, facts), std::string("superRegionsHaveThree(europe) "));
        QCOMPARE(unmet(DropDatabaseRegion{"us"}, facts), std::string("notInSuperRegion(europe) "));
        QCOMPARE(unmet(SetSuperRegion{"other", {"eu"}}, facts), std::string("notInSuperRegion(europe) "));
        QCOMPARE(unmet(SetSuperRegion{"europe", {"eu"}}, facts), std::string());
        facts.superRegions.clear();
        facts.placement = PlacementPolicy::Restricted;
        QCOMPARE(unmet(SetSurvivalGoal{SurvivalGoal::Region}, facts), std::string("notRestricted "));
        facts.goal = SurvivalGoal::Region;
        facts.placement = PlacementPolicy::Default;
        QCOMPARE(unmet(SetPlacement{PlacementPolicy::Restricted}, facts), std::string("survivesZoneOnly "));
        QCOMPARE(unmet(DropDatabaseRegion{"us"}, facts), std::string("keepsThreeRegions(3) "));
        facts.regions.resize(2);
        QCOMPARE(unmet(SetSurvivalGoal{SurvivalGoal::Region}, facts), std::string("hasThreeRegions(2) "));
        facts.regions.clear();
        QCOMPARE(unmet(SetPlacement{PlacementPolicy::Default}, facts), std::string("databaseHasRegions "));
    }

    void rowsAndJobsStandInTheWay() {
        DatabaseFacts facts = factsOf({25, 2, 0});
        facts.holdsRows = {{"claims", false}, {"events", true}};
        facts.jobs.resize(1);
        facts.jobs[0].id = 871;
        facts.jobs[0].state = SchemaJob::State::Running;
        QCOMPARE(unmet(DropDatabaseRegion{"us"}, facts), std::string("holdsNoRows(events) noJobUnderWay(871) "));
        facts.holdsRows = {};
        facts.jobs[0].state = SchemaJob::State::Succeeded;
        QVERIFY(planChange(DropDatabaseRegion{"us"}, facts).isPossible());
    }

    void theLastRegionMayGo() {
        DatabaseFacts facts = factsOf({25, 2, 0});
        facts.regions = {{"eu", true, false}};
        QCOMPARE(unmet(DropDatabaseRegion{"eu"}, facts), std::string());
    }

    void whetherItIsInEffectIsRead() {
        DatabaseFacts facts = factsOf({25, 2, 0});
        facts.superRegions = {{"europe", {"us", "eu"}}};
        const auto effect = [&](const RegionChange& change) {
            const auto is = isInEffect(change, facts);
            return !is ? '?' : *is ? '+' : '-';
        };
        std::string line;
        for (const auto& [name, change] : everyChange())
            line += effect(change);
        QCOMPARE(line, std::string("-----+--++-+-+??"));
        QCOMPARE(effect(AddDatabaseRegion{"us"}), '+');
        QCOMPARE(effect(DropDatabaseRegion{"us"}), '-');
        QCOMPARE(effect(SetPrimaryRegion{"eu"}), '+');
        QCOMPARE(effect(SetSecondaryRegion{"ap"}), '+');
        QCOMPARE(effect(SetSurvivalGoal{SurvivalGoal::Region}), '-');
        QCOMPARE(effect(SetPlacement{PlacementPolicy::Default}), '+');
        QCOMPARE(effect(SetSuperRegion{"europe", {"eu", "us"}}), '+');
        QCOMPARE(effect(SetSuperRegion{"europe", {}}), '-');
        QCOMPARE(effect(SetTableLocality{"plans", SetTableLocality::Kind::Global}), '+');
        QCOMPARE(effect(SetTableLocality{"plans", SetTableLocality::Kind::ByRow}), '-');
        QCOMPARE(effect(DropNonVoters{}), '?');
        facts.goal.reset();
        QCOMPARE(effect(SetSurvivalGoal{SurvivalGoal::Region}), '?');
    }

    void refusalsAreUnderstood_data() {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("meaning");
        const auto row = [](const char* state, const char* words, const char* meaning) {
            QTest::newRow(meaning) << QString::fromLatin1(state) << QString::fromLatin1(words)
                                   << QString::fromLatin1(meaning);
        };
        row("42704", "region \"x\" does not exist", "unknownRegion");
        row("22023", "at least 3 regions are required for surviving a region failure", "tooFewRegionsToSurvive");
        row("2BP01", "could not remove enum value \"x\" as it is being used by \"t\" in row: id=1", "rowsRemain");
        row("2BP01", "region x is part of super region y", "inSuperRegion");
        row("22023", "PLACEMENT RESTRICTED can only be used with SURVIVE ZONE FAILURE", "restrictedNeedsZoneGoal");
        row("22023", "a region-survivable database cannot also have a restricted placement policy",
            "regionGoalForbidsRestricted");
        row("22023", "database must have associated regions before a placement policy can be set", "noDatabaseRegions");
        row("22023", "cannot set LOCALITY on a table in a database that is not multi-region enabled", "notMultiRegion");
        row("0A000", "multi-region tables containing PARTITION BY are not supported", "hasOwnPartitions");
        row("42501", "attempting to modify protected field \"num_voters\" of a multi-region zone configuration",
            "protectedZone");
        row("42501", "user ann does not have CREATE privilege on database iam", "privilege");
        row("42501", "Access to crdb_internal and system is restricted.", "unsafeInternals");
        row("XXC02", "use of multi-region features requires an enterprise license", "licenceNeeded");
        row("XCEXF", "super regions are only supported experimentally", "settingNeeded");
        row("XXA00", "transaction committed but schema change aborted", "committedInPart");
        row("40003", "result is ambiguous", "outcomeUnknown");
        row("55000", "cannot perform database region changes while an index is being created", "jobInTheWay");
        row("XX000", "something new", "none");
    }

    void refusalsAreUnderstood() {
        QFETCH(QString, state);
        QFETCH(QString, words);
        QFETCH(QString, meaning);
        Error error{ErrorCode::ServerError, words.toStdString(), {{"sqlstate", state.toStdString()}}};
        if (state == QStringLiteral("42501"))
            error.code = ErrorCode::PermissionDenied;
        if (state == QStringLiteral("40003"))
            error.code = ErrorCode::OutcomeUnknown;
        QCOMPARE(QString::fromStdString(std::string(regionRefusalName(refusalOf(error)))), meaning);
    }
};

} // namespace

MUNIMENT_TEST(cluster_statements, ClusterStatements);
#include "test_cluster_statements.moc"
