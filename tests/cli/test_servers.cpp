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
        QVERIFY2(answer.exit == 1 && answer.err.count('\n') == 1, told(answer).c_str());
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

void TestServers::unusableEndpointsHaveTheirSentence_data() {
    QTest::addColumn<std::string>("endpoint");
    QTest::addColumn<QByteArray>("sentence");
    const std::string rightAuthority = "sslrootcert=" + m_servers.tlsDirectory() + "/ca.crt";
    QTest::newRow("wrong authority") << url(0, "admin", "127.0.0.1",
                                            "sslrootcert=" + m_servers.tlsDirectory() + "/stranger-ca.crt")
                                     << QByteArray("certificate");
    QTest::newRow("wrong host name") << url(0, "admin", "other.example", "hostaddr=127.0.0.1&" + rightAuthority)
                                     << QByteArray("certificate");
    QTest::newRow("wrong password") << url(0, "admin:canary-4711", "127.0.0.1", rightAuthority)
                                    << QByteArray("password");
    QTest::newRow("nobody listens") << std::string("postgresql://admin@127.0.0.1:1/muniment") << QByteArray("server");
    QTest::newRow("no such database") << "postgresql://admin@127.0.0.1:" + std::to_string(m_servers.port(0)) +
                                             "/nowhere?" + rightAuthority
                                      << QByteArray("database");
    QTest::newRow("a database without schema")
        << "postgresql://postgres@127.0.0.1:" + std::to_string(m_servers.port(0)) + "/postgres?" + rightAuthority
        << QByteArray("schema");
}

void TestServers::unusableEndpointsHaveTheirSentence() {
    QFETCH(std::string, endpoint);
    QFETCH(QByteArray, sentence);
    const auto file = path(QTest::currentDataTag());
    const auto made = run({"workspace", "new", file, "--endpoint", m_servers.regionName(0) + "=" + endpoint});
    QVERIFY2(made.exit == 0, told(made).c_str());
    const bool isTyped = endpoint.find("canary") != std::string::npos;
    // A typed password serves its own run only; here it is typed where the server is asked.
    const auto answer = isTyped ? run({"schema", "status", "--endpoint", endpoint}) : run({"sync", file, "--once"});
    QVERIFY2(answer.exit == 3, told(answer).c_str());
    QVERIFY2(answer.err.toLower().contains(sentence), told(answer).c_str());
    QVERIFY2(!answer.err.contains("canary"), told(answer).c_str());
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
