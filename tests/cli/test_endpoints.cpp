// Protects: the list of regions is changed by commands, what was synced stays whatever happens to an endpoint, and what
// is no database is named as that in one line.
#include "tests/cli/program.h"
#include "tests/support/no_database.h"
#include "tests/support/test_registry.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace muniment::test;

class TestEndpoints : public QObject {
    Q_OBJECT
private slots:
    void init();
    void aRegionIsAddedAndTakenOff();
    void changingAnEndpointKeepsWhatWasSynced();
    void wrongUsesChangeNothing();
    void whatIsNoDatabaseIsNamedInOneLine_data();
    void whatIsNoDatabaseIsNamedInOneLine();

private:
    [[nodiscard]] Answer endpoint(const char* verb, const Arguments& words) const {
        Arguments all{"workspace", "endpoint", verb, m_file};
        all.insert(all.end(), words.begin(), words.end());
        return run(all);
    }

    [[nodiscard]] std::string store() const { return "embedded:" + m_file.substr(0, m_file.rfind('.')) + "-store"; }

    [[nodiscard]] QStringList regions() const {
        QStringList names;
        for (const auto& region : info())
            names << region[QStringLiteral("region")].toString();
        return names;
    }

    [[nodiscard]] QJsonArray info() const {
        return run({"workspace", "info", m_file, "--json"}).object()[QStringLiteral("regions")].toArray();
    }

    QTemporaryDir m_directory;
    std::string m_file;
    int m_files = 0;
};

void TestEndpoints::init() {
    m_file = m_directory.filePath(QStringLiteral("w%1.muniment").arg(++m_files)).toStdString();
    QCOMPARE(run({"workspace", "new", m_file, "--embedded", "--regions", "eu,us"}).exit, 0);
    for (const char* region : {"eu", "us"})
        QCOMPARE(run({"org", "add", m_file, "--name", "Acme", "--region", region}).exit, 0);
}

void TestEndpoints::aRegionIsAddedAndTakenOff() {
    const auto url = info()[1][QStringLiteral("endpoint")].toString().toStdString();
    const auto removed = endpoint("remove", {"us", "--json"});
    QVERIFY2(removed.exit == 0, told(removed).c_str());
    QCOMPARE(removed.object()[QStringLiteral("regions")].toInt(), 1);
    QCOMPARE(regions(), (QStringList{QStringLiteral("eu")}));
    QCOMPARE(run({"events", m_file, "--count"}).lastLine(), QByteArray("4")); // the events of both stay
    QCOMPARE(run({"org", "add", m_file, "--name", "New", "--region", "us"}).exit, 1);
    const auto added = endpoint("add", {"us", url});
    QVERIFY2(added.exit == 0, told(added).c_str());
    QCOMPARE(regions(), (QStringList{QStringLiteral("eu"), QStringLiteral("us")}));
    QCOMPARE(run({"org", "add", m_file, "--name", "New", "--region", "us"}).exit, 0);
    QCOMPARE(run({"events", m_file, "--count"}).lastLine(), QByteArray("6"));
}

void TestEndpoints::changingAnEndpointKeepsWhatWasSynced() {
    const auto changed = endpoint("change", {"us", "postgresql://ann:canary-4711@127.0.0.1:1/iam"});
    QVERIFY2(changed.exit == 0 && !(changed.out + changed.err).contains("canary"), told(changed).c_str());
    const auto shown = info()[1][QStringLiteral("endpoint")].toString();
    QVERIFY2(shown.contains(QStringLiteral("127.0.0.1")) && !shown.contains(QStringLiteral("canary")),
             qPrintable(shown));
    QCOMPARE(run({"events", m_file, "--count"}).lastLine(), QByteArray("4"));
    const auto synced = run({"sync", m_file, "--once"});
    QVERIFY2(synced.exit == 3 && synced.err.contains("cannot be reached"), told(synced).c_str());
}

void TestEndpoints::wrongUsesChangeNothing() {
    const auto before = info();
    QCOMPARE(endpoint("change", {"moon", "embedded:/x"}).exit, 1);
    QCOMPARE(endpoint("remove", {"moon"}).exit, 1);
    QCOMPARE(endpoint("add", {"eu", "embedded:/x"}).exit, 2);
    QCOMPARE(endpoint("change", {"eu", "http://example.com/"}).exit, 2);
    QCOMPARE(endpoint("change", {"eu"}).exit, 2);
    QCOMPARE(info(), before);
}

void TestEndpoints::whatIsNoDatabaseIsNamedInOneLine_data() {
    QTest::addColumn<std::string>("parameters");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("asked for TLS") << std::string("sslmode=require") << QByteArray("not a PostgreSQL or CockroachDB");
    QTest::newRow("plain") << std::string("sslmode=disable") << QByteArray("not a PostgreSQL or CockroachDB");
}

void TestEndpoints::whatIsNoDatabaseIsNamedInOneLine() {
    QFETCH(std::string, parameters);
    QFETCH(QByteArray, sentence);
    const NoDatabase server("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    const auto url = "postgresql://ann@127.0.0.1:" + std::to_string(server.port) + "/iam?" + parameters;
    QCOMPARE(endpoint("change", {"us", url}).exit, 0);
    const auto synced = run({"sync", m_file, "--once", "--json"});
    QVERIFY2(synced.exit == 3 && synced.err.contains(sentence), told(synced).c_str());
    const auto last = synced.err.trimmed().split('\n').last();
    QVERIFY2(last.startsWith("us: ") && last.contains(sentence), told(synced).c_str());
    const auto status = run({"schema", "status", "--endpoint", url});
    QVERIFY2(status.exit == 3 && status.err.contains(sentence) && status.err.count('\n') == 1, told(status).c_str());
}

MUNIMENT_TEST(endpoints, TestEndpoints);
#include "test_endpoints.moc"
