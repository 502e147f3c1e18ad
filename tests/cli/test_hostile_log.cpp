// Protects: what a log holds against all rules (a superuser took the constraints away) is kept byte by byte, shown by
// `events`, and named by `doctor`, one finding a line; nothing crashes, nothing is dropped, what follows goes on.
#include "tests/cli/program.h"
#include "tests/support/plain_sql.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

using namespace muniment::test;

namespace {

struct Hostile {
    const char* payload; ///< an SQL expression of type bytea
    const char* fault;   ///< what the doctor calls it
    bool isShownAsText;  ///< as it is; else as {"$bytes": …}
};

constexpr Hostile kHostile[] = {
    {R"(convert_to('{"big":"' || repeat('x', 10485760) || '"}', 'UTF8'))", "payload.tooLarge", true},
    {R"('\x7b226e223a22ff22 7d'::bytea)", "payload.notUtf8", false},
    {R"('\x7b2261223a22002262 22 7d'::bytea)", "payload.holdsNul", false},
    {R"(convert_to(repeat('[', 100000) || repeat(']', 100000), 'UTF8'))", "payload.tooDeep", false},
    {R"(convert_to('{"a":' || repeat('[', 100000) || repeat(']', 100000) || '}', 'UTF8'))", "payload.tooDeep", false},
    {R"(convert_to('{"n":9007199254740993}', 'UTF8'))", "payload.integerOutOfRange", true},
    {R"(convert_to('{"a":1,"a":2}', 'UTF8'))", "payload.duplicateKey", true},
};

} // namespace

class TestHostileLog : public QObject {
    Q_OBJECT
private slots:
    void everythingIsKeptShownAndNamed();

private:
    [[nodiscard]] Answer on(Arguments words, const Arguments& options = {}) const {
        words.push_back(m_directory.filePath(QStringLiteral("w.muniment")).toStdString());
        words.insert(words.end(), options.begin(), options.end());
        return run(words);
    }

    RegionalServers m_servers;
    QTemporaryDir m_directory;
};

void TestHostileLog::everythingIsKeptShownAndNamed() {
    m_servers.start(1);
    const auto region = m_servers.regionName(0);
    QCOMPARE(run({"schema", "install", "--endpoint", m_servers.superuserEndpoint(0), "--region", region}).exit, 0);
    QCOMPARE(on({"workspace", "new"}, {"--endpoint", region + "=" + m_servers.endpoint(0)}).exit, 0);
    const auto org = on({"org", "add"}, {"--name", "Acme", "--region", region});
    QVERIFY2(org.exit == 0, told(org).c_str());

    PlainSql sql(m_servers.superuserEndpoint(0));
    for (const char* check : {"payload_length", "payload_text"})
        QVERIFY2(sql.run(std::string("ALTER DOMAIN muniment.payload DROP CONSTRAINT ") + check), sql.error().c_str());
    std::vector<QByteArray> stored;
    for (std::size_t i = 0; i < std::size(kHostile); ++i) {
        const auto row =
            sql.query("INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, "
                      "sequence, event_type, actor_type, actor_id, payload) VALUES ($1, $2, 1, 'thing', "
                      "'one', $3::bigint, 'thing.' || $3::bigint, 'operator', 'eve', " +
                          std::string(kHostile[i].payload) + ") RETURNING encode(payload, 'base64')",
                      {region, org.lastLine().toStdString(), std::to_string(i + 1)});
        QVERIFY2(row, sql.error().c_str());
        stored.push_back(QByteArray::fromBase64(QByteArray::fromStdString(row->front().front())));
    }
    const auto synced = on({"sync"}, {"--once"});
    QVERIFY2(synced.exit == 0, told(synced).c_str());
    QCOMPARE(on({"org", "rename"}, {"Acme", "--name", "Acme AG"}).exit, 0); // what follows goes on

    const auto shown = on({"events"}, {"--json", "--oldest-first", "--type", "thing.*"});
    QVERIFY2(shown.exit == 0, shown.err.constData());
    const auto lines = shown.out.trimmed().split('\n');
    QCOMPARE(std::size_t(lines.size()), stored.size());
    for (std::size_t i = 0; i < stored.size(); ++i) {
        const auto& line = lines[qsizetype(i)];
        const auto payload = kHostile[i].isShownAsText ? stored[i] : "{\"$bytes\":\"" + stored[i].toBase64() + "\"}";
        QVERIFY2(line.contains("\"payload\":" + payload), (QByteArray::number(int(i)) + line.left(300)).constData());
    }
    // A person's table, and spreadsheets, hold them too.
    QCOMPARE(on({"events"}, {"--limit", "20"}).exit, 0);
    QCOMPARE(on({"events"}, {"--format", "csv"}).exit, 0);

    const auto doctor = on({"doctor"});
    QCOMPARE(doctor.exit, 1);
    auto findings = doctor.out.trimmed().split('\n');
    findings.removeIf([](const QByteArray& line) { return !line.startsWith("payload."); });
    QVERIFY2(std::size_t(findings.size()) == stored.size(), told(doctor).c_str());
    for (std::size_t i = 0; i < stored.size(); ++i)
        QVERIFY2(findings[qsizetype(i)].startsWith(QByteArray(kHostile[i].fault) + "  "), told(doctor).c_str());
}

MUNIMENT_TEST(hostile_log, TestHostileLog);
#include "test_hostile_log.moc"
