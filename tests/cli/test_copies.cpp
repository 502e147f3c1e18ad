// Protects: a workstation that follows a region tells its server of the copy, and of the copy's end when its policy
// forbids it; the passport says so; and a server that has no room for it is followed all the same.
#include "tests/cli/program.h"
#include "tests/support/plain_sql.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace muniment::test;

class TestToldCopies : public QObject {
    Q_OBJECT

    RegionalServers m_servers;
    QTemporaryDir m_folder;
    std::string m_ann, m_bob;

    static Answer done(const Arguments& arguments) {
        Answer answer = run(arguments);
        if (answer.exit != 0)
            qFatal("%s", told(answer).c_str());
        return answer;
    }

    std::string made(const char* name, const char* user) {
        const std::string file = m_folder.filePath(QString::fromLatin1(name)).toStdString();
        done({"workspace", "new", file, "--endpoint", "eu-west-1=" + m_servers.endpoint(0, user), "--endpoint",
              "us-east-1=" + m_servers.endpoint(0, user)});
        return file;
    }

    /// "admin whole", "auditor ended" …
    QStringList copies() {
        const Answer passport = done({"region", "passport", m_ann, "Acme", "--json"});
        QStringList lines;
        for (const QJsonValue& copy : passport.object()[QStringLiteral("copies")].toArray())
            lines << copy[QStringLiteral("toldBy")].toString() + QLatin1Char(' ') +
                         (copy[QStringLiteral("hasEnded")].toBool() ? QStringLiteral("ended")
                                                                    : copy[QStringLiteral("form")].toString());
        lines.sort();
        return lines;
    }

private slots:

    void initTestCase() {
        m_servers.start(1);
        done({"schema", "install", "--endpoint", m_servers.superuserEndpoint(0), "--region", "eu-west-1", "--region",
              "us-east-1"});
        m_ann = made("ann.muniment", "admin");
        m_bob = made("bob.muniment", "auditor");
        done({"org", "add", m_ann, "--name", "Acme", "--region", "eu-west-1"});
        done({"sync", m_ann, "--once"});
    }

    void whoFollowsTellsOfItAndOfItsEnd() {
        QCOMPARE(copies(), QStringList{QStringLiteral("admin whole")});
        done({"sync", m_bob, "--once"});
        done({"sync", m_bob, "--once"}); // tells nothing new within the hour
        QCOMPARE(copies(), (QStringList{QStringLiteral("admin whole"), QStringLiteral("auditor whole")}));
        PlainSql sql(m_servers.superuserEndpoint(0));
        QCOMPARE(sql.query("SELECT count(*)::text FROM muniment.copies WHERE told_by = 'auditor'")->front().front(),
                 std::string("2")); // one for each region

        done({"workspace", "policy", m_bob, "--allow", "us-east-1", "--pseudonyms", "rest", "--reason", "Contract 12"});
        done({"sync", m_bob, "--once"});
        QCOMPARE(copies(), (QStringList{QStringLiteral("admin whole"), QStringLiteral("auditor pseudonyms")}));
        done({"workspace", "policy", m_bob, "--allow", "us-east-1", "--pseudonyms", "none", "--reason", "Contract 13"});
        QCOMPARE(copies(), (QStringList{QStringLiteral("admin whole"), QStringLiteral("auditor ended")}));
        done({"sync", m_bob, "--once"});
        QCOMPARE(copies(), (QStringList{QStringLiteral("admin whole"), QStringLiteral("auditor ended")}));
        done({"workspace", "policy", m_bob, "--allow", "everything", "--reason", "Contract 14"});
        done({"sync", m_bob, "--once"});
        QCOMPARE(copies(), (QStringList{QStringLiteral("admin whole"), QStringLiteral("auditor whole")}));
    }

    void aServerWithoutRoomIsFollowed() {
        PlainSql sql(m_servers.superuserEndpoint(0));
        QVERIFY2(sql.run("ALTER TABLE muniment.copies RENAME TO hidden"), sql.error().c_str());
        done({"org", "add", m_ann, "--name", "Bolt", "--region", "eu-west-1"});
        const Answer followed = run({"sync", m_bob, "--once"});
        const Answer passport = run({"region", "passport", m_ann, "Acme", "--json"});
        QVERIFY2(sql.run("ALTER TABLE muniment.hidden RENAME TO copies"), sql.error().c_str());
        QVERIFY2(followed.exit == 0, told(followed).c_str());
        QVERIFY(run({"org", "list", m_bob}).out.contains("Bolt"));
        QVERIFY2(passport.exit == 0 && passport.err.contains("schema install"), told(passport).c_str());
        QCOMPARE(passport.object()[QStringLiteral("copiesKnown")].toBool(), false);
    }
};

MUNIMENT_TEST(copies, TestToldCopies);
#include "test_copies.moc"
