// Protects the order of the timeline: whatever page is asked for equals that slice of a plain sort of everything by
// (logged_at, region, position, in_tx_order), with ties, plateaus, several regions and inversions.
#include "models/timeline/timeline.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <SQLiteCpp/Database.h>
#include <atomic>
#include <random>
#include <sqlite3.h>
#include <thread>
#include <tuple>

using namespace muniment;
using namespace muniment::test;

namespace {

/// One event as the oracle sees it.
struct Expected {
    std::int64_t loggedAt;
    std::string region;
    LogKey key;
    EventNumber number;
    TenantId tenant;
    std::string type;

    bool operator<(const Expected& other) const {
        return std::tie(loggedAt, region, key) < std::tie(other.loggedAt, other.region, other.key);
    }
};

struct Shape {
    const char* name;
    std::vector<int> counts;
    std::int64_t stepMicros;
    bool isRough;
};

} // namespace

class TimelineTest : public QObject {
    Q_OBJECT
private slots:
    void pagesEqualASort_data();
    void pagesEqualASort();
    void scopesEqualAFilteredSort();
    void anInstantCutsTheOrder();
    void rowsAreFoundByEventAndByTime();
    void namesAreAsTheyWere();
    void namesAreLookedUpByIndex();
    void aScanCanBeInterrupted();
    void anEmptyFileHasNoRows();

private:
    /// Fills a file with one log per region and returns what a sort makes of them, newest first.
    std::vector<Expected> fill(const Shape& shape);

    [[nodiscard]] std::unique_ptr<Snapshot> snapshot() { return MUST(m_replica->snapshot()); }

    std::unique_ptr<ReplicaFixture> m_fixture;
    std::unique_ptr<Replica> m_replica;
    std::mt19937_64 m_random{5};
};

std::vector<Expected> TimelineTest::fill(const Shape& shape) {
    // Not in the order of their names, so that run numbers and region order differ.
    const std::vector<std::string> names{"us-east-1", "ap-south-1", "eu-west-1", "eu-central-1"};
    const std::vector<std::string> regions(names.begin(),
                                           names.begin() + static_cast<std::ptrdiff_t>(shape.counts.size()));
    m_replica.reset();
    m_fixture = std::make_unique<ReplicaFixture>(regions);
    m_replica = m_fixture->create();
    std::vector<Expected> expected;
    for (std::size_t i = 0; i < regions.size(); ++i) {
        SampleLogSettings settings;
        settings.region = RegionName(regions[i]);
        settings.seed = i + 1;
        settings.tenants = 3;
        settings.stepMicros = shape.stepMicros;
        settings.isRough = shape.isRough;
        const auto events = sampleEvents(settings, shape.counts[i]);
        applyAll(*m_replica, settings.region, events, 1'777);
        std::int64_t loggedAt = INT64_MIN;
        for (std::size_t at = 0; at < events.size(); ++at) {
            loggedAt = std::max(loggedAt, events[at].recordedAt.micros);
            expected.push_back({loggedAt, regions[i], events[at].key,
                                EventNumber::of(static_cast<std::int64_t>(i) + 1, static_cast<std::int64_t>(at) + 1),
                                events[at].tenant, events[at].type});
        }
    }
    std::sort(expected.begin(), expected.end());
    std::reverse(expected.begin(), expected.end());
    return expected;
}

void TimelineTest::pagesEqualASort_data() {
    QTest::addColumn<int>("shape");
    for (int i = 0; i < 6; ++i)
        QTest::newRow(qPrintable(QString::number(i))) << i;
}

void TimelineTest::pagesEqualASort() {
    static const std::vector<Shape> shapes{
        {"one region", {3'000}, 1'000'000, false},
        {"three regions", {5'000, 3'100, 2'000}, 1'000'000, true},
        {"ties everywhere", {4'000, 4'000, 4'000}, 1, true},
        {"a small and a large one", {12'000, 3, 1'025}, 500'000, true},
        {"block boundaries", {1'024, 1'025, 2'048, 1'023}, 1'000, false},
        {"one event each", {1, 1, 1}, 1, false},
    };
    QFETCH(int, shape);
    const auto expected = fill(shapes[static_cast<std::size_t>(shape)]);
    const auto total = static_cast<std::int64_t>(expected.size());
    const auto view = snapshot();
    QCOMPARE(MUST(countTimeline(*view, {})), total);
    const auto check = [&](TimelineOrder order, std::int64_t first, int count) {
        const auto rows = MUST(readTimeline(*view, {}, order, first, count));
        QCOMPARE(static_cast<std::int64_t>(rows.size()), std::clamp<std::int64_t>(total - first, 0, count));
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const std::int64_t at = first + static_cast<std::int64_t>(i);
            const Expected& wanted =
                expected[static_cast<std::size_t>(order == TimelineOrder::NewestFirst ? at : total - 1 - at)];
            QVERIFY2(rows[i].number == wanted.number, qPrintable(QStringLiteral("row %1: event %2 instead of %3")
                                                                     .arg(at)
                                                                     .arg(rows[i].number.value)
                                                                     .arg(wanted.number.value)));
            QCOMPARE(rows[i].loggedAt.micros, wanted.loggedAt);
            QCOMPARE(rows[i].region.text(), wanted.region);
        }
    };
    for (int round = 0; round < 60; ++round)
        check(round % 3 == 0 ? TimelineOrder::OldestFirst : TimelineOrder::NewestFirst,
              static_cast<std::int64_t>(m_random() % static_cast<std::uint64_t>(total + 2)),
              static_cast<int>(m_random() % 40));
    check(TimelineOrder::NewestFirst, total - 1, 10);
    check(TimelineOrder::NewestFirst, total, 10);
    check(TimelineOrder::NewestFirst, 0, 3'000);
    check(TimelineOrder::OldestFirst, 0, 3'000);
}

void TimelineTest::scopesEqualAFilteredSort() {
    const auto expected = fill({"scoped", {3'000, 2'000, 1'500}, 1'000'000, true});
    const auto view = snapshot();
    std::vector<TimelineScope> scopes(7);
    scopes[0].region = RegionName("ap-south-1");
    scopes[1].tenant = expected[10].tenant;
    scopes[2].type = "user.locked";
    scopes[3].type = "user.human.*";
    scopes[4].type = "session*";
    scopes[4].region = RegionName("us-east-1");
    scopes[5].tenant = TenantId("nobody");
    scopes[6].type = "user.%"; // no pattern of SQL's
    for (const TimelineScope& scope : scopes) {
        std::vector<EventNumber> wanted;
        for (const Expected& event : expected) {
            const bool isPrefix = scope.type && scope.type->ends_with('*');
            const std::string type = isPrefix ? scope.type->substr(0, scope.type->size() - 1) : scope.type.value_or("");
            if ((!scope.region || scope.region->text() == event.region) &&
                (!scope.tenant || *scope.tenant == event.tenant) &&
                (!scope.type || (isPrefix ? event.type.starts_with(type) : event.type == type)))
                wanted.push_back(event.number);
        }
        const auto total = static_cast<std::int64_t>(wanted.size());
        QCOMPARE(MUST(countTimeline(*view, scope)), total);
        // Page by page, both ways, equals the whole.
        for (const TimelineOrder order : {TimelineOrder::NewestFirst, TimelineOrder::OldestFirst}) {
            std::vector<EventNumber> paged;
            for (std::int64_t first = 0; first < std::min<std::int64_t>(total, 600); first += 97)
                for (const TimelineRow& row : MUST(readTimeline(*view, scope, order, first, 97)))
                    paged.push_back(row.number);
            auto all = wanted;
            if (order == TimelineOrder::OldestFirst)
                std::reverse(all.begin(), all.end());
            all.resize(paged.size());
            QVERIFY(paged == all);
            QVERIFY(total < 600 ? static_cast<std::int64_t>(paged.size()) == total : paged.size() >= 600);
        }
    }
}

void TimelineTest::anInstantCutsTheOrder() {
    const auto expected = fill({"as of", {2'500, 1'500}, 1'000'000, true});
    const auto view = snapshot();
    for (const std::size_t at : {std::size_t{0}, std::size_t{700}, std::size_t{2'222}, expected.size() - 1}) {
        TimelineScope scope;
        scope.asOf = Instant{expected[at].loggedAt};
        std::vector<EventNumber> wanted;
        for (const Expected& event : expected)
            if (event.loggedAt <= scope.asOf->micros)
                wanted.push_back(event.number);
        QCOMPARE(MUST(countTimeline(*view, scope)), static_cast<std::int64_t>(wanted.size()));
        const auto rows = MUST(readTimeline(*view, scope, TimelineOrder::NewestFirst, 0, 30));
        for (std::size_t i = 0; i < rows.size(); ++i)
            QVERIFY(rows[i].number == wanted[i]);
        scope.tenant = expected[at].tenant;
        QVERIFY(MUST(readTimeline(*view, scope, TimelineOrder::NewestFirst, 0, 1)).front().loggedAt <= *scope.asOf);
    }
}

void TimelineTest::rowsAreFoundByEventAndByTime() {
    const auto expected = fill({"found", {3'000, 2'500, 1'030}, 10, true});
    const auto view = snapshot();
    for (std::size_t at = 0; at < expected.size(); at += 13) {
        QCOMPARE(MUST(timelineRowOf(*view, expected[at].number)), static_cast<std::int64_t>(at));
        for (const std::int64_t shift : {-1, 0, 1}) {
            const std::int64_t t = expected[at].loggedAt + shift;
            const auto wanted = std::find_if(expected.begin(), expected.end(),
                                             [&](const Expected& event) { return event.loggedAt <= t; }) -
                                expected.begin();
            QCOMPARE(MUST(timelineRowAt(*view, Instant{t})), static_cast<std::int64_t>(wanted));
        }
    }
    const auto total = static_cast<std::int64_t>(expected.size());
    QCOMPARE(MUST(timelineRowAt(*view, Instant{0})), total);
    QCOMPARE(MUST(timelineRowAt(*view, Instant{INT64_MAX})), std::int64_t{0});
    for (const EventNumber nobody :
         {EventNumber{0}, EventNumber::of(1, 0), EventNumber::of(1, 99'999), EventNumber::of(9, 1)})
        QCOMPARE(timelineRowOf(*view, nobody).error().code, ErrorCode::NotFound);
}

void TimelineTest::namesAreAsTheyWere() {
    m_fixture = std::make_unique<ReplicaFixture>();
    m_replica = m_fixture->create();
    std::int64_t position = 0;
    std::vector<RecordedEvent> log;
    const auto add = [&](const char* type, const char* id, std::int64_t sequence, const NewEvent& event,
                         const char* actor) {
        RecordedEvent recorded;
        recorded.tenant = TenantId("acme");
        recorded.aggregate = {type, AggregateId(id)};
        recorded.sequence = sequence;
        recorded.type = event.type;
        recorded.payload = event.payload;
        recorded.actor = {"human", ActorId(actor)};
        recorded.recordedAt = {++position * 1'000};
        recorded.eventId.bytes[0] = static_cast<std::uint8_t>(position);
        recorded.key = {{position, 0}, position};
        log.push_back(recorded);
    };
    add("org", "acme", 1, encode(OrgEvent(OrgAdded{"Acme"})), "root");
    add("user", "u1", 1, encode(UserEvent(HumanAdded{"ann", "Ann", "Bee", "Ann Bee", "", ""})), "root");
    add("user", "u1", 2, encode(UserEvent(UserLocked{})), "u1");
    add("org", "acme", 2, encode(OrgEvent(OrgRenamed{"Acme & Sons"})), "u1");
    add("user", "u1", 3, encode(UserEvent(HumanProfileChanged{{}, {}, "Ann Cee"})), "u1");
    add("session", "s1", 1, NewEvent{"session.added", 1, {}, "success"}, "u1");
    applyAll(*m_replica, RegionName("eu-west-1"), log, 2);
    QStringList printed;
    for (const TimelineRow& row : MUST(readTimeline(*snapshot(), {}, TimelineOrder::OldestFirst, 0, 10)))
        printed << QString::fromStdString(row.tenantName + "|" + row.actorName + "|" + row.subjectName);
    QCOMPARE(printed,
             QStringList({QStringLiteral("Acme||Acme"), QStringLiteral("Acme||Ann Bee"),
                          QStringLiteral("Acme|Ann Bee|Ann Bee"), QStringLiteral("Acme & Sons|Ann Bee|Acme & Sons"),
                          QStringLiteral("Acme & Sons|Ann Cee|Ann Cee"), QStringLiteral("Acme & Sons|Ann Cee|")}));
}

void TimelineTest::namesAreLookedUpByIndex() {
    (void)fill({"plans", {100}, 1'000'000, false});
    const auto plan =
        printedQuery(m_fixture->path(), "EXPLAIN QUERY PLAN SELECT display_name, user_name FROM user_versions"
                                        " WHERE entity = 1 AND from_n <= 2 ORDER BY from_n DESC LIMIT 1");
    QCOMPARE(plan.size(), std::size_t{1});
    QVERIFY2(plan[0].find("USING INDEX user_versions_by_entity (entity=? AND rowid<?)") != std::string::npos,
             plan[0].c_str());
}

void TimelineTest::aScanCanBeInterrupted() {
    (void)fill({"long", {40'000}, 1'000'000, false});
    const auto view = snapshot();
    std::stop_source stop;
    const auto guard = view->interruptOn(stop.get_token());
    std::atomic<bool> isRunning = true;
    std::thread stopper([&] {
        stop.request_stop();
        // SQLite forgets an interrupt that comes before a statement runs.
        while (isRunning)
            sqlite3_interrupt(view->database().getHandle());
    });
    TimelineScope scope;
    scope.type = "user.*";
    const auto count = countTimeline(*view, scope);
    isRunning = false;
    stopper.join();
    QVERIFY(!count);
    QCOMPARE(count.error().code, ErrorCode::Cancelled);
    QVERIFY(MUST(countTimeline(*view, scope)) > 0);
}

void TimelineTest::anEmptyFileHasNoRows() {
    m_fixture = std::make_unique<ReplicaFixture>();
    m_replica = m_fixture->create();
    const auto view = snapshot();
    QCOMPARE(MUST(countTimeline(*view, {})), std::int64_t{0});
    QVERIFY(MUST(readTimeline(*view, {}, TimelineOrder::NewestFirst, 0, 10)).empty());
    QVERIFY(MUST(readTimeline(*view, {}, TimelineOrder::NewestFirst, -5, -5)).empty());
    QCOMPARE(MUST(timelineRowAt(*view, Instant{5})), std::int64_t{0});
}

MUNIMENT_TEST(timeline, TimelineTest);
#include "test_timeline.moc"
