// Protects the answers that are kept between questions: asked again they are not evaluated again, brought up to date
// they are those of a new evaluation, what names may change is evaluated anew, and memory stays bounded.
#include "models/replica/replica.h"
#include "models/timeline/match_cache.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace muniment;
using namespace muniment::test;

class MatchSetTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void askedAgainNothingIsEvaluated();
    void newEventsAloneAreAsked();
    void namesAreLookedUpAnew();
    void relativeTimesStayForAWhile();
    void anOlderSnapshotIsAnsweredForItself();
    void onlySoManyAreKept();
    void manyMayAskAtOnce();

private:
    void grow(int events) { applyAll(*m_replica, m_settings.region, m_log->take(events), 100); }

    [[nodiscard]] static TimelineQuestion question(const std::string& filter, Instant now = {}) {
        return {*parseFilter(filter).filter, {}, now};
    }

    SampleLogSettings m_settings;
    std::unique_ptr<ReplicaFixture> m_fixture;
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<SampleLog> m_log;
};

void MatchSetTest::init() {
    m_replica.reset();
    m_fixture = std::make_unique<ReplicaFixture>();
    m_replica = m_fixture->create();
    m_log = std::make_unique<SampleLog>(m_settings);
    grow(600);
}

void MatchSetTest::askedAgainNothingIsEvaluated() {
    MatchCache cache;
    const auto first = MUST(cache.matches(*MUST(m_replica->snapshot()), question("type:user.*")));
    const auto second = MUST(cache.matches(*MUST(m_replica->snapshot()), question("type:user.*", Instant{99})));
    QVERIFY(first == second);
    QCOMPARE(cache.counters().evaluated, std::int64_t{1});
    QCOMPARE(cache.counters().served, std::int64_t{1});
}

void MatchSetTest::newEventsAloneAreAsked() {
    MatchCache cache;
    const std::vector<std::string> filters{"type:user.*", "-outcome:success", "seq>3 or aggregate:org",
                                           "payload.userName:*", ""};
    for (const auto& filter : filters)
        (void)MUST(cache.matches(*MUST(m_replica->snapshot()), question(filter)));
    grow(500);
    const auto view = MUST(m_replica->snapshot());
    for (const auto& filter : filters) {
        const auto kept = MUST(cache.matches(*view, question(filter)));
        const auto anew = MUST(evaluate(*view, question(filter)));
        QCOMPARE(kept->count(), anew->count());
        QVERIFY2(kept->ordinals == anew->ordinals, filter.c_str());
        QVERIFY(kept->count() > 0);
    }
    QCOMPARE(cache.counters().extended, std::int64_t{4}); // everything has nothing to extend
}

void MatchSetTest::namesAreLookedUpAnew() {
    MatchCache cache;
    for (const char* filter : {"tenant:\"Acme\"", "actor:somebody", "user:somebody", "subject:somebody -type:x"}) {
        (void)MUST(cache.matches(*MUST(m_replica->snapshot()), question(filter)));
        grow(1);
        (void)MUST(cache.matches(*MUST(m_replica->snapshot()), question(filter)));
    }
    QCOMPARE(cache.counters().extended, std::int64_t{0});
    QCOMPARE(cache.counters().evaluated, std::int64_t{8});
}

void MatchSetTest::relativeTimesStayForAWhile() {
    MatchCache cache;
    const auto view = MUST(m_replica->snapshot());
    const Instant now = m_settings.begin + 300 * m_settings.stepMicros;
    const auto first = MUST(cache.matches(*view, question("before:-1m", now)));
    QVERIFY(first->count() > 0);
    QVERIFY(MUST(cache.matches(*view, question("before:-1m", now + MatchCache::kRelativeTimeSlack))) == first);
    const auto later = MUST(cache.matches(*view, question("before:-1m", now + 90 * kMicrosPerSecond)));
    QVERIFY(later->count() > first->count());
    // A time that stands still is the same question whenever it is asked.
    const auto fixed = MUST(cache.matches(*view, question("before:2030-01-01", now)));
    QVERIFY(MUST(cache.matches(*view, question("before:2030-01-01", now + kMicrosPerDay))) == fixed);
}

void MatchSetTest::anOlderSnapshotIsAnsweredForItself() {
    MatchCache cache;
    const auto early = MUST(m_replica->snapshot());
    grow(300);
    const auto late = MUST(m_replica->snapshot());
    const auto ofLate = MUST(cache.matches(*late, question("type:*")));
    const auto ofEarly = MUST(cache.matches(*early, question("type:*")));
    QCOMPARE(ofLate->count(), std::int64_t{900});
    QCOMPARE(ofEarly->count(), std::int64_t{600});
}

void MatchSetTest::onlySoManyAreKept() {
    MatchCache cache;
    const auto view = MUST(m_replica->snapshot());
    const auto first = question("seq>=0");
    for (std::size_t i = 0; i <= MatchCache::kMostAnswers; ++i) {
        (void)MUST(cache.matches(*view, question("seq>=" + std::to_string(i))));
        (void)MUST(cache.matches(*view, first)); // asked all the time, so it stays
    }
    const auto evaluated = cache.counters().evaluated;
    (void)MUST(cache.matches(*view, first));
    QCOMPARE(cache.counters().evaluated, evaluated);
    (void)MUST(cache.matches(*view, question("seq>=1")));
    QCOMPARE(cache.counters().evaluated, evaluated + 1);
}

void MatchSetTest::manyMayAskAtOnce() {
    MatchCache cache;
    std::vector<std::thread> readers;
    std::atomic<int> wrong = 0;
    for (int reader = 0; reader < 4; ++reader)
        readers.emplace_back([&, reader] {
            for (int i = 0; i < 50; ++i) {
                const auto view = MUST(m_replica->snapshot());
                const auto asked = question("seq>" + std::to_string((i + reader) % 5));
                const auto kept = MUST(cache.matches(*view, asked));
                wrong += kept->count() == MUST(evaluate(*view, asked))->count() ? 0 : 1;
            }
        });
    for (int i = 0; i < 10; ++i)
        grow(5);
    for (auto& reader : readers)
        reader.join();
    QCOMPARE(wrong.load(), 0);
}

MUNIMENT_TEST(match_set, MatchSetTest);
#include "test_match_set.moc"
