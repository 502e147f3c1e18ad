// Protects: the overview counts what the regions hold, each chart leads into the timeline with its filter by keys
// alone, what happened since the last visit is told, and the page stands in both looks and languages.
#include "models/base/clock.h"
#include "tests/support/test_registry.h"
#include "tests/ui/window_fixture.h"
#include "ui/charts/chart_card.h"
#include "ui/charts/chart_stage.h"
#include "ui/charts/heat_map.h"
#include "ui/charts/lag_chart.h"
#include "ui/charts/overview_charts.h"
#include "ui/charts/ranked_list.h"
#include "ui/charts/time_bars.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/timeline_page.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QComboBox>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestOverview : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->startRegions(2);
        for (int i = 0; i < 6; ++i)
            m_fixture->writeTenant(i % 2, kNames[i]);
        m_fixture->openWorkspace();
        QTRY_VERIFY(view()->timeline()->model()->window().total >= kEvents);
        trigger(ActionId::GoOverview);
        QTRY_COMPARE(totalOf(charts()->regionBars()->histogram()), kEvents);
    }

    void cleanupTestCase() { m_fixture.reset(); }

    void everyRegionAndOrganizationIsCounted() {
        QCOMPARE(charts()->regionBars()->histogram().series.size(), std::size_t(2));
        QCOMPARE(charts()->tenants()->table().rows.size(), std::size_t(6));
        QVERIFY(!charts()->actors()->table().rows.empty());
        std::int64_t inHours = 0;
        for (const auto& row : charts()->heatMap()->table().rows)
            inHours += row.back().toLongLong();
        QCOMPARE(inHours, kEvents);
        QTRY_COMPARE(charts()->lagChart()->table().rows.size(), std::size_t(2));
        m_fixture->picture(QStringLiteral("overview-en-light"));
    }

    void everyChartLeadsIntoTheTimeline() {
        const auto leads = [this](QWidget* chart, const QString& condition) {
            trigger(ActionId::GoOverview);
            chart->setFocus();
            if (auto* list = qobject_cast<QAbstractItemView*>(chart))
                list->setCurrentIndex(list->model()->index(0, 0));
            QTest::keyClick(chart, Qt::Key_Return);
            QTRY_COMPARE(view()->currentPage(), Page::Timeline);
            const auto filter = QString::fromStdString(printFilter(view()->timeline()->model()->filter()));
            QVERIFY2(filter.contains(condition), qPrintable(filter));
            QTRY_VERIFY(!view()->timeline()->model()->isAwaitingFilter());
        };
        leads(charts()->types(), QStringLiteral("type:"));
        QVERIFY(view()->timeline()->model()->window().total > 0);
        leads(charts()->tenants(), QStringLiteral("tenant:"));
        QTRY_COMPARE(view()->timeline()->model()->window().total,
                     charts()->tenants()->table().rows.front().back().toLongLong());
        leads(charts()->actors(), QStringLiteral("actor:"));
        leads(charts()->regionBars(), QStringLiteral("before:"));
        QTRY_COMPARE(view()->timeline()->model()->window().total, kEvents);
        leads(charts()->lagChart(), QStringLiteral("region:"));
        leads(charts()->heatMap(), QStringLiteral("after:"));
        trigger(ActionId::GoOverview);
    }

    void everyCardHasATableTwin() {
        for (auto* card : charts()->cards()) {
            card->stage()->showTable(true);
            QVERIFY2(!card->stage()->tableView()->accessibleName().isEmpty(), qPrintable(card->accessibleName()));
        }
        const auto found = findings(m_fixture->window.get()).join(QLatin1Char('\n'));
        QVERIFY2(found.isEmpty(), qPrintable(found));
        m_fixture->picture(QStringLiteral("overview-tables-light"));
        for (auto* card : charts()->cards())
            card->stage()->showTable(false);
    }

    void shorterRangesAreAskedAnew() {
        const auto before = charts()->regionBars()->histogram().width;
        charts()->ranges()->setCurrentIndex(static_cast<int>(OverviewRange::Day));
        emit charts()->ranges()->activated(charts()->ranges()->currentIndex());
        QTRY_VERIFY(charts()->regionBars()->histogram().width < before);
    }

    void itStandsInTheDarkAndInGerman() {
        m_fixture->look.setAppearance(Appearance::Dark);
        m_fixture->language.choose(QStringLiteral("de"));
        QTRY_COMPARE(charts()->cards().front()->accessibleName(), QStringLiteral("Ereignisse je Region"));
        m_fixture->picture(QStringLiteral("overview-de-dark"));
        QVERIFY(m_fixture->window->grab().toImage().pixelColor(700, 500).lightness() < 90);
        m_fixture->look.setAppearance(Appearance::Light);
        m_fixture->language.choose(QStringLiteral("en"));
    }

    void theNextVisitTellsWhatHappenedInBetween() {
        QVERIFY(charts()->sinceTypes()->table().rows.empty()); // the first visit
        trigger(ActionId::CloseWorkspace);
        QTRY_VERIFY(view() == nullptr);
        m_fixture->writeTenant(0, "Harbor Labs");
        m_fixture->window->openFile(m_fixture->file().toStdString());
        QTRY_VERIFY(view() != nullptr);
        trigger(ActionId::GoOverview);
        QTRY_VERIFY(!charts()->sinceTypes()->table().rows.empty());
        m_fixture->picture(QStringLiteral("overview-second-visit-light"));
        charts()->sinceTypes()->setFocus();
        charts()->sinceTypes()->activate(0);
        QTRY_COMPARE(view()->currentPage(), Page::Timeline);
        QTRY_VERIFY(view()->timeline()->model()->window().total < kEvents);
    }

private:
    static std::int64_t totalOf(const Histogram& histogram) {
        std::int64_t total = 0;
        for (const auto& counts : histogram.counts)
            for (const std::int64_t count : counts)
                total += count;
        return total;
    }

    void trigger(ActionId id) { m_fixture->window->actions().action(id)->trigger(); }

    [[nodiscard]] WorkspaceView* view() const { return m_fixture->window->view(); }

    [[nodiscard]] OverviewCharts* charts() const { return view()->overview()->charts(); }

    /// An organization with its region, three people and one of them locked.
    static constexpr std::int64_t kEvents = 36;
    static constexpr const char* kNames[] = {"Nordwind AG",      "Alpenbank",    "Blue Harbor Ltd",
                                             "Kessler Logistik", "Lumen Health", "Oak & Elm"};

    std::unique_ptr<WindowFixture> m_fixture;
};

MUNIMENT_TEST(overview, TestOverview);
#include "test_overview.moc"
