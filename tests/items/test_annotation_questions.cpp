// Protects what the window asks about bookmarks, tags and notes: marks stand at the rows of the list that is shown and
// are joined where they would lie upon one another, and the next bookmark is the next of that list.
#include "models/items/annotation_queries.h"
#include "models/items/annotation_words.h"
#include "models/timeline/timeline.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr int kEvents = 1'000;

TimelineQuestion question(const char* filter = "") {
    return {*parseFilter(filter).filter, {}, {}};
}

/// "row:count" of each mark, with a star where something is bookmarked.
QString printed(const AnnotationMarks& marks) {
    QStringList texts;
    for (const auto& mark : marks.marks)
        texts << QStringLiteral("%1:%2%3")
                     .arg(mark.row)
                     .arg(mark.count)
                     .arg(mark.annotation.isBookmarked ? QStringLiteral("*") : QString());
    return texts.join(QLatin1Char(' '));
}

} // namespace

class TestAnnotationQuestions : public QObject {
    Q_OBJECT
private slots:

    void init() {
        m_replica.reset();
        m_fixture = std::make_unique<ReplicaFixture>();
        m_replica = m_fixture->create();
        applyAll(*m_replica, RegionName("eu-west-1"), sampleEvents({}, kEvents), kEvents);
    }

    void marksStandAtTheirRows() {
        QCOMPARE(printed(marks({}, 100)), QString());
        annotate(kEvents, {true, {}, {}}); // the newest
        annotate(1, {false, {"old"}, {}});
        annotate(500, {false, {}, "a note"});
        const auto all = marks({}, 100);
        QCOMPARE(all.total, kEvents);
        QCOMPARE(printed(all), QStringLiteral("0:1* 500:1 999:1"));
        QCOMPARE(all.marks[1].number, number(500));
        QCOMPARE(all.marks[1].annotation.note, std::string("a note"));
    }

    void marksThatLieUponOneAnotherAreOne() {
        for (const int row : {0, 3, 9, 10, 500, 501})
            annotate(kEvents - row, {row == 9, {"x"}, {}});
        QCOMPARE(printed(marks({}, 100)), QStringLiteral("0:3* 10:1 500:2"));
        QCOMPARE(printed(marks({}, 1'000)), QStringLiteral("0:1 3:1 9:1* 10:1 500:1 501:1"));
        QCOMPARE(printed(marks({}, 1)), QStringLiteral("0:6*"));
    }

    void aFilterMovesMarksAndHidesThem() {
        for (int ordinal = 1; ordinal <= kEvents; ++ordinal)
            if (ordinal % 100 == 0)
                annotate(ordinal, {true, {}, {}});
        const auto hidden = marks("-is:bookmarked", 100);
        QCOMPARE(hidden.total, kEvents - 10);
        QCOMPARE(printed(hidden), QString());
        QCOMPARE(printed(marks("is:bookmarked", 10)),
                 QStringLiteral("0:1* 1:1* 2:1* 3:1* 4:1* 5:1* 6:1* 7:1* 8:1* 9:1*"));
    }

    void bookmarksFollowOneAnother() {
        for (const int ordinal : {10, 20, 30})
            annotate(ordinal, {true, {}, {}});
        annotate(25, {false, {"not a bookmark"}, {}});
        QCOMPARE(next({}, false), std::optional(number(30)));
        QCOMPARE(next(number(30), false), std::optional(number(20)));
        QCOMPARE(next(number(25), false), std::optional(number(20)));
        QCOMPARE(next(number(25), true), std::optional(number(30)));
        QCOMPARE(next(number(10), true), std::optional(number(20)));
        QCOMPARE(next(number(10), false), std::optional<EventNumber>());
        QCOMPARE(next(number(30), true), std::optional<EventNumber>());
        QCOMPARE(next(number(30), false, "-is:bookmarked"), std::optional<EventNumber>());
    }

    void wordsSayWhatIsThere() {
        QCOMPARE(annotationWords({}), QString());
        const auto words = annotationWords({true, {"a", "b"}, "line 1\nline 2"});
        QVERIFY2(words.startsWith(QStringLiteral("Bookmarked. Tags: ")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("a, b")), qPrintable(words));
        QVERIFY2(!words.contains(QLatin1Char('\n')), qPrintable(words));
        QVERIFY(annotationWords({false, {}, std::string(5'000, 'x')}).size() < 200);
    }

    void tagsAreReadAsTyped() {
        QCOMPARE(tagsOfText(QStringLiteral(" Case 17, incident,,CASE-17 , ")),
                 (std::vector<std::string>{"case-17", "incident"}));
        QCOMPARE(tagsText({"case-17", "incident"}), QStringLiteral("case-17, incident"));
        QVERIFY(tagsOfText(QString()).empty());
    }

private:
    static EventNumber number(int ordinal) { return EventNumber::of(1, ordinal); }

    void annotate(int ordinal, EventAnnotation annotation) {
        MUST(m_replica->writer()->setAnnotations({{number(ordinal), std::move(annotation), "tester", {}}}));
    }

    AnnotationMarks marks(const char* filter, int places) {
        MatchCache cache;
        return MUST(readAnnotationMarks(*MUST(m_replica->snapshot()),
                                        {question(filter == nullptr ? "" : filter), places}, cache));
    }

    std::optional<EventNumber> next(std::optional<EventNumber> from, bool isLater, const char* filter = "") {
        MatchCache cache;
        return MUST(readBookmark(*MUST(m_replica->snapshot()), {question(filter), from, isLater}, cache));
    }

    std::unique_ptr<ReplicaFixture> m_fixture;
    std::unique_ptr<Replica> m_replica;
};

MUNIMENT_TEST(annotation_questions, TestAnnotationQuestions);
#include "test_annotation_questions.moc"
