// Protects: whatever a superuser of a real PostgreSQL does to the log behind the guard's back, `verify
// --against-server` names the event and the kind of change, and an untouched log is sound; and a file that is filled
// from the altered server contradicts the checkpoints that were kept before.
#include "tests/cli/program.h"
#include "tests/support/plain_sql.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace muniment::test;

class TestTamperedServer : public QObject {
    Q_OBJECT

    RegionalServers m_servers;
    QTemporaryDir m_folder;
    std::string m_file, m_key, m_passphrase;

    [[nodiscard]] std::string path(const char* name) const {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }

    /// As the superuser, who switches the guard off.
    void tamper(PlainSql& sql, const char* statement) {
        QVERIFY2(sql.run("ALTER TABLE muniment.events DISABLE TRIGGER USER"), sql.error().c_str());
        QVERIFY2(sql.run(statement), (std::string(statement) + ": " + sql.error()).c_str());
    }

    void restore(PlainSql& sql) {
        for (const char* statement :
             {"DELETE FROM muniment.events", "INSERT INTO muniment.events SELECT * FROM kept_events"})
            QVERIFY2(sql.run(statement), sql.error().c_str());
    }

private slots:

    void initTestCase() {
        m_servers.start(1);
        const std::string region = m_servers.regionName(0);
        const auto installed =
            run({"schema", "install", "--endpoint", m_servers.superuserEndpoint(0), "--region", region});
        QVERIFY2(installed.exit == 0, told(installed).c_str());
        m_file = path("acme.muniment");
        const auto made = run({"workspace", "new", m_file, "--endpoint", region + "=" + m_servers.endpoint(0)});
        QVERIFY2(made.exit == 0, told(made).c_str());
        for (const char* name : {"Acme", "Bolt", "Corp"}) {
            const auto added = run({"org", "add", m_file, "--name", name, "--region", region});
            QVERIFY2(added.exit == 0, told(added).c_str());
            for (const char* user : {"ann", "bea", "cid"}) {
                const auto joined = run({"user", "add", m_file, "--tenant", name, "--user-name", user});
                QVERIFY2(joined.exit == 0, told(joined).c_str());
            }
        }
        QCOMPARE(run({"sync", m_file, "--once"}).exit, 0);
        m_key = path("desk.key");
        m_passphrase = path("passphrase");
        QFile passphrase(QString::fromStdString(m_passphrase));
        QVERIFY(passphrase.open(QIODevice::WriteOnly) && passphrase.write("correct horse\n") > 0);
        passphrase.close();
        const auto sealed = run({"witness", m_file, "--key", m_key, "--passphrase-file", m_passphrase});
        QVERIFY2(sealed.exit == 0, told(sealed).c_str());
        PlainSql sql(m_servers.superuserEndpoint(0));
        QVERIFY2(sql.run("CREATE TABLE kept_events AS SELECT * FROM muniment.events"), sql.error().c_str());
    }

    void anUntouchedLogIsSound() {
        const auto sound = run({"verify", m_file, "--against-server"});
        QVERIFY2(sound.exit == 0 && sound.out.isEmpty() &&
                     sound.err.contains("digests of organizations' days, which agree"),
                 told(sound).c_str());
        const auto streamed = run({"verify", m_file, "--against-server", "--full"});
        QVERIFY2(streamed.exit == 0 && streamed.err.contains("compared with the file's") &&
                     !streamed.err.contains("digests"),
                 told(streamed).c_str());
    }

    void whatASuperuserDoesIsNamed_data() {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char* name, const char* statement, const char* kind) {
            QTest::newRow(name) << QString::fromLatin1(statement) << QString::fromLatin1(kind);
        };
        // The fifth event of the log.
#define FIFTH "(SELECT event_id FROM muniment.events ORDER BY position, in_tx_order LIMIT 1 OFFSET 4)"
        row("payload", "UPDATE muniment.events SET payload = '{}' WHERE event_id = " FIFTH, "edited");
        row("occurred at",
            "UPDATE muniment.events SET occurred_at = occurred_at - interval '1 day' WHERE event_id = " FIFTH,
            "edited");
        row("recorded at",
            "UPDATE muniment.events SET recorded_at = recorded_at + interval '1 us' WHERE event_id = " FIFTH, "edited");
        row("actor", "UPDATE muniment.events SET actor_id = 'nobody' WHERE event_id = " FIFTH, "edited");
        row("writer", "UPDATE muniment.events SET writer = 'nobody' WHERE event_id = " FIFTH, "edited");
        row("type", "UPDATE muniment.events SET event_type = 'user.locked' WHERE event_id = " FIFTH, "edited");
        row("salt", "UPDATE muniment.events SET salt = uuid_send(gen_random_uuid()) WHERE event_id = " FIFTH, "edited");
        row("event id", "UPDATE muniment.events SET event_id = gen_random_uuid() WHERE event_id = " FIFTH, "edited");
        row("in the middle", "DELETE FROM muniment.events WHERE event_id = " FIFTH, "deleted");
        row("the last",
            "DELETE FROM muniment.events WHERE event_id = (SELECT event_id FROM muniment.events ORDER BY position DESC,"
            " in_tx_order DESC LIMIT 1)",
            "cut");
        row("an aggregate",
            "DELETE FROM muniment.events WHERE aggregate_id = (SELECT aggregate_id FROM muniment.events WHERE event_id "
            "= " FIFTH ")",
            "deleted");
        row("hidden from the tail", "UPDATE muniment.events SET live = false WHERE event_id = " FIFTH, "deleted");
        row("inserted",
            "INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_id,"
            " event_type, revision, occurred_at, recorded_at, actor_type, actor_id, writer, outcome, salt, position,"
            " in_tx_order, live) SELECT region, tenant_id, epoch, aggregate_type, aggregate_id, 99, gen_random_uuid(),"
            " 'user.locked', revision, occurred_at, recorded_at, actor_type, actor_id, writer, outcome, salt, position,"
            " in_tx_order - 1, true FROM muniment.events WHERE event_id = " FIFTH,
            "inserted");
        row("moved in the log",
            "UPDATE muniment.events SET position = (SELECT min(position) FROM muniment.events), in_tx_order ="
            " (SELECT min(in_tx_order) - 1 FROM muniment.events) WHERE event_id = " FIFTH,
            "reordered");
#undef FIFTH
    }

    void whatASuperuserDoesIsNamed() {
        QFETCH(const QString, statement);
        QFETCH(const QString, kind);
        PlainSql sql(m_servers.superuserEndpoint(0));
        tamper(sql, qPrintable(statement));
        const auto found = run({"verify", m_file, "--against-server", "--json"});
        const auto streamed = run({"verify", m_file, "--against-server", "--json", "--full"});
        restore(sql);
        for (const auto& answer : {found, streamed}) {
            QVERIFY2(answer.exit == 1, told(answer).c_str());
            const auto finding = answer.objects().front();
            QVERIFY2(finding[QStringLiteral("kind")].toString() == kind, told(answer).c_str());
            QCOMPARE(finding[QStringLiteral("against")].toString(), QStringLiteral("server"));
            QCOMPARE(finding[QStringLiteral("eventId")].toString().size(), 36);
        }
        // Both sides say the same of it, whichever way it was found.
        for (const char* member : {"eventId", "expected", "found", "tenant"})
            QCOMPARE(found.objects().front()[QLatin1String(member)], streamed.objects().front()[QLatin1String(member)]);
        QCOMPARE(run({"verify", m_file, "--against-server"}).exit, 0);
    }

    void aFileFilledFromAnAlteredServerContradictsWhatWasKept() {
        PlainSql sql(m_servers.superuserEndpoint(0));
        tamper(sql, "UPDATE muniment.events SET payload = '{}' WHERE event_type = 'user.human.added'");
        const std::string file = path("later.muniment");
        const auto made =
            run({"workspace", "new", file, "--endpoint", m_servers.regionName(0) + "=" + m_servers.endpoint(0)});
        QVERIFY2(made.exit == 0, told(made).c_str());
        QCOMPARE(run({"sync", file, "--once"}).exit, 0);
        QCOMPARE(run({"verify", file, "--against-server"}).exit, 0); // nothing here knows how it was
        for (const char* ending : {".checkpoints", ".witnesses"})
            std::filesystem::copy(m_file + ending, file + ending, std::filesystem::copy_options::overwrite_existing);
        const auto found = run({"verify", file, "--json"});
        restore(sql);
        QVERIFY2(found.exit == 1, told(found).c_str());
        QCOMPARE(found.objects().front()[QStringLiteral("kind")].toString(), QStringLiteral("rewritten"));
        QCOMPARE(found.objects().front()[QStringLiteral("against")].toString(), QStringLiteral("checkpoint"));
    }
};

MUNIMENT_TEST(tampered_server, TestTamperedServer);
#include "test_tampered_server.moc"
