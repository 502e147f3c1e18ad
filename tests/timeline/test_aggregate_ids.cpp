// Protects the ids of aggregates: whatever form the file gives them, each comes back as it was written, is found again
// by a writer that has not met it, and can be asked for.
#include "models/replica/sqlite.h"
#include "models/timeline/filter/filter.h"
#include "models/timeline/match_set.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <SQLiteCpp/Database.h>

using namespace muniment;
using namespace muniment::test;

namespace {

const RegionName kRegion("eu-west-1");

struct Named {
    const char* type;
    std::string id;
    const char* form; ///< SQLite's type of what is stored
};

const std::vector<Named>& everyForm() {
    static const std::vector<Named> all{
        {"session", "0192e4c2-7a11-7d3e-9f00-0a1b2c3d4e5f", "blob"},
        {"session", "0192E4C2-7A11-7D3E-9F00-0A1B2C3D4E5F", "text"},
        {"session", "0192e4c27a117d3e9f000a1b2c3d4e5f", "text"},
        {"session", "sixteen bytes !!", "text"},
        {"session", "00000000-0000-0000-0000-000000000000", "blob"},
        {"user", "0192e4c2-7a11-7d3e-9f00-0a1b2c3d4e5f", "text"}, // listed: found by the beginning of its id
    };
    return all;
}

/// One event of each, `round` after those before it.
std::vector<RecordedEvent> eventsOf(SampleLog& log, std::int64_t round) {
    auto events = log.take(static_cast<int>(everyForm().size()));
    for (std::size_t i = 0; i < events.size(); ++i) {
        events[i].aggregate = {everyForm()[i].type, AggregateId(everyForm()[i].id)};
        events[i].type = "some.thing";
        events[i].tenant = TenantId("acme");
        events[i].sequence = round;
        events[i].payload = "{\"id\":\"" + everyForm()[i].id + "\"}";
    }
    return events;
}

} // namespace

class TestAggregateIds : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() {
        SampleLog log(SampleLogSettings{});
        for (std::int64_t round = 1; round <= 3; ++round) {
            const auto events = eventsOf(log, round);
            m_events.insert(m_events.end(), events.begin(), events.end());
            m_replica.reset(); // the next writer has met none of them
            m_replica =
                round == 1 ? m_fixture.create() : MUST(Replica::open(m_fixture.path(), ReplicaAccess::ReadWrite));
            applyAll(*m_replica, kRegion, events, events.size());
        }
    }

    void cleanupTestCase() { m_replica.reset(); }

    void eachComesBackAsItWasWritten() {
        const auto snapshot = MUST(m_replica->snapshot());
        for (std::size_t i = 0; i < m_events.size(); ++i) {
            const auto stored = MUST(snapshot->event(EventNumber::of(1, static_cast<std::int64_t>(i) + 1)));
            QCOMPARE(stored.aggregate.id.text(), m_events[i].aggregate.id.text());
            QVERIFY(stored.payload == m_events[i].payload); // which refers to the id
        }
    }

    void eachIsFoundAgain() {
        std::vector<std::string> expected;
        for (const Named& named : everyForm())
            expected.push_back(std::string(named.form) + "|3");
        QCOMPARE(printedQuery(m_fixture.path(),
                              "SELECT typeof(id), coalesce(a.last_sequence, h.last_sequence) FROM aggregates a"
                              " LEFT JOIN heads h ON h.aggregate = code ORDER BY code"),
                 expected);
    }

    void eachCanBeAskedFor() {
        const auto snapshot = MUST(m_replica->snapshot());
        const auto count = [&](const std::string& filter) {
            TimelineQuestion question;
            question.filter = *parseFilter(filter).filter;
            return MUST(evaluate(*snapshot, question))->count();
        };
        for (const Named& named : everyForm())
            QCOMPARE(count("aggregate:" + std::string(named.type) + " subject:\"" + named.id + "\""), std::int64_t{3});
        QCOMPARE(count("subject:0192e4c2-7a11-7d3e-9f00-*"), std::int64_t{6}); // the session and the user
    }

private:
    ReplicaFixture m_fixture;
    std::unique_ptr<Replica> m_replica;
    std::vector<RecordedEvent> m_events;
};

MUNIMENT_TEST(aggregate_ids, TestAggregateIds);
#include "test_aggregate_ids.moc"
