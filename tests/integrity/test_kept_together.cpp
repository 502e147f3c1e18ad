// Protects: two programs that keep checkpoints in one file lose none, and one that is killed takes none back.
#include "models/integrity/file_lock.h"
#include "models/integrity/kept_checkpoints.h"
#include "tests/integrity/notes.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace muniment;
using namespace muniment::test;

namespace {

/// Runs `work` in a process of its own, which leaves without unwinding.
template <class Work>
pid_t inChild(Work work) {
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(work() ? 0 : 1);
    return child;
}

int statusOf(pid_t child) {
    int status = -1;
    return ::waitpid(child, &status, 0) == child ? status : -1;
}

std::string note(const std::string& origin, std::uint64_t size, std::uint8_t root) {
    static const SigningKey key = keyOf("w", 1);
    return noteBy(key, checkpointOf(origin, size, root), atSecond(100));
}

} // namespace

class KeptTogetherTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] std::string path() const {
        return m_folder->filePath(QStringLiteral("acme.checkpoints")).toStdString();
    }

    [[nodiscard]] Result<KeptCheckpoints> open() const { return KeptCheckpoints::open(path(), {}); }

private slots:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void twoProcessesLoseNothing() {
        constexpr std::uint64_t kEach = 60;
        const auto appends = [&](const std::string& origin) {
            return inChild([&] {
                auto kept = open();
                for (std::uint64_t size = 1; kept && size <= kEach; ++size)
                    if (!kept->appendOwn(note(origin, size, 1)))
                        return false;
                return kept.has_value();
            });
        };
        const pid_t one = appends("a.log");
        const pid_t other = appends("b.log");
        QCOMPARE(statusOf(one), 0);
        QCOMPARE(statusOf(other), 0);
        const auto kept = open().value();
        QCOMPARE(kept.count(), 2 * kEach);
        for (std::uint64_t size = 1; size <= kEach; ++size)
            QVERIFY(kept.find("a.log", size) && kept.find("b.log", size));
    }

    void ofTwoStoriesOneIsKept() {
        constexpr std::uint64_t kSizes = 300;
        int gun[2];
        QCOMPARE(::pipe(gun), 0);
        const auto tells = [&](std::uint8_t root) {
            return inChild([&] {
                auto kept = open();
                char shot = 0;
                if (::read(gun[0], &shot, 1) != 1)
                    return false;
                for (std::uint64_t size = 1; kept && size <= kSizes; ++size) {
                    const auto answer = outcome(kept->append(note("a.log", size, root)));
                    if (answer != "ok" && answer != "refused contradiction")
                        return false;
                }
                return kept.has_value();
            });
        };
        const pid_t one = tells(1);
        const pid_t other = tells(2);
        QCOMPARE(::write(gun[1], "!!", 2), ssize_t(2));
        QCOMPARE(statusOf(one), 0);
        QCOMPARE(statusOf(other), 0);
        ::close(gun[0]);
        ::close(gun[1]);
        const auto kept = open();
        QCOMPARE(outcome(kept), std::string("ok")); // two roots for one size would be a damaged file
        QCOMPARE(kept->count(), kSizes);
    }

    void decidesAfterOthersHaveWritten() {
        QVERIFY(open().value().append(note("a.log", 1, 1)));
        const auto before = contentsOf(path());
        pid_t child = 0;
        {
            const FileDescriptor file(::open(path().c_str(), O_RDWR | O_APPEND));
            const auto lock = FileLock::acquire(file, FileLockMode::Exclusive, path());
            QVERIFY(lock.has_value());
            child = inChild([&] {
                auto kept = open();
                return kept && outcome(kept->append(note("a.log", 2, 2))) == "refused contradiction";
            });
            QTest::qWait(200); // long enough to write, for one that would not wait
            QCOMPARE(contentsOf(path()), before);
            QVERIFY(writeAll(file, note("a.log", 2, 1) + "\n", path()));
        }
        QCOMPARE(statusOf(child), 0);
        QCOMPARE(open().value().count(), std::uint64_t(2));
    }

    void readsWhatOthersAdded() {
        auto one = open().value();
        auto other = open().value();
        QVERIFY(one.append(note("a.log", 1, 1)));
        QVERIFY(!other.find("a.log", 1));
        QVERIFY(other.refresh());
        QVERIFY(other.find("a.log", 1));
        QVERIFY(one.append(note("a.log", 5, 1)));
        QCOMPARE(outcome(other.appendOwn(note("a.log", 4, 1))), std::string("refused goesBack"));
        QCOMPARE(other.append(note("a.log", 6, 1)).value().entry, std::uint64_t(3));
    }

    void whatWasPromisedOutlivesAKill() {
        constexpr int kRounds = 25;
        std::uint64_t promised = 0;
        for (int round = 0; round < kRounds; ++round) {
            int ends[2];
            QCOMPARE(::pipe(ends), 0);
            const pid_t child = inChild([&] {
                auto kept = open();
                while (kept) {
                    const std::uint64_t size = kept->count() + 1;
                    if (!kept->appendOwn(note("a.log", size, 1)) || ::write(ends[1], &size, sizeof(size)) < 0)
                        return false;
                }
                return false;
            });
            ::close(ends[1]);
            std::uint64_t size = 0;
            // Killed at another moment of its third append in each round.
            for (int i = 0; i < 2 && ::read(ends[0], &size, sizeof(size)) == sizeof(size); ++i)
                promised = size;
            ::usleep(static_cast<useconds_t>(round * 97));
            ::kill(child, SIGKILL);
            QCOMPARE(statusOf(child), SIGKILL);
            while (::read(ends[0], &size, sizeof(size)) == sizeof(size))
                promised = size;
            ::close(ends[0]);
            const auto kept = open();
            QCOMPARE(outcome(kept), std::string("ok"));
            QVERIFY(kept->count() >= promised && kept->count() <= promised + 1);
            QVERIFY(kept->find("a.log", promised));
        }
        QVERIFY(promised >= 2 * kRounds);
    }

    void aKilledHolderLeavesNoLock() {
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        const pid_t child = inChild([&] {
            const FileDescriptor file(::open(path().c_str(), O_RDWR | O_CREAT, 0600));
            const auto lock = FileLock::acquire(file, FileLockMode::Exclusive, path());
            const char sign = lock ? '+' : '-';
            [[maybe_unused]] const auto written = ::write(ends[1], &sign, 1);
            ::pause();
            return true;
        });
        char sign = 0;
        QCOMPARE(::read(ends[0], &sign, 1), ssize_t(1));
        QCOMPARE(sign, '+');
        ::kill(child, SIGKILL);
        QCOMPARE(statusOf(child), SIGKILL);
        ::close(ends[0]);
        ::close(ends[1]);
        QVERIFY(open().value().append(note("a.log", 1, 1)));
    }
};

MUNIMENT_TEST(kept_together, KeptTogetherTest);
#include "test_kept_together.moc"
