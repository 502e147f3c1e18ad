// Protects: stepping goes through every event of all regions once, both ways, also through those of one microsecond; a
// moment is a bound in each region; an event names the moment before it by id and ordinal; what is typed is read; what
// was changed and changed back is no change.
#include "models/directory/changes_between.h"
#include "models/items/moment_words.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr int kEast = 90;
constexpr int kWest = 60;

/// Three events of a region in each microsecond, of both regions in the same ones.
std::vector<RecordedEvent> crowded(const char* region, int count, std::uint32_t seed) {
    auto events = sampleEvents({.region = RegionName(region), .seed = seed}, count);
    for (std::size_t i = 0; i < events.size(); ++i)
        events[i].recordedAt = Instant{1'700'000'000'000'000 + static_cast<std::int64_t>(i / 3) * 7};
    return events;
}

std::string printed(const std::vector<FieldChange>& changes) {
    std::string text;
    for (const auto& change : changes)
        text += change.field + ": " + change.before + " -> " + change.after + "\n";
    return text;
}

} // namespace

class TestMoments : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_replica = m_fixture.create();
        applyAll(*m_replica, RegionName("eu-west-1"), crowded("eu-west-1", kEast, 3), 40);
        applyAll(*m_replica, RegionName("us-east-1"), crowded("us-east-1", kWest, 4), 40);
        m_snapshot = MUST(m_replica->snapshot());
    }

    void stepsReachEverythingBothWays() {
        std::optional<Moment> moment;
        auto inside = insideOf(moment);
        QCOMPARE(inside, kEast + kWest);
        int steps = 0;
        while (inside > 0) {
            moment = MUST(stepMoment(*m_snapshot, {moment, -1}));
            const auto now = insideOf(moment);
            QVERIFY2(now < inside, qPrintable(QString::number(now)));
            inside = now;
            ++steps;
        }
        QVERIFY2(steps >= kEast / 3 && steps <= kEast + kWest, qPrintable(QString::number(steps)));
        QCOMPARE(MUST(stepMoment(*m_snapshot, {moment, -1})), moment); // the end
        steps = 0;
        while (inside < kEast + kWest) {
            ++steps;
            moment = MUST(stepMoment(*m_snapshot, {moment, 1}));
            const auto now = insideOf(moment);
            QVERIFY2(now > inside, qPrintable(QString::number(now)));
            inside = now;
        }
        QCOMPARE(steps, kEast); // those of the west come with the first of the east that shares their microsecond
        QCOMPARE(MUST(stepMoment(*m_snapshot, {moment, 1})), moment);
        QCOMPARE(MUST(stepMoment(*m_snapshot, {std::nullopt, 1})), std::optional<Moment>());
    }

    void manyStepsAreAsManySingleOnes() {
        std::optional<Moment> single;
        for (int i = 0; i < 10; ++i)
            single = MUST(stepMoment(*m_snapshot, {single, -1}));
        QCOMPARE(MUST(stepMoment(*m_snapshot, {std::nullopt, -10})), single);
    }

    void aMomentIsABoundInEachRegion() {
        const Moment moment(Instant{1'700'000'000'000'000 + 7 * 5});
        const auto facts = MUST(readMomentFacts(*m_snapshot, moment));
        QCOMPARE(facts.events, 36);
        QCOMPARE(facts.laterEvents, kEast + kWest - 36);
        QCOMPARE(facts.regions,
                 (std::vector<RegionBound>{{RegionName("eu-west-1"), 18, 18}, {RegionName("us-east-1"), 18, 18}}));
        QCOMPARE(facts.newest->loggedAt, moment.at);
        QCOMPARE(facts.firstAt, std::optional(Instant{1'700'000'000'000'000}));
        const auto none = MUST(readMomentFacts(*m_snapshot, Moment(Instant{0})));
        QCOMPARE(none.events, 0);
        QVERIFY(!none.newest);
        QCOMPARE(none.regions.front().ordinal, 0);
    }

    void anEventNamesTheMomentBeforeIt() {
        const auto all = MUST(evaluate(*m_snapshot, {}));
        const auto row = MUST(readTimeline(*m_snapshot, *all, TimelineOrder::OldestFirst, 20, 1)).front();
        const std::optional<Moment> before(Moment(row.loggedAt, row.number));
        QCOMPARE(MUST(readMomentBefore(*m_snapshot, row.number)), before);
        QCOMPARE(MUST(readMomentBefore(*m_snapshot, row.event.eventId)), before);
        QCOMPARE(MUST(readMomentBefore(*m_snapshot, OrdinalRequest{row.region.text(), row.number.ordinal()})), before);
        QCOMPARE(MUST(readMomentBefore(*m_snapshot, Uuid{})), std::optional<Moment>());
        QCOMPARE(MUST(readMomentBefore(*m_snapshot, OrdinalRequest{"eu-west-1", 5000})), std::optional<Moment>());
        QVERIFY(!MUST(m_snapshot->bounds(before)).holds(row.number));
    }

    void typedMomentsAreRead_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("meant");
        const auto line = [](const char* text, const char* meant) { QTest::newRow(text) << text << meant; };
        line("2026-03-14 09:00", "2026-03-14T09:00:00Z");
        line("2026-03-14 09:00:12.123 UTC", "2026-03-14T09:00:12.123Z");
        line("2026-03-14", "2026-03-14T00:00:00Z");
        line("-1d", "2026-05-31T12:00:00Z");
        line("eu-west-1 #1,204", "eu-west-1 1204");
        line("before eu-west-1 #7", "eu-west-1 7");
        line("#12", " 12");
        line("Before 00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000a");
        line("the other day", "");
        line("#0", "");
        line("", "");
    }

    void typedMomentsAreRead() {
        QFETCH(QString, text);
        QFETCH(QString, meant);
        const auto now = MUST(parseInstant("2026-06-01T12:00:00Z"));
        const auto typed = parseMoment(text, now);
        std::string read;
        if (typed && std::holds_alternative<Instant>(*typed)) {
            read = formatInstant(std::get<Instant>(*typed));
        } else if (typed) {
            const auto& event = std::get<NamedEvent>(*typed);
            if (const auto* id = std::get_if<Uuid>(&event))
                read = id->text();
            else if (const auto* ordinal = std::get_if<OrdinalRequest>(&event))
                read = ordinal->region + " " + std::to_string(ordinal->ordinal);
        }
        QCOMPARE(QString::fromStdString(read), meant);
    }

    void aRegionThatIsKnownThroughLessSaysSo() {
        RegionMoment region{{RegionName("eu-west-1"), 1'204'331, 18}, Instant{0}, false};
        QVERIFY(regionMomentText(region, ClockZone()).contains(QStringLiteral("#1,204,331")));
        QVERIFY(!regionMomentText(region, ClockZone()).contains(QStringLiteral("incomplete")));
        region.isIncomplete = true;
        QVERIFY(regionMomentText(region, ClockZone()).contains(QStringLiteral("incomplete: known through 1970-01-01")));
        region.knownThrough.reset();
        QVERIFY(regionMomentText(region, ClockZone()).contains(QStringLiteral("incomplete: nothing is known yet")));
    }

    void changesAreAgainstTheBegin() {
        const auto version = [](std::vector<FieldChange> changes) {
            VersionRow row;
            row.changes = std::move(changes);
            return row;
        };
        // Newest first.
        QCOMPARE(printed(netChanges({version({{"email", "b", "c"}}), version({{"email", "a", "b"}})})),
                 std::string("email: a -> c\n"));
        QCOMPARE(
            printed(netChanges({version({{"state", "locked", "active"}}), version({{"state", "active", "locked"}})})),
            std::string());
        QCOMPARE(printed(netChanges({version({{"member", "", "Ola"}}), version({{"member", "", "Mia"}})})),
                 std::string("member:  -> Mia\nmember:  -> Ola\n"));
        QCOMPARE(printed(netChanges({version({{"member", "Mia", ""}}), version({{"member", "", "Mia"}})})),
                 std::string());
        QCOMPARE(printed(netChanges({version({{"member", "", "Mia"}}), version({{"member", "Mia", ""}})})),
                 std::string());
    }

private:
    std::int64_t insideOf(const std::optional<Moment>& moment) {
        return MUST(evaluate(*m_snapshot, {.filter = {}, .asOf = moment, .now = {}}))->count();
    }

    ReplicaFixture m_fixture{{"eu-west-1", "us-east-1"}};
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<Snapshot> m_snapshot;
};

MUNIMENT_TEST(moments, TestMoments);
#include "test_moments.moc"
