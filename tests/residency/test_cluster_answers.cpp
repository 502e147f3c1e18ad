// Protects: what CockroachDB answers about regions is read as it is meant in every version family, by column name
// whatever the order, and an answer that is damaged becomes an error instead of a half of the truth.
#include "models/regions/licence_notice.h"
#include "models/regions/server_array.h"
#include "tests/residency/golden_text.h"
#include "tests/residency/printed_answers.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>

using namespace muniment;
using namespace muniment::test;

namespace {

const char* const kFamilies[]{"22.2", "23.2", "24.3", "25.2", "26.2"};

/// The same rows with their columns the other way round.
AnswerTable turned(const AnswerTable& answer) {
    std::vector<std::string> columns(answer.columns().rbegin(), answer.columns().rend());
    std::vector<AnswerTable::Row> rows;
    for (int row = 0; row < answer.rowCount(); ++row) {
        AnswerTable::Row cells;
        for (const std::string& column : columns)
            cells.push_back(answer.at(row, column));
        rows.push_back(std::move(cells));
    }
    return {std::move(columns), std::move(rows)};
}

AnswerTable without(const AnswerTable& answer, const std::string& left) {
    std::vector<std::string> columns;
    std::ranges::copy_if(answer.columns(), std::back_inserter(columns), [&](const auto& name) { return name != left; });
    std::vector<AnswerTable::Row> rows;
    for (int row = 0; row < answer.rowCount(); ++row) {
        AnswerTable::Row cells;
        for (const std::string& column : columns)
            cells.push_back(answer.at(row, column));
        rows.push_back(std::move(cells));
    }
    return {std::move(columns), std::move(rows)};
}

AnswerTable oneCell(const std::string& column, AnswerTable::Cell cell) {
    return {{column}, {{std::move(cell)}}};
}

AnswerTable zoneText(const std::string& sql) {
    return {{"target", "raw_config_sql"}, {{"RANGE default", sql}}};
}

class ClusterAnswers final : public QObject {
    Q_OBJECT
private slots:

    void everyFamilyIsRead_data() {
        QTest::addColumn<QString>("family");
        for (const char* family : kFamilies)
            QTest::newRow(family) << QString::fromLatin1(family);
    }

    void everyFamilyIsRead() {
        QFETCH(QString, family);
        auto answers = answersOf(family);
        QCOMPARE(answers.size(), std::size_t{11});
        const QString text = printedAnswers(answers);
        QCOMPARE(text, goldenText(QStringLiteral("read_%1.txt").arg(family), text));
        for (auto& [section, answer] : answers)
            answer = turned(answer);
        QCOMPARE(printedAnswers(answers), text);
    }

    // A column that an answer must have is named when it is gone; one that older versions lack is not missed.
    void aMissingColumnIsNamed_data() {
        QTest::addColumn<QString>("section");
        QTest::addColumn<QString>("column");
        for (const auto& [section, column] : {std::pair{"locality", "locality"},
                                              {"clusterRegions", "region"},
                                              {"databaseRegions", "region"},
                                              {"databaseRegions", "primary"},
                                              {"survivalGoal", "survival_goal"},
                                              {"superRegions", "super_region_name"},
                                              {"superRegions", "regions"},
                                              {"createDatabase", "create_statement"},
                                              {"tables", "locality"},
                                              {"zone", "target"},
                                              {"zone", "raw_config_sql"},
                                              {"partitions", "index_name"},
                                              {"rowRange", "replica_localities"},
                                              {"rowRange", "replicas"},
                                              {"rowRange", "range_id"},
                                              {"jobs", "status"}})
            QTest::addRow("%s without %s", section, column)
                << QString::fromLatin1(section) << QString::fromLatin1(column);
    }

    void aMissingColumnIsNamed() {
        QFETCH(QString, section);
        QFETCH(QString, column);
        const auto answers = answersOf(QStringLiteral("25.2"));
        const std::string name = section.toStdString();
        const auto damaged = without(answers.at(name), column.toStdString());
        QCOMPARE(printedAnswers({{name, damaged}}),
                 QStringLiteral("== %1\nfailed: the answer has no column %2\n").arg(section, column));
    }

    void anAnswerWithoutRowsIsNoAnswerWhereThereMustBeOne() {
        const auto empty = [](std::vector<std::string> columns) { return AnswerTable(std::move(columns), {}); };
        QVERIFY(!parsePlacement(empty({"create_statement"})));
        QVERIFY(!parseZoneConfiguration(empty({"target", "raw_config_sql"})));
        QVERIFY(!parseRowRange(empty({"range_id", "replicas", "replica_localities"})));
        QVERIFY(!parseSurvivalGoal(empty({"survival_goal"})).value());
        QVERIFY(parseGatewayLocality(empty({"locality"}))->empty());
        QVERIFY(parseSchemaJobs(empty({"job_id", "job_type", "status"}))->empty());
    }

    void aSurvivalGoalThatNobodyKnowsIsNotGuessed() {
        QVERIFY(!parseSurvivalGoal(oneCell("survival_goal", "planet")));
        QCOMPARE(parseSurvivalGoal(oneCell("survival_goal", "region")).value(), std::optional(SurvivalGoal::Region));
    }

    // A name in quotes is no keyword.
    void aRegionsNameIsNoPlacement() {
        const auto placement = parsePlacement(
            oneCell("create_statement", "CREATE DATABASE d PRIMARY REGION \"PLACEMENT RESTRICTED\" REGIONS = \"a\""));
        QCOMPARE(placement.value(), std::optional(PlacementPolicy::Default));
        QVERIFY(!parsePlacement(oneCell("create_statement", "CREATE DATABASE \"PRIMARY REGION\"")).value());
    }

    void arraysKeepNullsAndQuotes_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("elements");
        QTest::newRow("empty") << "{}"
                               << "";
        QTest::newRow("plain") << "{a,b-c}"
                               << "[a][b-c]";
        QTest::newRow("quoted") << "{\"region=us,az=c\",x}"
                                << "[region=us,az=c][x]";
        QTest::newRow("NULL") << "{NULL,\"NULL\",a}"
                              << "-[NULL][a]";
        QTest::newRow("escapes") << "{\"a\\\"b\",\"c\\\\d\",\"{}\"}"
                                 << "[a\"b][c\\d][{}]";
        QTest::newRow("empty text") << "{\"\",a}"
                                    << "[][a]";
        for (const char* damaged : {"", "a", "{", "{a", "{a,}", "{,a}", "{\"a", "{\"a\\", "{a}b", "{a}}", "{{a}}"})
            QTest::addRow("damaged %s", damaged) << QString::fromLatin1(damaged) << "damaged";
    }

    void arraysKeepNullsAndQuotes() {
        QFETCH(QString, text);
        QFETCH(QString, elements);
        const auto parsed = parseArray(text.toStdString());
        std::string printed = parsed ? "" : "damaged";
        if (parsed)
            for (const auto& element : *parsed)
                printed += element ? "[" + *element + "]" : "-";
        QCOMPARE(QString::fromStdString(printed), elements);
    }

    void idsAreNumbersOrNothing() {
        QCOMPARE(parseIntegers("{2,4,9}"), (std::vector<std::int64_t>{2, 4, 9}));
        QVERIFY(!parseIntegers("{2,NULL}"));
        QVERIFY(!parseIntegers("{2,4x}"));
    }

    // Voters are told by the ids of stores, places by the position among the replicas.
    void replicasAndPlacesBelongTogether() {
        const AnswerTable fewer({"range_id", "replicas", "replica_localities"}, {{"1", "{1,2}", "{\"region=a\"}"}});
        QVERIFY(!parseRowRange(fewer));
        const AnswerTable unordered(
            {"range_id", "replicas", "replica_localities", "voting_replicas", "non_voting_replicas"},
            {{"1", "{3,8}", "{\"region=a\",\"region=b\"}", "{8}", "{3}"}});
        const auto range = parseRowRange(unordered);
        QVERIFY(range.has_value());
        QCOMPARE(range->replicas[0].role, ReplicaRole::NonVoter);
        QCOMPARE(regionOf(*range->replicas[0].locality), std::optional<std::string>("a"));
        QCOMPARE(range->replicas[1].role, ReplicaRole::Voter);
    }

    void aDamagedZoneIsAnError_data() {
        QTest::addColumn<QString>("sql");
        for (const char* sql : {"", "ALTER RANGE default", "ALTER RANGE default CONFIGURE ZONE USING",
                                "ALTER x CONFIGURE ZONE USING constraints = '+region=a'",
                                "ALTER x CONFIGURE ZONE USING constraints = '{+region=a}'",
                                "ALTER x CONFIGURE ZONE USING constraints = '{+region=a: many}'",
                                "ALTER x CONFIGURE ZONE USING voter_constraints = '[region=a]'",
                                "ALTER x CONFIGURE ZONE USING lease_preferences = '[+region=a]'"})
            QTest::newRow(sql) << QString::fromLatin1(sql);
    }

    void aDamagedZoneIsAnError() {
        QFETCH(QString, sql);
        QVERIFY(!parseZoneConfiguration(zoneText(sql.toStdString())));
    }

    // What the configuration leaves open may lie anywhere, and must not be called pinned.
    void onlyWhatIsBoundIsPinned_data() {
        QTest::addColumn<QString>("settings");
        QTest::addColumn<QString>("regions");
        QTest::newRow("all in one") << "num_replicas = 3, constraints = '[+region=a]'"
                                    << "a";
        QTest::newRow("one too many") << "num_replicas = 4, constraints = '{+region=a: 1, +region=b: 2}'"
                                      << "";
        QTest::newRow("voters bind the rest")
            << "num_replicas = 5, num_voters = 3, constraints = '{+region=a: 1, +region=b: 1, +region=c: 1}', "
               "voter_constraints = '[+region=a]'"
            << "abc";
        QTest::newRow("voters bind too few")
            << "num_replicas = 5, num_voters = 5, constraints = '{+region=a: 1, +region=b: 1, +region=c: 1}', "
               "voter_constraints = '{+region=a: 2}'"
            << "";
        QTest::newRow("a zone is no region") << "num_replicas = 3, constraints = '[+az=1]'"
                                             << "";
        QTest::newRow("only forbidden") << "num_replicas = 3, constraints = '[-region=a]'"
                                        << "";
        QTest::newRow("nothing said") << "num_replicas = 3"
                                      << "";
        QTest::newRow("number not told") << "constraints = '{+region=a: 3}'"
                                         << "";
    }

    void onlyWhatIsBoundIsPinned() {
        QFETCH(QString, settings);
        QFETCH(QString, regions);
        const auto zone = parseZoneConfiguration(zoneText("ALTER x CONFIGURE ZONE USING " + settings.toStdString()));
        QVERIFY(zone.has_value());
        std::string printed;
        for (const std::string& region : regionsAllowedBy(*zone).value_or(std::set<std::string>{}))
            printed += region;
        QCOMPARE(QString::fromStdString(printed), regions);
    }

    void noticesOfTheLicenceAreToldApart() {
        using Kind = LicenceNotice::Kind;
        const auto kind = [](const char* text) {
            const auto notice = parseLicenceNotice(text);
            return notice ? std::string(licenceNoticeName(notice->kind)) : std::string("-");
        };
        QCOMPARE(kind("Your license key expired on May 1st and your cluster will soon be throttled."),
                 std::string("expired"));
        QCOMPARE(kind("This cluster was throttled because it requires a license key."), std::string("throttled"));
        QCOMPARE(kind("Telemetry has not been received from some nodes in this cluster since May 1st. These nodes will "
                      "be throttled if telemetry is not received by June 1st."),
                 std::string("telemetryMissing"));
        QCOMPARE(kind("waiting for job(s) to complete: 871"), std::string("-"));
        const std::string twice = "This cluster was throttled because it requires a license key.";
        QCOMPARE(licenceNotices({twice, "other", twice}), (std::vector<LicenceNotice>{{Kind::Throttled, twice}}));
    }
};

} // namespace

MUNIMENT_TEST(cluster_answers, ClusterAnswers);
#include "test_cluster_answers.moc"
