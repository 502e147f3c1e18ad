// Protects the timeline's columns: the sentence has room at first, the time stays in view while the others scroll,
// columns are chosen, moved, added and taken away by the keyboard, outlive the window, and come back with a saved view.
#include "models/items/column_roles.h"
#include "tests/support/test_registry.h"
#include "tests/ui/window_fixture.h"
#include "ui/actions/action_registry.h"
#include "ui/filter/saved_views.h"
#include "ui/filter/view_name_dialog.h"
#include "ui/pages/add_column_dialog.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/timeline_table.h"
#include "ui/shell/workspace_view.h"
#include "ui/widgets/sticky_column.h"
#include "ui/widgets/table_columns.h"

#include <QApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestTimelineColumns : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->openFourTenants();
    }

    void cleanupTestCase() { m_fixture.reset(); }

    void init() {
        trigger(ActionId::ResetLayout);
        choose(0, TimelineModel::Time);
    }

    void atFirstTheSentenceHasRoomAndNothingScrolls() {
        QCOMPARE(shownKeys(), QStringLiteral("time region event what outcome"));
        QVERIFY2(table()->columnWidth(TimelineModel::What) >= 240,
                 qPrintable(QString::number(table()->columnWidth(TimelineModel::What))));
        QCOMPARE(table()->horizontalScrollBar()->maximum(), 0);
        QVERIFY(!sticky()->isVisible());
        m_fixture->picture(QStringLiteral("columns-first-light"));
    }

    void moreColumnsThanFitScrollAndTheTimeStays() {
        showMany();
        QVERIFY(table()->horizontalScrollBar()->maximum() > 0);
        QTRY_VERIFY(table()->horizontalScrollBar()->isVisible());
        for (int i = 0; i < 12; ++i)
            QTest::keyClick(table(), Qt::Key_Right);
        QVERIFY(table()->horizontalScrollBar()->value() > 0);
        QVERIFY(sticky()->isVisible());
        QCOMPARE(sticky()->columnWidth(TimelineModel::Time), table()->columnWidth(TimelineModel::Time));
        QCOMPARE(sticky()->rowViewportPosition(3), table()->rowViewportPosition(3));
        m_fixture->picture(QStringLiteral("columns-sticky-light"));
        // The cell of the keyboard is never under the time.
        for (int i = 0; i < 12; ++i) {
            QTest::keyClick(table(), Qt::Key_Left);
            const int column = table()->currentIndex().column();
            QVERIFY(column == TimelineModel::Time ||
                    table()->columnViewportPosition(column) >= (sticky()->isVisible() ? sticky()->width() : 0));
        }
        QVERIFY(!sticky()->isVisible());
    }

    void selectionAndKeysKnowOneTable() {
        showMany();
        table()->horizontalScrollBar()->setValue(table()->horizontalScrollBar()->maximum());
        QVERIFY(sticky()->isVisible());
        QTest::mouseClick(sticky()->viewport(), Qt::LeftButton, {}, QPoint(20, 24 * 2 + 12));
        QCOMPARE(page()->chosenEvent()->number.value, page()->model()->rowAt(2)->number.value);
        QCOMPARE(table()->currentIndex().column(), static_cast<int>(TimelineModel::Time));
        QVERIFY(table()->hasFocus());
        QTest::keyClick(table(), Qt::Key_Down);
        QTRY_COMPARE(page()->chosenEvent()->number.value, page()->model()->rowAt(3)->number.value);
        QVERIFY(sticky()->selectionModel()->isRowSelected(3));
        QCOMPARE(page()->table()->indexAt({10, 12}), page()->model()->index(0, TimelineModel::Time));
    }

    void theCellStaysWhenRowsCome() {
        choose(2, TimelineModel::Event);
        page()->model()->refresh();
        QTest::keyClick(table(), Qt::Key_Down);
        QTRY_COMPARE(table()->currentIndex().row(), 3);
        QCOMPARE(table()->currentIndex().column(), static_cast<int>(TimelineModel::Event));
    }

    void theTimeNeedNotStay() {
        showMany();
        table()->horizontalScrollBar()->setValue(table()->horizontalScrollBar()->maximum());
        toggleInMenu(QStringLiteral("Keep the Time in View"));
        QVERIFY(!sticky()->isVisible());
        reopen();
        showMany();
        table()->horizontalScrollBar()->setValue(table()->horizontalScrollBar()->maximum());
        QVERIFY(!sticky()->isVisible());
        trigger(ActionId::ResetLayout);
        showMany();
        table()->horizontalScrollBar()->setValue(table()->horizontalScrollBar()->maximum());
        QVERIFY(sticky()->isVisible());
    }

    void columnsMoveByTheKeyboard() {
        choose(0, TimelineModel::Outcome);
        QTest::keyClick(m_fixture->window.get(), Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(shownKeys(), QStringLiteral("time region event outcome what"));
        QTest::keyClick(m_fixture->window.get(), Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(shownKeys(), QStringLiteral("time region outcome event what"));
        QTest::keyClick(m_fixture->window.get(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(shownKeys(), QStringLiteral("time region event outcome what"));
        reopen();
        QCOMPARE(shownKeys(), QStringLiteral("time region event outcome what"));
        trigger(ActionId::ResetLayout);
        QCOMPARE(shownKeys(), QStringLiteral("time region event what outcome"));
    }

    void aFieldOfThePayloadBecomesAColumnAndGoesAgain() {
        trigger(ActionId::AddColumn);
        auto* dialog = m_fixture->window->findChild<AddColumnDialog*>();
        QVERIFY(dialog != nullptr);
        QVERIFY(findings(dialog).isEmpty());
        QTest::keyClicks(dialog->line(), QStringLiteral("userN"));
        m_fixture->picture(QStringLiteral("columns-add-light"), dialog);
        dialog->line()->setText(QStringLiteral("payload.userName"));
        QTest::keyClick(dialog->line(), Qt::Key_Return);
        QTRY_VERIFY(m_fixture->window->findChild<AddColumnDialog*>() == nullptr);
        page()->table()->addPayloadColumn(QStringLiteral("email")); // as the details do
        page()->table()->addPayloadColumn(QStringLiteral("email"));
        QCOMPARE(shownKeys(), QStringLiteral("time region event what outcome payload.userName payload.email"));
        QVERIFY(texts(table()->model()->columnCount() - 2).contains(QStringLiteral("mia.chen")));
        QVERIFY(texts(table()->model()->columnCount() - 1).contains(QStringLiteral("mia.chen@example.com")));
        const int email = page()->model()->columnCount() - 1;
        QTRY_VERIFY(table()->columnViewportPosition(email) + table()->columnWidth(email) <=
                    table()->viewport()->width());
        QVERIFY(table()->columnViewportPosition(email) > sticky()->width());
        m_fixture->picture(QStringLiteral("columns-payload-light"));
        reopen();
        QCOMPARE(shownKeys(), QStringLiteral("time region event what outcome payload.userName payload.email"));

        choose(0, page()->model()->columnCount() - 2);
        toggleInMenu(QStringLiteral("Take Away “userName”"));
        QCOMPARE(shownKeys(), QStringLiteral("time region event what outcome payload.email"));
        trigger(ActionId::ResetLayout);
        QCOMPARE(shownKeys(), QStringLiteral("time region event what outcome"));
    }

    void aPayloadCellFilters() {
        page()->table()->addPayloadColumn(QStringLiteral("userName"));
        const int column = page()->model()->columnCount() - 1;
        for (int row = 0; row < page()->model()->rowCount(); ++row)
            if (page()->model()->index(row, column).data().toString() == QStringLiteral("ola.berg"))
                choose(row, column);
        trigger(ActionId::FilterAnd);
        QTRY_COMPARE(page()->model()->window().total, 4);
        trigger(ActionId::ClearFilter);
        QTRY_VERIFY(page()->model()->window().total >= 24);
    }

    void aSavedViewBringsItsColumnsBack() {
        page()->table()->addPayloadColumn(QStringLiteral("a b,c%")); // blanks and commas are a path's own
        page()->table()->columns()->setShown(TimelineModel::Region, false);
        choose(0, TimelineModel::Outcome);
        trigger(ActionId::MoveColumnLeft);
        const auto arranged = shownKeys();
        trigger(ActionId::SaveView);
        auto* dialog = m_fixture->window->findChild<ViewNameDialog*>();
        QVERIFY(dialog != nullptr);
        QTest::keyClicks(dialog->line(), QStringLiteral("With columns"));
        QTest::keyClick(dialog->line(), Qt::Key_Return);
        auto* views = view()->navigation()->views();
        QTRY_COMPARE(views->model()->rowCount(), 1);
        trigger(ActionId::ResetLayout);
        QVERIFY(shownKeys() != arranged);
        views->setCurrentIndex(views->model()->index(0, 0));
        QTest::keyClick(views, Qt::Key_Return);
        QCOMPARE(shownKeys(), arranged);
    }

    void theMenuNamesEverythingInBothLooks() {
        showMany();
        choose(1, TimelineModel::Ip);
        const std::unique_ptr<QMenu> menu(page()->table()->columns()->makeMenu(TimelineModel::Ip));
        menu->popup(m_fixture->window->mapToGlobal(QPoint(300, 200)));
        m_fixture->picture(QStringLiteral("columns-menu-timeline-light"), menu.get());
        menu->close();
        m_fixture->look.setAppearance(Appearance::Dark);
        table()->horizontalScrollBar()->setValue(table()->horizontalScrollBar()->maximum());
        m_fixture->picture(QStringLiteral("columns-sticky-dark"));
        m_fixture->look.setAppearance(Appearance::Light);
        const auto found = findings(m_fixture->window.get());
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

private:
    void trigger(ActionId id) { m_fixture->window->actions().action(id)->trigger(); }

    void showMany() {
        for (const int column : {TimelineModel::Tenant, TimelineModel::Subject, TimelineModel::Ip,
                                 TimelineModel::Sequence, TimelineModel::Recorded, TimelineModel::EventId})
            page()->table()->columns()->setShown(column, true);
        QTRY_VERIFY(table()->horizontalScrollBar()->maximum() > 0);
    }

    void choose(int row, int column) {
        QTRY_VERIFY(page()->model()->rowAt(row) != nullptr);
        page()->focusList();
        table()->setCurrentIndex(page()->model()->index(row, column));
    }

    void toggleInMenu(const QString& text) {
        const std::unique_ptr<QMenu> menu(page()->table()->columns()->makeMenu(table()->currentIndex().column()));
        for (auto* action : menu->actions())
            if (action->text().remove(QLatin1Char('&')) == text)
                return action->trigger();
        QFAIL(qPrintable(text));
    }

    void reopen() {
        m_fixture->window->openFile(m_fixture->file().toStdString());
        QTRY_VERIFY(view() != nullptr);
        trigger(ActionId::GoTimeline);
        QTRY_VERIFY(page()->model()->window().total >= 24);
        choose(0, TimelineModel::Time);
    }

    /// Keys of the shown columns from left to right.
    [[nodiscard]] QString shownKeys() const {
        const auto* header = table()->horizontalHeader();
        QStringList keys;
        for (int visual = 0; visual < header->count(); ++visual)
            if (!header->isSectionHidden(header->logicalIndex(visual)))
                keys << page()
                            ->model()
                            ->headerData(header->logicalIndex(visual), Qt::Horizontal, kColumnKeyRole)
                            .toString();
        return keys.join(QLatin1Char(' '));
    }

    [[nodiscard]] QStringList texts(int column) const {
        QStringList all;
        for (int row = 0; row < page()->model()->rowCount(); ++row)
            all << page()->model()->index(row, column).data().toString();
        return all;
    }

    [[nodiscard]] WorkspaceView* view() const { return m_fixture->window->view(); }

    [[nodiscard]] TimelinePage* page() const { return view()->timeline(); }

    [[nodiscard]] QTableView* table() const { return page()->table()->view(); }

    [[nodiscard]] StickyColumn* sticky() const { return page()->table()->timeColumn(); }

    std::unique_ptr<WindowFixture> m_fixture;
};

MUNIMENT_TEST(timeline_columns, TestTimelineColumns);
#include "test_timeline_columns.moc"
