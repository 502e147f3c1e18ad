// Protects what a filter finds: 10,000 random filters on random logs of several regions answer as the naive evaluator
// does, whole and as of an instant, anew and brought up to date: while a region is missing, after its events have come
// late and lie between the others, and after the index and the read models were rebuilt.
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

#include <algorithm>
#include <map>
#include <random>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr int kWorlds = 25;
constexpr int kFiltersOfAWorld = 400;
constexpr std::size_t kCachedOf = 16; ///< one question in so many is asked of the cache as well: no more than it keeps

const std::vector<std::string> kRegions{"us-east-1", "eu-west-1", "ap-south-1"};

/// Logs as the naive evaluator wants them.
struct World {
    std::vector<NaiveLog> logs;
    std::vector<NaiveEvent> events; ///< of all logs
    std::vector<EventNumber> numbers;
    NaiveWorld facts;
};

/// What the file was told of each event, also where that is nothing.
using Annotations = std::map<EventNumber, EventAnnotation>;

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

World worldOf(std::vector<NaiveLog> logs) {
    World world;
    world.logs = std::move(logs);
    world.events = naiveEvents(world.logs);
    world.facts = naiveWorld(world.events);
    world.facts.tokensOf = tokensOf;
    for (std::size_t log = 0; log < world.logs.size(); ++log)
        for (std::size_t i = 0; i < world.logs[log].events.size(); ++i)
            world.numbers.push_back(
                EventNumber::of(static_cast<std::int64_t>(log) + 1, static_cast<std::int64_t>(i) + 1));
    return world;
}

/// A region of which nothing is there yet, such that something is left.
std::size_t missingOf(const std::vector<NaiveLog>& logs, std::mt19937_64& random) {
    for (std::size_t missing = random() % logs.size();; missing = (missing + 1) % logs.size())
        for (std::size_t other = 0; other < logs.size(); ++other)
            if (other != missing && !logs[other].events.empty())
                return missing;
}

/// Annotates about one in five of the events that are new.
void annotate(Replica& replica, const World& world, Annotations& annotations, std::mt19937_64& random) {
    const std::vector<std::string> words{"incident", "case-17", "prufung", "old"};
    const auto word = [&] { return words[random() % words.size()]; };
    std::vector<AnnotatedEvent> written;
    for (const EventNumber number : world.numbers) {
        const auto [known, isNew] = annotations.try_emplace(number);
        if (!isNew || random() % 5 != 0)
            continue;
        EventAnnotation& annotation = known->second;
        annotation = {random() % 2 == 0, {}, random() % 2 == 0 ? word() + " asked, " + word() : ""};
        if (random() % 2 == 0)
            annotation.tags = {word()};
        written.push_back({number, annotation, "tester", {}});
    }
    MUST(replica.writer()->setAnnotations(written));
}

/// What filters may ask for beside the events themselves, as the file or the index's own rules have it.
void describe(World& world, Snapshot& snapshot, const Annotations& annotations) {
    const auto everything = MUST(evaluate(snapshot, {}));
    const auto count = static_cast<int>(world.events.size());
    for (const TimelineRow& row : MUST(readTimeline(snapshot, *everything, TimelineOrder::OldestFirst, 0, count))) {
        const auto at = std::find(world.numbers.begin(), world.numbers.end(), row.number) - world.numbers.begin();
        NaiveEvent& event = world.events[static_cast<std::size_t>(at)];
        event.marks = row.marks;
        event.annotation = annotations.at(row.number);
        const auto words = eventWords(event.event);
        event.tokens.insert(words.begin(), words.end());
    }
}

} // namespace

class EvaluateTest : public QObject {
    Q_OBJECT
private slots:
    void randomFiltersFindWhatTheNaiveOnesFind_data();
    void randomFiltersFindWhatTheNaiveOnesFind();

private:
    /// `count` filters more, about events of `world`.
    void addQuestions(const World& world, int count, std::mt19937_64& random);
    /// What all questions so far should find, each event's answer in its place.
    [[nodiscard]] std::vector<std::vector<bool>> naiveAnswers(const World& world) const;
    /// All questions so far, anew and, of some, as the cache brings its answers up to date; ends the test at the first
    /// difference.
    void askAll(const World& world, const std::vector<std::vector<bool>>& wanted, Snapshot& snapshot, const char* when);
    void compare(const World& world, std::size_t question, const std::vector<bool>& wanted, const MatchSet& matches,
                 const char* when);

    std::vector<TimelineQuestion> m_questions;
    std::unique_ptr<MatchCache> m_cache;
    QString m_difference;
};

std::vector<std::vector<bool>> EvaluateTest::naiveAnswers(const World& world) const {
    std::vector<std::vector<bool>> answers;
    for (const TimelineQuestion& question : m_questions) {
        std::vector<bool>& answer = answers.emplace_back();
        for (const NaiveEvent& event : world.events)
            answer.push_back((!question.asOf || event.loggedAt <= question.asOf->at) &&
                             matchesNaively(question.filter, event, world.facts));
    }
    return answers;
}

void EvaluateTest::compare(const World& world, std::size_t question, const std::vector<bool>& wanted,
                           const MatchSet& matches, const char* when) {
    const auto asked = QString::fromStdString(printFilter(m_questions[question].filter));
    for (std::size_t i = 0; i < world.events.size() && m_difference.isEmpty(); ++i) {
        const NaiveEvent& event = world.events[i];
        if (wanted[i] == matches.holds(world.numbers[i]))
            continue;
        m_difference = QStringLiteral("%1, %2: event %3 (%4 of %5, %6) is %7")
                           .arg(QString::fromUtf8(when), asked)
                           .arg(world.numbers[i].ordinal())
                           .arg(QString::fromStdString(event.event.type), QString::fromStdString(event.region.text()),
                                QString::fromStdString(event.event.payload.value_or("no payload")),
                                wanted[i] ? QStringLiteral("missing") : QStringLiteral("too much"));
    }
    const auto count = std::ranges::count(wanted, true);
    if (m_difference.isEmpty() && matches.count() != count)
        m_difference = QStringLiteral("%1, %2: counts %3, not %4")
                           .arg(QString::fromUtf8(when), asked)
                           .arg(matches.count())
                           .arg(count);
}

void EvaluateTest::randomFiltersFindWhatTheNaiveOnesFind_data() {
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= kWorlds; ++seed)
        QTest::addRow("world %d", seed) << seed;
}

void EvaluateTest::addQuestions(const World& world, int count, std::mt19937_64& random) {
    RandomFilter filters(random(), world.events, world.facts);
    for (int i = 0; i < count; ++i) {
        m_questions.push_back({filters.next(), {}, world.facts.now});
        if (random() % 4 == 0)
            m_questions.back().asOf = world.events[random() % world.events.size()].loggedAt;
    }
}

void EvaluateTest::askAll(const World& world, const std::vector<std::vector<bool>>& wanted, Snapshot& snapshot,
                          const char* when) {
    int found = 0;
    for (std::size_t i = 0; i < m_questions.size(); ++i) {
        const auto matches = MUST(evaluate(snapshot, m_questions[i]));
        compare(world, i, wanted[i], *matches, when);
        if (i % kCachedOf == 0)
            compare(world, i, wanted[i], *MUST(m_cache->matches(snapshot, m_questions[i])), when);
        found += matches->count() > 0 ? 1 : 0;
        QVERIFY2(m_difference.isEmpty(), qPrintable(m_difference));
    }
    // Or the questions would prove nothing.
    QVERIFY2(found > std::ssize(m_questions) / 5, qPrintable(QString::number(found)));
}

void EvaluateTest::randomFiltersFindWhatTheNaiveOnesFind() {
    QFETCH(int, seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    m_difference.clear();
    m_questions.clear();
    m_cache = std::make_unique<MatchCache>();
    const ReplicaFixture fixture(kRegions);
    const auto replica = fixture.create();
    World whole = worldOf(randomLogs(random));
    const auto missing = missingOf(whole.logs, random);
    auto logs = whole.logs;
    logs[missing].events.clear();
    World part = worldOf(std::move(logs));
    part.facts.now = whole.facts.now; // of the questions
    Annotations annotations;

    applyPart(*replica, part.logs, 0, 0.7);
    const auto early = MUST(replica->snapshot());
    applyPart(*replica, part.logs, 0.7, 1);
    annotate(*replica, part, annotations, random);
    const auto view = MUST(replica->snapshot());
    describe(part, *view, annotations);
    addQuestions(part, kFiltersOfAWorld / 2, random);
    for (std::size_t i = 0; i < m_questions.size(); i += kCachedOf)
        (void)MUST(m_cache->matches(*early, m_questions[i]));
    askAll(part, naiveAnswers(part), *view, "with a region missing");
    if (QTest::currentTestFailed())
        return;
    QVERIFY(part.events.size() < 50 || m_cache->counters().extended > 0);

    applyAll(*replica, whole.logs[missing].region, whole.logs[missing].events, 37);
    annotate(*replica, whole, annotations, random);
    const auto late = MUST(replica->snapshot());
    describe(whole, *late, annotations);
    addQuestions(whole, kFiltersOfAWorld / 2, random);
    const auto wanted = naiveAnswers(whole);
    askAll(whole, wanted, *late, "after late batches");
    if (QTest::currentTestFailed())
        return;

    for (const std::string& model : readModelNames())
        while (!MUST(replica->writer()->rebuildSlice(model)).isFinished)
            ;
    askAll(whole, wanted, *MUST(replica->snapshot()), "after a rebuild");
}

MUNIMENT_TEST(evaluate, EvaluateTest);
#include "test_evaluate.moc"
