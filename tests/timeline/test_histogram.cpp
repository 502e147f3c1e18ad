// Protects what the overview of a filter shows: bars over time, stacked ones, calendar buckets, facet counts and the
// reason why nothing was found equal a count over the events themselves, with ties, plateaus and several regions.
#include "models/timeline/timeline.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <map>

using namespace muniment;
using namespace muniment::test;

namespace {

const std::vector<std::string> kRegions{"us-east-1", "eu-west-1", "ap-south-1"};

std::int64_t sumOf(const std::vector<std::int64_t>& counts) {
    std::int64_t sum = 0;
    for (const std::int64_t count : counts)
        sum += count;
    return sum;
}

} // namespace

class HistogramTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void bucketsHoldWhatLiesInThem_data();
    void bucketsHoldWhatLiesInThem();
    void stackedSeriesAddUp();
    void bucketsEndWithTheNewestEvent();
    void calendarBucketsEqualACount_data();
    void calendarBucketsEqualACount();
    void facetCountsFollowTheFilter();
    void regionsAreCounted();
    void theSpanIsThatOfTheMatches();
    void anEmptyAnswerSaysWhy();
    void hostileTimesAreCountedOnce();

private:
    [[nodiscard]] MatchSetPointer ask(const char* filter) {
        auto parsed = parseFilter(filter);
        return MUST(evaluate(*m_view, {*parsed.filter, {}, {}}));
    }

    [[nodiscard]] std::vector<TimelineRow> rowsOf(const MatchSet& matches) {
        return MUST(readTimeline(*m_view, matches, TimelineOrder::OldestFirst, 0, 1'000'000));
    }

    std::unique_ptr<ReplicaFixture> m_fixture;
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<Snapshot> m_view;
};

void HistogramTest::initTestCase() {
    m_fixture = std::make_unique<ReplicaFixture>(kRegions);
    m_replica = m_fixture->create();
    for (std::size_t i = 0; i < kRegions.size(); ++i) {
        SampleLogSettings settings;
        settings.region = RegionName(kRegions[i]);
        settings.seed = 11 + i;
        settings.stepMicros = i == 1 ? 40'000'000'000 : 900'000'000; // one slow, two with many an hour
        settings.isRough = true;
        applyAll(*m_replica, settings.region, sampleEvents(settings, i == 1 ? 300 : 3'000), 999);
    }
    m_view = MUST(m_replica->snapshot());
}

void HistogramTest::bucketsHoldWhatLiesInThem_data() {
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<int>("buckets");
    for (const char* filter : {"", "type:session.*", "-outcome:success", "region:eu-west-1 type:user.*"})
        for (const int buckets : {1, 7, 60, 1'000})
            QTest::addRow("%s, %d", filter, buckets) << QByteArray(filter) << buckets;
}

void HistogramTest::bucketsHoldWhatLiesInThem() {
    QFETCH(QByteArray, filter);
    QFETCH(int, buckets);
    const auto matches = ask(filter.constData());
    const auto rows = rowsOf(*matches);
    // From within the first event's block to before the newest: both ends cut something off.
    const Instant from = rows[rows.size() / 10].loggedAt;
    const Instant to = rows[rows.size() * 9 / 10].loggedAt;
    const auto histogram = MUST(histogramOf(*m_view, *matches, from, to, buckets, {}, 0));
    QCOMPARE(histogram.from.micros, from.micros);
    QVERIFY(histogram.width * buckets >= to - from && histogram.width * (buckets - 1) < to - from);
    QVERIFY(static_cast<int>(histogram.counts.size()) <= buckets);
    std::vector<std::int64_t> wanted(histogram.counts.size(), 0);
    for (const TimelineRow& row : rows) {
        const auto bucket = (row.loggedAt - from) / histogram.width;
        if (row.loggedAt >= from && bucket < static_cast<std::int64_t>(wanted.size()))
            ++wanted[static_cast<std::size_t>(bucket)];
    }
    for (std::size_t i = 0; i < wanted.size(); ++i)
        QCOMPARE(histogram.counts[i], std::vector<std::int64_t>{wanted[i]});
}

void HistogramTest::stackedSeriesAddUp() {
    const auto matches = ask("region:(us-east-1 ap-south-1)");
    const auto rows = rowsOf(*matches);
    const Instant from = rows.front().loggedAt;
    const Instant to = rows.back().loggedAt + 1;
    const auto plain = MUST(histogramOf(*m_view, *matches, from, to, 20, {}, 0));
    const auto stacked = MUST(histogramOf(*m_view, *matches, from, to, 20, Facet::EventType, 3));
    QCOMPARE(stacked.series.size(), std::size_t(4));
    QCOMPARE(stacked.series.back(), std::string());
    QCOMPARE(stacked.counts.size(), plain.counts.size());
    std::map<std::string, std::int64_t> totals;
    for (const TimelineRow& row : rows)
        ++totals[row.event.type];
    for (std::size_t i = 0; i < stacked.counts.size(); ++i)
        QCOMPARE(sumOf(stacked.counts[i]), plain.counts[i].front());
    for (std::size_t series = 0; series + 1 < stacked.series.size(); ++series) {
        std::int64_t total = 0;
        for (const auto& bucket : stacked.counts)
            total += bucket[series];
        QCOMPARE(total, totals[stacked.series[series]]);
        QVERIFY(series == 0 || total <= totals[stacked.series[series - 1]]);
    }
    // Everything, which has no sets of its own, is stacked likewise.
    const auto all = MUST(histogramOf(*m_view, *ask(""), from, to, 5, Facet::Outcome, 10));
    QVERIFY(all.series.size() >= 2 && !all.series.back().empty());
}

void HistogramTest::bucketsEndWithTheNewestEvent() {
    const auto everything = ask("");
    const auto span = MUST(timeSpanOf(*m_view, *everything));
    const Instant from = span->second + (-10 * kMicrosPerDay);
    const auto histogram = MUST(histogramOf(*m_view, *everything, from, from + 40 * kMicrosPerDay, 40, {}, 0));
    QCOMPARE(histogram.counts.size(), std::size_t(11));
    const auto later = MUST(histogramOf(*m_view, *everything, span->second + 1, span->second + 100, 3, {}, 0));
    QVERIFY(later.counts.empty());
    QCOMPARE(histogramOf(*m_view, *everything, from, from, 3, {}, 0).error().code, ErrorCode::InvalidInput);
}

void HistogramTest::calendarBucketsEqualACount_data() {
    QTest::addColumn<int>("unit");
    QTest::addColumn<int>("length");
    QTest::newRow("minute") << static_cast<int>(CalendarUnit::Minute) << 16;
    QTest::newRow("hour") << static_cast<int>(CalendarUnit::Hour) << 13;
    QTest::newRow("day") << static_cast<int>(CalendarUnit::Day) << 10;
    QTest::newRow("month") << static_cast<int>(CalendarUnit::Month) << 7;
}

void HistogramTest::calendarBucketsEqualACount() {
    QFETCH(int, unit);
    QFETCH(int, length);
    for (const char* filter : {"", "type:user.*"}) {
        const auto matches = ask(filter);
        std::map<std::string, std::int64_t> wanted;
        for (const TimelineRow& row : rowsOf(*matches))
            ++wanted[formatInstant(row.loggedAt).substr(0, static_cast<std::size_t>(length))];
        std::map<std::string, std::int64_t> counted;
        for (const auto& bucket : MUST(calendarHistogram(*m_view, *matches, static_cast<CalendarUnit>(unit))))
            counted.emplace(formatInstant(bucket.begin).substr(0, static_cast<std::size_t>(length)), bucket.count);
        QVERIFY(counted == wanted);
    }
}

void HistogramTest::facetCountsFollowTheFilter() {
    for (const char* filter : {"", "type:session.*", "type:nothing"}) {
        const auto matches = ask(filter);
        std::map<std::string, std::int64_t> types;
        std::map<std::string, std::int64_t> tenants;
        for (const TimelineRow& row : rowsOf(*matches)) {
            ++types[row.event.type];
            ++tenants[row.event.tenant.text()];
        }
        const auto counts = MUST(facetCounts(*m_view, *matches, Facet::EventType, 1'000));
        QCOMPARE(counts.size(), types.size());
        for (std::size_t i = 0; i < counts.size(); ++i) {
            QCOMPARE(counts[i].count, types[counts[i].text]);
            QVERIFY(i == 0 || counts[i - 1].count > counts[i].count ||
                    (counts[i - 1].count == counts[i].count && counts[i - 1].text < counts[i].text));
        }
        const auto ofTenants = MUST(facetCounts(*m_view, *matches, Facet::Tenant, 2));
        QCOMPARE(ofTenants.size(), std::min<std::size_t>(tenants.size(), 2));
        for (const FacetCount& tenant : ofTenants) {
            QCOMPARE(tenant.count, tenants[tenant.text]);
            QVERIFY(!tenant.name.empty());
        }
    }
}

void HistogramTest::regionsAreCounted() {
    const auto counts = MUST(regionCounts(*m_view, *ask("")));
    QStringList printed;
    for (const FacetCount& count : counts)
        printed << QStringLiteral("%1 %2").arg(QString::fromStdString(count.text)).arg(count.count);
    QCOMPARE(printed, QStringList({QStringLiteral("ap-south-1 3000"), QStringLiteral("us-east-1 3000"),
                                   QStringLiteral("eu-west-1 300")}));
}

void HistogramTest::theSpanIsThatOfTheMatches() {
    const auto matches = ask("type:session.*");
    const auto rows = rowsOf(*matches);
    const auto span = MUST(timeSpanOf(*m_view, *matches));
    QVERIFY(span.has_value());
    QCOMPARE(span->first.micros, rows.front().loggedAt.micros);
    QCOMPARE(span->second.micros, rows.back().loggedAt.micros);
    QVERIFY(!MUST(timeSpanOf(*m_view, *ask("type:nothing"))));
}

void HistogramTest::anEmptyAnswerSaysWhy() {
    auto parsed = parseFilter("type:session.* region:eu-west-1 -outcome:success type:nothing");
    const TimelineQuestion question{*parsed.filter, {}, {}};
    QCOMPARE(MUST(evaluate(*m_view, question))->count(), std::int64_t{0});
    const auto reasons = MUST(explainEmpty(*m_view, question));
    QCOMPARE(reasons.size(), std::size_t(4));
    QCOMPARE(reasons[0].chip, std::string("type:session.*"));
    QCOMPARE(reasons[0].alone, ask("type:session.*")->count());
    QCOMPARE(reasons[0].without, std::int64_t{0});
    QCOMPARE(reasons[2].chip, std::string("-outcome:success"));
    QCOMPARE(reasons[2].alone, ask("-outcome:success")->count());
    // Only without the condition that nothing fits is there something.
    QCOMPARE(reasons[3].alone, std::int64_t{0});
    QCOMPARE(reasons[3].without, ask("type:session.* region:eu-west-1 -outcome:success")->count());
    const auto single = MUST(explainEmpty(*m_view, {*parseFilter("type:nothing").filter, {}, {}}));
    QCOMPARE(single.size(), std::size_t(1));
    QCOMPARE(single[0].without, ask("")->count());
}

void HistogramTest::hostileTimesAreCountedOnce() {
    ReplicaFixture fixture;
    const auto replica = fixture.create();
    SampleLogSettings settings;
    auto events = sampleEvents(settings, 40);
    for (std::size_t i = 0; i < events.size(); ++i) {
        const bool isEarly = i < 10;
        events[i].recordedAt = {isEarly ? INT64_MIN : i < 30 ? static_cast<std::int64_t>(i) : INT64_MAX};
    }
    applyAll(*replica, settings.region, events, 7);
    const auto view = MUST(replica->snapshot());
    const auto everything = MUST(evaluate(*view, {}));
    for (const auto unit : {CalendarUnit::Minute, CalendarUnit::Month}) {
        std::int64_t total = 0;
        for (const auto& bucket : MUST(calendarHistogram(*view, *everything, unit)))
            total += bucket.count;
        QCOMPARE(total, std::int64_t{40});
    }
    const auto histogram = MUST(histogramOf(*view, *everything, Instant{INT64_MIN}, Instant{INT64_MAX}, 4, {}, 0));
    std::int64_t total = 0;
    for (const auto& bucket : histogram.counts)
        total += bucket.front();
    QCOMPARE(total, std::int64_t{30}); // the end of time belongs to no bucket
    const auto rows = MUST(readTimeline(*view, *everything, TimelineOrder::NewestFirst, 0, 100));
    QCOMPARE(rows.size(), std::size_t(40));
    QCOMPARE(MUST(timelineRowAt(*view, *everything, Instant{5})), std::int64_t{30});
}

MUNIMENT_TEST(histogram, HistogramTest);
#include "test_histogram.moc"
