// Protects the search within the timeline by the keyboard alone: every row stays, what is found is marked in the rows
// and beside the scroll bar and counted, the keys go from match to match and round, and closing leaves nothing behind.
#include "models/items/column_roles.h"
#include "models/timeline/timeline.h"
#include "tests/support/test_registry.h"
#include "tests/ui/window_fixture.h"
#include "ui/actions/action_registry.h"
#include "ui/filter/completion_popup.h"
#include "ui/filter/filter_bar.h"
#include "ui/filter/filter_edit.h"
#include "ui/filter/filter_line.h"
#include "ui/look/row_tones.h"
#include "ui/look/tones.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/timeline_table.h"
#include "ui/search/match_strip.h"
#include "ui/search/search_bar.h"
#include "ui/search/timeline_search.h"
#include "ui/shell/workspace_view.h"

#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestMatches : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->startRegions(2);
        for (int i = 0; i < kTenants; ++i)
            m_fixture->writeTenant(i % 2, "Tenant " + std::to_string(i), i == kTenants - 1); // the newest is no lock
        m_fixture->openWorkspace();
        trigger(ActionId::GoTimeline);
        QTRY_COMPARE(page()->model()->window().total, kEvents);
        page()->model()->hold();
    }

    void cleanupTestCase() { m_fixture.reset(); }

    void init() {
        if (page()->search()->search())
            page()->search()->close();
        trigger(ActionId::ClearFilter);
        QTRY_COMPARE(page()->model()->window().total, static_cast<std::int64_t>(listed().size()));
        m_fixture->window->activateWindow();
        QTRY_VERIFY(m_fixture->window->isActiveWindow());
        choose(0);
    }

    void whatIsTypedIsCountedAndMarked() {
        QVERIFY(bar()->isHidden());
        QVERIFY(strip()->isHidden());
        const int width = m_fixture->window->width();
        open(QStringLiteral("type:user.locked"));
        QTRY_COMPARE(bar()->words(), QStringLiteral("%1 matches").arg(kTenants));
        QTRY_COMPARE(marked(), lockedInView());
        QCOMPARE(page()->model()->window().total, kEvents); // every row stays
        QTRY_COMPARE(strip()->slices().found, kTenants);
        QVERIFY(strip()->isVisible());
        QCOMPARE(m_fixture->window->width(), width);
        const auto row = page()->model()->index(marked().front(), TimelineModel::What);
        QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Found by the search")));
        QVERIFY(row.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Found by the search")));
        QVERIFY2(findings(m_fixture->window.get()).isEmpty(),
                 qPrintable(findings(m_fixture->window.get()).join(QLatin1Char('\n'))));
    }

    void keysGoFromMatchToMatchAndRound() {
        open(QStringLiteral("type:user.locked"));
        const auto finds = locked();
        for (int i = 0; i < kTenants; ++i) {
            // Enter in the line, F3 in the table.
            QTest::keyClick(i % 2 == 0 ? static_cast<QWidget*>(line()) : table(),
                            i % 2 == 0 ? Qt::Key_Return : Qt::Key_F3);
            QTRY_COMPARE(chosen(), finds[static_cast<std::size_t>(i)]);
            QCOMPARE(bar()->words(), QStringLiteral("Match %1 of %2").arg(i + 1).arg(kTenants));
            QVERIFY(page()->model()->visibleRowOf(chosen()) >= 0);
        }
        QTest::keyClick(table(), Qt::Key_F3);
        QTRY_COMPARE(chosen(), finds.front());
        QCOMPARE(bar()->words(), QStringLiteral("Match 1 of %1, from the top again").arg(kTenants));
        QTest::keyClick(table(), Qt::Key_F3, Qt::ShiftModifier);
        QTRY_COMPARE(chosen(), finds.back());
        QCOMPARE(bar()->words(), QStringLiteral("Match %1 of %1, from the bottom again").arg(kTenants));
        QTest::keyClick(table(), Qt::Key_F3, Qt::ShiftModifier);
        QTRY_COMPARE(chosen(), finds[kTenants - 2]);
        QCOMPARE(bar()->words(), QStringLiteral("Match %1 of %2").arg(kTenants - 1).arg(kTenants));
        // Beside a match, there is only their number.
        QTest::keyClick(table(), Qt::Key_Down);
        QTRY_COMPARE(bar()->words(), QStringLiteral("%1 matches").arg(kTenants));
    }

    void keysPressedQuicklyLoseNoStep() {
        open(QStringLiteral("type:user.locked"));
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(table(), Qt::Key_F3);
        QTRY_COMPARE(chosen(), locked()[4]);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(table(), Qt::Key_F3, Qt::ShiftModifier);
        QTRY_COMPARE(chosen(), locked()[1]);
    }

    void marksStandWhereTheMatchesAre() {
        open(QStringLiteral("type:user.locked"));
        QTRY_COMPARE(strip()->slices().slices.size(), std::size_t{kTenants});
        const auto rows = listed();
        const auto& slices = strip()->slices();
        QCOMPARE(slices.places, static_cast<int>(rows.size())); // fewer rows than parts: a part is a row
        int before = -1;
        for (const FoundSlice& slice : slices.slices) {
            QCOMPARE(rows[static_cast<std::size_t>(slice.place)].number, slice.newest);
            QCOMPARE(QString::fromStdString(rows[static_cast<std::size_t>(slice.place)].event.type),
                     QStringLiteral("user.locked"));
            const QRect dash = strip()->placeOf(slice);
            QVERIFY(strip()->rect().contains(dash));
            QVERIFY(dash.center().y() > before);
            before = dash.center().y();
            QVERIFY2(strip()->words(slice).startsWith(QStringLiteral("1 match around 20")),
                     qPrintable(strip()->words(slice)));
        }
        const auto shot = strip()->grab().toImage();
        QCOMPARE(shot.pixelColor(strip()->placeOf(slices.slices.front()).center()), foundTone().band);
        const auto last = slices.slices.back();
        QTest::mouseClick(strip(), Qt::LeftButton, {}, strip()->placeOf(last).center());
        QTRY_COMPARE(chosen(), last.newest);
    }

    void aMarkedRowDoesNotDependOnItsColour() {
        open(QStringLiteral("type:user.locked"));
        QTRY_COMPARE(marked(), lockedInView());
        table()->setFocus();
        const auto cell = table()->visualRect(page()->model()->index(marked().front(), TimelineModel::Time));
        const auto shot = table()->viewport()->grab().toImage();
        QCOMPARE(shot.pixelColor(cell.right() - 2, cell.top() + 3), foundTone().surface);
        QCOMPARE(shot.pixelColor(kBandWidth + 2, cell.center().y()), foundTone().band);
        const auto other = table()->visualRect(page()->model()->index(notMarked(), TimelineModel::Time));
        QCOMPARE(shot.pixelColor(kBandWidth + 2, other.center().y()), tones().surface);
    }

    void theSearchStaysWithinTheFilter() {
        page()->applyFilter(*parseFilter("type:user.* region:" + m_fixture->servers.regionName(0)).filter);
        open(QStringLiteral("type:user.locked"));
        QTRY_COMPARE(bar()->words(), QStringLiteral("%1 matches").arg(kTenants / 2));
        QTRY_COMPARE(strip()->slices().rows, kTenants / 2 * 4);
        page()->applyFilter(*parseFilter("type:org.*").filter);
        QTRY_COMPARE(bar()->words(), QStringLiteral("No match in this list"));
        QTRY_VERIFY(strip()->slices().slices.empty());
    }

    void theSearchBecomesTheFilter() {
        page()->applyFilter(*parseFilter("type:user.*").filter);
        open(QStringLiteral("words or type:user.locked"));
        QTRY_COMPARE(bar()->words(), QStringLiteral("%1 matches").arg(kTenants));
        QTest::keyClick(bar()->filterButton(), Qt::Key_Space);
        QTRY_COMPARE(page()->model()->window().total, kTenants);
        QCOMPARE(page()->filterBar()->edit()->text(), QStringLiteral("type:user.* (words or type:user.locked)"));
        QVERIFY(bar()->isHidden());
        QVERIFY(table()->hasFocus());
    }

    void whatCannotBeReadSearchesForNothing() {
        open(QStringLiteral("type:user.locked"));
        QTRY_COMPARE(marked(), lockedInView());
        QTest::keyClicks(line(), QStringLiteral(" ("));
        QTRY_VERIFY(!page()->search()->search());
        QVERIFY(!bar()->line()->errorText().isEmpty());
        QCOMPARE(bar()->words(), bar()->line()->errorText());
        QTRY_VERIFY(marked().isEmpty());
        QVERIFY(!bar()->filterButton()->isEnabled());
        QTest::keyClick(table(), Qt::Key_F3);
        QVERIFY(line()->hasFocus());
    }

    void escapeLeavesNothingBehindAndTheKeyBringsItBack() {
        open(QStringLiteral("type:user.locked"));
        QTRY_COMPARE(marked(), lockedInView());
        QTest::keyClick(line(), Qt::Key_Return);
        QTRY_COMPARE(chosen(), locked().front());
        QTest::keyClick(line(), Qt::Key_Escape);
        QVERIFY(bar()->isHidden());
        QVERIFY(strip()->isHidden());
        QVERIFY(table()->hasFocus());
        QTRY_VERIFY(marked().isEmpty());
        QTest::keyClick(table(), Qt::Key_F3); // what was searched for last, once more
        QTRY_COMPARE(chosen(), locked()[1]);
        QVERIFY(bar()->isVisible());
        QTest::keyClick(line(), Qt::Key_Escape);
        // An empty line searches for nothing, and earlier searches are at hand.
        QTest::keyClick(table(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClick(line(), Qt::Key_Backspace);
        QTRY_VERIFY(!page()->search()->search());
        QTRY_VERIFY(bar()->line()->popup()->isVisible());
        QTest::keyClick(line(), Qt::Key_Escape);
        QTest::keyClick(line(), Qt::Key_Up);
        QTRY_COMPARE(bar()->line()->text(), QStringLiteral("type:user.locked"));
        QTRY_COMPARE(bar()->words(), QStringLiteral("Match 2 of %1").arg(kTenants));
    }

    void onlyTheTimelineHasTheKeys() {
        trigger(ActionId::GoUsers);
        auto* next = m_fixture->window->actions().action(ActionId::FindNext);
        QVERIFY(!next->isEnabled());
        QVERIFY2(next->toolTip().contains(QStringLiteral("timeline")), qPrintable(next->toolTip()));
        trigger(ActionId::GoTimeline);
        QVERIFY(next->isEnabled());
    }

    void bothLooksAndTheLanguageShowIt() {
        open(QStringLiteral("type:user.locked or type:org.*"));
        QTest::keyClick(line(), Qt::Key_Return);
        QTRY_VERIFY2(bar()->words().startsWith(QStringLiteral("Match")), qPrintable(bar()->words()));
        QTRY_VERIFY(strip()->slices().found > kTenants);
        m_fixture->picture(QStringLiteral("matches-light"));
        m_fixture->look.setAppearance(Appearance::Dark);
        m_fixture->picture(QStringLiteral("matches-dark"));
        m_fixture->look.setAppearance(Appearance::Light);
        m_fixture->language.choose(QStringLiteral("de"));
        QTRY_VERIFY2(bar()->words().startsWith(QStringLiteral("Treffer")), qPrintable(bar()->words()));
        m_fixture->picture(QStringLiteral("matches-german-light"));
        m_fixture->language.choose(QStringLiteral("en"));
        QTRY_VERIFY(bar()->words().startsWith(QStringLiteral("Match")));
    }

    void newEventsAreCountedAsTheyCome() {
        open(QStringLiteral("type:org.added"));
        QTRY_COMPARE(bar()->words(), QStringLiteral("%1 matches").arg(kTenants));
        QTRY_COMPARE(strip()->slices().found, kTenants);
        m_fixture->writeTenant(1, "Late AG");
        trigger(ActionId::SyncNow);
        QTRY_COMPARE(bar()->words(), QStringLiteral("%1 matches").arg(kTenants + 1));
        QTRY_COMPARE(strip()->slices().found, kTenants + 1);
        // All events of the tenant, so that the next test finds a list at rest.
        QTRY_COMPARE(page()->model()->window().total, kEvents + kEventsOfATenant);
    }

private:
    void trigger(ActionId id) { m_fixture->window->actions().action(id)->trigger(); }

    /// Ctrl+F, and the text in place of what stands there.
    void open(const QString& text) {
        QTest::keyClick(table(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(line()->hasFocus());
        QTest::keyClick(line(), Qt::Key_Backspace); // all of it is selected
        QTest::keyClicks(line(), text);
        QTest::keyClick(line(), Qt::Key_Home); // completions for the end do not open any more
        if (bar()->line()->popup()->isVisible())
            QTest::keyClick(line(), Qt::Key_Escape);
        const auto parsed = parseFilter(text.toStdString());
        QTRY_VERIFY(page()->search()->search() == parsed.filter);
    }

    void choose(int row) {
        page()->model()->scrollTo(0);
        page()->model()->hold();
        QTRY_VERIFY(page()->model()->rowAt(row) != nullptr);
        page()->focusList();
        table()->setCurrentIndex(page()->model()->index(row, TimelineModel::What));
    }

    /// All rows of the list as the file has them, past the window and its workspace.
    [[nodiscard]] std::vector<TimelineRow> listed() const {
        const auto replica = Replica::open(m_fixture->file().toStdString(), ReplicaAccess::ReadOnly);
        if (!replica)
            qFatal("cannot be read");
        const auto snapshot = (*replica)->snapshot();
        const auto everything = evaluate(**snapshot, {});
        auto rows = readTimeline(**snapshot, **everything, TimelineOrder::NewestFirst, 0, 10'000);
        return rows ? std::move(*rows) : std::vector<TimelineRow>();
    }

    [[nodiscard]] std::vector<EventNumber> locked() const {
        std::vector<EventNumber> numbers;
        for (const TimelineRow& row : listed())
            if (row.event.type == "user.locked")
                numbers.push_back(row.number);
        return numbers;
    }

    [[nodiscard]] QList<int> marked() const {
        QList<int> rows;
        for (int row = 0; row < page()->model()->rowCount(); ++row)
            if (page()->model()->index(row, 0).data(kFoundRole).toBool())
                rows << row;
        return rows;
    }

    [[nodiscard]] int notMarked() const {
        int row = 1; // the first one is chosen
        while (page()->model()->isFound(row))
            ++row;
        return row;
    }

    [[nodiscard]] QList<int> lockedInView() const {
        QList<int> rows;
        for (int row = 0; row < page()->model()->rowCount(); ++row)
            if (page()->model()->rowAt(row)->event.type == "user.locked")
                rows << row;
        return rows;
    }

    [[nodiscard]] EventNumber chosen() const { return page()->table()->chosen().value_or(EventNumber{}); }

    [[nodiscard]] TimelinePage* page() const { return m_fixture->window->view()->timeline(); }

    [[nodiscard]] QTableView* table() const { return page()->table()->view(); }

    [[nodiscard]] SearchBar* bar() const { return page()->search()->bar(); }

    [[nodiscard]] MatchStrip* strip() const { return page()->search()->strip(); }

    [[nodiscard]] FilterEdit* line() const { return bar()->line()->edit(); }

    static constexpr int kTenants = 8;
    static constexpr int kEventsOfATenant = 6;
    static constexpr int kEvents = kTenants * kEventsOfATenant + 1;
    std::unique_ptr<WindowFixture> m_fixture;
};

MUNIMENT_TEST(matches, TestMatches);
#include "test_matches.moc"
