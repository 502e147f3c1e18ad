// Protects: administration on real PostgreSQL servers, as the role that admins have: what one command writes to several
// aggregates is one transaction, names are unique at the server and free again after a removal, and plans are sold.
#include "tests/cli/program.h"
#include "tests/support/plain_sql.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace muniment::test;

class TestAdministrationServers : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void whatHangsOnAUserGoesInOneTransaction();
    void namesAreUniqueAndFreeAgain();
    void aDomainIsOneOrganizationsInTheRegion();
    void aPlanIsSold();
    void tokensLeaveTheirHashOnly();
    void theDoctorFindsNothing();

private:
    [[nodiscard]] Answer on(Arguments words, const Arguments& options = {}) const {
        words.push_back(m_directory.filePath(QStringLiteral("acme.muniment")).toStdString());
        words.insert(words.end(), options.begin(), options.end());
        return run(words);
    }

    std::string added(const Arguments& words, const Arguments& options) const {
        const auto answer = on(words, options);
        if (answer.exit != 0)
            qFatal("%s", told(answer).c_str());
        return answer.lastLine().toStdString();
    }

    [[nodiscard]] std::string stored(const std::string& query) const {
        PlainSql sql(m_servers.superuserEndpoint(0));
        const auto rows = sql.query(query);
        return rows && !rows->empty() ? rows->front().front() : sql.error();
    }

    RegionalServers m_servers;
    QTemporaryDir m_directory;
};

void TestAdministrationServers::initTestCase() {
    m_servers.start(1);
    const auto installed =
        run({"schema", "install", "--endpoint", m_servers.superuserEndpoint(0), "--region", m_servers.regionName(0)});
    QVERIFY2(installed.exit == 0, told(installed).c_str());
    const auto made =
        on({"workspace", "new"}, {"--endpoint", m_servers.regionName(0) + "=" + m_servers.endpoint(0, "admin")});
    QVERIFY2(made.exit == 0, told(made).c_str());
    added({"org", "add"}, {"--name", "Acme", "--region", m_servers.regionName(0)});
    added({"user", "add"}, {"--tenant", "Acme", "--user-name", "ann"});
}

void TestAdministrationServers::whatHangsOnAUserGoesInOneTransaction() {
    added({"user", "add"}, {"--tenant", "Acme", "--user-name", "bob"});
    const auto team = added({"team", "add"}, {"--tenant", "Acme", "--name", "Ops"});
    QCOMPARE(on({"team", "member", "add"}, {"Ops", "--user", "bob"}).exit, 0);
    const auto project = added({"resource", "add"}, {"--tenant", "Acme", "--type", "project", "--name", "Apollo"});
    const auto role = added({"role", "add"}, {"--tenant", "Acme", "--key", "editor"});
    QCOMPARE(on({"role", "permission", "add"}, {"editor", "--action", "*", "--resource", "Apollo"}).exit, 0);
    added({"grant", "add"}, {"--tenant", "Acme", "--role", role, "--user", "bob", "--resource", project});

    const auto removed = on({"user", "remove"}, {"bob", "--reason", "left", "--json"});
    QVERIFY2(removed.exit == 0, told(removed).c_str());
    QCOMPARE(removed.object()[QStringLiteral("following")].toArray().size(), 2);
    QVERIFY(removed.object()[QStringLiteral("inFile")].toBool());
    QCOMPARE(stored("SELECT count(*) || ' ' || count(DISTINCT position) || ' ' || count(DISTINCT aggregate_id)"
                    " FROM muniment.events WHERE command_id = (SELECT command_id FROM muniment.events"
                    " WHERE event_type = 'user.removed')"),
             std::string("3 1 3"));
    QCOMPARE(on({"team", "show"}, {team, "--json"}).object()[QStringLiteral("members")].toArray().size(), 0);

    const auto gone = on({"resource", "remove"}, {"Apollo", "--json"});
    QVERIFY2(gone.exit == 0, told(gone).c_str());
    QCOMPARE(on({"role", "show"}, {role, "--json"}).object()[QStringLiteral("permissionList")].toArray().size(), 0);
}

void TestAdministrationServers::namesAreUniqueAndFreeAgain() {
    const auto first = added({"team", "add"}, {"--tenant", "Acme", "--name", "Night Shift"});
    const auto taken = on({"team", "add"}, {"--tenant", "Acme", "--name", "night shift"});
    QVERIFY2(taken.exit == 1 && taken.err.contains("has this name"), told(taken).c_str());
    const auto claims = stored("SELECT count(*) FROM muniment.claims");
    QCOMPARE(on({"team", "remove"}, {first}).exit, 0);
    added({"team", "add"}, {"--tenant", "Acme", "--name", "night shift"});
    QCOMPARE(stored("SELECT count(*) FROM muniment.claims"), claims);
}

void TestAdministrationServers::aDomainIsOneOrganizationsInTheRegion() {
    const auto rival = added({"org", "add"}, {"--name", "Rival", "--region", m_servers.regionName(0)});
    for (const std::string& org : {std::string("Acme"), rival})
        QCOMPARE(on({"org", "domain", "add"}, {org, "acme.example"}).exit, 0);
    QCOMPARE(on({"org", "domain", "verify"}, {"Acme", "acme.example"}).exit, 0);
    const auto taken = on({"org", "domain", "verify"}, {rival, "acme.example"});
    QVERIFY2(taken.exit == 1 && taken.err.contains("Another organization has this domain"), told(taken).c_str());
    QCOMPARE(on({"org", "domain", "remove"}, {"Acme", "acme.example"}).exit, 0);
    QCOMPARE(on({"org", "domain", "verify"}, {rival, "acme.example"}).exit, 0);
    QCOMPARE(on({"org", "remove"}, {"Rival"}).exit, 0);
    added({"org", "add"}, {"--name", "Rival", "--region", m_servers.regionName(0)});
}

void TestAdministrationServers::aPlanIsSold() {
    const auto sold = on({"plan", "add"}, {"gold", "--name", "Gold"});
    QVERIFY2(sold.exit == 0, told(sold).c_str());
    QCOMPARE(stored("SELECT name FROM muniment.plans WHERE key = 'gold'"), std::string("Gold"));
    QCOMPARE(on({"plan", "change"}, {"gold", "--name", "Golden"}).exit, 0);
    QCOMPARE(stored("SELECT name FROM muniment.plans WHERE key = 'gold'"), std::string("Golden"));
    QCOMPARE(on({"org", "plan"}, {"Acme", "--plan", "gold"}).exit, 0);
    QCOMPARE(on({"plan", "list"}, {"--json"}).object()[QStringLiteral("organizations")].toInteger(), 1);
}

void TestAdministrationServers::tokensLeaveTheirHashOnly() {
    const auto secret = on({"user", "token", "add"}, {"ann", "--name", "laptop"}).lastLine();
    QVERIFY(secret.startsWith("mun_"));
    QCOMPARE(stored("SELECT count(*) FROM muniment.events WHERE convert_from(payload, 'UTF8') LIKE '%" +
                    secret.mid(4).toStdString() + "%'"),
             std::string("0"));
    QCOMPARE(stored("SELECT count(*) FROM muniment.events WHERE event_type = 'user.pat.added'"), std::string("1"));
}

void TestAdministrationServers::theDoctorFindsNothing() {
    const auto answer = on({"doctor"});
    QVERIFY2(answer.exit == 0, told(answer).c_str());
}

MUNIMENT_TEST(administration_servers, TestAdministrationServers);
#include "test_administration_servers.moc"
