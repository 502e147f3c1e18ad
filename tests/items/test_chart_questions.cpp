// Protects what charts ask and what a click on them means: limits of time in filters, buckets as wide as people count,
// hours of the week in the zone, the facet tree's rows and conditions, and the hour of samples of how regions stood.
#include "models/items/bar_roles.h"
#include "models/items/facet_model.h"
#include "models/items/histogram_queries.h"
#include "models/items/overview_queries.h"
#include "models/items/region_lag_history.h"
#include "models/items/time_axis.h"
#include "tests/support/test_registry.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace muniment;

namespace {

constexpr std::int64_t kHour = 3600 * kMicrosPerSecond;

Instant at(const char* text) {
    return *parseInstant(text);
}

FilterNode filter(const char* text) {
    return *parseFilter(text).filter;
}

QString text(const FilterNode& node) {
    return QString::fromStdString(printFilter(node));
}

FacetAnswer outcomes(std::vector<FacetCount> values, std::int64_t without, std::int64_t distinct) {
    return {{{FilterField::Outcome, std::move(values), distinct, without}}, 10};
}

} // namespace

class TestChartQuestions : public QObject {
    Q_OBJECT
private slots:

    void aFilterTellsItsLimits() {
        const Instant now = at("2026-11-20T12:00:00Z");
        QCOMPARE(timeLimitsOf(filter("type:a"), now), TimeLimits{});
        QCOMPARE(timeLimitsOf(filter("after:-1d type:a before:2026-11-20"), now),
                 (TimeLimits{at("2026-11-19T12:00:00Z"), at("2026-11-20")}));
        // The narrower of two conditions, the wider of two values; nothing negated or nested.
        QCOMPARE(timeLimitsOf(filter("after:2026-01-01 after:2026-02-01"), now).from, at("2026-02-01"));
        QCOMPARE(timeLimitsOf(filter("after:(2026-01-01 2026-02-01)"), now).from, at("2026-01-01"));
        QCOMPARE(timeLimitsOf(filter("-after:2026-01-01 (before:2026-01-01 or type:a)"), now), TimeLimits{});
    }

    void limitsReplaceThoseThatWereThere() {
        const TimeLimits day{at("2026-03-01"), at("2026-03-02")};
        QCOMPARE(text(withTimeLimits(filter("after:-30d type:a before:2026-11-20"), day)),
                 QStringLiteral("type:a after:2026-03-01T00:00:00Z before:2026-03-02T00:00:00Z"));
        QCOMPARE(text(withTimeLimits(filter("after:-30d type:a"), {})), QStringLiteral("type:a"));
        QCOMPARE(text(withTimeLimits(filter("after:-30d"), {})), QString());
        const auto either = withTimeLimits(filter("type:a or type:b"), day);
        QCOMPARE(timeLimitsOf(either, {}), day);
        QCOMPARE(withTimeLimits(either, {}), filter("type:a or type:b"));
    }

    void bucketsAreAsWideAsPeopleCount() {
        QCOMPARE(countedWidth(90 * kMicrosPerSecond, 90), 5 * kMicrosPerSecond);
        QCOMPARE(countedWidth(24 * kHour, 90), kHour / 2);
        QCOMPARE(countedWidth(30 * kMicrosPerDay, 89), 12 * kHour);
        QCOMPARE(countedWidth(730 * kMicrosPerDay, 89), 14 * kMicrosPerDay);
        for (const std::int64_t span : {std::int64_t{1}, kHour, 400 * kMicrosPerDay, INT64_MAX}) {
            const auto width = countedWidth(span, 60);
            QVERIFY(width > 0 && span / width < 60);
        }
    }

    void spansBeginWhereTheyBeginInTheZone() {
        const Instant t = at("2026-11-20T13:47:10Z"); // a Friday
        QCOMPARE(spanBegin(t, kHour, 0), at("2026-11-20T13:00:00Z"));
        QCOMPARE(spanBegin(t, kMicrosPerDay, 0), at("2026-11-20"));
        QCOMPARE(spanBegin(t, 7 * kMicrosPerDay, 0), at("2026-11-16"));
        QCOMPARE(spanBegin(t, kMicrosPerDay, -5 * kHour), at("2026-11-20T05:00:00Z"));
        QCOMPARE(spanBegin(t, kMicrosPerDay, 11 * kHour), at("2026-11-20T13:00:00Z"));
        QCOMPARE(spanBegin(at("1969-12-31T23:00:00Z"), kMicrosPerDay, 0), at("1969-12-31"));
    }

    void theAxisNamesDaysOrHours() {
        Histogram histogram{at("2026-08-23"), kMicrosPerDay, {""}, std::vector<std::vector<std::int64_t>>(90, {1})};
        auto labels = axisLabels(histogram, 6, ClockZone());
        QCOMPARE(labels.size(), std::size_t(6));
        QCOMPARE(labels[1].bucket, 15);
        QCOMPARE(labels[0].text, QStringLiteral("23 Aug"));
        QCOMPARE(axisEnd(histogram, ClockZone()), QStringLiteral("20 Nov 2026 UTC"));
        histogram.width = 15 * 60 * kMicrosPerSecond;
        QCOMPARE(axisLabels(histogram, 3, ClockZone()).at(1).text, QStringLiteral("07:30"));
        QVERIFY(axisLabels({}, 3, ClockZone()).empty());
        QCOMPARE(formatSpan(at("2026-11-20T13:00:00Z"), at("2026-11-20T14:00:00Z"), ClockZone()),
                 QStringLiteral("2026-11-20 13:00 to 14:00 UTC"));
    }

    void hoursOfTheWeekAreSummedAndFoundAgain() {
        // Mondays and a Sunday.
        const WeekHours hours = weekHoursOf(
            {{at("2026-11-02T09:00:00Z"), 3}, {at("2026-11-16T09:00:00Z"), 4}, {at("2026-11-15T23:00:00Z"), 5}},
            ClockZone());
        QCOMPARE(hours[0][9], std::int64_t{7});
        QCOMPARE(hours[6][23], std::int64_t{5});
        const Instant now = at("2026-11-20T12:00:00Z");
        const TimeLimits limits{at("2026-11-09T09:30:00Z"), std::nullopt};
        QCOMPARE(text(weekHourFilter(limits, now, 0, 9, ClockZone())),
                 QStringLiteral("after:2026-11-09T09:30:00Z before:2026-11-09T10:00:00Z or "
                                "after:2026-11-16T09:00:00Z before:2026-11-16T10:00:00Z"));
        QCOMPARE(text(weekHourFilter(limits, now, 0, 9, ClockZone(), 1)),
                 QStringLiteral("after:2026-11-16T09:00:00Z before:2026-11-16T10:00:00Z"));
    }

    void facetsKeepTheirPlacesAndValuesChangeInPlace() {
        FacetModel model(nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QModelIndex outcome = model.facetIndex(FilterField::Outcome);
        QCOMPARE(model.rowCount(), static_cast<int>(kPanelFacets.size()));
        QCOMPARE(model.rowCount(outcome), 0);
        model.setAnswer(outcomes({{1, "success", {}, 8}, {2, "failure", {}, 1}}, 1, 5));
        QCOMPARE(model.rowCount(outcome), 4); // two values, none, more
        const QModelIndex failure = model.find(FilterField::Outcome, "failure");
        QCOMPARE(failure.row(), 1);
        QCOMPARE(failure.data(CountTextRole).toString(), QStringLiteral("1"));
        QCOMPARE(failure.data(ShareRole).toDouble(), 0.125);
        QVERIFY(failure.data(IsBadRole).toBool());
        const auto choice = model.choiceAt(failure);
        QVERIFY(choice && !choice->isNegated);
        QCOMPARE(text({choice->term, {}}), QStringLiteral("outcome:failure"));
        const auto none = model.choiceAt(model.index(2, 0, outcome));
        QVERIFY(none && none->isNegated);
        QCOMPARE(text({none->term, {}}), QStringLiteral("outcome:*"));
        QVERIFY(model.isMore(model.index(3, 0, outcome)));
        model.setAnswer(outcomes({{2, "failure", {}, 1}}, 0, 1));
        QCOMPARE(model.rowCount(outcome), 1);
        QCOMPARE(model.find(FilterField::Outcome, "failure").row(), 0);
        model.setAnswer({});
        QCOMPARE(model.rowCount(outcome), 0);
    }

    void anHourOfSamplesIsKeptAndChangesAreTakenAtOnce() {
        RegionStatus region;
        region.region = RegionName("eu-west-1");
        region.isFollowing = true;
        region.follower.phase = FollowerPhase::Following;
        const Instant start = at("2026-11-20T12:00:00Z");
        RegionLagHistory history;
        for (int second = 0; second <= 5'000; ++second)
            (void)history.sample({region}, start + second * kMicrosPerSecond);
        QCOMPARE(history.samples().at("eu-west-1").size(), std::size_t(361));
        region.follower.phase = FollowerPhase::Down;
        QVERIFY(history.sample({region}, start + 5'001 * kMicrosPerSecond));
        QCOMPARE(history.samples().at("eu-west-1").back().health, RegionHealth::Down);
        QVERIFY(!history.sample({region}, start + 5'002 * kMicrosPerSecond));
        (void)history.sample({}, start + 5'003 * kMicrosPerSecond);
        QVERIFY(history.samples().empty());
    }
};

MUNIMENT_TEST(chart_questions, TestChartQuestions);
#include "test_chart_questions.moc"
