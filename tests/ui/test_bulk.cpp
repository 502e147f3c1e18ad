// Protects: a table of users, grants or team members becomes commands by the keyboard alone; what each row would do is
// shown before anything is sent, and what became of it after; a workspace that wants a reason gets one.
#include "models/items/bulk_words.h"
#include "tests/support/test_registry.h"
#include "tests/ui/bulk_window.h"
#include "ui/bulk/bulk_dialog.h"
#include "ui/bulk/bulk_rows_view.h"
#include "ui/bulk/check_step.h"
#include "ui/bulk/columns_step.h"
#include "ui/bulk/sending_step.h"
#include "ui/bulk/source_step.h"
#include "ui/forms/entity_picker.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/users_page.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QPushButton>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestBulk : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() { m_window = std::make_unique<BulkWindow>(); }

    void cleanupTestCase() { m_window.reset(); }

    void cleanup() { m_window->close(); }

    void usersAreAddedByTheKeyboardAlone() {
        QTest::keyClick(m_window->directory().fixture().window.get(), Qt::Key_M,
                        Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(dialog() != nullptr && dialog()->isActiveWindow());
        m_window->picture(QStringLiteral("bulk-source-empty"));
        QVERIFY(!dialog()->nextButton()->isEnabled());
        QApplication::clipboard()->setText(
            QStringLiteral("user name\te-mail\tfirst name\tphone\n"
                           "bob\tbob@nordwind.example\tBob\t+49 30 901820\n"
                           "MIA.CHEN\tx@nordwind.example\tMia\t\n"
                           "cleo\tnot an address\tCleo\t\n"
                           "bob\tb@nordwind.example\tRobert\t\n"
                           "оla.berg\tola@nordwind.example\tOla\t\n")); // begins with a Cyrillic letter
        m_window->press(Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY2(dialog()->source()->told().contains(QStringLiteral("5 rows")),
                     qPrintable(dialog()->source()->told()));
        QCOMPARE(dialog()->source()->delimiterChoice()->currentText(), QStringLiteral("Tab (found out)"));
        checkFindings();
        m_window->picture(QStringLiteral("bulk-source"));
        m_window->press(Qt::Key_Return);
        QCOMPARE(dialog()->step(), dialog()->columns());
        QVERIFY(dialog()->columns()->tenant()->chosen()); // the one that is chosen on its page
        QCOMPARE(dialog()->columns()->kind()->currentText(), bulkKindText(BulkKind::Users));
        QCOMPARE(dialog()->columns()->column("phone")->currentText(), QStringLiteral("phone"));
        checkFindings();
        m_window->picture(QStringLiteral("bulk-columns"));
        m_window->press(Qt::Key_Return);
        QTRY_VERIFY2(dialog()->check()->told().startsWith(QStringLiteral("2 can be sent. 3 cannot. 1 should")),
                     qPrintable(dialog()->check()->told()));
        QCOMPARE(dialog()->nextButton()->text(), QStringLiteral("&Send 2 Changes"));
        QVERIFY2(m_window->remark(4).contains(QStringLiteral("could be taken for")), qPrintable(m_window->remark(4)));
        QVERIFY2(m_window->cell(0, BulkRowModel::Details).contains(QStringLiteral("+49 30 901820")),
                 qPrintable(m_window->cell(0, BulkRowModel::Details)));
        checkFindings();
        m_window->picture(QStringLiteral("bulk-check"));
        dialog()->check()->rows()->choice()->setFocus();
        m_window->press(Qt::Key_Down); // only what cannot be sent
        QCOMPARE(dialog()->job().rows()->rowCount(), 3);
        QCOMPARE(m_window->cell(0, BulkRowModel::Line), QStringLiteral("3"));
        QVERIFY2(m_window->remark(0).contains(QStringLiteral("user name is taken")), qPrintable(m_window->remark(0)));
        QVERIFY2(m_window->remark(1).contains(QStringLiteral("e-mail"), Qt::CaseInsensitive),
                 qPrintable(m_window->remark(1)));
        m_window->press(Qt::Key_Down); // only what is noticed
        QCOMPARE(dialog()->job().rows()->rowCount(), 1);
        m_window->press(Qt::Key_Return);
        QCOMPARE(dialog()->step(), dialog()->sending());
        m_window->awaitEnd();
        QVERIFY2(dialog()->sending()->progressText().startsWith(QStringLiteral("2 of 2 written")),
                 qPrintable(dialog()->sending()->progressText()));
        QCOMPARE(m_window->cell(0, BulkRowModel::State), QStringLiteral("Written"));
        QCOMPARE(m_window->cell(1, BulkRowModel::State), QStringLiteral("Cannot be sent"));
        checkFindings();
        m_window->picture(QStringLiteral("bulk-sent"));
        QVERIFY(view()->messages()->text().contains(QStringLiteral("2 rows were written")));
        QTRY_COMPARE_WITH_TIMEOUT(view()->users()->model()->total(), 4, BulkWindow::kLong);
    }

    void theTimelineShowsWhatWasWritten() {
        m_window->send(BulkWindow::people(7, QStringLiteral("seen")));
        m_window->awaitEnd();
        dialog()->sending()->timelineButton()->click();
        QCOMPARE(view()->currentPage(), Page::Timeline);
        QTRY_COMPARE_WITH_TIMEOUT(view()->timeline()->model()->window().total, std::int64_t{7}, BulkWindow::kLong);
        m_window->directory().trigger(ActionId::ClearFilter);
        m_window->directory().trigger(ActionId::GoUsers);
    }

    void membersAndGrantsNameThingsAsPeopleDo() {
        m_window->open();
        m_window->paste(QStringLiteral("team,user\nPayroll,mia.chen\nPayroll,Nobody\npayroll,OLA.BERG\n"));
        m_window->press(Qt::Key_Return);
        QCOMPARE(dialog()->columns()->kind()->currentText(), bulkKindText(BulkKind::TeamMembers));
        m_window->press(Qt::Key_Return);
        QTRY_VERIFY(dialog()->check()->told().startsWith(QStringLiteral("2 can be sent. 1 cannot.")));
        QVERIFY2(m_window->cell(0, BulkRowModel::Details).contains(QStringLiteral("Payroll")),
                 qPrintable(m_window->cell(0, BulkRowModel::Details)));
        QVERIFY2(m_window->remark(1).contains(QStringLiteral("no user \"Nobody\"")), qPrintable(m_window->remark(1)));
        m_window->press(Qt::Key_Return);
        m_window->awaitEnd();
        QVERIFY2(dialog()->sending()->progressText().startsWith(QStringLiteral("2 of 2 written")),
                 qPrintable(dialog()->sending()->progressText()));
        dialog()->backButton()->click(); // another one
        QCOMPARE(dialog()->step(), dialog()->source());
        QVERIFY(!dialog()->nextButton()->isEnabled());

        m_window->paste(
            QStringLiteral("role,user,team,until\nhr.editor,mia.chen,,2030-01-01\nhr.editor,,Payroll,\n"
                           "hr.editor,mia.chen,Payroll,\nhr.editor,ola.berg,,soon\nhr.editor,mia.chen,,\n"));
        m_window->press(Qt::Key_Return);
        QCOMPARE(dialog()->columns()->kind()->currentText(), bulkKindText(BulkKind::Grants));
        m_window->press(Qt::Key_Return);
        QTRY_VERIFY(dialog()->check()->told().startsWith(QStringLiteral("2 can be sent. 3 cannot.")));
        QVERIFY2(m_window->remark(2).contains(QStringLiteral("either a user or a team")),
                 qPrintable(m_window->remark(2)));
        QVERIFY2(m_window->remark(3).contains(QStringLiteral("is no time")), qPrintable(m_window->remark(3)));
        QVERIFY2(m_window->remark(4).contains(QStringLiteral("granted there already")),
                 qPrintable(m_window->remark(4)));
        m_window->press(Qt::Key_Return);
        m_window->awaitEnd();
        QVERIFY2(dialog()->sending()->progressText().startsWith(QStringLiteral("2 of 2 written")),
                 qPrintable(dialog()->sending()->progressText()));
    }

    void aWorkspaceThatWantsAReasonGetsOne() {
        setGuard(GuardLevel::Always);
        m_window->open();
        m_window->paste(BulkWindow::people(2, QStringLiteral("reason")));
        m_window->press(Qt::Key_Return);
        m_window->press(Qt::Key_Return);
        QTRY_VERIFY(dialog()->nextButton()->isEnabled());
        m_window->press(Qt::Key_Return);
        QCOMPARE(dialog()->step(), dialog()->check());
        QVERIFY(dialog()->check()->errorText().contains(QStringLiteral("wants a reason")));
        QTest::keyClicks(dialog()->focusWidget(), QStringLiteral("ticket 4711"));
        QVERIFY(dialog()->check()->errorText().isEmpty());
        m_window->press(Qt::Key_Return);
        m_window->awaitEnd();
        QCOMPARE(dialog()->job().sending().status().done, std::size_t(2));
        m_window->directory().trigger(ActionId::GoTimeline);
        view()->timeline()->applyFilter(FilterNode{termOf(FilterField::Payload, "ticket 4711", "reason"), {}});
        QTRY_COMPARE(view()->timeline()->model()->window().total, std::int64_t{2});
        setGuard(GuardLevel::Direct);
    }

private:
    [[nodiscard]] WorkspaceView* view() const { return m_window->view(); }

    [[nodiscard]] BulkDialog* dialog() const { return m_window->dialog(); }

    void checkFindings() const {
        const auto found = findings(dialog());
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    void setGuard(GuardLevel level) {
        WorkspaceChange change;
        change.guard = level;
        view()->workspace().change(std::move(change), this, [](const Result<void>&) {});
        QTRY_COMPARE(view()->workspace().guardLevel(), level);
    }

    std::unique_ptr<BulkWindow> m_window;
};

MUNIMENT_TEST(bulk, TestBulk);
#include "test_bulk.moc"
