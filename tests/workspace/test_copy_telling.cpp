// Protects: a follower tells of its copy at the start and each hour, with what it may hold and how far it has come; it
// is followed whatever becomes of that, unless the connection is gone.
#include "models/eventstore/embedded/embedded_event_store.h"
#include "models/workspace/copy_telling.h"
#include "tests/replica/replica_fixture.h"
#include "tests/support/test_registry.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace muniment;
using namespace muniment::test;
using namespace std::chrono_literals;

namespace {

const RegionName kEurope("eu-west-1");
const LogKey kCursor{{17, 0}, 4};

class HandClock : public Clock {
public:
    [[nodiscard]] Instant now() const override { return {}; }

    [[nodiscard]] std::chrono::nanoseconds monotonic() const override { return passed; }

    std::chrono::nanoseconds passed{0};
};

} // namespace

class CopyTellingTest : public QObject {
    Q_OBJECT
private slots:

    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        const auto file = m_folder->filePath(QStringLiteral("store.db")).toStdString();
        MUST(createEmbeddedStore(file, {kEurope}));
        m_store = makeEmbeddedEventStore(file);
    }

    void aHolderIsTheSameInEveryRunAndTellsNothing() {
        const std::string holder = copyHolder("/home/ann/acme.muniment");
        QCOMPARE(copyHolder("/home/ann/acme.muniment"), holder);
        QCOMPARE(copyHolder("/home/ann/../ann/acme.muniment"), holder);
        QVERIFY(copyHolder("/home/ann/other.muniment") != holder);
        QCOMPARE(copyHolder("/home/ann/acme.muniment.sifted"), holder); // written anew, in its place
        QVERIFY(QString::fromStdString(holder).contains(QRegularExpression(QStringLiteral("^[0-9a-f]{32}$"))));
    }

    void whatIsHeldIsToldAtOnce() {
        const ReplicaPolicy policy{true, {kEurope}, {TenantId("acme")}, true};
        CopyTelling telling(kEurope, "holder", policy, m_clock);
        QVERIFY(telling(*m_store, kCursor));
        const KnownCopy known = only();
        QCOMPARE(known.told.holder, std::string("holder"));
        QCOMPARE(known.told.asOf, std::optional(kCursor));
        QVERIFY(MUST(parsePolicy(known.told.policy)) == policy);
        QVERIFY(!known.told.workstation.empty() && !known.told.hasEnded);
    }

    void itIsTriedOnceAnHour() {
        CopyTelling telling(kEurope, "holder", {}, m_clock);
        m_store = makeEmbeddedEventStore(m_folder->filePath(QStringLiteral("missing.db")).toStdString());
        QVERIFY(telling(*m_store, kCursor)); // refused, and followed all the same
        m_store = makeEmbeddedEventStore(m_folder->filePath(QStringLiteral("store.db")).toStdString());
        m_clock.passed += 1h - 1s;
        QVERIFY(telling(*m_store, kCursor));
        QVERIFY(MUST(m_store->evidence().knownCopies(kEurope)).empty());
        m_clock.passed += 1s;
        QVERIFY(telling(*m_store, kCursor));
        QCOMPARE(only().told.holder, std::string("holder"));
    }

    void whoWritesHoldsNobodyUp() {
        CopyTelling telling(kEurope, "holder", {}, m_clock);
        const int writer =
            ::open(m_folder->filePath(QStringLiteral("store.db-lock")).toLocal8Bit(), O_RDWR | O_CREAT, 0600);
        QVERIFY(writer >= 0 && ::flock(writer, LOCK_EX) == 0);
        const auto told = m_store->evidence().tellCopy(kEurope, {"other", "desk", "{}"});
        QVERIFY(!told && told.error().code == ErrorCode::Busy);
        QVERIFY(telling(*m_store, kCursor)); // followed all the same
        ::close(writer);
        QVERIFY(MUST(m_store->evidence().knownCopies(kEurope)).empty());
    }

    void withoutAHolderNothingIsTold() {
        CopyTelling telling(kEurope, {}, {}, m_clock);
        QVERIFY(telling(*m_store, kCursor));
        QVERIFY(MUST(m_store->evidence().knownCopies(kEurope)).empty());
    }

private:
    KnownCopy only() {
        const auto known = MUST(m_store->evidence().knownCopies(kEurope));
        if (known.size() != 1)
            qFatal("%zu copies are known", known.size());
        return known.front();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EventStore> m_store;
    HandClock m_clock;
};

MUNIMENT_TEST(copy_telling, CopyTellingTest);
#include "test_copy_telling.moc"
