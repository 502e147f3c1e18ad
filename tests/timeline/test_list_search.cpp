// Protects the search within a list: random searches in the lists of random filters over several regions, with ties and
// with batches that come late, find in each part of the list what counting row by row finds, and step from any event to
// the find that a walk along the list comes to first.
#include "models/replica/index/event_words.h"
#include "models/replica/index/tokenizer.h"
#include "models/timeline/list_search.h"
#include "models/timeline/match_cache.h"
#include "models/timeline/timeline.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"
#include "tests/timeline/naive_history.h"
#include "tests/timeline/random_filter.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <tuple>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr int kWorlds = 6;
constexpr int kSearchesOfAWorld = 120;
constexpr int kStepsOfASearch = 6;

const std::vector<std::string> kRegions{"us-east-1", "eu-west-1", "ap-south-1"};

struct Event {
    NaiveEvent naive;
    EventNumber number;
};

/// What a search must find, told by walking along all events, newest first.
class NaiveList {
public:
    NaiveList(const std::vector<Event>& events, const FilterNode& filter, const FilterNode& search,
              const NaiveWorld& facts) {
        for (const Event& event : events) {
            const bool isListed = matchesNaively(filter, event.naive, facts);
            m_walk.push_back({&event, isListed, isListed && matchesNaively(search, event.naive, facts)});
        }
    }

    [[nodiscard]] std::int64_t found() const { return std::ranges::count_if(m_walk, &Step::isFound); }

    [[nodiscard]] FoundSlices slices(int places) const {
        FoundSlices wanted;
        wanted.rows = std::ranges::count_if(m_walk, &Step::isListed);
        wanted.found = found();
        wanted.places = static_cast<int>(std::min<std::int64_t>(places, wanted.rows));
        std::int64_t row = 0;
        int place = 0;
        for (const Step& step : m_walk) {
            if (!step.isListed)
                continue;
            while (row >= (place + 1) * wanted.rows / wanted.places)
                ++place;
            ++row;
            if (!step.isFound)
                continue;
            const Instant at = step.event->naive.loggedAt;
            if (wanted.slices.empty() || wanted.slices.back().place != place)
                wanted.slices.push_back({place, 0, step.event->number, at, at});
            ++wanted.slices.back().count;
            wanted.slices.back().oldestAt = at;
        }
        return wanted;
    }

    [[nodiscard]] std::optional<NextFound> next(std::optional<EventNumber> from, ListDirection direction) const {
        const auto count = static_cast<std::int64_t>(m_walk.size());
        const std::int64_t step = direction == ListDirection::Down ? 1 : -1;
        std::int64_t at = step > 0 ? -1 : count;
        for (std::int64_t i = 0; from && i < count; ++i)
            if (m_walk[static_cast<std::size_t>(i)].event->number == *from)
                at = i;
        bool isWrapped = false;
        for (std::int64_t left = 2 * count; left > 0; --left) {
            at += step;
            if (at < 0 || at >= count) {
                if (found() == 0)
                    return {};
                isWrapped = true;
                at = step > 0 ? 0 : count - 1;
            }
            if (m_walk[static_cast<std::size_t>(at)].isFound)
                return NextFound{
                    m_walk[static_cast<std::size_t>(at)].event->number,
                    std::count_if(m_walk.begin(), m_walk.begin() + at, [](const Step& s) { return s.isFound; }),
                    found(), isWrapped};
        }
        return {};
    }

private:
    struct Step {
        const Event* event;
        bool isListed;
        bool isFound;
    };

    std::vector<Step> m_walk;
};

QByteArray printed(const FoundSlices& slices) {
    QString text = QStringLiteral("%1 of %2 in %3:").arg(slices.found).arg(slices.rows).arg(slices.places);
    for (const FoundSlice& slice : slices.slices)
        text += QStringLiteral(" %1:%2@%3(%4-%5)")
                    .arg(slice.place)
                    .arg(slice.count)
                    .arg(slice.newest.value)
                    .arg(slice.newestAt.micros)
                    .arg(slice.oldestAt.micros);
    return text.toUtf8();
}

QByteArray printed(const std::optional<NextFound>& next) {
    if (!next)
        return "nothing";
    return QStringLiteral("%1, %2 of %3%4")
        .arg(next->number.value)
        .arg(next->place)
        .arg(next->found)
        .arg(next->isWrapped ? QStringLiteral(", wrapped") : QString())
        .toUtf8();
}

/// The events of one region from `from` to `to` (parts of its log) in small batches.
void applyPart(Replica& replica, const NaiveLog& log, double from, double to) {
    const auto size = static_cast<double>(log.events.size());
    const auto first = static_cast<std::size_t>(size * from);
    const auto last = static_cast<std::size_t>(size * to);
    applyAll(replica, log.region, std::span(log.events).subspan(first, last - first), 97);
}

} // namespace

class ListSearchTest : public QObject {
    Q_OBJECT
private slots:
    void findsWhatAWalkFinds_data();
    void findsWhatAWalkFinds();
    void aLongListIsDividedExactly();
    void whatIsNotThereIsSaid();
    void dividingCanBeStopped();

private:
    /// The file as it stands at last, newest first; what filters ask for beside the events is as the file has it.
    static std::vector<Event> eventsOf(const std::vector<NaiveLog>& logs, Snapshot& snapshot);
};

std::vector<Event> ListSearchTest::eventsOf(const std::vector<NaiveLog>& logs, Snapshot& snapshot) {
    std::vector<Event> events;
    for (NaiveEvent& event : naiveEvents(logs))
        events.push_back({std::move(event), {}});
    std::size_t next = 0;
    for (std::size_t log = 0; log < logs.size(); ++log)
        for (std::size_t i = 0; i < logs[log].events.size(); ++i, ++next)
            events[next].number = EventNumber::of(static_cast<std::int64_t>(log) + 1, static_cast<std::int64_t>(i) + 1);
    const auto everything = MUST(evaluate(snapshot, {}));
    const auto rows =
        MUST(readTimeline(snapshot, *everything, TimelineOrder::NewestFirst, 0, static_cast<int>(events.size())));
    for (const TimelineRow& row : rows) {
        auto& event = *std::ranges::find(events, row.number, &Event::number);
        event.naive.marks = row.marks;
        const auto words = eventWords(event.naive.event);
        event.naive.tokens.insert(words.begin(), words.end());
    }
    std::ranges::sort(events, std::greater(), [](const Event& event) {
        return std::tuple(event.naive.loggedAt, event.naive.region.text(), event.naive.event.key);
    });
    return events;
}

void ListSearchTest::findsWhatAWalkFinds_data() {
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= kWorlds; ++seed)
        QTest::addRow("world %d", seed) << seed;
}

void ListSearchTest::findsWhatAWalkFinds() {
    QFETCH(int, seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    const ReplicaFixture fixture(kRegions);
    const auto replica = fixture.create();
    std::vector<NaiveLog> logs;
    for (const std::string& region : kRegions) {
        SampleLogSettings settings;
        settings.region = RegionName(region);
        settings.seed = random();
        settings.tenants = 3;
        settings.stepMicros = seed % 2 == 0 ? 3'600'000'000 : 1; // with a microsecond nearly all are ties
        settings.isRough = true;
        logs.push_back({settings.region, sampleEvents(settings, 30 + static_cast<int>(random() % 300))});
    }
    // One region is ahead; the others' events come late and lie between its own.
    applyPart(*replica, logs[0], 0, 1);
    applyPart(*replica, logs[1], 0, 0.4);
    const auto early = MUST(replica->snapshot());
    applyPart(*replica, logs[1], 0.4, 1);
    applyPart(*replica, logs[2], 0, 1);
    const auto view = MUST(replica->snapshot());

    const auto events = eventsOf(logs, *view);
    std::vector<NaiveEvent> naive;
    for (const Event& event : events)
        naive.push_back(event.naive);
    NaiveWorld facts = naiveWorld(naive);
    facts.tokensOf = tokensOf;
    RandomFilter filters(random(), naive, facts);
    MatchCache cache;
    int found = 0;
    int wrapped = 0;
    for (int i = 0; i < kSearchesOfAWorld; ++i) {
        const FilterNode filter = i % 3 == 0 ? FilterNode{} : filters.next();
        const FilterNode search = filters.next();
        const auto about = printFilter(search) + " in " + printFilter(filter);
        const TimelineQuestion list{filter, {}, facts.now};
        const TimelineQuestion both{bothOf(filter, search), {}, facts.now};
        if (i % 2 == 0) { // what is asked below is then an older answer brought up to date
            (void)MUST(cache.matches(*early, list));
            (void)MUST(cache.matches(*early, both));
        }
        const auto listed = MUST(cache.matches(*view, list));
        const auto matches = MUST(cache.matches(*view, both));
        const NaiveList wanted(events, filter, search, facts);
        const int places = i % 4 == 0 ? 256 : 1 + static_cast<int>(random() % 40);
        const auto slices = MUST(foundSlices(*view, *listed, *matches, places));
        QVERIFY2(slices == wanted.slices(places),
                 about.c_str() + QByteArray(": ") + printed(slices) + "\ninstead of " + printed(wanted.slices(places)));
        found += slices.found > 0 ? 1 : 0;
        for (int step = 0; step < kStepsOfASearch; ++step) {
            const auto direction = step % 2 == 0 ? ListDirection::Down : ListDirection::Up;
            const auto from = step < 2 ? std::nullopt : std::optional(events[random() % events.size()].number);
            const auto next = MUST(nextFound(*view, *matches, from, direction));
            QVERIFY2(next == wanted.next(from, direction), about.c_str() + QByteArray(": ") + printed(next) +
                                                               " instead of " + printed(wanted.next(from, direction)));
            wrapped += next && next->isWrapped ? 1 : 0;
        }
    }
    // Or the searches would prove nothing.
    QVERIFY2(found > kSearchesOfAWorld / 5 && wrapped > 0, qPrintable(QStringLiteral("%1 %2").arg(found).arg(wrapped)));
    QVERIFY(cache.counters().extended > 0);
}

void ListSearchTest::aLongListIsDividedExactly() {
    const ReplicaFixture fixture({"us-east-1", "eu-west-1"});
    const auto replica = fixture.create();
    const std::pair<const char*, int> logs[]{{"us-east-1", 9'000}, {"eu-west-1", 4'321}};
    for (const auto& [region, count] : logs) {
        SampleLogSettings settings;
        settings.region = RegionName(region);
        settings.seed = static_cast<std::uint64_t>(count);
        applyAll(*replica, settings.region, sampleEvents(settings, count), 2'000);
    }
    const auto view = MUST(replica->snapshot());
    const auto everything = MUST(evaluate(*view, {}));
    const auto matches = MUST(evaluate(*view, {*parseFilter("outcome:failure or type:user.locked").filter, {}, {}}));
    const auto slices = MUST(foundSlices(*view, *everything, *matches, 256));
    QCOMPARE(slices.rows, std::int64_t{13'321});
    const auto rows = MUST(readTimeline(*view, *everything, TimelineOrder::NewestFirst, 0, 13'321));
    std::vector<std::int64_t> counts(256, 0);
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (matches->holds(rows[row].number))
            ++counts[(row * 256 + 255) / rows.size()];
    // Part i holds the rows from floor(i·n/p) on: row r lies in the last part that begins at r or before.
    std::vector<std::int64_t> told(256, 0);
    for (const FoundSlice& slice : slices.slices)
        told[static_cast<std::size_t>(slice.place)] = slice.count;
    QVERIFY(slices.slices.size() > 100);
    QVERIFY(told == counts);
}

void ListSearchTest::whatIsNotThereIsSaid() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    const auto empty = MUST(replica->snapshot());
    const auto nothing = MUST(evaluate(*empty, {}));
    QCOMPARE(MUST(foundSlices(*empty, *nothing, *nothing, 256)), FoundSlices{});
    QVERIFY(!MUST(nextFound(*empty, *nothing, {}, ListDirection::Down)));

    applyAll(*replica, RegionName("eu-west-1"), sampleEvents({}, 50), 50);
    const auto view = MUST(replica->snapshot());
    const auto everything = MUST(evaluate(*view, {}));
    const auto none = MUST(evaluate(*view, {*parseFilter("type:nobody.*").filter, {}, {}}));
    const auto slices = MUST(foundSlices(*view, *everything, *none, 256));
    QCOMPARE(slices.places, 50); // a part holds a row
    QVERIFY(slices.slices.empty());
    QVERIFY(!MUST(nextFound(*view, *none, EventNumber::of(1, 7), ListDirection::Up)));
    QVERIFY(MUST(foundSlices(*view, *everything, *everything, 0)).slices.empty());
    QCOMPARE(nextFound(*view, *everything, EventNumber::of(1, 99), ListDirection::Up).error().code,
             ErrorCode::NotFound);
    // The only find is also the next one, from either side.
    const auto only = MUST(evaluate(*view, {*parseFilter("type:org.added").filter, {}, {}}));
    const auto first = MUST(nextFound(*view, *only, {}, ListDirection::Up));
    QCOMPARE(first->place, first->found - 1);
}

void ListSearchTest::dividingCanBeStopped() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    applyAll(*replica, RegionName("eu-west-1"), sampleEvents({}, 500), 500);
    const auto view = MUST(replica->snapshot());
    const auto everything = MUST(evaluate(*view, {}));
    std::stop_source stop;
    const auto guard = view->interruptOn(stop.get_token());
    stop.request_stop();
    QCOMPARE(foundSlices(*view, *everything, *everything, 256).error().code, ErrorCode::Cancelled);
}

MUNIMENT_TEST(list_search, ListSearchTest);
#include "test_list_search.moc"
