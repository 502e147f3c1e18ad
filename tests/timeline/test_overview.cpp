// Protects the overview's own counts: events per region over time and the most active actors equal a count over the
// events themselves, in whole chunks of the index as in the open one, with and without a filter.
#include "models/domain/event.h"
#include "models/timeline/overview.h"
#include "models/timeline/timeline.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <map>

using namespace muniment;
using namespace muniment::test;

namespace {

const std::vector<std::string> kRegions{"us-east-1", "eu-west-1"};

} // namespace

class OverviewCountsTest : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_fixture = std::make_unique<ReplicaFixture>(kRegions);
        m_replica = m_fixture->create();
        for (std::size_t i = 0; i < kRegions.size(); ++i) {
            SampleLogSettings settings;
            settings.region = RegionName(kRegions[i]);
            settings.seed = 5 + i;
            settings.stepMicros = 900'000'000;
            // The first region fills a chunk of the index and begins another.
            applyAll(*m_replica, settings.region, sampleEvents(settings, i == 0 ? 66'000 : 400), 9'999);
        }
        m_view = MUST(m_replica->snapshot());
    }

    void actorsAreCountedAsTheEventsSay_data() {
        QTest::addColumn<QByteArray>("filter");
        for (const char* filter : {"", "type:session.*", "region:eu-west-1", "-outcome:success region:us-east-1",
                                   "type:nothing.of.this.kind"})
            QTest::addRow("%s", filter) << QByteArray(filter);
    }

    void actorsAreCountedAsTheEventsSay() {
        QFETCH(QByteArray, filter);
        const auto matches = ask(filter.constData());
        std::map<std::pair<std::string, std::string>, std::int64_t> wanted;
        for (const TimelineRow& row : rowsOf(*matches))
            ++wanted[{row.event.actor.type, row.event.actor.id.text()}];
        const auto actors = MUST(actorCounts(*m_view, *matches, 1'000'000));
        QCOMPARE(actors.size(), wanted.size());
        for (std::size_t i = 0; i < actors.size(); ++i) {
            QCOMPARE(actors[i].count, (wanted[{actors[i].type, actors[i].id}]));
            QVERIFY(i == 0 || actors[i].count <= actors[i - 1].count);
        }
        const auto few = MUST(actorCounts(*m_view, *matches, 2));
        QCOMPARE(few.size(), std::min<std::size_t>(2, actors.size()));
        for (std::size_t i = 0; i < few.size(); ++i)
            QCOMPARE(few[i].id, actors[i].id);
    }

    void everyRegionHasASeriesAlsoWhenItIsSilent() {
        const auto matches = ask("region:eu-west-1");
        const auto rows = rowsOf(*matches);
        const Instant from = rows.front().loggedAt;
        const auto histogram = MUST(regionHistogram(*m_view, *matches, from, rows.back().loggedAt + 1, 7));
        QCOMPARE(histogram.series, (std::vector<std::string>{"eu-west-1", "us-east-1"}));
        std::int64_t counted = 0;
        for (const auto& counts : histogram.counts) {
            counted += counts.at(0);
            QCOMPARE(counts.at(1), std::int64_t{0});
        }
        QCOMPARE(counted, static_cast<std::int64_t>(rows.size()));
    }

    void regionsShareTheirBuckets() {
        const auto everything = ask("");
        const auto span = MUST(timeSpanOf(*m_view, *everything));
        const auto whole = MUST(histogramOf(*m_view, *everything, span->first, span->second + 1, 20, {}, 0));
        const auto parted = MUST(regionHistogram(*m_view, *everything, span->first, span->second + 1, 20));
        QCOMPARE(parted.width, whole.width);
        QCOMPARE(parted.counts.size(), whole.counts.size());
        for (std::size_t i = 0; i < whole.counts.size(); ++i)
            QCOMPARE(parted.counts[i].at(0) + parted.counts[i].at(1), whole.counts[i].front());
    }

private:
    [[nodiscard]] MatchSetPointer ask(const char* filter) {
        return MUST(evaluate(*m_view, {*parseFilter(filter).filter, {}, {}}));
    }

    [[nodiscard]] std::vector<TimelineRow> rowsOf(const MatchSet& matches) {
        return MUST(readTimeline(*m_view, matches, TimelineOrder::OldestFirst, 0, 1'000'000));
    }

    std::unique_ptr<ReplicaFixture> m_fixture;
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<Snapshot> m_view;
};

MUNIMENT_TEST(overview, OverviewCountsTest);
#include "test_overview.moc"
