// Protects what a person wrote beside the events: bookmarks, tags, notes and disclosures are kept whole, outlive
// reopening, rebuilding and new events, and a change of them can be noticed.
#include "models/replica/annotations.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

const RegionName kRegion("eu-west-1");

EventNumber number(std::int64_t ordinal) {
    return EventNumber::of(1, ordinal);
}

AnnotatedEvent annotated(std::int64_t ordinal, EventAnnotation annotation, const char* author = "ann") {
    return {number(ordinal), std::move(annotation), author, Instant{1'000 + ordinal}};
}

std::vector<AnnotatedEvent> all(Replica& replica) {
    return MUST(allAnnotations(*MUST(replica.snapshot())));
}

std::int64_t generation(Replica& replica) {
    return MUST(annotationGeneration(*MUST(replica.snapshot())));
}

std::unique_ptr<Replica> fileWithEvents(const ReplicaFixture& fixture, int events = 50) {
    auto replica = fixture.create();
    applyAll(*replica, kRegion, sampleEvents({}, events), 50);
    return replica;
}

} // namespace

class AnnotationsTest : public QObject {
    Q_OBJECT
private slots:
    void tagsAreFolded_data();
    void tagsAreFolded();
    void whatIsWrittenIsRead();
    void eachReplacesWhatItsEventHad();
    void nothingIsKeptOfAnEmptyAnnotation();
    void tagsAreCounted();
    void everyChangeMovesTheGeneration();
    void anUnknownEventRefusesTheWholeChange();
    void disclosuresAreOnlyEverAdded();
    void reopeningRebuildingAndNewEventsLoseNothing();
};

void AnnotationsTest::tagsAreFolded_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept");
    QTest::newRow("plain") << "incident"
                           << "incident";
    QTest::newRow("case and accents") << "Prüfung"
                                      << "prufung";
    QTest::newRow("blanks") << "  Case 17  b "
                            << "case-17-b";
    QTest::newRow("commas, tabs, lines") << "a, b\t,\n c,"
                                         << "a-b-c";
    QTest::newRow("no-break space") << QStringLiteral("a\u00A0b") << "a-b";
    QTest::newRow("its own hyphens stay") << "--a--b--"
                                          << "--a--b--";
    QTest::newRow("nothing") << " , \t"
                             << "";
    QTest::newRow("markup is text") << "<b>x</b>"
                                    << "<b>x</b>";
}

void AnnotationsTest::tagsAreFolded() {
    QFETCH(QString, typed);
    QFETCH(QString, kept);
    QCOMPARE(QString::fromStdString(normalizedTag(typed.toStdString())), kept);
    QCOMPARE(normalizedTag(kept.toStdString()), kept.toStdString());
}

void AnnotationsTest::whatIsWrittenIsRead() {
    const ReplicaFixture fixture;
    const auto replica = fileWithEvents(fixture);
    const EventAnnotation marked{true, {}, {}};
    const EventAnnotation tagged{false, {"a", "b"}, {}};
    const EventAnnotation noted{true, {"c"}, "Zeile 1\nline 2 \xF0\x9F\x94\x91"};
    const std::vector<AnnotatedEvent> written{annotated(7, marked), annotated(9, tagged), annotated(3, noted, "ben")};
    MUST(replica->writer()->setAnnotations(written));
    QVERIFY((all(*replica) == std::vector{written[2], written[0], written[1]}));
    const auto some = MUST(annotationsOf(*MUST(replica->snapshot()), {number(9), number(4), number(3)}));
    QVERIFY((some == std::map<EventNumber, EventAnnotation>{{number(3), noted}, {number(9), tagged}}));
}

void AnnotationsTest::eachReplacesWhatItsEventHad() {
    const ReplicaFixture fixture;
    const auto replica = fileWithEvents(fixture);
    MUST(replica->writer()->setAnnotations({annotated(1, {true, {"a", "b"}, "first"}), annotated(2, {true, {}, {}})}));
    MUST(replica->writer()->setAnnotations({annotated(1, {false, {"  C ", "b", "c", " "}, "second"}, "ben")}));
    QVERIFY((all(*replica) ==
             std::vector{annotated(1, {false, {"b", "c"}, "second"}, "ben"), annotated(2, {true, {}, {}})}));
}

void AnnotationsTest::nothingIsKeptOfAnEmptyAnnotation() {
    const ReplicaFixture fixture;
    const auto replica = fileWithEvents(fixture);
    MUST(replica->writer()->setAnnotations({annotated(1, {true, {"a"}, "x"})}));
    MUST(replica->writer()->setAnnotations({annotated(1, {}), annotated(2, {false, {" , "}, {}})}));
    QVERIFY(all(*replica).empty());
    QVERIFY(printedQuery(fixture.path(), "SELECT * FROM annotation_tags").empty());
}

void AnnotationsTest::tagsAreCounted() {
    const ReplicaFixture fixture;
    const auto replica = fileWithEvents(fixture);
    MUST(replica->writer()->setAnnotations({annotated(1, {false, {"b", "z"}, {}}), annotated(2, {false, {"z"}, {}}),
                                            annotated(3, {false, {"a", "z"}, {}})}));
    QVERIFY((MUST(tagsInUse(*MUST(replica->snapshot()))) == std::vector<TagCount>{{"z", 3}, {"a", 1}, {"b", 1}}));
}

void AnnotationsTest::everyChangeMovesTheGeneration() {
    const ReplicaFixture fixture;
    const auto replica = fileWithEvents(fixture);
    const std::int64_t before = generation(*replica);
    const auto held = MUST(replica->snapshot());
    MUST(replica->writer()->setAnnotations({annotated(1, {true, {}, {}})}));
    QVERIFY(generation(*replica) > before);
    QCOMPARE(MUST(annotationGeneration(*held)), before);
    const std::int64_t between = generation(*replica);
    MUST(replica->writer()->setAnnotations({annotated(1, {})}));
    QVERIFY(generation(*replica) > between);
    const std::int64_t after = generation(*replica);
    MUST(replica->writer()->setAnnotations({}));
    QCOMPARE(generation(*replica), after);
}

void AnnotationsTest::anUnknownEventRefusesTheWholeChange() {
    const ReplicaFixture fixture;
    const auto replica = fileWithEvents(fixture);
    const std::int64_t before = generation(*replica);
    const auto refused =
        replica->writer()->setAnnotations({annotated(1, {true, {}, {}}), annotated(51, {true, {}, {}})});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotFound);
    QVERIFY(all(*replica).empty());
    QCOMPARE(generation(*replica), before);
    for (const EventNumber unknown : {number(51), EventNumber::of(2, 1)}) // of runs that are not there
        QCOMPARE(replica->writer()->recordDisclosure({unknown, "hash", "why", "ann", {}}).error().code,
                 ErrorCode::NotFound);
    // Of an event that was taken out: that somebody looked at it stays.
    QVERIFY(replica->writer()->recordDisclosure({EventNumber{}, "hash", "why", "ann", {}}));
    QCOMPARE(disclosuresOf(*replica->snapshot().value(), EventNumber{}).value().size(), std::size_t(1));
}

void AnnotationsTest::disclosuresAreOnlyEverAdded() {
    const ReplicaFixture fixture;
    const auto replica = fileWithEvents(fixture);
    const Disclosure first{number(4), "password.hash", "ticket 17", "ann", Instant{5}};
    const Disclosure again{number(4), "password.hash", "ticket 18", "ben", Instant{4}};
    const Disclosure other{number(5), "secret", "ticket 19", "ann", Instant{6}};
    for (const Disclosure& each : {first, again, other})
        MUST(replica->writer()->recordDisclosure(each));
    MUST(replica->writer()->setAnnotations({annotated(4, {true, {}, {}})}));
    MUST(replica->writer()->setAnnotations({annotated(4, {})}));
    QVERIFY((MUST(disclosuresOf(*MUST(replica->snapshot()), number(4))) == std::vector{first, again}));
    QVERIFY(MUST(disclosuresOf(*MUST(replica->snapshot()), number(6))).empty());
}

void AnnotationsTest::reopeningRebuildingAndNewEventsLoseNothing() {
    const ReplicaFixture fixture;
    const auto events = sampleEvents({}, 3'000);
    auto replica = fixture.create();
    applyAll(*replica, kRegion, std::span(events).first(2'000), 500);
    const std::vector<AnnotatedEvent> written{annotated(10, {true, {"a"}, "note"}), annotated(2'000, {true, {}, {}})};
    const Disclosure disclosure{number(10), "hash", "why", "ann", Instant{5}};
    MUST(replica->writer()->setAnnotations(written));
    MUST(replica->writer()->recordDisclosure(disclosure));
    const std::int64_t before = generation(*replica);
    for (const std::string& model : readModelNames())
        while (!MUST(replica->writer()->rebuildSlice(model)).isFinished) {
        }
    replica.reset();
    replica = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadWrite));
    applyAll(*replica, kRegion, std::span(events).subspan(2'000), 500);
    QVERIFY(all(*replica) == written);
    QCOMPARE(generation(*replica), before);
    QVERIFY(MUST(disclosuresOf(*MUST(replica->snapshot()), number(10))) == std::vector{disclosure});
    QVERIFY(MUST(examineReplica(*MUST(replica->snapshot()), 1, {}, {})).empty());
}

MUNIMENT_TEST(annotations, AnnotationsTest);
#include "test_annotations.moc"
