// Protects: a graph that takes in batch after batch is the one that is read at once from the file, whatever careless
// writers do; and one graph answers many threads while it grows.
#include "models/access/access_walk.h"
#include "models/access/live_access.h"
#include "models/replica/projections/read_model.h"
#include "tests/access/graph_text.h"
#include "tests/access/random_access.h"
#include "tests/directory/directory_file.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr Instant kStart{1'700'000'000'000'000};

/// Two organizations in two regions, whose events come in turns.
class GrowingFile {
public:
    explicit GrowingFile(unsigned seed)
        : m_file({"eu", "us"}),
          m_facts{RandomAccess(seed, kStart).history(150), RandomAccess(seed + 1, kStart).history(150)} {}

    /// Adds some events of each; false: there are none left.
    bool grow(std::size_t events) {
        const std::size_t end = std::min(m_next + events, m_facts[0].size());
        for (; m_next < end; ++m_next)
            for (std::size_t i = 0; i < 2 && m_next < m_facts[i].size(); ++i) {
                const Fact& fact = m_facts[i][m_next];
                const std::string tenant = i == 0 ? "acme" : "bolt";
                m_file.fact(i == 0 ? "eu" : "us", tenant, fact.type, fact.type == "org" ? tenant : fact.id, fact.event,
                            fact.loggedAt);
            }
        m_file.flush();
        return m_next < m_facts[0].size();
    }

    /// Every read model, from the events.
    void rebuild() {
        for (const ReadModelDescription& model : readModels())
            while (!orDie(m_file.replica().writer()->rebuildSlice(model.name)).isFinished) {
            }
    }

    std::unique_ptr<Snapshot> snapshot() { return m_file.snapshot(); }

private:
    DirectoryFile m_file;
    std::vector<Fact> m_facts[2];
    std::size_t m_next = 0;
};

void take(AccessProjection& projection, Snapshot& snapshot) {
    if (const auto taken = projection.advance(snapshot); !taken)
        QFAIL(taken.error().detail.c_str());
}

} // namespace

class TestAccessProjection : public QObject {
    Q_OBJECT
private slots:

    void growingGivesWhatReadingGives_data() {
        QTest::addColumn<int>("step");
        QTest::addColumn<bool>("isPacked");
        QTest::newRow("event by event") << 1 << false;
        QTest::newRow("seven at a time") << 7 << false;
        QTest::newRow("packed in between") << 5 << true;
    }

    void growingGivesWhatReadingGives() {
        QFETCH(int, step);
        QFETCH(bool, isPacked);
        for (unsigned seed = 1; seed <= 12 && !QTest::currentTestFailed(); ++seed) {
            GrowingFile file(seed * 31);
            AccessProjection growing;
            bool isMore = true;
            while (isMore) {
                isMore = file.grow(static_cast<std::size_t>(step));
                const auto snapshot = file.snapshot();
                take(growing, *snapshot);
                if (isPacked)
                    growing.pack();
            }
            const auto snapshot = file.snapshot();
            AccessProjection read;
            take(read, *snapshot);
            const std::string expected = graphText(*snapshot, read);
            QVERIFY(expected.size() > 5'000);
            const std::string grown = graphText(*snapshot, growing);
            if (grown != expected)
                QFAIL(qPrintable(firstDifference(grown, expected)));
            QCOMPARE(growing.untold().size(), read.untold().size());
        }
    }

    void aRebuiltFileGivesTheSameGraph() {
        for (unsigned seed = 1; seed <= 6 && !QTest::currentTestFailed(); ++seed) {
            GrowingFile file(seed * 53);
            while (file.grow(30)) {
            }
            const auto graph = [&file] {
                const auto snapshot = file.snapshot();
                AccessProjection read;
                take(read, *snapshot);
                return graphText(*snapshot, read);
            };
            const std::string expected = graph();
            QVERIFY(expected.size() > 5'000);
            file.rebuild();
            if (const std::string rebuilt = graph(); rebuilt != expected)
                QFAIL(qPrintable(firstDifference(rebuilt, expected)));
        }
    }

    void anEarlierSnapshotIsAnsweredAsItWas() {
        GrowingFile file(77);
        std::ignore = file.grow(40);
        const auto early = file.snapshot();
        while (file.grow(40)) {
        }
        LiveAccess access;
        const auto late = file.snapshot();
        std::ignore = orDie(access.ask(*late, [](const AccessProjection& projection) { return projection.known(); }));
        AccessProjection then;
        take(then, *early);
        const auto bounds = orDie(early->bounds({}));
        const auto answers = [&](Snapshot& snapshot, const AccessProjection& projection) {
            AccessEntities entities(snapshot, projection);
            AccessWalk walk(projection.graph());
            const HomeIndex home = *entities.findHome(TenantId("acme"));
            const Seen seen{AccessEntities::boundOf(projection.graph().home(home), bounds), kStart.micros + 60'000'000};
            std::string found;
            for (const char* resource : {"resource0", "resource2", "resource4", "resource6", ""})
                for (const char* action : {"docs.read", "docs.write", "rooms.open"}) {
                    const ResourceIndex node = entities.findResource(home, AggregateId(resource));
                    std::set<std::string> who;
                    for (const SubjectIndex subject : walk.who(action, node, seen))
                        who.insert(entities.entityOf(subject).aggregate.id.text());
                    for (const std::string& one : who)
                        found += std::string(resource) + " " + action + " " + one + "\n";
                }
            return found;
        };
        const std::string expected = answers(*early, then);
        QVERIFY(!expected.empty());
        const auto later =
            access.ask(*early, [&](const AccessProjection& projection) { return answers(*late, projection); });
        QCOMPARE(QString::fromStdString(orDie(later)), QString::fromStdString(expected));
    }

    void manyAskWhileItGrows() {
        GrowingFile file(123);
        std::ignore = file.grow(20);
        LiveAccess access;
        std::atomic<bool> isDone = false;
        std::atomic<int> asked = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 3; ++i)
            threads.emplace_back([&] {
                while (!isDone || asked < 30) {
                    const auto snapshot = file.snapshot();
                    const auto bounds = orDie(snapshot->bounds({}));
                    const auto isBehind = access.ask(*snapshot, [&](const AccessProjection& projection) {
                        std::ignore = graphText(*snapshot, projection);
                        return std::any_of(bounds.lastOrdinal.begin(), bounds.lastOrdinal.end(), [&](const auto& run) {
                            return !projection.known().holds(EventNumber::of(run.first, run.second));
                        });
                    });
                    if (!isBehind || *isBehind)
                        qFatal("the graph knows less than the snapshot");
                    ++asked;
                }
            });
        while (file.grow(3))
            std::this_thread::yield();
        isDone = true;
        for (auto& thread : threads)
            thread.join();
        QVERIFY(asked >= 30);
    }

private:
    static QString firstDifference(const std::string& a, const std::string& b) {
        const auto as = QString::fromStdString(a).split(QLatin1Char('\n'));
        const auto bs = QString::fromStdString(b).split(QLatin1Char('\n'));
        for (int i = 0; i < std::max(as.size(), bs.size()); ++i)
            if (as.value(i) != bs.value(i))
                return QStringLiteral("grown: %1\nread:  %2").arg(as.value(i), bs.value(i));
        return {};
    }
};

MUNIMENT_TEST(access_projection, TestAccessProjection);
#include "test_access_projection.moc"
