// Protects the meaning of every condition: the naive evaluator, with which the index is compared, against cases written
// out by hand. And that random filters are worth comparing: most of them match something.
#include "models/replica/event_mark.h"
#include "models/replica/index/tokenizer.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"
#include "tests/timeline/filter_outline.h"
#include "tests/timeline/naive_history.h"
#include "tests/timeline/random_filter.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

NaiveEvent sample() {
    NaiveEvent made;
    RecordedEvent& event = made.event;
    event.tenant = TenantId("6f2a-acme");
    event.aggregate = {"user", AggregateId("u-ann-1")};
    event.sequence = 7;
    event.epoch = 2;
    event.revision = 3;
    event.eventId = MUST(parseUuid("0190a1b2-0000-7000-8000-000000000001"));
    event.correlationId = MUST(parseUuid("0190a1b2-0000-7000-8000-000000000002"));
    event.type = "user.human.Email.changed";
    event.outcome = "failure";
    event.actor = {"human", ActorId("u-bob-1")};
    event.writer = "muniment_admin";
    event.sourceIp = "10.1.2.3";
    event.occurredAt = MUST(parseInstant("2026-03-01T09:59:30Z"));
    event.recordedAt = MUST(parseInstant("2026-03-01T10:00:00Z"));
    event.payload =
        R"({"a.b":{"c":"dotted"},"address":{"city":"Bern","tags":["x","y"]},"amount":5,"big":"9007199254740993",)"
        R"("country":"DE","empty":[],"flag":true,"list":[1,[2,"three"],{"k":"v"}],"no":null,"os":"Windows 11",)"
        R"("ratio":0.5,"text":"5"})";
    made.region = RegionName("eu-west-1");
    made.loggedAt = MUST(parseInstant("2026-03-01T10:00:05Z"));
    made.marks = static_cast<std::uint8_t>(EventMark::SequenceHole);
    made.tenantNames = {"Acme AG"};
    made.actorNames = {"bob", "bob@acme.example", "Bob Müller"};
    made.subjectNames = {"ann", "", "Ann"};
    made.annotation = {true, {"case-17", "prufung"}, "Asked Ann:\nlast Monday"};
    made.tokens = {"bern", "windows", "11", "acme", "muller"};
    return made;
}

NaiveWorld world() {
    NaiveWorld made;
    made.tenantIds = {"6f2a-acme", "6f2b-other"};
    made.actorIds = {"u-bob-1", "u-bob-2", "u-ann-1"};
    made.subjectIds = {"u-ann-1", "u-zoe-1"};
    made.now = MUST(parseInstant("2026-03-02T12:00:00Z"));
    made.tokensOf = tokensOf;
    return made;
}

} // namespace

class FilterSemanticsTest : public QObject {
    Q_OBJECT
private slots:
    void means_data();
    void means();
    void namesAreAsTheyWere();
    void randomFiltersMatchSomething();
    void randomFiltersPrintAndReadBack();
};

void FilterSemanticsTest::means_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<bool>("matches");
    const auto holds = [](const char* text) { QTest::newRow(text) << std::string(text) << true; };
    const auto fails = [](const char* text) { QTest::newRow(text) << std::string(text) << false; };
    QTest::newRow("everything") << std::string() << true;
    holds("type:user.human.Email.changed");
    fails("type:user.human.email.changed");
    holds("type:user.*");
    holds("type:*changed");
    holds("type:user*ed");
    fails("type:user");
    fails("type:\"user.*\"");
    holds("type:(a b user.*)");
    fails("-type:user.*");
    holds("aggregate:user");

    holds("tenant:6f2a-acme");
    holds("tenant:\"acme ag\"");
    holds("tenant:acme*");
    holds("tenant:6f2a");
    fails("tenant:6f2");
    fails("tenant:\"6f2a\"");
    fails("tenant:6f2b");
    holds("actor:BOB@acme.example");
    holds("actor:\"bob muller\"");
    fails("actor:u-bob");
    holds("actor:u-bob-1");
    holds("actor:u-bob*");
    holds("subject:u-ann");
    fails("subject:\"\"");
    holds("subject:ANN");
    fails("actor:ann");
    holds("user:ann user:bob");
    fails("user:zoe");

    holds("outcome:FAILURE region:EU-west-1 country:de os:windows* writer:muniment_* actorType:Human");
    fails("browser:*");
    holds("-browser:*");
    for (const char* block :
         {"ip:10.1.2.3", "ip:10.0.0.0/8", "ip:10.1.2.2/31", "ip:0.0.0.0/0", "ip:::ffff:10.1.0.0/112"})
        holds(block);
    holds("-ip:10.1.2.4/31");
    fails("ip:11.0.0.0/8");
    fails("ip:::/0");
    holds("network:10.1.0.0/16 network:10.*");

    holds("id:0190A1B2-0000-7000-8000-000000000001 correlation:0190a1b2-0000-7000-8000-000000000002");
    fails("command:0190a1b2-0000-7000-8000-000000000002");
    holds("seq:7 seq>=7 seq<8 seq:(1 7) epoch:2 revision<=3 -seq>7");
    fails("seq>7");

    holds("after:2026-03-01T10:00:05 before:2026-03-01T10:00:06 after:-2d after:yesterday");
    fails("before:2026-03-01T10:00:05");
    fails("after:today");
    holds("recorded:2026-03-01 recorded:2026-03 recorded:2026 recorded:2026-03-01T10:00 recorded:2026-03-01T10:00:00Z");
    fails("recorded:2026-03-01T10:00:00.000001Z");
    fails("recorded>2026-03-01T10:00");
    holds("recorded>=2026-03-01T10:00 recorded>2026-03-01 recorded<=2026-03-01T10:00 occurred<2026-03-01T10:00");

    holds("mark:sequence.hole mark:* mark:sequence.* -mark:time.inversion");

    holds("is:bookmarked is:tagged is:noted is:* is:(tagged noted) has:note*");
    fails("-is:bookmarked");
    holds("tag:case-17 tag:\"Case 17\" tag:case* tag:(x Prüfung) -tag:case");
    fails("tag:\"case*\"");
    fails("tag:\",\"");
    holds("note:ann note:\"monday asked\" note:mon* note:(x last) -note:mon");
    fails("note:\"asked Ben\"");

    holds("payload.country:DE");
    fails("payload.country:de");
    holds("payload.country:D* payload.country:*");
    holds("payload.amount:5 payload.text:5 payload.text:\"5\"");
    fails("payload.amount:\"5\"");
    fails("payload.amount:5.0");
    holds("payload.amount>4 payload.amount<=5 payload.ratio<0.51 payload.amount>=0.5e1");
    fails("payload.text>4");
    holds("payload.big:9007199254740993");
    holds("payload.flag:true payload.no:null payload.no:* payload.ratio:0.*");
    fails("payload.flag:\"true\"");
    holds("payload.address.city:Bern payload.address.tags:y payload.a.b.c:dotted payload.address:*");
    fails("payload.address:Bern");
    fails("payload.city:Bern");
    holds("payload.list:1 payload.list:three payload.list:2 payload.list.k:v payload.list>1");
    fails("payload.list:v");
    holds("payload.empty:*");
    fails("payload.empty:x");
    fails("payload.missing:x");
    fails("payload.missing:*");
    fails("payload.missing<5");
    holds("-payload.missing:x");
    holds("payload.amount!=6");

    holds("bern BERN \"Windows-11\" win* Müller");
    fails("win");
    fails("bern zurich");
    holds("bern or zurich");
    holds("\"11 windows\"");
    fails("\"11 linux\"");
    holds("(zurich or bern) -(zurich or basel)");
}

void FilterSemanticsTest::means() {
    QFETCH(std::string, text);
    QFETCH(bool, matches);
    const auto parsed = parseFilter(text);
    QVERIFY2(parsed.filter.has_value(), outline(parsed).c_str());
    QCOMPARE(matchesNaively(*parsed.filter, sample(), world()), matches);
}

namespace {

std::vector<NaiveEvent> sampleHistory() {
    std::vector<NaiveLog> logs;
    for (const char* region : {"eu-west-1", "us-east-1"}) {
        SampleLogSettings settings;
        settings.region = RegionName(region);
        settings.seed = logs.size() + 3;
        settings.isRough = true;
        logs.push_back({settings.region, sampleEvents(settings, 150)});
    }
    auto events = naiveEvents(logs);
    for (auto& event : events)
        for (const auto& token : tokensOf(event.event.type + ' ' + event.event.payload.value_or("")))
            event.tokens.insert(token);
    return events;
}

} // namespace

void FilterSemanticsTest::namesAreAsTheyWere() {
    const auto name = [](const char* type, const char* payload) {
        RecordedEvent event;
        event.tenant = TenantId("t");
        event.aggregate = {"user", AggregateId("u")};
        event.actor = {"human", ActorId("u")};
        event.type = type;
        event.payload = payload;
        return event;
    };
    const std::vector<NaiveLog> logs{
        {RegionName("eu"),
         {name("user.human.added", R"({"displayName":"Ann","email":"a@x.example","userName":"ann"})"),
          name("user.locked", "{}"), name("user.username.changed", R"({"userName":"anna"})"),
          name("user.unheard.of", R"({"userName":"x"})")}}};
    QStringList seen;
    for (const auto& event : naiveEvents(logs)) {
        QVERIFY(event.actorNames == event.subjectNames);
        seen << QString::fromStdString(event.actorNames[0]);
    }
    QCOMPARE(seen.join(QLatin1Char(' ')), QStringLiteral("ann ann anna anna"));
}

void FilterSemanticsTest::randomFiltersMatchSomething() {
    const auto events = sampleHistory();
    auto all = naiveWorld(events);
    all.tokensOf = tokensOf;
    RandomFilter filters(7, events, all);
    constexpr int kFilters = 300;
    int something = 0;
    int everything = 0;
    for (int i = 0; i < kFilters; ++i) {
        const auto filter = filters.next();
        const auto count = std::count_if(events.begin(), events.end(),
                                         [&](const auto& event) { return matchesNaively(filter, event, all); });
        something += count > 0 ? 1 : 0;
        everything += count == static_cast<std::ptrdiff_t>(events.size()) ? 1 : 0;
    }
    QVERIFY2(something > kFilters / 2, qPrintable(QString::number(something)));
    QVERIFY2(everything < kFilters / 3, qPrintable(QString::number(everything)));
}

void FilterSemanticsTest::randomFiltersPrintAndReadBack() {
    const auto events = sampleHistory();
    auto all = naiveWorld(events);
    all.tokensOf = tokensOf;
    RandomFilter filters(11, events, all);
    for (int i = 0; i < 10'000; ++i) {
        const auto filter = filters.next();
        const auto text = printFilter(filter);
        const auto parsed = parseFilter(text);
        const auto [expected, actual] = std::pair(outline(filter), outline(parsed));
        const auto differs = std::mismatch(expected.begin(), expected.end(), actual.begin(), actual.end());
        QVERIFY2(expected == actual && *parsed.filter == filter,
                 ("…" + std::string(differs.first, expected.end()) + "\n…" + std::string(differs.second, actual.end()))
                     .c_str());
    }
}

MUNIMENT_TEST(filter_semantics, FilterSemanticsTest);

#include "test_filter_semantics.moc"
