// Protects: after a restore into another server the way on is said, is open, and is safe. Sync stops at a server whose
// place another has taken; `schema repair` and `workspace endpoint change` let it continue with every event once; and a
// restored log that lacks what the file holds is refused all the same.
#include "tests/cli/program.h"
#include "tests/support/plain_sql.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace muniment::test;

class TestRestoredServer : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void repairAndEndpointChangeLetItContinue();
    void aRestoredLogThatLacksTheNewestEventIsRefused();
    void theSameUrlIsAcceptedAnew();

private:
    [[nodiscard]] Answer on(Arguments words, const Arguments& options = {}) const {
        words.push_back(m_file);
        words.insert(words.end(), options.begin(), options.end());
        return run(words);
    }

    [[nodiscard]] int eventsInFile() const { return on({"events"}, {"--count"}).lastLine().toInt(); }

    [[nodiscard]] std::string dump() {
        auto path = m_directory.filePath(QStringLiteral("dump%1.sql").arg(++m_dumps)).toStdString();
        tool("pg_dump", {"-n", "muniment", "-f", path, m_servers.superuserEndpoint(0)});
        return path;
    }

    /// Into the second server, which then says that it wants to be repaired, and is.
    void restoreAndRepair(const std::string& path) {
        PlainSql sql(m_servers.superuserEndpoint(1));
        QVERIFY2(sql.run("SET client_min_messages = warning") && sql.run("DROP SCHEMA IF EXISTS muniment CASCADE"),
                 sql.error().c_str());
        tool("psql", {"-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", path, m_servers.superuserEndpoint(1)});
        const auto status = run({"schema", "status", "--endpoint", m_servers.superuserEndpoint(1)});
        QVERIFY2(status.exit == 1 && status.err.contains("schema repair"), told(status).c_str());
        const auto repaired = run({"schema", "repair", "--endpoint", m_servers.superuserEndpoint(1), "--json"});
        QVERIFY2(repaired.exit == 0, told(repaired).c_str());
        QVERIFY(!repaired.object()[QStringLiteral("needsRepair")].toBool(true));
        QVERIFY(repaired.object()[QStringLiteral("findings")].toArray().isEmpty());
    }

    [[nodiscard]] Answer changeEndpoint(const std::string& url) const {
        return on({"workspace", "endpoint", "change"}, {m_servers.regionName(0), url});
    }

    static void tool(const char* program, const Arguments& arguments) {
        QProcess process;
        QStringList list;
        for (const std::string& argument : arguments)
            list << QString::fromStdString(argument);
        process.start(QString::fromLatin1(program), list);
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }

    RegionalServers m_servers;
    QTemporaryDir m_directory;
    std::string m_file;
    int m_files = 0;
    int m_dumps = 0;
};

void TestRestoredServer::initTestCase() {
    m_servers.start(2);
    const auto installed =
        run({"schema", "install", "--endpoint", m_servers.superuserEndpoint(0), "--region", m_servers.regionName(0)});
    QVERIFY2(installed.exit == 0, told(installed).c_str());
}

void TestRestoredServer::init() {
    m_file = m_directory.filePath(QStringLiteral("w%1.muniment").arg(++m_files)).toStdString();
    const auto made = on({"workspace", "new"}, {"--endpoint", m_servers.regionName(0) + "=" + m_servers.endpoint(0)});
    QVERIFY2(made.exit == 0, told(made).c_str());
    const auto org = on({"org", "add"}, {"--name", "Acme " + m_file, "--region", m_servers.regionName(0)});
    QVERIFY2(org.exit == 0, told(org).c_str());
}

void TestRestoredServer::repairAndEndpointChangeLetItContinue() {
    restoreAndRepair(dump());
    const int held = eventsInFile();
    QCOMPARE(changeEndpoint(m_servers.endpoint(1)).exit, 0);
    const auto synced = on({"sync"}, {"--once"});
    QVERIFY2(synced.exit == 0, told(synced).c_str());
    QCOMPARE(eventsInFile(), held);
    const auto added = on({"org", "add"}, {"--name", "After " + m_file, "--region", m_servers.regionName(0), "--json"});
    QVERIFY2(added.exit == 0 && added.object()[QStringLiteral("inFile")].toBool(), told(added).c_str());
    QCOMPARE(eventsInFile(), held + 2);
    const auto doctor = on({"doctor"});
    QVERIFY2(doctor.exit == 0, told(doctor).c_str());
}

void TestRestoredServer::aRestoredLogThatLacksTheNewestEventIsRefused() {
    const auto before = dump();
    const auto late = on({"org", "add"}, {"--name", "Late " + m_file, "--region", m_servers.regionName(0)});
    QVERIFY2(late.exit == 0, told(late).c_str());
    const int held = eventsInFile();
    restoreAndRepair(before);
    QCOMPARE(changeEndpoint(m_servers.endpoint(1)).exit, 0);
    const auto synced = on({"sync"}, {"--once"});
    QVERIFY2(synced.exit == 3 && synced.err.contains("no longer holds"), told(synced).c_str());
    QCOMPARE(eventsInFile(), held);
    const auto doctor = on({"doctor"});
    QVERIFY2(doctor.exit == 1 && doctor.out.startsWith("region.stopped") && doctor.out.count('\n') == 1,
             told(doctor).c_str());
}

void TestRestoredServer::theSameUrlIsAcceptedAnew() {
    // Another database has taken the address of the one that the file has followed; it holds the same events.
    PlainSql sql(m_servers.superuserEndpoint(0));
    const auto installation = sql.query("SELECT value FROM muniment.meta WHERE key = 'installation'");
    QVERIFY2(installation, sql.error().c_str());
    QVERIFY(sql.run("UPDATE muniment.meta SET value = 'another' WHERE key = 'installation'"));
    const auto stopped = on({"sync"}, {"--once"});
    const auto changed = changeEndpoint(m_servers.endpoint(0));
    const auto synced = on({"sync"}, {"--once"});
    QVERIFY(sql.run("UPDATE muniment.meta SET value = $1 WHERE key = 'installation'", {installation->front().front()}));
    QVERIFY2(stopped.exit == 3 && stopped.err.contains("Another database"), told(stopped).c_str());
    QVERIFY2(changed.exit == 0, told(changed).c_str());
    QVERIFY2(synced.exit == 0, told(synced).c_str());
    // The mark that was seen then is the one that counts from here on.
    const auto back = on({"sync"}, {"--once"});
    QVERIFY2(back.exit == 3 && back.err.contains("Another database"), told(back).c_str());
}

MUNIMENT_TEST(restored_server, TestRestoredServer);
#include "test_restored_server.moc"
