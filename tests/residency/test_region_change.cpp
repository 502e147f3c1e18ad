// Carrying out a change of regions against a scripted cluster. Protects: nothing is begun on facts that the server does
// not tell, each statement is sent once, jobs are followed while it runs, and the end is what the server shows:
// refused, done, done although the answer was lost, or not known.
#include "models/base/stray_threads.h"
#include "models/regions/region_change_run.h"
#include "tests/residency/scripted_cluster.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <future>

using namespace muniment;
using namespace muniment::test;
using State = ChangeOutcome::State;

namespace {

AnswerTable regionsOf(const std::vector<std::string>& names) {
    std::vector<AnswerTable::Row> rows;
    for (const std::string& name : names)
        rows.push_back({"movr", name, name == names.front() ? "t" : "f", "f", "{}"});
    return {{"database", "region", "primary", "secondary", "zones"}, std::move(rows)};
}

/// Sends statements to the script, which answers as `onChange` says.
class ScriptedSessions final : public ChangeSessions {
public:
    ScriptedSessions() : m_cluster(QStringLiteral("23.2")) {
        m_cluster.answer("databaseRegions", regionsOf({"us-east", "us-central"}));
        m_cluster.answer("jobs", {{"job_id", "job_type", "status"}, {}});
    }

    Result<void> change(const std::string& statement) override {
        m_sent.push_back(statement);
        return onChange ? onChange(statement) : Result<void>();
    }

    ServerQuestions& questions() override { return m_cluster; }

    [[nodiscard]] ScriptedCluster& cluster() { return m_cluster; }

    [[nodiscard]] const std::vector<std::string>& sent() const { return m_sent; }

    std::function<Result<void>(const std::string&)> onChange;

private:
    ScriptedCluster m_cluster;
    std::vector<std::string> m_sent;
};

struct Attempt {
    std::shared_ptr<ScriptedSessions> sessions = std::make_shared<ScriptedSessions>();
    std::vector<SchemaJob> jobs;
    std::stop_source stop;

    ChangeOutcome run(const RegionChange& change, const postgres::CockroachVersion& version = {23, 2, 0}) {
        const auto facts = readFactsFor(change, sessions->questions(), version);
        if (!facts)
            qFatal("%s", facts.error().detail.c_str());
        const RegionPlan plan = planChange(change, *facts);
        if (!plan.isPossible())
            qFatal("not possible");
        return runChange(
            change, plan, *facts, sessions,
            [this](const ChangeProgress& progress) {
                jobs.insert(jobs.end(), progress.jobs.begin(), progress.jobs.end());
                if (onProgress)
                    onProgress();
            },
            stop.get_token());
    }

    std::function<void()> onProgress;
};

Error serverSays(ErrorCode code, const char* state, const char* words) {
    return {code, words, {{"sqlstate", state}}};
}

class RegionChangeRun final : public QObject {
    Q_OBJECT
private slots:

    void aRegionIsAddedAndShown() {
        Attempt attempt;
        attempt.sessions->onChange = [&](const std::string&) {
            attempt.sessions->cluster().answer("databaseRegions", regionsOf({"us-east", "us-central", "us-west"}));
            return Result<void>();
        };
        const auto outcome = attempt.run(AddDatabaseRegion{"us-west"});
        QVERIFY(outcome.state == State::Done);
        QCOMPARE(outcome.statements, std::size_t{1});
        QCOMPARE(attempt.sessions->sent(),
                 std::vector<std::string>{"ALTER DATABASE \"movr\" ADD REGION IF NOT EXISTS \"us-west\""});
    }

    void theJobsAreFollowedWhileItRuns() {
        Attempt attempt;
        std::promise<void> seen;
        auto wasSeen = seen.get_future().share();
        attempt.sessions->onChange = [&, wasSeen](const std::string&) {
            attempt.sessions->cluster().answer("jobs", {{"job_id", "job_type", "status", "fraction_completed"},
                                                        {{"871", "TYPEDESC SCHEMA CHANGE", "running", "0.5"},
                                                         {"870", "TYPEDESC SCHEMA CHANGE", "succeeded", "1"}}});
            wasSeen.wait();
            attempt.sessions->cluster().answer("databaseRegions", regionsOf({"us-east", "us-central", "us-west"}));
            return Result<void>();
        };
        attempt.onProgress = [&, isTold = false]() mutable {
            if (!attempt.jobs.empty() && !std::exchange(isTold, true))
                seen.set_value();
        };
        QVERIFY(attempt.run(AddDatabaseRegion{"us-west"}).state == State::Done);
        QCOMPARE(attempt.jobs.size(), std::size_t{1});
        QCOMPARE(attempt.jobs[0].id, std::int64_t{871});
        QCOMPARE(attempt.jobs[0].fraction, std::optional(0.5));
    }

    void aRefusalIsUnderstoodAndNothingIsChanged() {
        Attempt attempt;
        attempt.sessions->onChange = [](const std::string&) -> Result<void> {
            return tl::unexpected(
                serverSays(ErrorCode::ServerError, "2BP01",
                           "could not remove enum value \"us-central\" as it is being used by \"t\""));
        };
        const auto outcome = attempt.run(DropDatabaseRegion{"us-central"});
        QVERIFY(outcome.state == State::Refused);
        QVERIFY(outcome.refusal == RegionRefusal::RowsRemain);
        QCOMPARE(attempt.sessions->sent().size(), std::size_t{1});
    }

    // The answer was lost: what the server shows decides, and nothing is sent again.
    void aLostAnswerIsLookedUpAndNeverRepeated_data() {
        QTest::addColumn<bool>("isShown");
        QTest::addColumn<bool>("canBeAsked");
        QTest::addColumn<QString>("state");
        QTest::newRow("it was done") << true << true << "done";
        QTest::newRow("not yet seen") << false << true << "notKnown";
        QTest::newRow("nobody answers") << true << false << "notKnown";
    }

    void aLostAnswerIsLookedUpAndNeverRepeated() {
        QFETCH(bool, isShown);
        QFETCH(bool, canBeAsked);
        QFETCH(QString, state);
        Attempt attempt;
        attempt.sessions->onChange = [&](const std::string&) -> Result<void> {
            if (isShown)
                attempt.sessions->cluster().answer("databaseRegions", regionsOf({"us-east", "us-central", "us-west"}));
            if (!canBeAsked)
                attempt.sessions->cluster().refuse("databaseRegions", {ErrorCode::Unreachable, "gone", {}});
            return tl::unexpected(serverSays(ErrorCode::OutcomeUnknown, "40003", "result is ambiguous"));
        };
        const auto outcome = attempt.run(AddDatabaseRegion{"us-west"});
        QCOMPARE(QString::fromStdString(std::string(changeStateName(outcome.state))), state);
        QCOMPARE(attempt.sessions->sent().size(), std::size_t{1});
    }

    void whatTheServerTakesAndDoesNotShowIsSaid() {
        Attempt attempt;
        QVERIFY(attempt.run(AddDatabaseRegion{"us-west"}).state == State::NotShown);
    }

    // The first of several statements is done, and that is not the change.
    void halfOfAChangeIsNotTheWhole() {
        Attempt attempt;
        attempt.sessions->onChange = [](const std::string& statement) -> Result<void> {
            if (statement.starts_with("SET "))
                return {};
            return tl::unexpected(serverSays(ErrorCode::ServerError, "XXA00", "committed but schema change aborted"));
        };
        const auto outcome = attempt.run(SetPlacement{PlacementPolicy::Default});
        QVERIFY(outcome.state == State::NotKnown);
        QVERIFY(outcome.refusal == RegionRefusal::CommittedInPart);
        QCOMPARE(outcome.statements, std::size_t{1});
        QCOMPARE(attempt.sessions->sent().size(), std::size_t{2});
    }

    // From 26.1 on tables are born locked: a refusal does not leave them open.
    void aRefusalLeavesNoTableUnlocked() {
        Attempt attempt;
        attempt.sessions->onChange = [](const std::string& statement) -> Result<void> {
            if (statement.find("SET LOCALITY") == std::string::npos)
                return {};
            return tl::unexpected(serverSays(ErrorCode::PermissionDenied, "42501", "must be owner of table plans"));
        };
        const auto outcome = attempt.run(SetTableLocality{"plans", SetTableLocality::Kind::ByRow}, {26, 2, 0});
        QVERIFY(outcome.state == State::Refused);
        QVERIFY(outcome.refusal == RegionRefusal::Privilege);
        QCOMPARE(attempt.sessions->sent().size(), std::size_t{3});
        QCOMPARE(attempt.sessions->sent().back(),
                 std::string("ALTER TABLE muniment.\"plans\" SET (schema_locked = true)"));
    }

    void aStopLeavesTheChangeToTheCluster() {
        Attempt attempt;
        std::promise<void> end;
        auto ended = end.get_future().share();
        attempt.sessions->onChange = [&, ended](const std::string&) {
            attempt.stop.request_stop();
            ended.wait();
            return Result<void>();
        };
        const auto outcome = attempt.run(AddDatabaseRegion{"us-west"});
        end.set_value();
        QVERIFY(outcome.state == State::NotKnown);
        QVERIFY(outcome.error && outcome.error->code == ErrorCode::Cancelled);
        QVERIFY(settleStrayThreads(std::chrono::seconds(60)));
    }

    void nothingIsBegunOnAGuess_data() {
        QTest::addColumn<QString>("section");
        QTest::addColumn<bool>("isNeeded");
        for (const char* needed : {"database", "databaseRegions", "survivalGoal", "createDatabase", "superRegions",
                                   "clusterRegions", "rows"})
            QTest::newRow(needed) << QString::fromLatin1(needed) << true;
        for (const char* spared : {"zone", "tables", "jobs"})
            QTest::newRow(spared) << QString::fromLatin1(spared) << false;
    }

    void nothingIsBegunOnAGuess() {
        QFETCH(QString, section);
        QFETCH(bool, isNeeded);
        ScriptedSessions sessions;
        sessions.cluster().refuse(section.toStdString(), permissionDenied());
        const auto facts = readFactsFor(DropDatabaseRegion{"us-central"}, sessions.questions(), {23, 2, 0});
        QCOMPARE(!facts.has_value(), isNeeded);
        if (isNeeded)
            QVERIFY(!facts.error().get("privilege").empty());
    }

    // The first primary region is given to a database that has nothing to tell of goals and policies.
    void aDatabaseWithoutRegionsNeedsNoGoal() {
        ScriptedSessions sessions;
        sessions.cluster().answer("databaseRegions", {{"region", "primary"}, {}});
        for (const char* section : {"survivalGoal", "createDatabase", "superRegions"})
            sessions.cluster().refuse(section, {ErrorCode::ServerError, "not a multi-region database", {}});
        const auto facts = readFactsFor(SetPrimaryRegion{"us-east"}, sessions.questions(), {23, 2, 0});
        QVERIFY(facts.has_value());
        QVERIFY(planChange(SetPrimaryRegion{"us-east"}, *facts).isPossible());
        QVERIFY(planChange(SetPrimaryRegion{"us-east"}, *facts).preconditions[1].code ==
                Precondition::Code::RegionInCluster);
    }

    void rowsOfADroppedRegionAreLookedFor() {
        ScriptedSessions sessions;
        sessions.cluster().answer("rows", {{"held"}, {{"t"}}});
        const auto facts = readFactsFor(DropDatabaseRegion{"us-central"}, sessions.questions(), {23, 2, 0});
        QVERIFY(facts.has_value());
        QCOMPARE(facts->holdsRows.size(), std::size_t{6});
        QVERIFY(!planChange(DropDatabaseRegion{"us-central"}, *facts).isPossible());
        // A region that the column's type does not have cannot be asked about.
        QVERIFY(readFactsFor(DropDatabaseRegion{"moon"}, sessions.questions(), {23, 2, 0})->holdsRows.empty());
    }
};

} // namespace

MUNIMENT_TEST(region_change, RegionChangeRun);
#include "test_region_change.moc"
