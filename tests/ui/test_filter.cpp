// Protects: an auditor's way through the timeline by the keyboard alone, on real servers: type a filter with
// completions, read what it means or where it goes wrong, take conditions away, filter on a cell, follow, look around,
// go to a time, and come back to where one was.
#include "tests/support/test_registry.h"
#include "tests/ui/window_fixture.h"
#include "ui/actions/action_registry.h"
#include "ui/charts/facet_panel.h"
#include "ui/filter/completion_popup.h"
#include "ui/filter/filter_bar.h"
#include "ui/filter/filter_chips.h"
#include "ui/filter/filter_edit.h"
#include "ui/filter/go_to_dialog.h"
#include "ui/filter/saved_views.h"
#include "ui/filter/view_name_dialog.h"
#include "ui/pages/nothing_matches.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/timeline_table.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/workspace_view.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/table_columns.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestFilter : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->openFourTenants();
        m_total = page()->model()->window().total;
    }

    void cleanupTestCase() { m_fixture.reset(); }

    void init() {
        trigger(ActionId::ClearFilter);
        page()->model()->follow();
        QTRY_VERIFY(!page()->model()->isAwaitingFilter());
        QTRY_COMPARE(page()->model()->window().total, m_total);
    }

    void typingSaysWhatIsMeantAndEnterApplies() {
        trigger(ActionId::FocusFilter);
        QVERIFY(edit()->hasFocus());
        type(QStringLiteral("type:user.locked"));
        QVERIFY(bar()->isValid());
        QVERIFY2(bar()->words().contains(QStringLiteral("Not applied yet")), qPrintable(bar()->words()));
        QCOMPARE(page()->model()->window().total, m_total);
        m_fixture->picture(QStringLiteral("filter-typed-light"));
        apply();
        QTRY_COMPARE(page()->model()->window().total, 4);
        QVERIFY2(!bar()->words().contains(QStringLiteral("Not applied")), qPrintable(bar()->words()));
        QCOMPARE(page()->shownText(), QStringLiteral("4 of %1 shown").arg(m_total));
        QTRY_VERIFY(page()->table()->view()->hasFocus());
        for (int row = 0; row < 4; ++row)
            QCOMPARE(page()->model()->rowAt(row)->event.type, std::string("user.locked"));
        m_fixture->picture(QStringLiteral("filter-applied-light"));
    }

    void whatCannotBeReadIsSaidWithItsPlaceAndNotApplied() {
        trigger(ActionId::FocusFilter);
        type(QStringLiteral("type:user.locked tpye:x"));
        QVERIFY(!bar()->isValid());
        QVERIFY2(bar()->words().contains(QStringLiteral("type")), qPrintable(bar()->words()));
        QVERIFY2(bar()->words().contains(QStringLiteral("18")), qPrintable(bar()->words()));
        apply();
        QVERIFY(page()->model()->filter() == FilterNode{});
        m_fixture->picture(QStringLiteral("filter-error-light"));
        QTest::keyClick(edit(), Qt::Key_Escape);
        QVERIFY(page()->table()->view()->hasFocus());
    }

    void completionsNameFieldsAndCountValues() {
        trigger(ActionId::FocusFilter);
        type(QStringLiteral("typ"));
        QTRY_VERIFY(popup()->isVisible());
        QTest::keyClick(edit(), Qt::Key_Tab);
        QCOMPARE(edit()->text(), QStringLiteral("type:"));
        QTest::keyClicks(edit(), QStringLiteral("lock"));
        QTRY_VERIFY(popup()->isVisible() && popup()->list()->model()->rowCount() == 1);
        m_fixture->picture(QStringLiteral("filter-completion-light"));
        QTest::keyClick(edit(), Qt::Key_Down);
        QTest::keyClick(edit(), Qt::Key_Return);
        QCOMPARE(edit()->text(), QStringLiteral("type:user.locked "));
        apply();
        QTRY_COMPARE(page()->model()->window().total, 4);
    }

    void aChipTakesItsConditionAway() {
        filter(QStringLiteral("type:user.locked region:%1").arg(region(0)));
        QTRY_COMPARE(page()->model()->window().total, 2);
        const auto& chips = bar()->chips()->buttons();
        QCOMPARE(chips.size(), std::size_t{2});
        QTest::keyClick(chips[1], Qt::Key_Delete);
        QTRY_COMPARE(page()->model()->window().total, 4);
        QCOMPARE(edit()->text(), QStringLiteral("type:user.locked"));
        QCOMPARE(bar()->chips()->buttons().size(), std::size_t{1});
    }

    void anEmptyAnswerNamesTheConditionThatEmptiedIt() {
        filter(QStringLiteral("type:user.locked outcome:denied"));
        QTRY_VERIFY(page()->noMatch()->isVisible());
        QTRY_VERIFY2(page()->noMatch()->accessibleDescription().contains(QStringLiteral("outcome:denied")),
                     qPrintable(page()->noMatch()->accessibleDescription()));
        m_fixture->picture(QStringLiteral("filter-empty-light"));
        QTest::keyClick(page()->noMatch()->findChild<QPushButton*>(), Qt::Key_Space);
        QTRY_COMPARE(page()->model()->window().total, 4);
        QCOMPARE(edit()->text(), QStringLiteral("type:user.locked"));
    }

    void backAndForwardGoThroughFilters() {
        filter(QStringLiteral("type:user.locked"));
        filter(QStringLiteral("type:org.added"));
        trigger(ActionId::GoUsers);
        trigger(ActionId::GoBack);
        QCOMPARE(view()->currentPage(), Page::Timeline);
        QCOMPARE(edit()->text(), QStringLiteral("type:org.added"));
        trigger(ActionId::GoBack);
        QCOMPARE(edit()->text(), QStringLiteral("type:user.locked"));
        QTRY_COMPARE(page()->model()->rowAt(0)->event.type, std::string("user.locked"));
        trigger(ActionId::GoForward);
        QCOMPARE(edit()->text(), QStringLiteral("type:org.added"));
        QTRY_COMPARE(page()->model()->rowAt(0)->event.type, std::string("org.added"));
    }

    void earlierFiltersComeBackByTheArrowKeys() {
        filter(QStringLiteral("type:org.added"));
        filter(QStringLiteral("type:user.locked"));
        trigger(ActionId::FocusFilter);
        QTest::keyClick(edit(), Qt::Key_Up);
        QCOMPARE(edit()->text(), QStringLiteral("type:org.added"));
        QTest::keyClick(edit(), Qt::Key_Down);
        QCOMPARE(edit()->text(), QStringLiteral("type:user.locked"));
    }

    void aCellBecomesACondition() {
        choose(0, TimelineModel::Event);
        const auto type = page()->chosenEvent()->event.type;
        trigger(ActionId::FilterAnd);
        QCOMPARE(edit()->text(), QStringLiteral("type:%1").arg(QString::fromStdString(type)));
        QTRY_VERIFY(!page()->model()->isAwaitingFilter());
        choose(0, TimelineModel::Region);
        trigger(ActionId::FilterAndNot);
        QVERIFY2(edit()->text().contains(QStringLiteral(" -region:")), qPrintable(edit()->text()));
    }

    void followingAnEntityAndGoingThroughItsEvents() {
        filter(QStringLiteral("type:user.locked"));
        choose(0, TimelineModel::What);
        const auto locked = *page()->chosenEvent();
        QTest::keyClick(page()->table()->view(), Qt::Key_F);
        QTRY_COMPARE(page()->model()->window().total, 2); // added and locked
        QVERIFY(edit()->text().startsWith(QStringLiteral("user:")));
        trigger(ActionId::GoBack);
        QTRY_COMPARE(page()->model()->window().total, 4);
        choose(0, TimelineModel::What);
        QTest::keyClick(page()->table()->view(), Qt::Key_BracketLeft);
        // The event before does not match: the filter gives way and says so.
        QTRY_COMPARE(page()->chosenEvent()->event.sequence, locked.event.sequence - 1);
        QVERIFY(page()->chosenEvent()->event.aggregate == locked.event.aggregate);
        QVERIFY(page()->model()->filter() == FilterNode{});
        QVERIFY2(view()->messages()->text().contains(QStringLiteral("filter")), qPrintable(view()->messages()->text()));
    }

    void theMinutesAroundAnEvent() {
        filter(QStringLiteral("type:user.locked"));
        choose(1, TimelineModel::What);
        const auto number = page()->chosenEvent()->number;
        QTest::keyClick(page()->table()->view(), Qt::Key_P, Qt::ShiftModifier);
        QTRY_COMPARE(page()->model()->window().total, m_total); // all of it was written just now
        QVERIFY2(edit()->text().contains(QStringLiteral("after:")), qPrintable(edit()->text()));
        QTRY_COMPARE(page()->table()->chosen(), std::optional(number));
    }

    void goingToARowAndATime() {
        goTo(QStringLiteral("#5"));
        QTRY_VERIFY(page()->table()->chosen() && page()->model()->rowOf(*page()->table()->chosen()) == 4);
        QVERIFY(!page()->model()->isFollowing());
        goTo(QStringLiteral("2001-01-01"));
        QTRY_COMPARE(page()->model()->rowOf(*page()->table()->chosen()).value_or(-1), m_total - 1);
        goTo(QStringLiteral("%1 #1").arg(region(0)));
        QTRY_COMPARE(page()->table()->chosen()->ordinal(), 1);
    }

    void newMatchesArriveByThemselvesAndAreCountedWhenHeld() {
        filter(QStringLiteral("type:org.added"));
        QTRY_COMPARE(page()->model()->window().total, 4);
        m_fixture->writeTenant(0, "Arrived while filtered");
        QTRY_COMPARE(page()->model()->window().total, 5);
        filter(QStringLiteral("type:*"));
        QTRY_COMPARE(page()->model()->window().total, m_total + 6);
        trigger(ActionId::HoldTimeline);
        const auto first = page()->model()->rowAt(0)->number;
        m_fixture->writeTenant(1, "Arrived while held");
        QTRY_COMPARE(page()->model()->newEvents(), 6);
        QCOMPARE(page()->model()->rowAt(0)->number.value, first.value);
        trigger(ActionId::FollowNewest);
        QTRY_VERIFY(page()->model()->rowAt(0) != nullptr && page()->model()->rowAt(0)->number.value != first.value);
        trigger(ActionId::ClearFilter);
        QTRY_VERIFY(!page()->model()->isAwaitingFilter());
        m_total += 12;
        QTRY_COMPARE(page()->model()->window().total, m_total);
    }

    void aViewIsSavedShownRemovedAndPassedOn() {
        filter(QStringLiteral("type:user.locked"));
        page()->list()->findChild<TableColumns*>()->setShown(TimelineModel::Region, false);
        saveAs(QStringLiteral("Locked <b>people</b>"));
        auto* views = view()->navigation()->views();
        QTRY_COMPARE(views->model()->rowCount(), 1);
        QCOMPARE(views->model()->index(0, 0).data().toString(), QStringLiteral("Locked <b>people</b>"));
        trigger(ActionId::ClearFilter);
        page()->list()->findChild<TableColumns*>()->reset();
        QVERIFY(!page()->list()->isColumnHidden(TimelineModel::Region));
        m_fixture->picture(QStringLiteral("filter-views-light"));

        trigger(ActionId::GoUsers);
        views->setCurrentIndex(views->model()->index(0, 0));
        QTest::keyClick(views, Qt::Key_Return);
        QCOMPARE(view()->currentPage(), Page::Timeline);
        QCOMPARE(edit()->text(), QStringLiteral("type:user.locked"));
        QVERIFY(page()->list()->isColumnHidden(TimelineModel::Region));
        page()->list()->findChild<TableColumns*>()->reset();

        const auto path = QString::fromStdString((m_fixture->folder() / "locked.view.txt").string());
        view()->savedViews()->exportTo(0, path);
        QTest::keyClick(views, Qt::Key_Delete);
        QTRY_COMPARE(views->model()->rowCount(), 0);
        view()->messages()->actionButton()->click(); // the way back
        QTRY_COMPARE(views->model()->rowCount(), 1);
        QTest::keyClick(views, Qt::Key_Delete);
        QTRY_COMPARE(views->model()->rowCount(), 0);
        view()->savedViews()->importFrom(path);
        QTRY_COMPARE(views->model()->rowCount(), 1);

        // It is in the file, not in the window.
        m_fixture->window->openFile(m_fixture->file().toStdString());
        QTRY_VERIFY(view() != nullptr);
        QCOMPARE(view()->navigation()->views()->model()->rowCount(), 1);
        trigger(ActionId::GoTimeline);
        QTRY_COMPARE(page()->model()->window().total, m_total);
    }

    void bothLooksShowTheWholePage() {
        filter(QStringLiteral("type:user.* -type:user.unlocked"));
        choose(2, TimelineModel::What);
        m_fixture->picture(QStringLiteral("filter-page-light"));
        m_fixture->look.setAppearance(Appearance::Dark);
        m_fixture->picture(QStringLiteral("filter-page-dark"));
        m_fixture->look.setAppearance(Appearance::Light);
        QVERIFY2(findings(m_fixture->window.get()).isEmpty(),
                 qPrintable(findings(m_fixture->window.get()).join(QLatin1Char('\n'))));
    }

private:
    void trigger(ActionId id) { m_fixture->window->actions().action(id)->trigger(); }

    /// As a person would: over what stands in the line.
    void type(const QString& text) {
        edit()->selectAll();
        QTest::keyClicks(edit(), text);
    }

    /// Enter, with the list of completions out of the way.
    void apply() {
        if (popup()->isVisible())
            QTest::keyClick(edit(), Qt::Key_Escape);
        QTest::keyClick(edit(), Qt::Key_Return);
    }

    void filter(const QString& text) {
        trigger(ActionId::FocusFilter);
        edit()->setText(text);
        apply();
        QTRY_VERIFY(!page()->model()->isAwaitingFilter());
    }

    void choose(int row, int column) {
        QTRY_VERIFY(page()->model()->rowAt(row) != nullptr);
        page()->focusList();
        auto* table = page()->table()->view();
        table->setCurrentIndex(page()->model()->index(row, column));
        QTRY_COMPARE(page()->chosenEvent()->number.value, page()->model()->rowAt(row)->number.value);
    }

    void goTo(const QString& text) {
        trigger(ActionId::GoToPlace);
        auto* dialog = m_fixture->window->findChild<GoToDialog*>();
        QVERIFY(dialog != nullptr);
        QTest::keyClicks(dialog->line(), text);
        QTest::keyClick(dialog->line(), Qt::Key_Return);
        QTRY_VERIFY(m_fixture->window->findChild<GoToDialog*>() == nullptr);
    }

    void saveAs(const QString& name) {
        trigger(ActionId::SaveView);
        auto* dialog = m_fixture->window->findChild<ViewNameDialog*>();
        QVERIFY(dialog != nullptr);
        QTest::keyClicks(dialog->line(), name);
        QTest::keyClick(dialog->line(), Qt::Key_Return);
        QTRY_VERIFY(m_fixture->window->findChild<ViewNameDialog*>() == nullptr);
    }

    [[nodiscard]] QString region(int i) const { return QString::fromStdString(m_fixture->servers.regionName(i)); }

    [[nodiscard]] WorkspaceView* view() const { return m_fixture->window->view(); }

    [[nodiscard]] TimelinePage* page() const { return view()->timeline(); }

    [[nodiscard]] FilterBar* bar() const { return page()->filterBar(); }

    [[nodiscard]] FilterEdit* edit() const { return bar()->edit(); }

    [[nodiscard]] CompletionPopup* popup() const { return bar()->popup(); }

    std::unique_ptr<WindowFixture> m_fixture;
    std::int64_t m_total = 0;
};

MUNIMENT_TEST(filter, TestFilter);
#include "test_filter.moc"
