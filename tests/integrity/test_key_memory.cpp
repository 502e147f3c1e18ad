// Protects: what a core dump would hold of a process that has this workstation's key and signs with it. Every place in
// its memory where the private half stands is in pages that the kernel leaves out of dumps, and none is left when the
// key is gone.
#include "models/integrity/signing_key.h"
#include "tests/integrity/notes.h"
#include "tests/support/test_registry.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace muniment;

namespace {

// The pattern is looked for without being written down: nobody but the key itself may have its bytes.
constexpr std::uint8_t kMask = 0x5a;
using Masked = std::array<std::uint8_t, 32>;

struct Mapping {
    std::uint64_t from = 0, to = 0;
    bool isDumped = true;
};

/// Those that can be read, from /proc/PID/smaps. The sanitizer's shadow, terabytes of addresses, holds no bytes of
/// anybody's.
std::vector<Mapping> mappingsOf(pid_t process) {
    constexpr std::uint64_t kMost = std::uint64_t{4} << 30;
    QFile file(QStringLiteral("/proc/%1/smaps").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::vector<Mapping> mappings;
    bool isWanted = false;
    for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine()) {
        const QList<QByteArray> words = line.simplified().split(' ');
        const QList<QByteArray> ends = words.front().split('-');
        if (ends.size() == 2 && !words.front().endsWith(':')) {
            const Mapping mapping{ends[0].toULongLong(nullptr, 16), ends[1].toULongLong(nullptr, 16)};
            isWanted = words.size() > 1 && words[1].startsWith('r') && mapping.to - mapping.from < kMost;
            if (isWanted)
                mappings.push_back(mapping);
        } else if (isWanted && words.front() == "VmFlags:") {
            mappings.back().isDumped = !words.contains("dd");
        }
    }
    return mappings;
}

struct Places {
    int dumped = 0;
    int kept = 0; ///< out of dumps
};

Places placesOf(pid_t process, const Masked& masked) {
    Places places;
    const int memory = ::open(QStringLiteral("/proc/%1/mem").arg(process).toLocal8Bit().constData(), O_RDONLY);
    std::vector<std::uint8_t> bytes;
    for (const Mapping& mapping : mappingsOf(process)) {
        bytes.resize(mapping.to - mapping.from);
        const auto read = ::pread(memory, bytes.data(), bytes.size(), static_cast<off_t>(mapping.from));
        bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(read, 0)));
        const auto isOne = [](std::uint8_t here, std::uint8_t wanted) { return here == (wanted ^ kMask); };
        for (auto at = bytes.begin();; ++at) {
            at = std::search(at, bytes.end(), masked.begin(), masked.end(), isOne);
            if (at == bytes.end())
                break;
            ++(mapping.isDumped ? places.dumped : places.kept);
        }
    }
    ::close(memory);
    return places;
}

/// A process that has a key, signs with it when told, and forgets it when told again.
class Signer {
public:
    Signer() {
        if (::pipe(m_toChild.data()) != 0 || ::pipe(m_fromChild.data()) != 0)
            qFatal("no pipe");
        m_process = ::fork();
        if (m_process == 0)
            live();
    }

    ~Signer() {
        ::close(m_toChild[1]);
        ::waitpid(m_process, nullptr, 0);
    }

    [[nodiscard]] Masked masked() const {
        Masked bytes{};
        if (::read(m_fromChild[0], bytes.data(), bytes.size()) != std::ssize(bytes))
            qFatal("the signer says nothing");
        return bytes;
    }

    /// The next step is done when this returns.
    void goOn() const {
        char done = 0;
        if (::write(m_toChild[1], "x", 1) != 1 || ::read(m_fromChild[0], &done, 1) != 1)
            qFatal("the signer has ended");
    }

    [[nodiscard]] pid_t process() const { return m_process; }

private:
    void wait() const {
        char go = 0;
        if (::read(m_toChild[0], &go, 1) != 1)
            ::_exit(0);
    }

    void told() const {
        if (::write(m_fromChild[1], "x", 1) != 1)
            ::_exit(1);
    }

    [[noreturn]] void live() const {
        ::close(m_toChild[1]);
        {
            const auto key = SigningKey::generate("canary");
            Masked masked{};
            std::ranges::transform(key->privateBytes().reveal(), masked.begin(),
                                   [](std::uint8_t byte) { return byte ^ kMask; });
            if (::write(m_fromChild[1], masked.data(), masked.size()) != std::ssize(masked))
                ::_exit(1);
            wait();
            for (int i = 0; i < 3; ++i)
                if (test::noteBy(*key, test::checkpointOf("example.com/log", 1, 7), test::atSecond(i)).empty())
                    ::_exit(1);
            told();
            wait();
        }
        told();
        wait();
        ::_exit(0);
    }

    std::array<int, 2> m_toChild{}, m_fromChild{};
    pid_t m_process = 0;
};

} // namespace

class TestKeyMemory : public QObject {
    Q_OBJECT
private slots:

    void aCoreDumpWouldNotHoldTheKey() {
        const Signer signer;
        const Masked masked = signer.masked();
        const Places before = placesOf(signer.process(), masked);
        QVERIFY(before.kept > 0); // the search finds what is there
        QCOMPARE(before.dumped, 0);
        signer.goOn();
        const Places after = placesOf(signer.process(), masked);
        QVERIFY(after.kept > 0);
        QCOMPARE(after.dumped, 0);
        signer.goOn();
        const Places gone = placesOf(signer.process(), masked);
        QCOMPARE(gone.dumped, 0);
        QCOMPARE(gone.kept, 0);
    }
};

MUNIMENT_TEST(key_memory, TestKeyMemory);
#include "test_key_memory.moc"
