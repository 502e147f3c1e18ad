// Protects what `is:`, `tag:` and `note:` find: always what the file says now, also where answers are kept, and that
// completion knows the tags in use.
#include "models/replica/annotations.h"
#include "models/timeline/filter_completion.h"
#include "models/timeline/match_cache.h"
#include "models/timeline/timeline.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

const RegionName kFirst("eu-west-1");
const RegionName kSecond("us-east-1");

TimelineQuestion question(std::string_view filter) {
    const auto parsed = parseFilter(filter);
    if (!parsed.filter)
        qFatal("not a filter: %s", std::string(filter).c_str());
    return {*parsed.filter, {}, {}};
}

std::string printed(const MatchSet& matches) {
    std::string text;
    for (const auto& [run, ordinals] : matches.ordinals)
        for (const std::uint32_t ordinal : ordinals)
            text += (text.empty() ? "" : " ") + std::to_string(run) + "/" + std::to_string(ordinal);
    return text;
}

} // namespace

class AnnotatedFilterTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void finds_data();
    void finds();
    void aKeptAnswerIsNotServedAfterAChange();
    void newEventsExtendAKeptAnswer();
    void rowsBringTheirAnnotation();
    void valuesAreCompletedWithTheirCounts();
    void unknownKindsAreRefused();

private:
    void annotate(std::int64_t run, std::int64_t ordinal, EventAnnotation annotation) {
        MUST(m_replica->writer()->setAnnotations(
            {{EventNumber::of(run, ordinal), std::move(annotation), "tester", Instant{1}}}));
    }

    std::string found(MatchCache& cache, std::string_view filter) {
        return printed(*MUST(cache.matches(*MUST(m_replica->snapshot()), question(filter))));
    }

    std::string completed(std::string_view filter) {
        std::string text;
        const auto snapshot = MUST(m_replica->snapshot());
        for (const FilterCompletion& item : MUST(completeFilter(*snapshot, filter, filter.size(), {})).items)
            text += item.text + " " + std::to_string(item.count.value_or(-1)) + ", ";
        return text;
    }

    std::unique_ptr<ReplicaFixture> m_fixture;
    std::unique_ptr<Replica> m_replica;
    std::vector<RecordedEvent> m_events;
};

void AnnotatedFilterTest::init() {
    m_replica.reset();
    m_fixture = std::make_unique<ReplicaFixture>(std::vector<std::string>{kFirst.text(), kSecond.text()});
    m_replica = m_fixture->create();
    m_events = sampleEvents({}, 60);
    applyAll(*m_replica, kFirst, std::span(m_events).first(40), 40);
    SampleLogSettings second;
    second.region = kSecond;
    second.seed = 2;
    applyAll(*m_replica, kSecond, sampleEvents(second, 40), 40);
    annotate(1, 3, {true, {}, {}});
    annotate(1, 7, {false, {"case-17", "incident"}, "Asked Ann about it"});
    annotate(2, 7, {true, {"incident"}, {}});
    annotate(2, 40, {false, {}, "Prüfung ok"});
}

void AnnotatedFilterTest::finds_data() {
    QTest::addColumn<std::string>("filter");
    QTest::addColumn<std::string>("events");
    const auto row = [](const char* filter, const char* events) {
        QTest::newRow(filter) << std::string(filter) << std::string(events);
    };
    row("is:bookmarked", "1/3 2/7");
    row("is:tagged", "1/7 2/7");
    row("is:noted", "1/7 2/40");
    row("is:(bookmarked noted)", "1/3 1/7 2/7 2/40");
    row("is:*", "1/3 1/7 2/7 2/40");
    row("is:*ed -is:bookmarked", "1/7 2/40");
    row("tag:incident", "1/7 2/7");
    row("tag:Incident region:us-east-1", "2/7");
    row("tag:\"Case 17\"", "1/7");
    row("tag:(case-* other)", "1/7");
    row("tag:case", "");
    row("note:pruf*", "2/40");
    row("note:\"ann asked\"", "1/7");
    row("note:(ann ok)", "1/7 2/40");
    row("note:incident", "");
}

void AnnotatedFilterTest::finds() {
    QFETCH(std::string, filter);
    QFETCH(std::string, events);
    QCOMPARE(printed(*MUST(evaluate(*MUST(m_replica->snapshot()), question(filter)))), events);
}

void AnnotatedFilterTest::aKeptAnswerIsNotServedAfterAChange() {
    MatchCache cache;
    const auto before = MUST(m_replica->snapshot());
    QCOMPARE(found(cache, "is:bookmarked"), std::string("1/3 2/7"));
    QCOMPARE(found(cache, "is:bookmarked"), std::string("1/3 2/7"));
    QCOMPARE(cache.counters().served, 1);
    annotate(1, 3, {});
    annotate(2, 1, {true, {}, {}});
    QCOMPARE(found(cache, "is:bookmarked"), std::string("2/1 2/7"));
    QCOMPARE(printed(*MUST(cache.matches(*before, question("is:bookmarked")))), std::string("1/3 2/7"));
    // What asks nothing of annotations stays.
    const auto evaluated = cache.counters().evaluated;
    (void)found(cache, "seq:1");
    annotate(1, 3, {true, {}, {}});
    (void)found(cache, "seq:1");
    QCOMPARE(cache.counters().evaluated, evaluated + 1);
}

void AnnotatedFilterTest::newEventsExtendAKeptAnswer() {
    MatchCache cache;
    QCOMPARE(found(cache, "-is:*").size(), found(cache, "-is:*").size());
    applyAll(*m_replica, kFirst, std::span(m_events).subspan(40), 20);
    QCOMPARE(found(cache, "is:bookmarked"), std::string("1/3 2/7"));
    QCOMPARE(MUST(cache.matches(*MUST(m_replica->snapshot()), question("-is:*")))->count(), 96);
    QCOMPARE(cache.counters().extended, 1);
    annotate(1, 55, {true, {}, {}});
    QCOMPARE(found(cache, "is:bookmarked"), std::string("1/3 1/55 2/7"));
}

void AnnotatedFilterTest::rowsBringTheirAnnotation() {
    const auto snapshot = MUST(m_replica->snapshot());
    const auto matches = MUST(evaluate(*snapshot, question("is:tagged region:eu-west-1 or (region:us-east-1 seq:1)")));
    int annotated = 0;
    for (const TimelineRow& row : MUST(readTimeline(*snapshot, *matches, TimelineOrder::OldestFirst, 0, 100))) {
        if (row.number == EventNumber::of(1, 7))
            QVERIFY((row.annotation == EventAnnotation{false, {"case-17", "incident"}, "Asked Ann about it"}));
        annotated += row.annotation.isEmpty() ? 0 : 1;
    }
    QVERIFY(annotated >= 1);
}

void AnnotatedFilterTest::valuesAreCompletedWithTheirCounts() {
    QCOMPARE(completed("is:"), std::string("bookmarked 2, tagged 2, noted 2, "));
    QCOMPARE(completed("region:us-east-1 is:bo"), std::string("bookmarked 1, "));
    QCOMPARE(completed("tag:"), std::string("incident 2, case-17 1, "));
    QCOMPARE(completed("is:bookmarked tag:i"), std::string("incident 1, "));
    QCOMPARE(completed("tag:17"), std::string("case-17 1, "));
}

void AnnotatedFilterTest::unknownKindsAreRefused() {
    const auto parsed = parseFilter("is:starred");
    QVERIFY(parsed.error.has_value());
    QCOMPARE(parsed.error->fault, FilterFault::NotAChoice);
    QCOMPARE(parsed.error->suggestions, (std::vector<std::string>{"bookmarked", "tagged", "noted"}));
    QCOMPARE(parseFilter("note:\"?!\"").error->fault, FilterFault::NothingToSearchFor);
    QCOMPARE(parseFilter("note:a*b").error->fault, FilterFault::WildcardOnlyAtEnd);
    QCOMPARE(parseFilter("tag>a").error->fault, FilterFault::NotComparable);
}

MUNIMENT_TEST(annotated_filter, AnnotatedFilterTest);
#include "test_annotated_filter.moc"
