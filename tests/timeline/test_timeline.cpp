// Protects the order of the timeline: whatever page is asked for equals that slice of a plain sort of everything by
// (logged_at, region, position, in_tx_order), with ties, plateaus, several regions and inversions.
#include "models/domain/grant.h"
#include "models/domain/resource.h"
#include "models/domain/role.h"
#include "models/timeline/timeline.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <random>
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
    void matchesEqualAFilteredSort_data();
    void matchesEqualAFilteredSort();
    void anInstantCutsTheOrder();
    void rowsAreFoundByEventAndByTime();
    void namesAreAsTheyWere();
    void theNamedAreCalledAsTheyWere();
    void namesAreLookedUpByIndex();
    void placesAreFoundAmongMatches();
    void aQuestionCanBeStopped();
    void anEmptyFileHasNoRows();

private:
    /// Fills a file with one log per region and returns what a sort makes of them, newest first.
    std::vector<Expected> fill(const Shape& shape);

    [[nodiscard]] std::unique_ptr<Snapshot> snapshot() { return MUST(m_replica->snapshot()); }

    std::unique_ptr<ReplicaFixture> m_fixture;
    std::unique_ptr<Replica> m_replica;
    std::mt19937_64 m_random{5};
};

static MatchSetPointer matchesOf(Snapshot& snapshot, const char* filter, std::optional<Instant> asOf = {}) {
    auto parsed = parseFilter(filter);
    if (parsed.error)
        qFatal("no filter: %s", filter);
    return MUST(evaluate(snapshot, {*parsed.filter, asOf, {}}));
}

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
    const auto everything = MUST(evaluate(*view, {}));
    QCOMPARE(everything->count(), total);
    const auto check = [&](TimelineOrder order, std::int64_t first, int count) {
        const auto rows = MUST(readTimeline(*view, *everything, order, first, count));
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

void TimelineTest::matchesEqualAFilteredSort_data() {
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<QByteArray>("region");
    QTest::addColumn<QByteArray>("type");
    QTest::addRow("a region") << QByteArray("region:ap-south-1") << QByteArray("ap-south-1") << QByteArray("*");
    QTest::addRow("a type") << QByteArray("type:user.locked") << QByteArray() << QByteArray("user.locked");
    QTest::addRow("types") << QByteArray("type:user.human.*") << QByteArray() << QByteArray("user.human.*");
    QTest::addRow("both") << QByteArray("region:us-east-1 type:session*") << QByteArray("us-east-1")
                          << QByteArray("session*");
    QTest::addRow("nothing") << QByteArray("type:nobody.*") << QByteArray() << QByteArray("nobody.*");
    QTest::addRow("no pattern of SQL's") << QByteArray("type:user.%") << QByteArray() << QByteArray("user.%");
}

void TimelineTest::matchesEqualAFilteredSort() {
    QFETCH(QByteArray, filter);
    QFETCH(QByteArray, region);
    QFETCH(QByteArray, type);
    const auto expected = fill({"filtered", {3'000, 2'000, 1'500}, 1'000'000, true});
    const auto view = snapshot();
    const std::string beginning = type.chopped(type.endsWith('*') ? 1 : 0).toStdString();
    std::vector<EventNumber> wanted;
    for (const Expected& event : expected)
        if ((region.isEmpty() || region.toStdString() == event.region) &&
            (type.endsWith('*') ? event.type.starts_with(beginning) : event.type == beginning))
            wanted.push_back(event.number);
    const auto matches = matchesOf(*view, filter.constData());
    const auto total = static_cast<std::int64_t>(wanted.size());
    QCOMPARE(matches->count(), total);
    // Page by page, both ways, equals the whole.
    for (const TimelineOrder order : {TimelineOrder::NewestFirst, TimelineOrder::OldestFirst}) {
        std::vector<EventNumber> paged;
        for (std::int64_t first = 0; first < total; first += 97)
            for (const TimelineRow& row : MUST(readTimeline(*view, *matches, order, first, 97)))
                paged.push_back(row.number);
        auto all = wanted;
        if (order == TimelineOrder::OldestFirst)
            std::reverse(all.begin(), all.end());
        QVERIFY(paged == all);
    }
}

void TimelineTest::anInstantCutsTheOrder() {
    const auto expected = fill({"as of", {2'500, 1'500}, 1'000'000, true});
    const auto view = snapshot();
    for (const std::size_t at : {std::size_t{0}, std::size_t{700}, std::size_t{2'222}, expected.size() - 1}) {
        const Instant asOf{expected[at].loggedAt};
        std::vector<EventNumber> wanted;
        for (const Expected& event : expected)
            if (event.loggedAt <= asOf.micros)
                wanted.push_back(event.number);
        const auto everything = matchesOf(*view, "", asOf);
        QCOMPARE(everything->count(), static_cast<std::int64_t>(wanted.size()));
        const auto rows = MUST(readTimeline(*view, *everything, TimelineOrder::NewestFirst, 0, 30));
        for (std::size_t i = 0; i < rows.size(); ++i)
            QVERIFY(rows[i].number == wanted[i]);
        const auto ofTenant = matchesOf(*view, ("tenant:\"" + expected[at].tenant.text() + "\"").c_str(), asOf);
        QVERIFY(MUST(readTimeline(*view, *ofTenant, TimelineOrder::NewestFirst, 0, 1)).front().loggedAt <= asOf);
    }
}

void TimelineTest::rowsAreFoundByEventAndByTime() {
    const auto expected = fill({"found", {3'000, 2'500, 1'030}, 10, true});
    const auto view = snapshot();
    const auto everything = matchesOf(*view, "");
    for (std::size_t at = 0; at < expected.size(); at += 13) {
        QCOMPARE(MUST(timelinePlaceOf(*view, *everything, expected[at].number)),
                 (TimelinePlace{static_cast<std::int64_t>(at), true}));
        for (const std::int64_t shift : {-1, 0, 1}) {
            const std::int64_t t = expected[at].loggedAt + shift;
            const auto wanted = std::find_if(expected.begin(), expected.end(),
                                             [&](const Expected& event) { return event.loggedAt <= t; }) -
                                expected.begin();
            QCOMPARE(MUST(timelineRowAt(*view, *everything, Instant{t})), static_cast<std::int64_t>(wanted));
        }
    }
    const auto total = static_cast<std::int64_t>(expected.size());
    QCOMPARE(MUST(timelineRowAt(*view, *everything, Instant{0})), total);
    QCOMPARE(MUST(timelineRowAt(*view, *everything, Instant{INT64_MAX})), std::int64_t{0});
    for (const EventNumber nobody :
         {EventNumber{0}, EventNumber::of(1, 0), EventNumber::of(1, 99'999), EventNumber::of(9, 1)})
        QCOMPARE(timelinePlaceOf(*view, *everything, nobody).error().code, ErrorCode::NotFound);
}

void TimelineTest::placesAreFoundAmongMatches() {
    const auto expected = fill({"found", {2'000, 1'700, 1'030}, 10, true});
    const auto view = snapshot();
    const auto matches = matchesOf(*view, "type:user.*");
    std::int64_t newer = 0;
    for (const Expected& event : expected) {
        const bool isMatch = event.type.starts_with("user.");
        QCOMPARE(MUST(timelinePlaceOf(*view, *matches, event.number)), (TimelinePlace{newer, isMatch}));
        newer += isMatch ? 1 : 0;
    }
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
    const auto view = snapshot();
    const auto everything = matchesOf(*view, "");
    for (const TimelineRow& row : MUST(readTimeline(*view, *everything, TimelineOrder::OldestFirst, 0, 10)))
        printed << QString::fromStdString(row.tenantName + "|" + row.actorName + "|" + row.subjectName);
    QCOMPARE(printed,
             QStringList({QStringLiteral("Acme||Acme"), QStringLiteral("Acme||Ann Bee"),
                          QStringLiteral("Acme|Ann Bee|Ann Bee"), QStringLiteral("Acme & Sons|Ann Bee|Acme & Sons"),
                          QStringLiteral("Acme & Sons|Ann Cee|Ann Cee"), QStringLiteral("Acme & Sons|Ann Cee|")}));
}

void TimelineTest::theNamedAreCalledAsTheyWere() {
    m_fixture = std::make_unique<ReplicaFixture>();
    m_replica = m_fixture->create();
    std::int64_t position = 0;
    std::vector<RecordedEvent> log;
    const auto add = [&](const char* type, const char* id, std::int64_t sequence, const NewEvent& event) {
        RecordedEvent recorded;
        recorded.tenant = TenantId("acme");
        recorded.aggregate = {type, AggregateId(id)};
        recorded.sequence = sequence;
        recorded.type = event.type;
        recorded.payload = event.payload;
        recorded.recordedAt = {++position * 1'000};
        recorded.eventId.bytes[0] = static_cast<std::uint8_t>(position);
        recorded.key = {{position, 0}, position};
        log.push_back(recorded);
    };
    const TeamMember ann{TeamMember::Kind::User, AggregateId("u1")};
    add("user", "u1", 1, encode(UserEvent(HumanAdded{"ann", "Ann", "Bee", "Ann Bee", "", ""})));
    add("team", "t1", 1, encode(TeamEvent(TeamAdded{"Sales", ""})));
    add("team", "t1", 2, encode(TeamEvent(TeamMemberAdded{ann})));
    add("role", "r1", 1, encode(RoleEvent(RoleAdded{"editor", "", ""})));
    add("resource", "d1", 1, encode(ResourceEvent(ResourceAdded{"Budget", "document", {}})));
    add("grant", "g1", 1, encode(GrantEvent(GrantAdded{AggregateId("r1"), ann, AggregateId("d1"), {}, {}})));
    add("user", "u1", 2, encode(UserEvent(HumanProfileChanged{{}, {}, "Ann Cee"})));
    add("role", "r1", 2, encode(RoleEvent(RoleChanged{{}, "Editor", {}})));
    add("grant", "g1", 2, encode(GrantEvent(GrantRemoved{})));
    add("team", "t1", 3, encode(TeamEvent(TeamMemberRemoved{{TeamMember::Kind::Team, AggregateId("t9")}})));
    applyAll(*m_replica, RegionName("eu-west-1"), log, 3);
    const auto view = snapshot();
    const auto matches = MUST(evaluate(*view, {}));
    std::vector<std::string> printed;
    for (const TimelineRow& row : MUST(readTimeline(*view, *matches, TimelineOrder::OldestFirst, 0, 100))) {
        std::string line = row.subjectName;
        for (const auto& [member, name] : row.memberNames)
            line += " " + member + "=" + name;
        printed.push_back(line);
    }
    QCOMPARE(printed, (std::vector<std::string>{"Ann Bee", "Sales", "Sales userId=Ann Bee", "editor", "Budget",
                                                "editor, Ann Bee resourceId=Budget roleId=editor userId=Ann Bee",
                                                "Ann Cee", "Editor", "Editor, Ann Cee", "Sales"}));
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

void TimelineTest::aQuestionCanBeStopped() {
    (void)fill({"long", {40'000}, 1'000'000, false});
    const auto view = snapshot();
    const auto parsed = parseFilter("payload.anything:*");
    {
        // Requested between two statements, when SQLite forgets it.
        std::stop_source stop;
        const auto guard = view->interruptOn(stop.get_token());
        stop.request_stop();
        const auto matches = evaluate(*view, {*parsed.filter, {}, {}});
        QVERIFY(!matches);
        QCOMPARE(matches.error().code, ErrorCode::Cancelled);
    }
    const auto guard = view->interruptOn(std::stop_token());
    (void)MUST(evaluate(*view, {*parsed.filter, {}, {}}));
}

void TimelineTest::anEmptyFileHasNoRows() {
    m_fixture = std::make_unique<ReplicaFixture>();
    m_replica = m_fixture->create();
    const auto view = snapshot();
    const auto everything = matchesOf(*view, "");
    QCOMPARE(everything->count(), std::int64_t{0});
    QVERIFY(MUST(readTimeline(*view, *everything, TimelineOrder::NewestFirst, 0, 10)).empty());
    QVERIFY(MUST(readTimeline(*view, *everything, TimelineOrder::NewestFirst, -5, -5)).empty());
    QCOMPARE(MUST(timelineRowAt(*view, *everything, Instant{5})), std::int64_t{0});
    QVERIFY(!MUST(timeSpanOf(*view, *everything)));
    QVERIFY(MUST(histogramOf(*view, *everything, Instant{0}, Instant{10}, 5, {}, 0)).counts.empty());
}

MUNIMENT_TEST(timeline, TimelineTest);
#include "test_timeline.moc"
