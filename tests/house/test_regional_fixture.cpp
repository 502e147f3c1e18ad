// Servers that a test starts end with the test: protects that nothing is left, neither a process nor a folder,
// whichever of the processes that stand behind the servers is killed (the test program, tests/regions, its guard, all
// of their group at once, CTest), and at whatever stage. They were once found running hours later.
#include "tests/support/parent_death.h"
#include "tests/support/test_registry.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/types.h>
#include <unistd.h>

using namespace muniment::test;

namespace {

constexpr int kEmptyLooks = 4; ///< in a row, before a folder counts as deserted

QByteArray contentOf(const QString& file) {
    QFile input(file);
    return input.open(QIODevice::ReadOnly) ? input.readAll() : QByteArray();
}

struct Process {
    pid_t pid;
    QByteArray arguments; ///< separated by blanks
};

/// What runs in `folder` or for it: by environment (TMPDIR), arguments, or working directory, since a server writes
/// over its environment.
std::vector<Process> processesOf(const QString& folder) {
    const QByteArray name = folder.toUtf8();
    std::vector<Process> found;
    const QDir all(QStringLiteral("/proc"));
    for (const QString& pid : all.entryList(QDir::Dirs)) {
        bool isNumber = false;
        const pid_t number = pid.toInt(&isNumber);
        if (!isNumber || number == ::getpid())
            continue;
        const QString home = all.filePath(pid);
        QByteArray arguments = contentOf(home + QStringLiteral("/cmdline"));
        if (arguments.contains(name) || contentOf(home + QStringLiteral("/environ")).contains(name) ||
            QFile::symLinkTarget(home + QStringLiteral("/cwd")).startsWith(folder))
            found.push_back({number, arguments.replace('\0', ' ')});
    }
    return found;
}

std::string printed(const std::vector<Process>& processes) {
    std::string text;
    for (const Process& process : processes)
        text += std::to_string(process.pid) + " " + process.arguments.toStdString() + "\n";
    return text;
}

enum class Stage { MakesFiles, StartsServers, IsReady, TakesDown };
enum class Victim { Program, Script, ScriptInOrder, Guard, Group, CTest };

class RegionalFixture final : public QObject {
    Q_OBJECT
private slots:

    // Where everything is killed, nobody is there to leave what was sent.
    void initTestCase() { qunsetenv("MUNIMENT_STATEMENTS"); }

    void nothingIsLeft_data() {
        QTest::addColumn<int>("stage");
        QTest::addColumn<int>("victim");
        const std::pair<const char*, Stage> stages[] = {{"while files are made", Stage::MakesFiles},
                                                        {"while servers start", Stage::StartsServers},
                                                        {"when all is ready", Stage::IsReady},
                                                        {"while it is taken down", Stage::TakesDown}};
        const std::pair<const char*, Victim> victims[] = {{"the test program", Victim::Program},
                                                          {"the script", Victim::Script},
                                                          {"the script, in order", Victim::ScriptInOrder},
                                                          {"the guard", Victim::Guard},
                                                          {"the whole group", Victim::Group}};
        for (const auto& [when, stage] : stages)
            for (const auto& [who, victim] : victims)
                QTest::addRow("%s %s", who, when) << static_cast<int>(stage) << static_cast<int>(victim);
        QTest::addRow("ctest while servers start")
            << static_cast<int>(Stage::StartsServers) << static_cast<int>(Victim::CTest);
        QTest::addRow("ctest when all is ready") << static_cast<int>(Stage::IsReady) << static_cast<int>(Victim::CTest);
    }

    void nothingIsLeft() {
        QFETCH(int, stage);
        QFETCH(int, victim);
        QTemporaryDir folder(QStringLiteral("/tmp/muniment-fixture-XXXXXX"));
        QVERIFY(folder.isValid());
        QVERIFY(QFile::setPermissions(folder.path(), QFileDevice::Permissions(0x7755)));
        QProcess fixture;
        start(fixture, folder.path(), static_cast<Victim>(victim));
        reach(fixture, folder.path(), static_cast<Stage>(stage));
        if (QTest::currentTestFailed())
            return;
        killed(fixture, folder.path(), static_cast<Victim>(victim));
        if (static_cast<Victim>(victim) == Victim::Guard)
            fixture.closeWriteChannel(); // alone it changes nothing: the servers stay for the test
        // The program itself may live on without its servers, and then ends as its test does.
        const auto isNothingSeen = [&] {
            for (const Process& process : processesOf(folder.path()))
                if (process.pid != fixture.processId())
                    return false;
            return inside(folder.path()).isEmpty();
        };
        // One look can miss a process: while it is being forked or becomes another program it has no arguments.
        int emptyLooks = 0;
        const auto isGone = [&] {
            emptyLooks = isNothingSeen() ? emptyLooks + 1 : 0;
            return emptyLooks >= kEmptyLooks;
        };
        QTRY_VERIFY2(isGone(), printed(processesOf(folder.path())).c_str());
        fixture.closeWriteChannel();
        QVERIFY(fixture.state() == QProcess::NotRunning || fixture.waitForFinished(kPatienceMs));
        QCOMPARE(printed(processesOf(folder.path())), std::string());
    }

private:
    static QStringList inside(const QString& folder) {
        return QDir(folder).entryList({QStringLiteral("regions-*")}, QDir::Dirs | QDir::NoDotAndDotDot);
    }

    /// In a group of its own, which must not be ours.
    static void start(QProcess& fixture, const QString& folder, Victim victim) {
        auto variables = QProcessEnvironment::systemEnvironment();
        variables.insert(QStringLiteral("TMPDIR"), folder);
        fixture.setProcessEnvironment(variables);
        fixture.setChildProcessModifier([] { ::setpgid(0, 0); });
        fixture.setProcessChannelMode(QProcess::MergedChannels);
        if (victim != Victim::CTest) {
            fixture.start(QStringLiteral(MUNIMENT_FIXTURE_HELPER), {});
            return;
        }
        QFile list(folder + QStringLiteral("/CTestTestfile.cmake"));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("add_test(fixture \"" MUNIMENT_FIXTURE_HELPER "\" stay)\n");
        list.close();
        fixture.start(QStringLiteral("ctest"), {QStringLiteral("--test-dir"), folder, QStringLiteral("-V")});
    }

    static void reach(QProcess& fixture, const QString& folder, Stage stage) {
        const auto anyServerHas = [&](const char* file) {
            for (const QString& home : inside(folder))
                for (const char* server : {"eu-west-1", "us-east-1"})
                    if (QFile::exists(folder + QLatin1Char('/') + home + QLatin1Char('/') +
                                      QString::fromLatin1(server) + QLatin1String(file)))
                        return true;
            return false;
        };
        QByteArray said;
        const auto isReached = [&] {
            said += fixture.readAll();
            switch (stage) {
            case Stage::MakesFiles:
                return anyServerHas("/data/base");
            case Stage::StartsServers:
                return anyServerHas("/data/postmaster.pid");
            case Stage::IsReady:
            case Stage::TakesDown:
                break;
            }
            return said.contains("ready");
        };
        QElapsedTimer passed;
        // Asked once: initdb has such a file too, for a moment.
        bool wasReached = isReached();
        for (passed.start();
             !wasReached && passed.elapsed() < kPatienceMs && fixture.state() != QProcess::NotRunning;) {
            fixture.waitForReadyRead(1);
            wasReached = isReached();
        }
        QVERIFY2(wasReached, said.constData());
        if (stage == Stage::TakesDown) {
            fixture.closeWriteChannel();
            const auto isGoing = [&] {
                return processesOf(folder).size() < 8 || !anyServerHas("/data/postmaster.pid");
            };
            QTRY_VERIFY(isGoing());
        }
    }

    /// A process that has gone already cannot be killed, and need not be.
    static void killed(QProcess& fixture, const QString& folder, Victim victim) {
        const auto killOne = [&](const char* words, int signal) {
            for (const Process& process : processesOf(folder))
                if (process.arguments.contains(words))
                    ::kill(process.pid, signal);
        };
        const auto pid = static_cast<pid_t>(fixture.processId());
        switch (victim) {
        case Victim::Program:
        case Victim::CTest:
            fixture.kill();
            break;
        case Victim::Script:
            killOne("tests/regions up", SIGKILL);
            break;
        case Victim::ScriptInOrder:
            killOne("tests/regions up", SIGTERM);
            break;
        case Victim::Guard:
            killOne("tests/regions guard", SIGKILL);
            break;
        case Victim::Group:
            if (pid > 0) // of one that has ended it is 0, and that would be our own group
                ::kill(-pid, SIGKILL);
            break;
        }
    }
};

} // namespace

MUNIMENT_TEST(regional_fixture, RegionalFixture);
#include "test_regional_fixture.moc"
