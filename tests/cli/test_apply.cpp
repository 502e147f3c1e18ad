// Protects: `apply` carries out a file of commands in its order and says what came of each line; a file with a line
// that is no command changes nothing at all.
#include "tests/cli/administered_file.h"
#include "tests/support/test_registry.h"

#include <QFile>
#include <QTest>

using namespace muniment::test;

class TestApply : public QObject {
    Q_OBJECT

    AdministeredFile m_file;

    std::string written(const char* name, const QByteArray& text) const {
        const QString path = m_file.directory() + QLatin1Char('/') + QLatin1String(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", name);
        return path.toStdString();
    }

private slots:

    void linesMayNameWhatTheLinesBeforeMake() {
        const auto commands = written("commands.jsonl", R"({"command":"role.add","tenant":"Acme Ltd","key":"reader"}

{"command":"user.human.add","tenant":"Acme Ltd","id":"ann-id","userName":"ann","reason":"starts today"}
{"command":"role.add","tenant":"Acme Ltd","id":"writer-id","key":"writer"}
{"command":"grant.add","tenant":"Acme Ltd","roleId":"writer-id","userId":"ann-id"}
)");
        const qint64 before = m_file.events();
        const auto told = m_file.done({"apply"}, {commands, "--dry-run", "--json"}).objects();
        QCOMPARE(told.size(), std::size_t(4));
        QCOMPARE(m_file.events(), before);

        const auto done = m_file.done({"apply"}, {commands, "--reason", "ticket 4711", "--json"}).objects();
        QCOMPARE(done.size(), std::size_t(4));
        QCOMPARE(done[1][QLatin1String("line")].toInt(), 3); // as an editor counts
        QCOMPARE(done[1][QLatin1String("id")].toString(), QStringLiteral("ann-id"));
        for (const auto& line : done)
            QVERIFY(line[QLatin1String("done")].toBool());
        QCOMPARE(m_file.listed("user", "userName"), QStringList{QStringLiteral("ann")});
        QCOMPARE(m_file.listed("role", "key"), (QStringList{QStringLiteral("reader"), QStringLiteral("writer")}));
        QCOMPARE(m_file.listed("grant", "id").size(), 1);
        const auto log = m_file.done({"events"}, {"--oldest-first"}).out;
        QVERIFY(log.contains("user.human.added"));
    }

    void namesOfTheFileAreFoundAndRefusalsTold() {
        const auto commands = written("names.jsonl", R"({"command":"user.lock","tenant":"Acme Ltd","id":"ann"}
{"command":"user.lock","tenant":"Acme Ltd","id":"ann"}
{"command":"user.unlock","tenant":"Acme Ltd","id":"ann"}
)");
        const auto answer = m_file.on({"apply"}, {commands, "--json"});
        QCOMPARE(answer.exit, 1);
        const auto lines = answer.objects();
        QCOMPARE(lines.size(), std::size_t(3));
        QVERIFY(lines[0][QLatin1String("done")].toBool());
        QCOMPARE(lines[1][QLatin1String("reason")].toString(), QStringLiteral("alreadyLocked"));
        QVERIFY(lines[2][QLatin1String("done")].toBool());

        const auto stopped =
            m_file.on({"apply"}, {written("stop.jsonl", R"({"command":"user.unlock","tenant":"Acme Ltd","id":"ann"}
{"command":"user.lock","tenant":"Acme Ltd","id":"ann"}
)"),
                                  "--stop", "--json"});
        QCOMPARE(stopped.exit, 1);
        QCOMPARE(stopped.objects().size(), std::size_t(1));
        QVERIFY2(stopped.err.contains("1 of 2 lines were not sent"), stopped.err.constData());
    }

    void aLineThatIsNoCommandStopsTheWholeFile_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no JSON") << QByteArray("user.lock ann");
        QTest::newRow("no such command") << QByteArray(R"({"command":"user.explode","tenant":"Acme Ltd"})");
        QTest::newRow("no such member") << QByteArray(
            R"({"command":"user.lock","tenant":"Acme Ltd","id":"ann","x":1})");
        QTest::newRow("no such organization") << QByteArray(R"({"command":"user.lock","tenant":"Nobody","id":"ann"})");
        QTest::newRow("no region") << QByteArray(R"({"command":"org.add","name":"Fresh"})");
        QTest::newRow("not UTF-8") << QByteArray("{\"command\":\"user.lock\",\"id\":\"\xff\"}");
    }

    void aLineThatIsNoCommandStopsTheWholeFile() {
        QFETCH(QByteArray, line);
        const qint64 before = m_file.events();
        const auto commands =
            written("bad.jsonl", QByteArray(R"({"command":"user.lock","tenant":"Acme Ltd","id":"ann"})") + "\n" + line);
        const auto answer = m_file.on({"apply"}, {commands});
        QVERIFY2(answer.exit == 2 || answer.exit == 1, told(answer).c_str());
        QVERIFY2(answer.err.contains("Line 2 cannot be used, and nothing was sent."), answer.err.constData());
        QCOMPARE(m_file.events(), before);
    }

    void aFileThatIsNotThere() {
        const auto answer = m_file.on({"apply"}, {"/nonexistent/commands.jsonl"});
        QVERIFY(answer.exit != 0);
        QVERIFY(!answer.err.isEmpty());
    }
};

MUNIMENT_TEST(apply, TestApply);
#include "test_apply.moc"
