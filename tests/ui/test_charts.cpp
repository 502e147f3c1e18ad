// Protects: histogram and facet panel ask for what is typed in the filter and for nothing twice, hand on what a person
// chooses by mouse or by keys alone, and every chart has a table twin and copies as picture and as data.
#include "models/items/facet_model.h"
#include "tests/support/test_registry.h"
#include "tests/ui/window_fixture.h"
#include "ui/charts/bar_choice.h"
#include "ui/charts/chart_stage.h"
#include "ui/charts/facet_panel.h"
#include "ui/charts/heat_map.h"
#include "ui/charts/refresh_pace.h"
#include "ui/charts/time_bars.h"
#include "ui/charts/timeline_histogram.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace muniment;
using namespace muniment::test;

namespace {

const Instant kMonday = *parseInstant("2026-11-16");

HistogramAnswer week() {
    HistogramAnswer answer;
    answer.histogram = {kMonday, kMicrosPerDay, {"success", "failure"}, {}};
    for (std::int64_t day = 0; day < 7; ++day)
        answer.histogram.counts.push_back({100 + day * 10, day});
    answer.total = 931;
    return answer;
}

/// Answers at once with what it is given, and keeps what was asked.
template <class Request, class Answer>
Ask<Request, Answer> canned(std::vector<Request>& asked, Answer answer) {
    return [&asked, answer](QObject*, Request request, const std::function<void(Result<Answer>)>& done) {
        asked.push_back(std::move(request));
        done(answer);
        return Workspace::Ticket();
    };
}

TimelineQuestion question(const char* filter) {
    return {*parseFilter(filter).filter, std::nullopt, *parseInstant("2026-11-23")};
}

} // namespace

class TestCharts : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_look = std::make_unique<Look>(*qApp);
        QApplication::setActiveWindow(nullptr);
    }

    void cleanupTestCase() { m_look.reset(); }

    void theHistogramAsksOncePerQuestion() {
        std::vector<HistogramQuestion> asked;
        TimelineHistogram histogram(canned(asked, week()), nullptr);
        histogram.setQuestion(question("type:a"));
        histogram.setQuestion(question("type:a"));
        QCOMPARE(asked.size(), std::size_t(1));
        histogram.setQuestion(question("type:b"));
        histogram.setZone(ClockZone::local());
        QCOMPARE(asked.size(), std::size_t(3));
        histogram.refresh();
        histogram.refresh();
        QTRY_COMPARE(asked.size(), std::size_t(4));
        QTest::keyClick(histogram.stacking(), Qt::Key_Down);
        QCOMPARE(asked.back().stackedBy, std::optional(Facet::EventType));
    }

    void partsOfTimeAreChosenByKeys() {
        std::vector<HistogramQuestion> asked;
        TimelineHistogram histogram(canned(asked, week()), nullptr);
        showWide(histogram);
        histogram.setQuestion(question(""));
        auto* bars = histogram.bars();
        bars->setFocus();
        std::vector<TimeLimits> chosen;
        connect(&histogram, &TimelineHistogram::rangeChosen, this,
                [&chosen](const TimeLimits& limits) { chosen.push_back(limits); });
        QTest::keyClick(bars, Qt::Key_Home);
        QTest::keyClick(bars, Qt::Key_Right);
        QVERIFY2(bars->readout().contains(QStringLiteral("111")), qPrintable(bars->readout()));
        QCOMPARE(bars->accessibleDescription(), bars->readout());
        QTest::keyClick(bars, Qt::Key_Return);
        QTest::keyClick(bars, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(bars, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(bars, Qt::Key_Return);
        const auto day = [](int n) { return kMonday + n * kMicrosPerDay; };
        QCOMPARE(chosen, (std::vector<TimeLimits>{{day(1), day(2)}, {day(1), day(4)}}));
        // The owner answers with a filter of these limits; - asks for twice the time.
        histogram.setQuestion({withTimeLimits({}, {day(0), day(7)}), std::nullopt, {}});
        QTest::keyClick(bars, Qt::Key_Minus);
        QVERIFY(chosen.back().from < day(0) && chosen.back().to > day(7));
        QTest::keyClick(bars, Qt::Key_Plus);
        QVERIFY(chosen.back().from >= day(0) && *chosen.back().to - *chosen.back().from < 4 * kMicrosPerDay);
    }

    void partsOfTimeAreChosenByMouse() {
        std::vector<HistogramQuestion> asked;
        TimelineHistogram histogram(canned(asked, week()), nullptr);
        showWide(histogram);
        histogram.setQuestion(question(""));
        std::vector<TimeLimits> chosen;
        connect(&histogram, &TimelineHistogram::rangeChosen, this,
                [&chosen](const TimeLimits& limits) { chosen.push_back(limits); });
        auto* bars = histogram.bars();
        QTest::mouseClick(bars->viewport(), Qt::LeftButton, {}, bars->placeOf(3));
        QTest::mousePress(bars->viewport(), Qt::LeftButton, {}, bars->placeOf(5));
        QTest::mouseMove(bars->viewport(), bars->placeOf(2));
        QTest::mouseRelease(bars->viewport(), Qt::LeftButton, {}, bars->placeOf(2));
        const auto day = [](int n) { return kMonday + n * kMicrosPerDay; };
        QCOMPARE(chosen, (std::vector<TimeLimits>{{day(3), day(4)}, {day(2), day(6)}}));
        picture(histogram, QStringLiteral("histogram-light"));
    }

    void earlierZoomsAreOneKeyAway() {
        std::vector<HistogramQuestion> asked;
        TimelineHistogram histogram(canned(asked, week()), nullptr);
        showWide(histogram);
        std::vector<TimeLimits> chosen;
        connect(&histogram, &TimelineHistogram::rangeChosen, this, [&](const TimeLimits& limits) {
            chosen.push_back(limits);
            histogram.setQuestion({withTimeLimits({}, limits), std::nullopt, {}});
        });
        histogram.setQuestion(question(""));
        auto* earlier = button(histogram, QStringLiteral("Earlier Zoom"));
        auto* later = button(histogram, QStringLiteral("Later Zoom"));
        QVERIFY(!earlier->isVisible());
        histogram.bars()->activate(2);
        const auto first = chosen.back();
        QVERIFY(earlier->isVisible() && earlier->isEnabled() && !later->isEnabled());
        earlier->click();
        QCOMPARE(chosen.back(), TimeLimits{});
        later->click();
        QCOMPARE(chosen.back(), first);
        button(histogram, QStringLiteral("All Times"))->click();
        QCOMPARE(chosen.back(), TimeLimits{});
    }

    void theTwinShowsTheSameAndActsTheSame() {
        std::vector<HistogramQuestion> asked;
        TimelineHistogram histogram(canned(asked, week()), nullptr);
        showWide(histogram);
        histogram.setQuestion(question(""));
        auto* stage = histogram.findChild<ChartStage*>();
        stage->showTable(true);
        const auto* model = stage->tableView()->model();
        QCOMPARE(model->rowCount(), 7);
        QCOMPARE(model->index(1, 2).data().toString(), QStringLiteral("111"));
        std::vector<TimeLimits> chosen;
        connect(&histogram, &TimelineHistogram::rangeChosen, this,
                [&chosen](const TimeLimits& limits) { chosen.push_back(limits); });
        emit stage->tableView()->activated(model->index(6, 0));
        QCOMPARE(chosen, (std::vector<TimeLimits>{{kMonday + 6 * kMicrosPerDay, kMonday + 7 * kMicrosPerDay}}));
        stage->copyData(CopyForm::Csv);
        const QString csv = QApplication::clipboard()->text();
        QVERIFY2(csv.contains(QStringLiteral("2026-11-17 00:00:00.000 UTC,2026-11-18 00:00:00.000 UTC,111,110,1")),
                 qPrintable(csv));
        stage->showTable(false);
        QVERIFY(!stage->picture().toImage().allGray());
        stage->copyPicture();
        QVERIFY(!QApplication::clipboard()->image().isNull());
    }

    void facetsAskAndHandOnTerms() {
        FacetAnswer answer;
        answer.sections.push_back({FilterField::Type, {{1, "grant.added", {}, 90}, {2, "grant.removed", {}, 4}}, 9, 0});
        answer.sections.push_back({FilterField::Tenant, {{1, "t-1", "Nordwind AG", 94}}, 1, 0});
        std::vector<FacetQuestion> asked;
        FacetPanel panel(canned(asked, answer), nullptr);
        panel.resize(200, 500);
        panel.show();
        panel.setQuestion(question("type:grant.*"));
        panel.setQuestion(question("type:grant.*"));
        QCOMPARE(asked.size(), std::size_t(1));
        QStringList chosen;
        connect(&panel, &FacetPanel::termChosen, this, [&chosen](const FilterTerm& term, JoinAs how) {
            chosen << QString::fromStdString(printFilter({term, {}})) +
                          (how == JoinAs::AndNot ? QStringLiteral(" not") : QString());
        });
        auto* tree = panel.tree();
        tree->setFocus();
        const QModelIndex type = panel.model()->facetIndex(FilterField::Type);
        tree->setCurrentIndex(panel.model()->index(0, 0, type));
        QTest::keyClick(tree, Qt::Key_Return);
        QTest::keyClick(tree, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Return, Qt::AltModifier);
        const QModelIndex tenant = panel.model()->find(FilterField::Tenant, "t-1");
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(tenant).center());
        QCOMPARE(chosen, QStringList({QStringLiteral("type:grant.added"), QStringLiteral("type:grant.removed not"),
                                      QStringLiteral("tenant:t-1")}));
        // "More…" asks for more of that facet alone.
        tree->setCurrentIndex(panel.model()->index(2, 0, type));
        QTest::keyClick(tree, Qt::Key_Return);
        QCOMPARE(asked.size(), std::size_t(2));
        QVERIFY(asked[1].most[FilterField::Type] > asked[0].most[FilterField::Type]);
        QCOMPARE(asked[1].most[FilterField::Tenant], asked[0].most[FilterField::Tenant]);
        picture(panel, QStringLiteral("facets-light"));
    }

    void facetsWithoutValuesAreFoldedAway() {
        FacetAnswer answer;
        answer.sections.push_back({FilterField::Type, {{1, "grant.added", {}, 90}}, 1, 0});
        answer.sections.push_back({FilterField::Country, {}, 0, 90});
        std::vector<FacetQuestion> asked;
        FacetPanel panel(canned(asked, answer), nullptr);
        panel.resize(200, 500);
        panel.show();
        QVERIFY(panel.foldedButton()->isHidden()); // before an answer nothing is known
        panel.setQuestion(question("type:grant.*"));
        const auto isShown = [&](FilterField field) {
            return !panel.tree()->isRowHidden(panel.model()->facetIndex(field).row(), {});
        };
        QVERIFY(isShown(FilterField::Type));
        QVERIFY(!isShown(FilterField::Country));
        QVERIFY(panel.foldedButton()->accessibleName().startsWith(QStringLiteral("7 ")));
        panel.foldedButton()->setFocus();
        QTest::keyClick(panel.foldedButton(), Qt::Key_Space);
        QVERIFY(isShown(FilterField::Country));
        QVERIFY(panel.foldedButton()->accessibleName().startsWith(QStringLiteral("Hide 7 ")));
        QTest::keyClick(panel.foldedButton(), Qt::Key_Space);
        QVERIFY(!isShown(FilterField::Country));
    }

    void whatChangesAllTheTimeIsAskedForAtOnceAndAtAPace() {
        RefreshPace pace(20, nullptr);
        const QSignalSpy due(&pace, &RefreshPace::due);
        pace.noteChange();
        QCOMPARE(due.count(), 1); // at once
        pace.noteChange();
        pace.noteChange();
        QCOMPARE(due.count(), 1);     // not each time
        QTRY_COMPARE(due.count(), 2); // the last change is not lost
        QTRY_VERIFY(!pace.isBusy());
        pace.noteAsked();
        pace.noteChange();
        QCOMPARE(due.count(), 2);
        pace.rest();
        QVERIFY(!pace.isBusy());
        pace.noteChange();
        QCOMPARE(due.count(), 3);
    }

    void barsAreChosenByKeysAndMouseAlike() {
        BarChoice choice;
        choice.setCount(10, true);
        choice.enter();
        QCOMPARE(choice.current(), 9); // the newest
        choice.moveTo(8, false);
        choice.moveTo(6, true);
        QVERIFY(choice.span() && choice.span()->from == 6 && choice.span()->to == 8);
        const auto byKeys = choice.take();
        QVERIFY(byKeys && byKeys->from == 6 && byKeys->to == 8);
        QVERIFY(!choice.span());
        choice.press(7);
        QVERIFY(choice.hover(3));
        const auto byMouse = choice.release();
        QVERIFY(byMouse && byMouse->from == 3 && byMouse->to == 7);
        QVERIFY(!choice.release()); // without a press
        choice.press(2);
        QVERIFY(choice.giveUp());
        QVERIFY(!choice.release());
        choice.setCount(5, false);
        QCOMPARE(choice.current(), 2);
        choice.setCount(2, false);
        QCOMPARE(choice.current(), 1);
        choice.setCount(8, true);
        QCOMPARE(choice.current(), -1);
        choice.moveTo(7, false);
        const auto half = choice.middleHalf();
        QVERIFY(half && half->from == 4 && half->to == 7);
    }

    void aClosedFacetStaysClosed() {
        std::vector<FacetQuestion> asked;
        {
            FacetPanel panel(canned(asked, FacetAnswer{}), nullptr);
            panel.tree()->setCurrentIndex(panel.model()->facetIndex(FilterField::Os));
            QVERIFY(panel.tree()->isExpanded(panel.tree()->currentIndex()));
            QTest::keyClick(panel.tree(), Qt::Key_Return);
        }
        FacetPanel next(canned(asked, FacetAnswer{}), nullptr);
        QVERIFY(!next.tree()->isExpanded(next.model()->facetIndex(FilterField::Os)));
        QVERIFY(next.tree()->isExpanded(next.model()->facetIndex(FilterField::Type)));
    }

    void theHeatMapIsWalkedByKeys() {
        HeatMap map(nullptr);
        WeekHours hours{};
        hours[1][2] = 42;
        map.setHours(hours, ClockZone());
        map.resize(400, 200);
        map.show();
        QList<QPair<int, int>> chosen;
        connect(&map, &HeatMap::cellChosen, this, [&chosen](int day, int hour) { chosen << qMakePair(day, hour); });
        map.setFocus();
        for (const auto key : {Qt::Key_Up, Qt::Key_Left, Qt::Key_Down, Qt::Key_Right, Qt::Key_Right, Qt::Key_Return})
            QTest::keyClick(&map, key);
        QTest::mouseClick(&map, Qt::LeftButton, {}, map.placeOf(6, 23));
        QCOMPARE(chosen, (QList<QPair<int, int>>{{1, 2}, {6, 23}}));
        QCOMPARE(map.table().rows.size(), std::size_t(168));
        QCOMPARE(map.table().rows[26].back(), QStringLiteral("42"));
    }

private:
    static void showWide(QWidget& widget) {
        widget.resize(1000, widget.height());
        widget.show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
        widget.activateWindow();
    }

    static QPushButton* button(const QWidget& widget, const QString& name) {
        for (auto* found : widget.findChildren<QPushButton*>())
            if (found->accessibleName() == name)
                return found;
        qFatal("no such button: %s", qPrintable(name));
    }

    static void picture(QWidget& widget, const QString& name) {
        const QDir folder(qEnvironmentVariable("MUNIMENT_BINARY_DIR", QDir::tempPath()));
        folder.mkpath(QStringLiteral("pictures"));
        QTest::qWait(50); // lays out what the answer changed
        widget.grab().save(folder.filePath(QStringLiteral("pictures/%1.png").arg(name)));
    }

    std::unique_ptr<Look> m_look;
};

MUNIMENT_TEST(charts, TestCharts);
#include "test_charts.moc"
