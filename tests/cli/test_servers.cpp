// Protects: the whole way on real PostgreSQL servers with TLS: schema, workspace, commands, sync; each kind of endpoint
// that cannot be used with its sentence; and no password in the file, in an answer or in the list of processes.
#include "tests/cli/program.h"
#include "tests/support/plain_sql.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QFile>
#include <QJsonArray>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace muniment::test;

class TestServers : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void installIsIdempotentAndStatusTells();
    void aCommandReachesServerAndFile();
    void refusedCommandsLeaveTheServerAlone();
    void twoLocksAtOnceLockOnce();
    void unusableEndpointsHaveTheirSentence_data();
    void unusableEndpointsHaveTheirSentence();
    void aTypedWrongPasswordIsRefusedAndNotRepeated();
    void aPlanThatTheRegionDoesNotHaveIsRefused();
    void aTypedPasswordStaysNowhere();
    void aSchemaTooNewIsRefused();
    void aRegionThatIsDownLeavesTheOthers();

private:
    [[nodiscard]] std::string path(const char* name) const {
        return m_directory.filePath(QString::fromLatin1(name)).toStdString();
    }

    [[nodiscard]] Answer on(Arguments words, const Arguments& options = {}) const {
        words.push_back(path("acme.muniment"));
        words.insert(words.end(), options.begin(), options.end());
        return run(words);
    }

    [[nodiscard]] std::string storedEvents(int region) {
        PlainSql sql(m_servers.superuserEndpoint(region));
        const auto rows = sql.query("SELECT count(*) FROM muniment.events");
        return rows ? rows->front().front() : sql.error();
    }

    [[nodiscard]] std::string url(int region, const std::string& user, const std::string& host,
                                  const std::string& parameters) const {
        return "postgresql://" + user + "@" + host + ":" + std::to_string(m_servers.port(region)) + "/muniment?" +
               parameters;
    }

    RegionalServers m_servers;
    QTemporaryDir m_directory;
    std::string m_org;
};

void TestServers::initTestCase() {
    m_servers.start(2, {.isTls = true});
    Arguments endpoints;
    for (int i = 0; i < m_servers.count(); ++i) {
        const auto installed = run({"schema", "install", "--endpoint", m_servers.superuserEndpoint(i), "--region",
                                    m_servers.regionName(i), "--json"});
        QVERIFY2(installed.exit == 0, told(installed).c_str());
        QCOMPARE(installed.object()[QStringLiteral("version")].toInt(), 1);
        endpoints.push_back("--endpoint");
        endpoints.push_back(m_servers.regionName(i) + "=" + m_servers.endpoint(i, i == 0 ? "admin" : "cert_admin"));
    }
    const auto made = on({"workspace", "new"}, endpoints);
    QVERIFY2(made.exit == 0, told(made).c_str());
    const auto org = on({"org", "add"}, {"--name", "Acme", "--region", m_servers.regionName(0)});
    QVERIFY2(org.exit == 0, told(org).c_str());
    m_org = org.lastLine().toStdString();
    QCOMPARE(on({"user", "add"}, {"--tenant", m_org, "--user-name", "ann"}).exit, 0);
}

void TestServers::installIsIdempotentAndStatusTells() {
    const auto again =
        run({"schema", "install", "--endpoint", m_servers.superuserEndpoint(0), "--region", m_servers.regionName(0)});
    QVERIFY2(again.exit == 0, told(again).c_str());
    const auto status = run({"schema", "status", "--endpoint", m_servers.superuserEndpoint(0), "--json"});
    QVERIFY2(status.exit == 0, told(status).c_str());
    QCOMPARE(status.object()[QStringLiteral("regions")][0].toString().toStdString(), m_servers.regionName(0));
}

void TestServers::aCommandReachesServerAndFile() {
    const auto before = storedEvents(1);
    const auto added = on({"org", "add"}, {"--name", "Far", "--region", m_servers.regionName(1), "--json"});
    QVERIFY2(added.exit == 0 && added.object()[QStringLiteral("inFile")].toBool(), told(added).c_str());
    QCOMPARE(std::stoi(storedEvents(1)), std::stoi(before) + 2);
    const auto info = on({"workspace", "info"}, {"--json"}).object();
    for (const auto& region : info[QStringLiteral("regions")].toArray())
        QVERIFY2(region[QStringLiteral("state")].toString() == QStringLiteral("up"),
                 qPrintable(region[QStringLiteral("error")].toString()));
    const auto doctor = on({"doctor"});
    QVERIFY2(doctor.exit == 0, told(doctor).c_str());
}

void TestServers::refusedCommandsLeaveTheServerAlone() {
    const auto before = storedEvents(0);
    for (const Arguments& refused : {Arguments{"ann", "--if-sequence", "7"}, Arguments{"nobody"}}) {
        const auto answer = on({"user", "lock"}, refused);
        QVERIFY2(answer.exit == 1 && !answer.err.isEmpty(), told(answer).c_str());
    }
    QCOMPARE(on({"user", "unlock"}, {"ann"}).exit, 1);
    QCOMPARE(on({"user", "add"}, {"--tenant", m_org, "--user-name", "Ann"}).exit, 1);
    QCOMPARE(storedEvents(0), before);
}

void TestServers::twoLocksAtOnceLockOnce() {
    const auto before = std::stoi(storedEvents(0));
    const auto first = start({"user", "lock", path("acme.muniment"), "ann"});
    const auto second = start({"user", "lock", path("acme.muniment"), "ann"});
    std::vector<int> exits{finish(*first).exit, finish(*second).exit};
    std::sort(exits.begin(), exits.end());
    QCOMPARE(exits, (std::vector<int>{0, 1}));
    QCOMPARE(std::stoi(storedEvents(0)), before + 1);
}

// Which stage failed, and what to do about it, by every command that asks the server.
void TestServers::unusableEndpointsHaveTheirSentence_data() {
    QTest::addColumn<std::string>("endpoint");
    QTest::addColumn<QByteArray>("stage");
    QTest::addColumn<QByteArray>("advice");
    const std::string rightAuthority = "sslrootcert=" + m_servers.tlsDirectory() + "/ca.crt";
    const std::string port = std::to_string(m_servers.port(0));
    QTest::newRow("unknown host") << url(0, "admin", "nowhere.invalid", rightAuthority) << QByteArray("host name")
                                  << QByteArray("Check the spelling of the host");
    QTest::newRow("nobody listens") << std::string("postgresql://admin@127.0.0.1:1/muniment")
                                    << QByteArray("cannot be reached") << QByteArray("Check host, port, network");
    QTest::newRow("wrong authority") << url(0, "admin", "127.0.0.1",
                                            "sslrootcert=" + m_servers.tlsDirectory() + "/stranger-ca.crt")
                                     << QByteArray("certificate check (TLS)") << QByteArray("right CA file");
    QTest::newRow("wrong host name") << url(0, "admin", "other.example", "hostaddr=127.0.0.1&" + rightAuthority)
                                     << QByteArray("certificate check (TLS)") << QByteArray("the host name that");
    QTest::newRow("no TLS where it is wanted") << url(0, "admin", "127.0.0.1", "sslmode=disable")
                                               << QByteArray("did not accept the user") << QByteArray("Check the user");
    QTest::newRow("wrong password") << url(0, "admin", "127.0.0.1", rightAuthority + "&passfile=" + path("wrong"))
                                    << QByteArray("did not accept the user or the password")
                                    << QByteArray("Check the user, the password");
    QTest::newRow("no such user") << url(0, "stranger", "127.0.0.1", rightAuthority + "&passfile=" + path("wrong"))
                                  << QByteArray("did not accept the user") << QByteArray("Check the user");
    QTest::newRow("somebody else's certificate")
        << url(0, "cert_admin", "127.0.0.1",
               rightAuthority + "&sslcert=" + m_servers.tlsDirectory() +
                   "/cert_auditor.crt&sslkey=" + m_servers.tlsDirectory() + "/cert_auditor.key")
        << QByteArray("did not accept the user") << QByteArray("client certificate");
    QTest::newRow("no such database") << "postgresql://admin@127.0.0.1:" + port + "/nowhere?" + rightAuthority
                                      << QByteArray("no such database") << QByteArray("create the database");
    QTest::newRow("a database without schema")
        << "postgresql://postgres@127.0.0.1:" + port + "/postgres?" + rightAuthority
        << QByteArray("holds no muniment schema") << QByteArray("muniment schema install");
}

void TestServers::unusableEndpointsHaveTheirSentence() {
    QFETCH(std::string, endpoint);
    QFETCH(QByteArray, stage);
    QFETCH(QByteArray, advice);
    QFile wrong(QString::fromStdString(path("wrong")));
    QVERIFY(wrong.open(QIODevice::WriteOnly) && wrong.write("*:*:*:*:canary-4711\n") > 0 &&
            wrong.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    wrong.close();
    const auto file = path(QTest::currentDataTag());
    const auto made = run({"workspace", "new", file, "--endpoint", m_servers.regionName(0) + "=" + endpoint});
    QVERIFY2(made.exit == 0, told(made).c_str());
    const auto before = storedEvents(0);
    const auto synced = run({"sync", file, "--once"});
    const auto info = run({"workspace", "info", file});
    const auto added = run({"org", "add", file, "--name", "Nowhere", "--region", m_servers.regionName(0)});
    for (const Answer& answer : {synced, info, added}) {
        QVERIFY2(answer.err.contains(stage) && answer.err.contains(advice), told(answer).c_str());
        QVERIFY2(!(answer.out + answer.err).contains("canary"), told(answer).c_str());
    }
    QCOMPARE(synced.exit, 3);
    QCOMPARE(added.exit, 3);
    QVERIFY2(added.out.isEmpty() && added.err.count('\n') == 1, told(added).c_str());
    QCOMPARE(storedEvents(0), before);
}

// It serves its own run only, so it is typed where the server is asked.
void TestServers::aTypedWrongPasswordIsRefusedAndNotRepeated() {
    const auto answer =
        run({"schema", "status", "--endpoint",
             url(0, "admin:canary-4711", "127.0.0.1", "sslrootcert=" + m_servers.tlsDirectory() + "/ca.crt")});
    QVERIFY2(answer.exit == 3 && answer.err.contains("did not accept the user or the password"), told(answer).c_str());
    QVERIFY2(!(answer.out + answer.err).contains("canary"), told(answer).c_str());
}

void TestServers::aPlanThatTheRegionDoesNotHaveIsRefused() {
    const auto before = storedEvents(0);
    for (const char* plan : {"platinum", "Gold Plan!"}) {
        const auto added =
            on({"org", "add"}, {"--name", "Precious", "--region", m_servers.regionName(0), "--plan", plan});
        const auto changed = on({"org", "plan"}, {"Acme", "--plan", plan});
        for (const Answer& answer : {added, changed})
            QVERIFY2(answer.exit == 1 && answer.out.isEmpty() && answer.err.count('\n') == 1 &&
                         answer.err.contains("there are: business, enterprise, free, standard."),
                     told(answer).c_str());
    }
    QCOMPARE(storedEvents(0), before);
    PlainSql sql(m_servers.superuserEndpoint(0));
    QVERIFY2(sql.run("INSERT INTO muniment.plans (key, name) VALUES ('platinum', 'Platinum')"), sql.error().c_str());
    const auto changed = on({"org", "plan"}, {"Acme", "--plan", "platinum"});
    QVERIFY2(changed.exit == 0, told(changed).c_str());
    QVERIFY(run({"org", "add", "--help"}).out.contains("enterprise"));
}

void TestServers::aTypedPasswordStaysNowhere() {
    // A server that takes the connection and never answers keeps the program running while it is looked at.
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const auto endpoint =
        "postgresql://admin:canary-4711@127.0.0.1:" + std::to_string(silent.serverPort()) + "/muniment";
    const auto process = start({"schema", "status", "--endpoint", endpoint});
    QVERIFY(silent.waitForNewConnection(30'000));
    QFile commandLine(QStringLiteral("/proc/%1/cmdline").arg(process->processId()));
    QVERIFY(commandLine.open(QIODevice::ReadOnly));
    const auto shown = commandLine.readAll();
    QVERIFY2(shown.contains("schema") && !shown.contains("canary"), shown.constData());
    process->terminate();
    std::ignore = finish(*process);

    const auto file = path("typed.muniment");
    const auto made = run({"workspace", "new", file, "--endpoint", "eu=" + endpoint});
    QCOMPARE(made.exit, 0);
    QVERIFY(!(made.out + made.err).contains("canary"));
    for (const char* suffix : {"", "-wal"}) {
        QFile content(QString::fromStdString(file + suffix));
        QVERIFY(!content.open(QIODevice::ReadOnly) || !content.readAll().contains("canary"));
    }
}

void TestServers::aSchemaTooNewIsRefused() {
    PlainSql sql(m_servers.superuserEndpoint(1));
    QVERIFY2(sql.run("UPDATE muniment.meta SET value = '99' WHERE key = 'schema_version'"), sql.error().c_str());
    const auto answer = on({"sync"}, {"--once"});
    const auto installed =
        run({"schema", "install", "--endpoint", m_servers.superuserEndpoint(1), "--region", m_servers.regionName(1)});
    QVERIFY2(sql.run("UPDATE muniment.meta SET value = '1' WHERE key = 'schema_version'"), sql.error().c_str());
    QVERIFY2(answer.exit == 3 && answer.err.contains("version 99"), told(answer).c_str());
    QVERIFY2(installed.exit == 3 && installed.err.contains("version 99"), told(installed).c_str());
}

void TestServers::aRegionThatIsDownLeavesTheOthers() {
    m_servers.stop(1);
    const auto info = on({"workspace", "info"}, {"--json"}).object();
    QCOMPARE(info[QStringLiteral("regions")][1][QStringLiteral("state")].toString(), QStringLiteral("down"));
    QVERIFY(!info[QStringLiteral("regions")][1][QStringLiteral("error")].toString().isEmpty());
    QCOMPARE(on({"sync"}, {"--once"}).exit, 3);
    QCOMPARE(on({"user", "unlock"}, {"ann"}).exit, 0);
    QVERIFY(!on({"org", "list"}, {"--json"}).objects().empty());
    const auto refused = on({"org", "rename"}, {"Far", "--name", "Farther"});
    QVERIFY2(refused.exit == 3, told(refused).c_str());
    m_servers.startAgain(1);
    QCOMPARE(on({"sync"}, {"--once"}).exit, 0);
}

MUNIMENT_TEST(servers, TestServers);
#include "test_servers.moc"
