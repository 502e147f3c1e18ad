// Protects `region move` as an operator uses it, on real servers with TLS: a dry run, a move, what the file says of it
// before and after, and a mover that is killed -9 at random moments while another goes on or takes it back.
#include "tests/cli/program.h"
#include "tests/support/plain_sql.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace muniment::test;

namespace {

constexpr int kDefaultRounds = 4;

int roundsWanted() {
    bool isSet = false;
    const int rounds = qEnvironmentVariableIntValue("MUNIMENT_ROUNDS", &isSet);
    return isSet ? std::max(1, rounds) : kDefaultRounds;
}

} // namespace

class TestRegionMove : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void aDryRunWritesNothing();
    void anOrganizationMovesWithItsHistory();
    void aCommandFollowsToTheNewHome();
    void whatIsWrongIsSaid();
    void aMoverThatIsKilledIsFollowedByAnother();
    void theDoctorFindsNothing();

private:
    [[nodiscard]] Arguments words(Arguments command, const Arguments& options = {}) const {
        command.push_back(m_directory.filePath(QStringLiteral("acme.muniment")).toStdString());
        command.insert(command.end(), options.begin(), options.end());
        return command;
    }

    [[nodiscard]] Answer on(Arguments command, const Arguments& options = {}) const {
        return run(words(std::move(command), options));
    }

    std::string added(const Arguments& command, const Arguments& options) const {
        const auto answer = on(command, options);
        if (answer.exit != 0)
            qFatal("%s", told(answer).c_str());
        return answer.lastLine().toStdString();
    }

    [[nodiscard]] QString regionOf(const std::string& org) const {
        return on({"org", "show"}, {org, "--json"}).object()[QStringLiteral("region")].toString();
    }

    [[nodiscard]] std::string stored(int server, const std::string& query, const std::string& parameter) const {
        PlainSql sql(m_servers.superuserEndpoint(server));
        const auto rows = sql.query(query, {parameter});
        return rows && !rows->empty() ? rows->front().front() : sql.error();
    }

    [[nodiscard]] QString home(int i) const { return QString::fromStdString(m_servers.regionName(i)); }

    /// Endpoints by which a mover reaches both sides.
    [[nodiscard]] Arguments asMover(Arguments options) const {
        for (int i = 0; i < 2; ++i) {
            options.emplace_back("--endpoint");
            options.push_back(m_servers.regionName(i) + "=" + m_servers.endpoint(i, "mover"));
        }
        return options;
    }

    RegionalServers m_servers;
    QTemporaryDir m_directory;
    std::string m_acme;
};

void TestRegionMove::initTestCase() {
    m_servers.start(2, {.isTls = true, .isDurable = true});
    Arguments made;
    for (int i = 0; i < 2; ++i) {
        const auto installed = run(
            {"schema", "install", "--endpoint", m_servers.superuserEndpoint(i), "--region", m_servers.regionName(i)});
        QVERIFY2(installed.exit == 0, told(installed).c_str());
        made.emplace_back("--endpoint");
        made.push_back(m_servers.regionName(i) + "=" + m_servers.endpoint(i, "admin"));
    }
    made.insert(made.end(), {"--operator", "olga"});
    const auto workspace = on({"workspace", "new"}, made);
    QVERIFY2(workspace.exit == 0, told(workspace).c_str());
    m_acme = added({"org", "add"}, {"--name", "Acme", "--region", m_servers.regionName(0)});
    added({"user", "add"}, {"--tenant", "Acme", "--user-name", "ann"});
    added({"team", "add"}, {"--tenant", "Acme", "--name", "Ops"});
    QCOMPARE(on({"team", "member", "add"}, {"Ops", "--user", "ann"}).exit, 0);
}

void TestRegionMove::aDryRunWritesNothing() {
    const auto refused = on({"region", "move", "start"}, {"Acme", "--to", m_servers.regionName(1), "--dry-run"});
    QCOMPARE(refused.exit, 1);
    QVERIFY2(refused.err.contains("muniment_mover"), told(refused).c_str());
    const auto looked =
        on({"region", "move", "start"}, asMover({"Acme", "--to", m_servers.regionName(1), "--dry-run", "--json"}));
    QVERIFY2(looked.exit == 0, told(looked).c_str());
    QCOMPARE(looked.object()[QStringLiteral("events")].toInt(), 5);
    QCOMPARE(looked.object()[QStringLiteral("obstacles")].toArray().size(), 0);
    QCOMPARE(stored(0, "SELECT state FROM muniment.tenants WHERE id = $1", m_acme), std::string("active"));
    QCOMPARE(stored(1, "SELECT count(*) FROM muniment.tenants WHERE id = $1", m_acme), std::string("0"));
}

void TestRegionMove::anOrganizationMovesWithItsHistory() {
    QCOMPARE(regionOf("Acme"), home(0));
    const auto moved = on({"region", "move", "start"},
                          asMover({"Acme", "--to", m_servers.regionName(1), "--reason", "residency", "--json"}));
    QVERIFY2(moved.exit == 0, told(moved).c_str());
    const auto report = moved.object();
    QCOMPARE(report[QStringLiteral("events")].toInt(), 6);
    QCOMPARE(report[QStringLiteral("epoch")].toInt(), 2);
    QCOMPARE(report[QStringLiteral("by")].toString(), QStringLiteral("olga"));
    QVERIFY2(report[QStringLiteral("inFile")].toBool(), told(moved).c_str());
    QCOMPARE(regionOf("Acme"), home(1));
    QCOMPARE(stored(0, "SELECT count(*) FROM muniment.events WHERE tenant_id = $1", m_acme), std::string("0"));
    const auto status = on({"region", "move", "status"}, {"Acme", "--json"});
    QVERIFY2(status.exit == 0, told(status).c_str());
    QCOMPARE(status.object()[QStringLiteral("home")].toString(), home(1));
    // Life goes on: people are found where they were, and are written to where they live.
    QCOMPARE(on({"user", "lock"}, {"ann", "--reason", "gone"}).exit, 0);
    const auto ann = on({"user", "show"}, {"ann", "--json"}).object();
    QCOMPARE(ann[QStringLiteral("region")].toString(), home(1));
    const auto twin = on({"user", "add"}, {"--tenant", "Acme", "--user-name", "ann"});
    QVERIFY2(twin.exit == 1, told(twin).c_str());
    QCOMPARE(stored(1, "SELECT count(*) FROM muniment.events WHERE tenant_id = $1 AND live", m_acme), std::string("2"));
    const auto events = on({"events"}, {"tenant:Acme", "--count"});
    QCOMPARE(events.lastLine(), QByteArray("8"));
}

void TestRegionMove::aCommandFollowsToTheNewHome() {
    // This workspace has not heard of the move back.
    QFile::copy(m_directory.filePath(QStringLiteral("acme.muniment")),
                m_directory.filePath(QStringLiteral("old.muniment")));
    const auto back = on({"region", "move", "start"}, asMover({"Acme", "--to", m_servers.regionName(0)}));
    QVERIFY2(back.exit == 0, told(back).c_str());
    const auto unlocked =
        run({"user", "unlock", m_directory.filePath(QStringLiteral("old.muniment")).toStdString(), "ann", "--json"});
    QVERIFY2(unlocked.exit == 0, told(unlocked).c_str());
    QCOMPARE(unlocked.object()[QStringLiteral("region")].toString(), home(0));
    const auto again = on({"region", "move", "start"}, asMover({"Acme", "--to", m_servers.regionName(1)}));
    QVERIFY2(again.exit == 0, told(again).c_str());
}

void TestRegionMove::whatIsWrongIsSaid() {
    const auto same = on({"region", "move", "start"}, asMover({"Acme", "--to", m_servers.regionName(1)}));
    QVERIFY2(same.exit == 1 && same.err.contains("lives in"), told(same).c_str());
    const auto nowhere = on({"region", "move", "start"}, asMover({"Acme", "--to", "mars-1"}));
    QVERIFY2(nowhere.exit == 2 || nowhere.exit == 1, told(nowhere).c_str());
    QVERIFY(nowhere.err.contains("mars-1"));
    const auto none = on({"region", "move", "resume"}, asMover({"Acme"}));
    QVERIFY2(none.exit != 0, told(none).c_str());
    QCOMPARE(on({"region", "move", "cancel"}, asMover({"Acme"})).exit, none.exit);
}

void TestRegionMove::aMoverThatIsKilledIsFollowedByAnother() {
    const auto filled = on({"simulate"}, {"--events", "6000", "--tenants", "2", "--users", "40", "--seed", "7"});
    QVERIFY2(filled.exit == 0, told(filled).c_str());
    QCOMPARE(on({"sync"}, {"--once"}).exit, 0);
    const auto orgs = on({"org", "list"}, {"--json"}).objects();
    std::string org;
    for (const auto& row : orgs)
        if (row[QStringLiteral("id")].toString().toStdString() != m_acme)
            org = row[QStringLiteral("id")].toString().toStdString();
    QVERIFY(!org.empty());
    const std::string all = "SELECT count(*) FROM muniment.events WHERE tenant_id = $1";
    int at = regionOf(org) == home(0) ? 0 : 1;
    std::mt19937 dice(20'261'122);
    for (int round = 0; round < roundsWanted(); ++round) {
        const int before = std::stoi(stored(at, all, org));
        const auto mover = start(
            words({"region", "move", "start"}, asMover({org, "--to", m_servers.regionName(1 - at), "--wait", "0"})));
        const bool hasEnded =
            mover->waitForFinished(std::uniform_int_distribution<int>(200, 2'500)(dice)); // the moment is the point
        mover->kill();
        mover->waitForFinished();
        const bool isTakenBack = round % 2 == 1;
        const auto next = on({"region", "move", isTakenBack ? "cancel" : "resume"}, asMover({org}));
        // Nothing was begun, or all was done, or the decision had fallen: then there is nothing to take back.
        const auto status = on({"region", "move", "status"}, {org, "--json"}).object();
        if (status[QStringLiteral("step")].toString() != QStringLiteral("none"))
            QVERIFY2(on({"region", "move", "resume"}, asMover({org, "--wait", "0"})).exit == 0, told(next).c_str());
        at = stored(0, "SELECT state FROM muniment.tenants WHERE id = $1", org) == "active" ? 0 : 1;
        const int after = std::stoi(stored(at, all, org));
        QVERIFY2(after >= before && after <= before + 2,
                 qPrintable(QStringLiteral("round %1: %2 events, then %3").arg(round).arg(before).arg(after)));
        QCOMPARE(stored(1 - at, all, org), std::string("0"));
        qInfo("round %d: mover %s, lives in %s, %d events", round, hasEnded ? "done" : "killed",
              m_servers.regionName(at).c_str(), after);
    }
}

void TestRegionMove::theDoctorFindsNothing() {
    QCOMPARE(on({"sync"}, {"--once"}).exit, 0);
    const auto healthy = on({"doctor"});
    QVERIFY2(healthy.exit == 0, told(healthy).c_str());
}

MUNIMENT_TEST(region_move, TestRegionMove);
#include "test_region_move.moc"
