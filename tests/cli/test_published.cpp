// Protects: what one workstation seals reaches the other through the region's server, and whoever was shown another
// history learns of it there, with both notes kept outside of the database. A server that takes nothing keeps nobody
// from sealing.
#include "tests/cli/program.h"
#include "tests/support/plain_sql.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace muniment::test;

class TestPublishedCheckpoints : public QObject {
    Q_OBJECT

    struct Workstation {
        std::string file, key, verifierKey;
    };

    RegionalServers m_servers;
    QTemporaryDir m_folder;
    std::string m_passphrase;

    [[nodiscard]] std::string path(const std::string& name) const {
        return m_folder.filePath(QString::fromStdString(name)).toStdString();
    }

    static Answer done(const Arguments& arguments) {
        Answer answer = run(arguments);
        if (answer.exit != 0)
            qFatal("%s", told(answer).c_str());
        return answer;
    }

    void write(const std::string& file, const QByteArray& bytes) {
        QFile out(QString::fromStdString(file));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size());
    }

    QByteArray read(const std::string& file) {
        QFile in(QString::fromStdString(file));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    Answer witness(const Workstation& desk, Arguments more = {}) {
        Arguments all{"witness", desk.file, "--key", desk.key, "--passphrase-file", m_passphrase};
        all.insert(all.end(), more.begin(), more.end());
        return run(all);
    }

    void sync(const Workstation& desk) { done({"sync", desk.file, "--once"}); }

    /// A file that was synced and sealed.
    Workstation made(const std::string& name, const char* user) {
        Workstation desk{path(name + ".muniment"), path(name + ".key"), {}};
        done(
            {"workspace", "new", desk.file, "--endpoint", m_servers.regionName(0) + "=" + m_servers.endpoint(0, user)});
        sync(desk);
        const Answer sealed = witness(desk);
        const auto begin = sealed.err.indexOf("muniment.workstation/");
        desk.verifierKey = sealed.err.mid(begin, sealed.err.indexOf(".\n", begin) - begin).toStdString();
        return desk;
    }

    /// By its key alone: with a file that holds nothing new.
    void trust(const Workstation& who, const Workstation& whom) {
        const std::string own = path("own.txt");
        write(own, done({"checkpoint", "export", who.file}).out);
        done({"checkpoint", "import", who.file, own, "--trust", whom.verifierKey});
    }

    void addUser(const Workstation& desk, const char* name) {
        done({"user", "add", desk.file, "--tenant", "Acme", "--user-name", name});
    }

private slots:

    void initTestCase() {
        m_passphrase = path("passphrase");
        write(m_passphrase, "correct horse\n");
        m_servers.start(1, {.isTls = true});
        done({"schema", "install", "--endpoint", m_servers.superuserEndpoint(0), "--region", m_servers.regionName(0)});
        const Workstation setUp = made("setup", "admin");
        done({"org", "add", setUp.file, "--name", "Acme", "--region", m_servers.regionName(0)});
        for (const char* name : {"ann", "bea", "cid"})
            addUser(setUp, name);
    }

    void twoWorkstationsLearnThatTheyAgree() {
        const Workstation ann = made("ann", "admin"), bob = made("bob", "auditor");
        const Answer stranger = witness(bob);
        QVERIFY2(stranger.exit == 0 && stranger.err.contains("counted for nothing: muniment.workstation/"),
                 told(stranger).c_str());
        QVERIFY2(!stranger.err.contains("agree with what"), told(stranger).c_str());
        trust(bob, ann);
        addUser(ann, "dot");
        for (const Workstation& desk : {ann, bob})
            sync(desk);
        QCOMPARE(witness(ann).exit, 0);
        const auto before = run({"checkpoint", "list", bob.file, "--json"}).objects().size();
        const Answer agreed = witness(bob);
        QVERIFY2(agreed.exit == 0 && agreed.err.contains("of others agree with"), told(agreed).c_str());
        // Bob's own word is kept at least; what agrees with it need not be kept again.
        QVERIFY(run({"checkpoint", "list", bob.file, "--json"}).objects().size() >= before + 1);
        QVERIFY(!std::filesystem::exists(bob.file + ".contradictions"));
        const Answer verified = run({"verify", bob.file, "--against-server"});
        QVERIFY2(verified.exit == 0 && verified.err.contains("of others agree with"), told(verified).c_str());
    }

    void whatIsSealedBeyondThisFileWaits() {
        const Workstation ann = made("early", "admin"), bob = made("late", "admin");
        trust(bob, ann);
        addUser(ann, "eve");
        sync(ann);
        QCOMPARE(witness(ann).exit, 0);
        const Answer behind = witness(bob);
        QVERIFY2(behind.exit == 0 && behind.err.contains("does not hold yet"), told(behind).c_str());
        sync(bob);
        const Answer level = witness(bob);
        QVERIFY2(level.exit == 0 && !level.err.contains("does not hold yet"), told(level).c_str());
    }

    void whoWasShownAnotherHistoryIsTold() {
        const Workstation ann = made("honest", "admin");
        PlainSql sql(m_servers.superuserEndpoint(0));
        for (const char* statement : {"CREATE TABLE kept_events AS SELECT * FROM muniment.events",
                                      "ALTER TABLE muniment.events DISABLE TRIGGER USER",
                                      "UPDATE muniment.events SET occurred_at = occurred_at - interval '1 day' WHERE "
                                      "event_id = (SELECT event_id "
                                      "FROM muniment.events ORDER BY position, in_tx_order LIMIT 1 OFFSET 2)"})
            QVERIFY2(sql.run(statement), sql.error().c_str());
        const Workstation bob = made("deceived", "admin"); // seals what it was shown
        for (const char* statement :
             {"DELETE FROM muniment.events", "INSERT INTO muniment.events SELECT * FROM kept_events"})
            QVERIFY2(sql.run(statement), sql.error().c_str());

        for (const auto& [who, whom] : {std::pair(bob, ann), std::pair(ann, bob)}) {
            QCOMPARE(witness(who).exit, 0); // whom nobody believes says nothing
            trust(who, whom);
            const Answer found = witness(who, {"--json"});
            QVERIFY2(found.exit == 1, told(found).c_str());
            QJsonObject finding;
            for (const QJsonObject& object : found.objects())
                if (object[QStringLiteral("kind")].toString() == QStringLiteral("contradicts"))
                    finding = object;
            QVERIFY2(finding[QStringLiteral("expected")].toString().size() == 64, told(found).c_str());
            QVERIFY(finding[QStringLiteral("expected")] != finding[QStringLiteral("root")]);
            QVERIFY(finding[QStringLiteral("note")].toString().contains(
                QString::fromStdString(whom.verifierKey).section(QLatin1Char('+'), 0, 0)));
            // Both notes, outside of the database, once.
            const QByteArray kept = read(who.file + ".contradictions");
            QCOMPARE(kept.count("muniment-checkpoint:") % 2, qsizetype{0});
            QVERIFY(kept.count("muniment-checkpoint:") >= 2);
            const Answer again = witness(who);
            QVERIFY2(again.exit == 1 && again.out.contains("contradicts  muniment/"), told(again).c_str());
            QCOMPARE(read(who.file + ".contradictions"), kept);
            // Also when the server has forgotten.
            const Answer verified = run({"verify", who.file});
            QVERIFY2(verified.exit == 1 && verified.out.contains("contradicts  muniment/"), told(verified).c_str());
        }
        const Answer online = run({"verify", ann.file, "--against-server", "--json"});
        QVERIFY2(online.exit == 1 && online.out.contains(R"("against":"published")"), told(online).c_str());
    }

    void aServerThatTakesNothingKeepsNobodyFromSealing() {
        const Workstation ann = made("alone", "admin");
        addUser(ann, "flo");
        sync(ann);
        PlainSql sql(m_servers.superuserEndpoint(0));
        QVERIFY2(sql.run("ALTER TABLE muniment.checkpoints RENAME TO hidden"), sql.error().c_str());
        const Answer refused = witness(ann);
        QVERIFY2(sql.run("ALTER TABLE muniment.hidden RENAME TO checkpoints"), sql.error().c_str());
        QVERIFY2(refused.exit == 0 && refused.out.contains("sealed  muniment/"), told(refused).c_str());
        QVERIFY2(refused.err.contains("schema install"), told(refused).c_str());

        addUser(ann, "gus");
        sync(ann);
        m_servers.stop(0);
        const Answer down = witness(ann, {"--follow", "--seconds", "4"});
        m_servers.startAgain(0);
        QVERIFY2(down.exit == 0 && down.out.contains("sealed  muniment/"), told(down).c_str());
        QVERIFY2(down.err.count("Checkpoints are not exchanged through") == 1, told(down).c_str());
        // What could not be published then is published by the next.
        PlainSql again(m_servers.superuserEndpoint(0));
        const Answer back = witness(ann);
        QVERIFY2(back.exit == 0 && !back.err.contains("not exchanged"), told(back).c_str());
    }
};

MUNIMENT_TEST(published, TestPublishedCheckpoints);
#include "test_published.moc"
