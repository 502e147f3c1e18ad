// Protects what the window asks about a search within the list: matches are those of filter and search together, the
// place of an event among them is counted from the top, rows are marked as the search finds them, and answers follow
// the events that come.
#include "models/items/search_queries.h"
#include "models/items/timeline_queries.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr int kEvents = 600;

FilterNode filter(const char* text) {
    return *parseFilter(text).filter;
}

ListSearch search(const char* list, const char* searched) {
    return {{filter(list), {}, {}}, filter(searched)};
}

} // namespace

class TestSearchQuestions : public QObject {
    Q_OBJECT
private slots:

    void init() {
        m_replica.reset();
        m_fixture = std::make_unique<ReplicaFixture>();
        m_replica = m_fixture->create();
        m_events = sampleEvents({}, kEvents + 50);
        applyAll(*m_replica, RegionName("eu-west-1"), std::span(m_events).first(kEvents), kEvents);
    }

    void placesAreCountedFromTheTop() {
        const auto snapshot = MUST(m_replica->snapshot());
        const auto asked = search("type:user.*", "type:user.human.added");
        std::int64_t place = 0;
        for (int ordinal = kEvents; ordinal >= 1; --ordinal) {
            const bool isMatch = m_events[static_cast<std::size_t>(ordinal) - 1].type == "user.human.added";
            const auto found = MUST(readFindPlace(*snapshot, {asked, number(ordinal)}, m_cache));
            QCOMPARE(found.found, countOf("user.human.added", kEvents));
            QVERIFY(found.place == (isMatch ? std::optional(place) : std::nullopt));
            place += isMatch ? 1 : 0;
        }
        QCOMPARE(place, countOf("user.human.added", kEvents));
        QVERIFY(!MUST(readFindPlace(*snapshot, {asked, {}}, m_cache)).place);
    }

    void theFilterBoundsTheSearch() {
        const auto snapshot = MUST(m_replica->snapshot());
        const auto outside = search("type:org.*", "type:user.human.added");
        QCOMPARE(MUST(readFindPlace(*snapshot, {outside, {}}, m_cache)).found, std::int64_t{0});
        QVERIFY(!MUST(readNextFind(*snapshot, {outside, number(5), ListDirection::Down}, m_cache)));
        const auto slices = MUST(readSlices(*snapshot, {outside, 256}, m_cache));
        QVERIFY(slices.slices.empty());
        QVERIFY(slices.rows > 0);
        // A search that the filter has already: everything is found.
        const auto same = MUST(readSlices(*snapshot, {search("type:user.*", "type:user.*"), 1}, m_cache));
        QCOMPARE(same.found, same.rows);
        QCOMPARE(same.slices.front().count, same.rows);
    }

    void answersFollowNewEvents() {
        const auto asked = search("", "type:user.human.added");
        const auto before = MUST(readSlices(*MUST(m_replica->snapshot()), {asked, 64}, m_cache));
        QCOMPARE(before.found, countOf("user.human.added", kEvents));
        applyAll(*m_replica, RegionName("eu-west-1"), std::span(m_events).subspan(kEvents), 50);
        const auto snapshot = MUST(m_replica->snapshot());
        const auto after = MUST(readSlices(*snapshot, {asked, 64}, m_cache));
        QCOMPARE(after.rows, std::int64_t{kEvents + 50});
        QCOMPARE(after.found, countOf("user.human.added", kEvents + 50));
        QVERIFY(m_cache.counters().extended > 0); // only the new events were asked about
        const auto newest = MUST(readNextFind(*snapshot, {asked, {}, ListDirection::Down}, m_cache));
        QCOMPARE(newest->number, after.slices.front().newest);
        QCOMPARE(newest->place, std::int64_t{0});
    }

    void rowsAreMarkedAsTheSearchFindsThem() {
        TimelineRequest request{.question = {filter("type:user.*"), {}, {}}, .count = 40};
        QVERIFY(slice(request).found.empty());
        request.search = filter("type:user.human.added");
        const auto marked = slice(request);
        QCOMPARE(marked.found.size(), marked.rows.size());
        int found = 0;
        for (std::size_t i = 0; i < marked.rows.size(); ++i) {
            QCOMPARE(static_cast<bool>(marked.found[i]), marked.rows[i].event.type == "user.human.added");
            found += marked.found[i] ? 1 : 0;
        }
        QVERIFY(found > 0 && found < 40);
    }

    void whatCannotBeAskedIsSaidAndMarksNothing() {
        MUST(m_replica->writer()->setWordIndex(false));
        const auto snapshot = MUST(m_replica->snapshot());
        const auto words = search("", "anything");
        QCOMPARE(readFindPlace(*snapshot, {words, {}}, m_cache).error().code, ErrorCode::InvalidInput);
        QCOMPARE(readSlices(*snapshot, {words, 256}, m_cache).error().code, ErrorCode::InvalidInput);
        TimelineRequest request{.count = 40};
        request.search = words.search;
        for (const bool isFound : slice(request).found)
            QVERIFY(!isFound);
    }

private:
    [[nodiscard]] static EventNumber number(int ordinal) { return EventNumber::of(1, ordinal); }

    [[nodiscard]] std::int64_t countOf(const char* type, int among) const {
        return std::count_if(m_events.begin(), m_events.begin() + among,
                             [&](const RecordedEvent& event) { return event.type == type; });
    }

    [[nodiscard]] TimelineSlice slice(const TimelineRequest& request) {
        return MUST(readTimelineSlice(*MUST(m_replica->snapshot()), request, m_cache));
    }

    std::unique_ptr<ReplicaFixture> m_fixture;
    std::unique_ptr<Replica> m_replica;
    std::vector<RecordedEvent> m_events;
    MatchCache m_cache;
};

MUNIMENT_TEST(search_questions, TestSearchQuestions);
#include "test_search_questions.moc"
