// Protects what colours the rows on screen: asked about a few events only, a filter says of them what it says when
// asked about all, wherever chunks of the index end and however far apart the events lie; the first of several filters
// wins; and what keeps a filter from being asked is known.
#include "models/replica/replica.h"
#include "models/timeline/filter_obstacles.h"
#include "models/timeline/matches_among.h"
#include "models/timeline/timeline.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr int kLong = 135'000; ///< two full chunks and an open one
constexpr int kShort = 700;

std::string quoted(const std::string& text) {
    return "\"" + text + "\"";
}

/// A question of every kind, about values that the file has.
std::vector<std::string> questions(const std::vector<TimelineRow>& rows) {
    std::vector<std::string> texts{"",
                                   "type:user.human.*",
                                   "outcome:failure",
                                   "-outcome:success",
                                   "type:session.added or outcome:failure",
                                   "-(type:session.added or type:user.*)",
                                   "seq>=5",
                                   "region:us-east-1",
                                   "after:2023-11-15 before:2023-11-16",
                                   "after:-30d",
                                   "ip:10.0.0.0/8",
                                   "payload.reason:*",
                                   "payload.userName:a*",
                                   "type:user.* seq<3 -actortype:system",
                                   "nosuchword",
                                   "type:no.such.type"};
    for (const TimelineRow& row : rows) {
        const RecordedEvent& event = row.event;
        texts.push_back("tenant:" + quoted(event.tenant.text()));
        texts.push_back("actor:" + quoted(event.actor.id.text()));
        texts.push_back("subject:" + quoted(event.aggregate.id.text()));
        texts.push_back("id:" + event.eventId.text());
        for (const std::string* name : {&row.tenantName, &row.actorName, &row.subjectName})
            if (!name->empty()) {
                texts.push_back("user:" + quoted(*name) + " or tenant:" + quoted(*name));
                texts.push_back(quoted(*name));
            }
        if (event.sourceIp)
            texts.push_back("ip:" + *event.sourceIp);
        if (event.correlationId)
            texts.push_back("correlation:" + event.correlationId->text());
    }
    return texts;
}

} // namespace

class MatchesAmongTest : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_replica = m_fixture.create();
        const std::pair<const char*, int> logs[]{{"eu-west-1", kLong}, {"us-east-1", kShort}};
        for (const auto& [region, count] : logs) {
            SampleLogSettings settings;
            settings.region = RegionName(region);
            settings.seed = static_cast<std::uint64_t>(count);
            applyAll(*m_replica, settings.region, sampleEvents(settings, count), 30'000);
        }
    }

    void aFilterSaysOfAFewEventsWhatItSaysOfAll() {
        const auto snapshot = MUST(m_replica->snapshot());
        const auto everything = MUST(evaluate(*snapshot, {}));
        std::mt19937_64 random(7);
        std::vector<TimelineRow> some;
        for (const int row : {3, 134'000})
            some.push_back(MUST(readTimeline(*snapshot, *everything, TimelineOrder::NewestFirst, row, 1)).front());
        int matching = 0;
        for (const std::string& text : questions(some)) {
            const auto parsed = parseFilter(text);
            QVERIFY2(parsed.filter.has_value(), text.c_str());
            const TimelineQuestion question{*parsed.filter, {}, Instant{1'700'100'000'000'000}};
            const auto all = MUST(evaluate(*snapshot, question));
            for (const auto& numbers : windows(random, *all)) {
                std::vector<EventNumber> wanted;
                std::ranges::copy_if(numbers, std::back_inserter(wanted),
                                     [&](EventNumber number) { return all->holds(number); });
                std::ranges::sort(wanted);
                wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
                const auto found = MUST(matchesAmong(*snapshot, question, numbers));
                QVERIFY2(found == wanted, text.c_str());
                matching += wanted.empty() ? 0 : 1;
            }
        }
        QVERIFY2(matching > 30, qPrintable(QString::number(matching))); // or the questions would prove nothing
    }

    void asOfAnInstantLaterEventsAreLeftOut() {
        const auto snapshot = MUST(m_replica->snapshot());
        const EventNumber early = EventNumber::of(1, 100);
        const EventNumber late = EventNumber::of(1, 134'000);
        const auto time = MUST(snapshot->event(early)).recordedAt;
        QVERIFY(MUST(matchesAmong(*snapshot, {{}, time, {}}, {late, early})) == std::vector{early});
    }

    void theFirstThatMatchesWins() {
        const auto snapshot = MUST(m_replica->snapshot());
        std::vector<FilterNode> filters;
        for (const char* text : {"type:no.such.type", "outcome:failure", "type:user.*", "type:*"})
            filters.push_back(*parseFilter(text).filter);
        std::vector<EventNumber> numbers;
        for (std::int64_t ordinal = 65'500; ordinal < 65'600; ++ordinal)
            numbers.push_back(EventNumber::of(1, ordinal));
        const auto first = MUST(firstMatches(*snapshot, filters, {}, numbers));
        QCOMPARE(first.size(), numbers.size());
        std::array<int, 4> counts{};
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const auto event = MUST(snapshot->event(numbers[i]));
            const std::size_t wanted = event.outcome == "failure" ? 1 : event.type.starts_with("user.") ? 2 : 3;
            QCOMPARE(first[i], std::optional(wanted));
            ++counts[wanted];
        }
        QVERIFY(counts[1] > 0 && counts[2] > 0 && counts[3] > 0);
        filters.pop_back();
        const auto fewer = MUST(firstMatches(*snapshot, filters, {}, numbers));
        QCOMPARE(std::ranges::count_if(fewer, [](const auto& place) { return !place; }), counts[3]);
    }

    void aFilterThatCannotBeAskedMatchesNothing() {
        MUST(m_replica->writer()->setWordIndex(false));
        const auto snapshot = MUST(m_replica->snapshot());
        const std::vector<FilterNode> filters{*parseFilter("words").filter, *parseFilter("type:*").filter};
        const auto first = MUST(firstMatches(*snapshot, filters, {}, {EventNumber::of(1, 5)}));
        QCOMPARE(first.front(), std::optional<std::size_t>(1));
    }

    void whyAFilterCannotBeAskedIsKnown() {
        std::vector<FilterNode> filters;
        for (const char* text : {"words", "type:*", "type:user.* -(words or seq>1)", "user:words"})
            filters.push_back(*parseFilter(text).filter);
        const auto lacks = [&] {
            std::vector<std::string> all;
            for (const auto& obstacle : MUST(obstaclesTo(*MUST(m_replica->snapshot()), filters)))
                all.push_back(obstacle ? obstacle->get("words") : std::string());
            return all;
        };
        MUST(m_replica->writer()->setWordIndex(false));
        QCOMPARE(lacks(), (std::vector<std::string>{"absent", "", "absent", ""}));
        MUST(m_replica->writer()->setWordIndex(true));
        QCOMPARE(lacks(), (std::vector<std::string>{"incomplete", "", "incomplete", ""}));
        while (!MUST(m_replica->writer()->rebuildSlice("index")).isFinished) {
        }
        QCOMPARE(lacks(), (std::vector<std::string>{"", "", "", ""}));
    }

private:
    /// Fifty events side by side, across a chunk's end, far apart, and some of those that match.
    static std::vector<std::vector<EventNumber>> windows(std::mt19937_64& random, const MatchSet& matches) {
        std::vector<std::vector<EventNumber>> all(4);
        const auto begin = static_cast<std::int64_t>(random() % (kLong - 50)) + 1;
        for (int i = 0; i < 50; ++i) {
            all[0].push_back(EventNumber::of(1, begin + i));
            all[1].push_back(EventNumber::of(1, 65'536 * 2 - 25 + i));
            all[2].push_back(EventNumber::of(1 + i % 2, static_cast<std::int64_t>(random() % kShort) + 1));
            all[2].push_back(EventNumber::of(1, static_cast<std::int64_t>(random() % kLong) + 1));
        }
        for (const auto& [run, ordinals] : matches.ordinals)
            for (const std::uint32_t ordinal : ordinals) {
                all[3].push_back(EventNumber::of(run, ordinal));
                if (all[3].size() >= 50)
                    break;
            }
        return all;
    }

    ReplicaFixture m_fixture{{"eu-west-1", "us-east-1"}};
    std::unique_ptr<Replica> m_replica;
};

MUNIMENT_TEST(matches_among, MatchesAmongTest);
#include "test_matches_among.moc"
