// Protects: a command whose answer does not come is never silent and never guessed about: what is known is said while
// it waits, and in the end whether the change was written.
#include "tests/cli/program.h"
#include "tests/support/proxy.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace muniment::test;

class TestLateAnswer : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_servers.start(1, {});
        const std::string region = m_servers.regionName(0);
        const auto installed =
            run({"schema", "install", "--endpoint", m_servers.superuserEndpoint(0), "--region", region});
        QVERIFY2(installed.exit == 0, told(installed).c_str());
        m_proxy = std::make_unique<Proxy>(m_servers.port(0));
        const auto made = run({"workspace", "new", file(), "--endpoint",
                               region + "=postgresql://admin@127.0.0.1:" + std::to_string(m_proxy->port()) +
                                   "/muniment?sslmode=disable"});
        QVERIFY2(made.exit == 0, told(made).c_str());
    }

    void anAnswerThatIsLateIsSpokenOfAndThenDone() {
        const auto process = addWithHeldAnswer(Passage::Forward);
        QTRY_VERIFY(heard(*process).contains("has not answered yet"));
        QCOMPARE(process->state(), QProcess::Running);
        m_proxy->holdAnswers(false);
        const Answer answer = finish(*process);
        QVERIFY2(answer.exit == 0, told(answer).c_str());
        QCOMPARE(answer.lastLine().size(), 36); // the new id
        QCOMPARE(organizations(), 1);
    }

    void aConnectionThatIsLostAfterCommitEndsAsDone() {
        const auto process = addWithHeldAnswer(Passage::ForwardAndCut);
        QTRY_VERIFY(heard(*process).contains("not known yet"));
        m_proxy->holdAnswers(false);
        const Answer answer = finish(*process);
        QVERIFY2(answer.exit == 0, told(answer).c_str());
        QCOMPARE(organizations(), 2);
    }

    void aConnectionThatIsLostBeforeCommitEndsAsNotDone() {
        const auto process = addWithHeldAnswer(Passage::CutBefore);
        QTRY_VERIFY(heard(*process).contains("not known yet"));
        m_proxy->holdAnswers(false);
        const Answer answer = finish(*process);
        QVERIFY2(answer.exit == 3, told(answer).c_str());
        QVERIFY2(answer.err.contains("was not written"), told(answer).c_str());
        QCOMPARE(organizations(), 2);
    }

private:
    [[nodiscard]] std::string file() const {
        return m_directory.filePath(QStringLiteral("late.muniment")).toStdString();
    }

    /// Adds an organization; from its COMMIT on no answer comes through, and `passage` says what becomes of the COMMIT.
    std::unique_ptr<QProcess> addWithHeldAnswer(Passage passage) {
        m_heard.clear();
        m_proxy->onClientBytes([proxy = m_proxy.get(), passage, isOver = std::make_shared<bool>(false)](auto bytes) {
            if (*isOver || bytes.find(std::string_view("COMMIT\0", 7)) == std::string_view::npos)
                return Passage::Forward;
            *isOver = true;
            proxy->holdAnswers(true);
            return passage;
        });
        static int number = 0;
        return start(
            {"org", "add", file(), "--name", "Acme " + std::to_string(++number), "--region", m_servers.regionName(0)});
    }

    /// What it has said on standard error so far.
    const QByteArray& heard(QProcess& process) {
        process.waitForReadyRead(50);
        return m_heard += process.readAllStandardError();
    }

    [[nodiscard]] int organizations() const {
        if (run({"sync", file(), "--once"}).exit != 0)
            return -1;
        return static_cast<int>(run({"org", "list", file(), "--json"}).objects().size());
    }

    RegionalServers m_servers;
    std::unique_ptr<Proxy> m_proxy;
    QTemporaryDir m_directory;
    QByteArray m_heard;
};

MUNIMENT_TEST(late_answer, TestLateAnswer);
#include "test_late_answer.moc"
