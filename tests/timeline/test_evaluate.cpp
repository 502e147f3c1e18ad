// Protects what a filter finds: 10,000 random filters on random logs of several regions answer as the naive evaluator
// does, whole and as of an instant, anew and brought up to date after late batches, before and after the index is
// rebuilt, and with a region that has logged nothing.
#include "models/replica/annotations.h"
#include "models/replica/index/event_words.h"
#include "models/replica/index/tokenizer.h"
#include "models/timeline/match_cache.h"
#include "models/timeline/timeline.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"
#include "tests/timeline/naive_history.h"
#include "tests/timeline/random_filter.h"

#include <QTest>

#include <random>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr int kWorlds = 25;
constexpr int kFiltersOfAWorld = 400;

const std::vector<std::string> kRegions{"us-east-1", "eu-west-1", "ap-south-1"};

/// A file over random logs, beside the same logs as the naive evaluator wants them.
struct World {
    std::unique_ptr<ReplicaFixture> fixture;
    std::unique_ptr<Replica> replica;
    std::vector<NaiveLog> logs;
    std::vector<NaiveEvent> events; ///< of all logs
    std::vector<EventNumber> numbers;
    NaiveWorld facts;
};

std::vector<NaiveLog> randomLogs(std::mt19937_64& random) {
    std::vector<NaiveLog> logs;
    for (const std::string& region : kRegions) {
        SampleLogSettings settings;
        settings.region = RegionName(region);
        settings.seed = random();
        settings.tenants = 3;
        settings.stepMicros = random() % 2 == 0 ? 3'600'000'000 : 1;
        settings.isRough = true;
        // One region in six has logged nothing yet.
        const int count = random() % 6 == 0 ? 0 : 40 + static_cast<int>(random() % 160);
        logs.push_back({settings.region, sampleEvents(settings, count)});
    }
    return logs;
}

/// The events from `from` to `to` of each log (parts of its length), region by region, in small batches.
void applyPart(Replica& replica, const std::vector<NaiveLog>& logs, double from, double to) {
    for (const NaiveLog& log : logs) {
        const auto size = static_cast<double>(log.events.size());
        const auto first = static_cast<std::size_t>(size * from);
        const auto last = static_cast<std::size_t>(size * to);
        applyAll(replica, log.region, std::span(log.events).subspan(first, last - first), 37);
    }
}

/// What filters may ask for beside the events themselves, as the file or the index's own rules have it.
void describe(World& world, Snapshot& snapshot) {
    world.facts = naiveWorld(world.events);
    world.facts.tokensOf = tokensOf;
    const auto everything = MUST(evaluate(snapshot, {}));
    const auto count = static_cast<int>(world.events.size());
    for (const TimelineRow& row : MUST(readTimeline(snapshot, *everything, TimelineOrder::OldestFirst, 0, count))) {
        const auto at = std::find(world.numbers.begin(), world.numbers.end(), row.number) - world.numbers.begin();
        NaiveEvent& event = world.events[static_cast<std::size_t>(at)];
        event.marks = row.marks;
        const auto words = eventWords(event.event);
        event.tokens.insert(words.begin(), words.end());
    }
}

/// Annotates about one event in five.
void annotate(World& world, std::mt19937_64& random) {
    const std::vector<std::string> words{"incident", "case-17", "prufung", "old"};
    const auto word = [&] { return words[random() % words.size()]; };
    std::vector<AnnotatedEvent> written;
    for (std::size_t i = 0; i < world.events.size(); ++i) {
        if (random() % 5 != 0)
            continue;
        EventAnnotation& annotation = world.events[i].annotation;
        annotation = {random() % 2 == 0, {}, random() % 2 == 0 ? word() + " asked, " + word() : ""};
        if (random() % 2 == 0)
            annotation.tags = {word()};
        written.push_back({world.numbers[i], annotation, "tester", {}});
    }
    MUST(world.replica->writer()->setAnnotations(written));
}

} // namespace

class EvaluateTest : public QObject {
    Q_OBJECT
private slots:
    void randomFiltersFindWhatTheNaiveOnesFind_data();
    void randomFiltersFindWhatTheNaiveOnesFind();

private:
    /// Ends the test at the first difference.
    void compare(const World& world, const TimelineQuestion& question, const MatchSet& matches, const char* when);

    QString m_difference;
};

void EvaluateTest::compare(const World& world, const TimelineQuestion& question, const MatchSet& matches,
                           const char* when) {
    std::int64_t wanted = 0;
    for (std::size_t i = 0; i < world.events.size(); ++i) {
        const NaiveEvent& event = world.events[i];
        const bool isLogged = !question.asOf || event.loggedAt <= *question.asOf;
        const bool isWanted = isLogged && matchesNaively(question.filter, event, world.facts);
        wanted += isWanted ? 1 : 0;
        if (isWanted == matches.holds(world.numbers[i]) || !m_difference.isEmpty())
            continue;
        m_difference = QStringLiteral("%1 %2: event %3 (%4 of %5, %6) is %7")
                           .arg(QString::fromUtf8(when), QString::fromStdString(printFilter(question.filter)))
                           .arg(world.numbers[i].ordinal())
                           .arg(QString::fromStdString(event.event.type), QString::fromStdString(event.region.text()),
                                QString::fromStdString(event.event.payload.value_or("no payload")),
                                isWanted ? QStringLiteral("missing") : QStringLiteral("too much"));
    }
    if (m_difference.isEmpty() && matches.count() != wanted)
        m_difference = QStringLiteral("%1: counts %2, not %3")
                           .arg(QString::fromStdString(printFilter(question.filter)))
                           .arg(matches.count())
                           .arg(wanted);
}

void EvaluateTest::randomFiltersFindWhatTheNaiveOnesFind_data() {
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= kWorlds; ++seed)
        QTest::addRow("world %d", seed) << seed;
}

void EvaluateTest::randomFiltersFindWhatTheNaiveOnesFind() {
    QFETCH(int, seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    m_difference.clear();
    World world;
    world.fixture = std::make_unique<ReplicaFixture>(kRegions);
    world.replica = world.fixture->create();
    world.logs = randomLogs(random);
    world.events = naiveEvents(world.logs);
    QVERIFY(!world.events.empty());
    for (std::size_t log = 0; log < world.logs.size(); ++log)
        for (std::size_t i = 0; i < world.logs[log].events.size(); ++i)
            world.numbers.push_back(
                EventNumber::of(static_cast<std::int64_t>(log) + 1, static_cast<std::int64_t>(i) + 1));

    applyPart(*world.replica, world.logs, 0, 0.7);
    const auto early = MUST(world.replica->snapshot());
    applyPart(*world.replica, world.logs, 0.7, 1);
    annotate(world, random);
    const auto view = MUST(world.replica->snapshot());
    describe(world, *view);

    RandomFilter filters(random(), world.events, world.facts);
    MatchCache cache;
    std::int64_t found = 0;
    for (int i = 0; i < kFiltersOfAWorld; ++i) {
        TimelineQuestion question{filters.next(), {}, world.facts.now};
        if (random() % 4 == 0)
            question.asOf = world.events[random() % world.events.size()].loggedAt;
        const auto matches = MUST(evaluate(*view, question));
        compare(world, question, *matches, "anew");
        if (i % 8 == 0) {
            (void)MUST(cache.matches(*early, question));
            compare(world, question, *MUST(cache.matches(*view, question)), "brought up to date");
        }
        found += matches->count() > 0 ? 1 : 0;
        QVERIFY2(m_difference.isEmpty(), qPrintable(m_difference));
    }
    // Or the questions would prove nothing.
    QVERIFY2(found > kFiltersOfAWorld / 5, qPrintable(QString::number(found)));
    QVERIFY(world.events.size() < 50 || cache.counters().extended > 0);
}

MUNIMENT_TEST(evaluate, EvaluateTest);
#include "test_evaluate.moc"
