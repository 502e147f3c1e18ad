// Protects what the one writer promises: readers see whole batches, what is not beyond the cursor is refused and
// changes nothing, what looks forged is marked and stays, and settings are kept.
#include "models/replica/event_mark.h"
#include "models/replica/sqlite.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <SQLiteCpp/Database.h>
#include <atomic>
#include <thread>

using namespace muniment;
using namespace muniment::test;

namespace {

const RegionName kRegion("eu-west-1");

} // namespace

class WriterTest : public QObject {
    Q_OBJECT
private slots:
    void readersSeeWholeBatchesOnly();
    void anEventThatIsNotBeyondTheCursorIsRefused();
    void aForgedPositionIsMarkedAndTheEventStays();
    void settingsAreKept();
    void anEventOfARunThatIsNotThereIsNotFound();
    void aRegionAddedLaterHasATableOfItsOwn();
};

void WriterTest::readersSeeWholeBatchesOnly() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    std::atomic<bool> isDone = false;
    std::atomic<int> looks = 0;
    std::atomic<int> wrong = 0;
    std::thread reader([&] {
        while (!isDone) {
            const auto snapshot = MUST(replica->snapshot());
            const std::int64_t last = MUST(snapshot->runs()).front().lastOrdinal;
            const auto rows = sqlite::queryInteger(snapshot->database().getHandle(), "SELECT count(*) FROM events_1");
            const auto region = MUST(snapshot->regions()).front();
            if (last % 300 != 0 || rows != last || region.events != last || region.cursor.has_value() != (last > 0))
                ++wrong;
            ++looks;
        }
    });
    applyAll(*replica, kRegion, sampleEvents({}, 12'000), 300);
    isDone = true;
    reader.join();
    QCOMPARE(wrong.load(), 0);
    QVERIFY(looks > 5);
}

void WriterTest::anEventThatIsNotBeyondTheCursorIsRefused() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    const auto events = sampleEvents({}, 20);
    applyAll(*replica, kRegion, events, 20);
    const auto before = printedRows(fixture.path());
    for (const std::size_t first : {std::size_t{0}, std::size_t{19}}) {
        Batch batch{kRegion, {events.begin() + static_cast<std::ptrdiff_t>(first), events.end()}, {}, false};
        const auto again = replica->writer()->apply(*prepareBatch(std::move(batch)));
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::LogRewound);
    }
    Batch elsewhere{RegionName("nowhere"), {events.front()}, {}, false};
    const auto unknown = replica->writer()->apply(*prepareBatch(std::move(elsewhere)));
    QCOMPARE(unknown.error().code, ErrorCode::NotFound);
    QVERIFY(printedRows(fixture.path()) == before);
}

void WriterTest::aForgedPositionIsMarkedAndTheEventStays() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    const auto events = sampleEvents({}, 3);
    Batch batch{kRegion, events, {}, true, {events[1].key}};
    QCOMPARE(MUST(replica->writer()->apply(*prepareBatch(std::move(batch)))).events, std::int64_t{3});
    const auto snapshot = MUST(replica->snapshot());
    const auto findings = MUST(snapshot->findings(10));
    QCOMPARE(findings.size(), std::size_t{1});
    QCOMPARE(findings[0].kind, std::string("position.forged"));
    QVERIFY(MUST(snapshot->event(*findings[0].event)) == events[1]);
    const auto forged = std::to_string(static_cast<int>(EventMark::ForgedPosition));
    QCOMPARE(printedQuery(fixture.path(), "SELECT marks & " + forged + " FROM events_1 ORDER BY n"),
             (std::vector<std::string>{"0", forged, "0"}));
}

void WriterTest::anEventOfARunThatIsNotThereIsNotFound() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    applyAll(*replica, kRegion, sampleEvents({}, 3), 3);
    const auto snapshot = MUST(replica->snapshot());
    for (const EventNumber number : {EventNumber::of(1, 4), EventNumber::of(2, 1), EventNumber{}}) {
        const auto event = snapshot->event(number);
        QVERIFY(!event);
        QCOMPARE(event.error().code, ErrorCode::NotFound);
        QVERIFY(!snapshot->loggedAt(number));
    }
}

void WriterTest::aRegionAddedLaterHasATableOfItsOwn() {
    const ReplicaFixture fixture;
    const RegionName second("us-east-1");
    const auto replica = fixture.create();
    const auto events = sampleEvents({}, 6);
    applyAll(*replica, kRegion, {events.begin(), events.begin() + 3}, 3);
    const std::vector<WorkspaceRegion> regions{{kRegion, "postgresql://a.example/muniment"},
                                               {second, "postgresql://b.example/muniment"}};
    for (int time = 0; time < 2; ++time) // the second time nothing is new
        MUST(replica->writer()->setRegions(regions));
    applyAll(*replica, second, {events.begin() + 3, events.end()}, 3);
    QCOMPARE(printedQuery(fixture.path(), "SELECT count(*) FROM events_1"), std::vector<std::string>{"3"});
    QCOMPARE(printedQuery(fixture.path(), "SELECT n >> 40, count(*) FROM events_2 GROUP BY 1"),
             std::vector<std::string>{"2|3"});
    QVERIFY(MUST(MUST(replica->snapshot())->event(EventNumber::of(2, 1))) == events[3]);
}

void WriterTest::settingsAreKept() {
    const ReplicaFixture fixture({"eu-west-1", "us-east-1"});
    {
        const auto replica = fixture.create();
        applyAll(*replica, kRegion, sampleEvents({}, 10), 10);
        MUST(replica->writer()->recordStoreMark(kRegion, {"installation", "system"}));
        MUST(replica->writer()->recordKnownThrough(kRegion, Instant{200}));
        MUST(replica->writer()->recordKnownThrough(kRegion, Instant{100}));
        MUST(replica->writer()->setOperatorName("somebody else"));
        MUST(replica->writer()->setRegions({{RegionName("ap-south-1"), "c"}, {kRegion, "a"}}));
    }
    const auto replica = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadOnly));
    const auto snapshot = MUST(replica->snapshot());
    QCOMPARE(MUST(snapshot->operatorName()), std::string("somebody else"));
    const auto regions = MUST(snapshot->regions());
    QCOMPARE(regions.size(), std::size_t{2});
    QCOMPARE(regions[0].region.text(), std::string("ap-south-1"));
    QVERIFY(!regions[0].cursor && !regions[0].newestHeld && !regions[0].mark && !regions[0].knownThrough);
    QCOMPARE(regions[1].endpoint, std::string("a"));
    QCOMPARE(regions[1].knownThrough->micros, std::int64_t{200});
    QCOMPARE(regions[1].mark->systemIdentifier, std::string("system"));
    const RecordedEvent last = sampleEvents({}, 10).back();
    QVERIFY((*regions[1].newestHeld ==
             HeldEvent{kRegion, last.tenant, last.aggregate, last.sequence, last.eventId, last.key}));
    QCOMPARE(MUST(snapshot->runs()).size(), std::size_t{3});
}

MUNIMENT_TEST(writer, WriterTest);
#include "test_writer.moc"
