// Protects: what belongs to an event is exactly what a plain search of the log finds (the same aggregate around it, the
// same request, the same command), told in steps that are bounded, and every row leads to its event.
#include "models/items/related_rows.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr int kEvents = 1'500;
constexpr RelatedReach kAll{kMostRelated, kMostRelated};

std::string printed(const std::vector<TimelineRow>& rows) {
    std::string text;
    for (const auto& row : rows)
        text += std::to_string(row.number.value) + " ";
    return text;
}

} // namespace

class TestRelated : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_replica = m_fixture.create();
        auto events = sampleEvents({.region = RegionName("eu-west-1"), .seed = 3}, kEvents);
        for (std::size_t i = 0; i < events.size(); ++i) {
            // Requests of seven events far apart, commands of three side by side.
            events[i].correlationId = i % 5 == 0 ? std::optional(uuidOf(1, i % 200)) : std::nullopt;
            events[i].commandId = i % 3 == 1 ? std::nullopt : std::optional(uuidOf(2, i / 3));
        }
        applyAll(*m_replica, RegionName("eu-west-1"), events, 400);
        applyAll(*m_replica, RegionName("us-east-1"), sampleEvents({.region = RegionName("us-east-1"), .seed = 4}, 500),
                 400);
        m_snapshot = MUST(m_replica->snapshot());
        const auto all = MUST(evaluate(*m_snapshot, {}));
        m_rows = MUST(readTimeline(*m_snapshot, *all, TimelineOrder::NewestFirst, 0, kEvents + 500));
        QCOMPARE(m_rows.size(), std::size_t{kEvents + 500});
    }

    void theWholeGroupIsWhatASearchFinds() {
        for (std::size_t i = 0; i < m_rows.size(); i += 37) {
            const auto related = MUST(readRelated(
                *m_snapshot, {.row = m_rows[i], .sameAggregate = kAll, .sameCorrelation = kAll, .sameCommand = kAll}));
            const auto& event = m_rows[i].event;
            check(related.sameAggregate, i, [&](const RecordedEvent& other) {
                return other.tenant == event.tenant && other.aggregate == event.aggregate;
            });
            QCOMPARE(related.sameCorrelation.has_value(), event.correlationId.has_value());
            if (related.sameCorrelation)
                check(*related.sameCorrelation, i,
                      [&](const RecordedEvent& other) { return other.correlationId == event.correlationId; });
            QCOMPARE(related.sameCommand.has_value(), event.commandId.has_value());
            if (related.sameCommand)
                check(*related.sameCommand, i, [&](const RecordedEvent& other) {
                    return other.commandId == event.commandId && other.tenant == event.tenant;
                });
        }
    }

    void aStepTellsTheNearestAndCountsTheRest() {
        const auto place = busiest();
        const auto all = MUST(readRelated(*m_snapshot, {.row = m_rows[place], .sameAggregate = kAll})).sameAggregate;
        const auto some = MUST(readRelated(*m_snapshot, {.row = m_rows[place], .sameAggregate = {2, 3}})).sameAggregate;
        QVERIFY(all.later.size() > 2 && all.earlier.size() > 3);
        QCOMPARE(printed(some.later), printed({all.later.end() - 2, all.later.end()}));
        QCOMPARE(printed(some.earlier), printed({all.earlier.begin(), all.earlier.begin() + 3}));
        QCOMPARE(some.moreLater, static_cast<std::int64_t>(all.later.size()) - 2);
        QCOMPARE(some.moreEarlier, static_cast<std::int64_t>(all.earlier.size()) - 3);
        QCOMPARE(some.others(), all.others());
    }

    void noStepIsUnbounded() {
        const RelatedReach much{1'000'000'000, 1'000'000'000};
        const auto related = MUST(readRelated(*m_snapshot, {.row = m_rows[busiest()], .sameAggregate = much}));
        QVERIFY(related.sameAggregate.earlier.size() <= std::size_t{kMostRelated});
        QVERIFY(related.sameAggregate.later.size() <= std::size_t{kMostRelated});
    }

    void anEventThatIsGoneIsNotFound() {
        auto row = m_rows.front();
        row.number = EventNumber::of(1, kEvents + 700);
        const auto related = readRelated(*m_snapshot, {.row = row});
        QVERIFY(!related);
        QVERIFY(related.error().code == ErrorCode::NotFound);
    }

    void rowsLeadToTheirEventsAndToMore() {
        const auto& chosen = m_rows[busiest()];
        const auto related = MUST(readRelated(*m_snapshot, {.row = chosen, .sameAggregate = {2, 3}}));
        const auto told = relatedRows(chosen, related, {});
        QCOMPARE(told.rows.size(), told.targets.size());
        using Kind = RelatedTarget::Kind;
        QVERIFY(told.targets[0].kind == Kind::Words);
        QVERIFY(told.targets[1].kind == Kind::MoreLater);
        QVERIFY(told.targets[2].kind == Kind::Event);
        QCOMPARE(told.targets[2].number.value, related.sameAggregate.later[0].number.value);
        QVERIFY(told.rows[2][0].value.text.startsWith(QLatin1Char('+')));
        QVERIFY(told.targets[4].kind == Kind::Words); // the chosen event itself
        QCOMPARE(told.targets[5].number.value, related.sameAggregate.earlier[0].number.value);
        QVERIFY(told.rows[5][0].value.text.startsWith(QStringLiteral("−")));
        QVERIFY(told.targets[8].kind == Kind::MoreEarlier);
        for (std::size_t row = 0; row < told.rows.size(); ++row)
            QCOMPARE(told.targets[row].kind == Kind::Event, told.rows[row].back().isValue());
    }

    void nothingRelatedIsSaidInWords() {
        TimelineRow alone = m_rows.front();
        alone.event.correlationId.reset();
        alone.event.commandId = uuidOf(9, 9);
        RelatedEvents related;
        related.sameCommand.emplace();
        const auto told = relatedRows(alone, related, {});
        QCOMPARE(told.rows.size(), std::size_t{6}); // a heading and a sentence each
        QVERIFY(std::ranges::all_of(told.targets,
                                    [](const auto& target) { return target.kind == RelatedTarget::Kind::Words; }));
    }

    void differencesAreSigned() {
        const Instant noon{1'700'000'000'000'000};
        QCOMPARE(timeDifference(noon, noon + 123 * kMicrosPerSecond), QStringLiteral("+2 min 3 s"));
        QCOMPARE(timeDifference(noon, noon + -12'000), QStringLiteral("−12 ms"));
        QVERIFY(timeDifference(noon, noon).startsWith(QStringLiteral("±")));
    }

private:
    static Uuid uuidOf(std::uint8_t kind, std::size_t n) {
        Uuid id;
        id.bytes[0] = kind;
        id.bytes[14] = static_cast<std::uint8_t>(n >> 8);
        id.bytes[15] = static_cast<std::uint8_t>(n & 0xff);
        return id;
    }

    template <class Belongs>
    void check(const RelatedGroup& group, std::size_t place, const Belongs& belongs) {
        std::vector<TimelineRow> later;
        std::vector<TimelineRow> earlier;
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            if (i != place && belongs(m_rows[i].event))
                (i < place ? later : earlier).push_back(m_rows[i]);
        QCOMPARE(printed(group.later), printed(later));
        QCOMPARE(printed(group.earlier), printed(earlier));
        QCOMPARE(group.moreLater + group.moreEarlier, 0);
    }

    /// Place of an event in the middle of the aggregate with the most.
    [[nodiscard]] std::size_t busiest() const {
        std::map<AggregateId, std::vector<std::size_t>> places;
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            places[m_rows[i].event.aggregate.id].push_back(i);
        const auto found =
            std::ranges::max_element(places, {}, [](const auto& aggregate) { return aggregate.second.size(); });
        return found->second[found->second.size() / 2];
    }

    ReplicaFixture m_fixture{{"eu-west-1", "us-east-1"}};
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<Snapshot> m_snapshot;
    std::vector<TimelineRow> m_rows;
};

MUNIMENT_TEST(related, TestRelated);
#include "test_related.moc"
