// Protects invariant 2 of the design: the file holds exactly the log (every event byte for byte) and exactly what a
// fold of the log makes, whatever the batches were.
#include "models/base/canonical_json.h"
#include "models/domain/org.h"
#include "models/domain/user.h"
#include "models/replica/event_mark.h"
#include "models/replica/sqlite.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <set>

using namespace muniment;
using namespace muniment::test;

namespace {

const RegionName kRegion("eu-west-1");

SampleLogSettings roughLog() {
    SampleLogSettings settings;
    settings.isRough = true;
    return settings;
}

QString firstDifference(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i)
        if (i >= a.size() || i >= b.size() || a[i] != b[i])
            return QString::fromStdString("line " + std::to_string(i) + "\n" + (i < a.size() ? a[i] : "(none)") + "\n" +
                                          (i < b.size() ? b[i] : "(none)"));
    return {};
}

} // namespace

class ReplicaEqualsFoldTest : public QObject {
    Q_OBJECT
private slots:
    void everyEventComesBackAsItWas();
    void oddValuesComeBackAsTheyWere();
    void batchSizesLeaveNoTrace();
    void regionsInAnyInterleavingGiveTheSameRows();
    void versionsEqualAFold();
    void anInstantShowsWhatTheLogSaidThen();
    void reopeningBetweenBatchesChangesNothing();
};

void ReplicaEqualsFoldTest::everyEventComesBackAsItWas() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    const auto events = sampleEvents(roughLog(), 5'000);
    applyAll(*replica, kRegion, events, 700);
    const auto snapshot = MUST(replica->snapshot());
    for (std::size_t i = 0; i < events.size(); ++i) {
        const auto read = MUST(snapshot->event(EventNumber::of(1, static_cast<std::int64_t>(i) + 1)));
        QVERIFY2(read == events[i], qPrintable(QStringLiteral("event %1").arg(i)));
    }
    QCOMPARE(MUST(snapshot->findEvent(kRegion, events[4'321].key))->ordinal(), std::int64_t{4'322});
    QVERIFY(!MUST(snapshot->findEvent(kRegion, LogKey{{events[4'321].key.position}, 1})).has_value());
    QVERIFY(!snapshot->event(EventNumber::of(1, 5'001)).has_value());
}

void ReplicaEqualsFoldTest::oddValuesComeBackAsTheyWere() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    auto events = sampleEvents({}, 14);
    std::string large;
    large.resize(10'000'000);
    for (std::size_t i = 0; i < large.size(); ++i)
        large[i] = static_cast<char>(i * i / 7);
    events[0].payload.reset();
    events[1].payload = "";
    events[2].payload = "{}";
    events[3].payload = large;
    events[4].payload = std::string(100'000, '[');
    events[5].payload = "{\"id\":9007199254740993}";
    events[6].payload = std::string("\0\xc3\x28", 3);
    events[7].actor = {"", ActorId("")};
    events[7].writer = "";
    events[7].outcome = "";
    events[7].salt = "";
    events[8].sourceIp = "";
    events[8].occurredAt = {INT64_MIN};
    events[9].recordedAt = {INT64_MAX};
    events[9].occurredAt = {INT64_MIN};
    events[10].recordedAt = {INT64_MIN};
    events[10].eventId = Uuid{};
    events[11].sequence = INT64_MIN;
    events[11].epoch = INT32_MIN;
    events[11].revision = INT16_MIN;
    events[12].tenant = TenantId(std::string("a\0b", 3));
    events[12].aggregate = {std::string("\0", 1), AggregateId("'; DROP TABLE events; --")};
    events[12].type = "<b>\xe2\x80\xae";
    events[13].key = {{INT64_MAX, INT32_MAX}, INT64_MAX};
    events[13].commandId.reset();
    events[13].correlationId = Uuid{};
    applyAll(*replica, kRegion, events, 100);
    const auto snapshot = MUST(replica->snapshot());
    for (std::size_t i = 0; i < events.size(); ++i) {
        const auto read = MUST(snapshot->event(EventNumber::of(1, static_cast<std::int64_t>(i) + 1)));
        QVERIFY2(read == events[i], qPrintable(QStringLiteral("event %1").arg(i)));
    }
    QVERIFY(MUST(examineReplica(*snapshot, 1, {}, {})).empty());
    std::set<std::string> kinds;
    for (const Finding& finding : MUST(snapshot->findings(100)))
        kinds.insert(finding.kind);
    QVERIFY(kinds.contains("payload." + std::string(payloadFaultName(PayloadFault::TooLarge))));
    QVERIFY(kinds.contains("payload." + std::string(payloadFaultName(PayloadFault::IntegerOutOfRange))));
    QVERIFY(kinds.contains("sequence.inversion"));
    QVERIFY(kinds.contains("time.inversion"));
}

void ReplicaEqualsFoldTest::batchSizesLeaveNoTrace() {
    const ReplicaFixture fixture;
    const auto events = sampleEvents(roughLog(), 6'000);
    std::vector<std::vector<std::string>> printed;
    for (const std::size_t size : {6'000U, 1'000U, 37U}) {
        const std::string name = std::to_string(size);
        applyAll(*fixture.create(name.c_str()), kRegion, events, size);
        printed.push_back(printedRows(fixture.path(name.c_str())));
    }
    QCOMPARE(firstDifference(printed[0], printed[1]), QString());
    QCOMPARE(firstDifference(printed[0], printed[2]), QString());
    QVERIFY(printed[0].size() > 8'000);
}

void ReplicaEqualsFoldTest::regionsInAnyInterleavingGiveTheSameRows() {
    const ReplicaFixture fixture({"eu-west-1", "us-east-1"});
    SampleLogSettings other = roughLog();
    other.region = RegionName("us-east-1");
    other.seed = 2;
    const auto europe = sampleEvents(roughLog(), 2'000);
    const auto america = sampleEvents(other, 1'500);
    const auto first = fixture.create("first");
    applyAll(*first, kRegion, europe, 500);
    applyAll(*first, other.region, america, 500);
    const auto second = fixture.create("second");
    const std::span whole(europe);
    applyAll(*second, other.region, america, 1'500);
    applyAll(*second, kRegion, whole.first(900), 300);
    applyAll(*second, kRegion, whole.subspan(900), 90);
    QCOMPARE(firstDifference(printedRows(fixture.path("first")), printedRows(fixture.path("second"))), QString());
}

void ReplicaEqualsFoldTest::versionsEqualAFold() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    const auto events = sampleEvents(roughLog(), 8'000);
    applyAll(*replica, kRegion, events, 512);
    std::map<std::string, std::vector<RecordedEvent>> users;
    std::map<std::string, std::vector<RecordedEvent>> orgs;
    for (const RecordedEvent& event : events) {
        if (event.aggregate.type == "user" && decodeUserEvent(event.type, event.payload))
            users[event.aggregate.id.text()].push_back(event);
        if (event.aggregate.type == "org" && decodeOrgEvent(event.type, event.payload))
            orgs[event.aggregate.id.text()].push_back(event);
    }
    std::vector<std::string> expected;
    for (const auto& [id, history] : users) {
        const UserState state = foldUser(history);
        expected.push_back(id + "|" + state.userName + "|" + state.email + "|" + state.displayName + "|" +
                           std::string(userLifecycleName(state.lifecycle)) + "|" + std::to_string(history.size()));
    }
    QCOMPARE(firstDifference(printedQuery(fixture.path(), "SELECT id, user_name, email, display_name, state,"
                                                          " (SELECT count(*) FROM user_versions all_of WHERE"
                                                          " all_of.entity = v.entity) FROM user_versions v"
                                                          " JOIN aggregates ON code = v.entity"
                                                          " WHERE to_n IS NULL ORDER BY id"),
                             expected),
             QString());
    expected.clear();
    for (const auto& [id, history] : orgs) {
        const OrgState state = foldOrg(history);
        expected.push_back(id + "|" + state.name + "|" + state.plan + "|" +
                           std::string(orgLifecycleName(state.lifecycle)));
    }
    QCOMPARE(firstDifference(printedQuery(fixture.path(), "SELECT org_id, name, plan, state FROM org_versions"
                                                          " WHERE to_n IS NULL ORDER BY org_id"),
                             expected),
             QString());
    const auto snapshot = MUST(replica->snapshot());
    QVERIFY(MUST(examineReplica(*snapshot, 1, {}, {})).size() < 1'000'000);
    for (const Finding& finding : MUST(examineReplica(*snapshot, 1, {}, {})))
        QVERIFY2(finding.kind == "event.repeated", finding.detail.c_str());
}

void ReplicaEqualsFoldTest::anInstantShowsWhatTheLogSaidThen() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    const auto events = sampleEvents({}, 4'000);
    applyAll(*replica, kRegion, events, 4'000);
    const auto snapshot = MUST(replica->snapshot());
    for (const std::size_t at :
         {std::size_t{0}, std::size_t{1'023}, std::size_t{1'024}, std::size_t{2'500}, std::size_t{3'999}}) {
        const RunBounds bounds = MUST(snapshot->bounds(events[at].recordedAt));
        QCOMPARE(bounds.lastOrdinal.at(1), static_cast<std::int64_t>(at) + 1);
        std::map<std::string, UserState> users;
        for (std::size_t i = 0; i <= at; ++i)
            if (const auto decoded = decodeUserEvent(events[i].type, events[i].payload))
                users[events[i].aggregate.id.text()] = evolve(users[events[i].aggregate.id.text()], *decoded);
        std::vector<std::string> expected;
        for (const auto& [id, state] : users)
            expected.push_back(id + "|" + state.userName + "|" + std::string(userLifecycleName(state.lifecycle)));
        const std::string bound = std::to_string(EventNumber::of(1, bounds.lastOrdinal.at(1)).value);
        QCOMPARE(firstDifference(printedQuery(fixture.path(), "SELECT id, user_name, state FROM user_versions"
                                                              " JOIN aggregates ON code = entity WHERE from_n BETWEEN"
                                                              " (1 << 40) AND " +
                                                                  bound + " AND (to_n IS NULL OR to_n > " + bound +
                                                                  ") ORDER BY id"),
                                 expected),
                 QString());
    }
    QVERIFY(MUST(snapshot->bounds(events[0].recordedAt + -1)).lastOrdinal.empty());
}

void ReplicaEqualsFoldTest::reopeningBetweenBatchesChangesNothing() {
    const ReplicaFixture fixture;
    const auto events = sampleEvents(roughLog(), 4'000);
    applyAll(*fixture.create("whole"), kRegion, events, 4'000);
    (void)fixture.create("parts");
    for (std::size_t begin = 0; begin < events.size(); begin += 500) {
        const auto replica = MUST(Replica::open(fixture.path("parts"), ReplicaAccess::ReadWrite));
        applyAll(*replica, kRegion, std::span(events).subspan(begin, 500), 500);
    }
    QCOMPARE(firstDifference(printedRows(fixture.path("whole")), printedRows(fixture.path("parts"))), QString());
}

MUNIMENT_TEST(replica_equals_fold, ReplicaEqualsFoldTest);
#include "test_replica_equals_fold.moc"
