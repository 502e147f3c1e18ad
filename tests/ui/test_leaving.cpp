// Protects: nobody leaves a workspace by a slip of the hand while something in it is not finished. An export that runs
// and a change that is not answered are named before, with what becomes of them; Return and Escape stay; what ends
// meanwhile takes the question away; whoever leaves finds no half of an export, and in the end what was written.
#include "tests/support/proxy.h"
#include "tests/support/test_registry.h"
#include "tests/ui/held_export.h"
#include "tests/ui/window_fixture.h"
#include "ui/actions/action_registry.h"
#include "ui/export/export_desk.h"
#include "ui/export/export_dialog.h"
#include "ui/export/export_strip.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/users_page.h"
#include "ui/shell/leave_question.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestLeaving : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->startRegions(1, false);
        m_fixture->writeTenant(0, "Nordwind AG");
        m_proxy = std::make_unique<Proxy>(m_fixture->servers.port(0));
        const auto endpoint =
            "postgresql://admin@127.0.0.1:" + std::to_string(m_proxy->port()) + "/muniment?sslmode=disable";
        m_fixture->openWorkspace(path(), {{RegionName(m_fixture->servers.regionName(0)), endpoint}});
        QTRY_COMPARE(view()->timeline()->model()->window().total, std::int64_t{6});
    }

    void cleanupTestCase() {
        m_fixture.reset();
        m_proxy.reset();
    }

    void anExportThatRunsIsAskedAbout() {
        const auto held = beginExport();
        m_fixture->window->activateWindow(); // a dialog was before it
        view()->timeline()->focusList();
        QTRY_VERIFY(view()->timeline()->list()->hasFocus());
        QTest::keyClick(view()->timeline()->list(), Qt::Key_Q, Qt::ControlModifier);
        auto* asked = question();
        QVERIFY2(asked->text().contains(QStringLiteral("left.csv")), qPrintable(asked->text()));
        QVERIFY2(asked->text().contains(QStringLiteral("nothing is left of its file")), qPrintable(asked->text()));
        QVERIFY2(findings(asked).isEmpty(), qPrintable(findings(asked).join(QLatin1Char('\n'))));
        m_fixture->picture(QStringLiteral("leave-light"), asked);
        QVERIFY(asked->stayButton()->hasFocus());
        QTest::keyClick(asked->focusWidget(), Qt::Key_Return);
        staysOpen();
        m_fixture->window->close(); // as the desktop's button does
        QTest::keyClick(question(), Qt::Key_Escape);
        staysOpen();
        QVERIFY(view()->exports()->isRunning());
        held.letGo();
        QTRY_VERIFY(said().contains(QStringLiteral("6 rows were exported")));
    }

    void whatEndsTakesTheQuestionAway() {
        const auto held = beginExport();
        trigger(ActionId::CloseWorkspace);
        question();
        held.letGo();
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        staysOpen();
        QTRY_VERIFY(said().contains(QStringLiteral("rows were exported")));
        QVERIFY(QFile::remove(file()));
    }

    void leavingDiscardsTheExport() {
        const auto held = beginExport();
        trigger(ActionId::CloseWorkspace);
        auto* asked = question();
        QTest::keyClick(asked->focusWidget(), Qt::Key_Backtab);
        QVERIFY(asked->leaveButton()->hasFocus());
        QTest::keyClick(asked->focusWidget(), Qt::Key_Space);
        QTRY_VERIFY(view() == nullptr);
        const QDir folder(QFileInfo(file()).path());
        QTRY_COMPARE(folder.entryList({QStringLiteral("left*")}, QDir::Files), QStringList());
        reopen();
    }

    void aChangeThatIsNotAnsweredIsAskedAbout() {
        chooseMia();
        QCOMPARE(view()->users()->chosenUser()->lifecycle, UserLifecycle::Active);
        m_proxy->holdAnswers(true);
        trigger(ActionId::LockUser);
        m_fixture->window->close();
        const auto text = question()->text();
        QVERIFY2(text.contains(QStringLiteral("1 change sent and not answered yet")), qPrintable(text));
        QTest::keyClick(question(), Qt::Key_Escape);
        staysOpen();
        m_fixture->window->close();
        question();
        m_proxy->holdAnswers(false);
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        staysOpen();
        QTRY_COMPARE(view()->users()->chosenUser()->lifecycle, UserLifecycle::Locked);
    }

    void whatWasWrittenIsThereAfterLeaving() {
        m_proxy->onClientBytes([proxy = m_proxy.get()](auto bytes) {
            if (bytes.find(std::string_view("COMMIT\0", 7)) != std::string_view::npos)
                proxy->holdAnswers(true);
            return Passage::Forward;
        });
        trigger(ActionId::UnlockUser);
        QTRY_VERIFY(said().contains(QStringLiteral("not known")));
        trigger(ActionId::CloseWorkspace);
        question()->leaveButton()->click();
        QTRY_VERIFY(view() == nullptr);
        m_proxy->onClientBytes({});
        m_proxy->holdAnswers(false);
        reopen();
        chooseMia();
        QTRY_COMPARE(view()->users()->chosenUser()->lifecycle, UserLifecycle::Active);
    }

    void aFinishedWorkspaceIsLeftAtOnce() {
        m_fixture->window->close();
        QVERIFY(m_fixture->window->isHidden());
    }

private:
    /// One that waits after its first page.
    HeldExport beginExport() {
        HeldExport held;
        view()->exports()->setRun(held.run());
        trigger(ActionId::GoTimeline);
        trigger(ActionId::ExportList);
        auto* dialog = qobject_cast<ExportDialog*>(m_fixture->form());
        dialog->pathField()->setText(file());
        dialog->submitButton()->click();
        [this] {
            QTRY_VERIFY2(view()->exportStrip()->text().contains(QStringLiteral(" rows")),
                         qPrintable(view()->exportStrip()->text()));
            QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        }();
        return held;
    }

    LeaveQuestion* question() const {
        LeaveQuestion* found = nullptr;
        [&] {
            QTRY_VERIFY((found = qobject_cast<LeaveQuestion*>(QApplication::activeModalWidget())) != nullptr);
            QTRY_VERIFY(found->stayButton()->hasFocus());
        }();
        if (found == nullptr)
            qFatal("nothing is asked");
        return found;
    }

    void staysOpen() {
        QVERIFY(QApplication::activeModalWidget() == nullptr);
        QVERIFY(m_fixture->window->isVisible());
        QVERIFY(view() != nullptr);
    }

    void reopen() {
        m_fixture->window->openFile(path());
        QTRY_VERIFY(view() != nullptr);
        QVERIFY(!view()->workspace().isReadOnly());
    }

    void chooseMia() {
        trigger(ActionId::GoUsers);
        auto* page = view()->users();
        QTRY_COMPARE(page->model()->rowCount(), 3);
        page->table()->setCurrentIndex(page->model()->index(1, UserListModel::UserName));
        QTRY_VERIFY(page->chosenUser().has_value());
        QCOMPARE(page->chosenUser()->userName, std::string("mia.chen"));
    }

    void trigger(ActionId id) { m_fixture->window->actions().action(id)->trigger(); }

    [[nodiscard]] WorkspaceView* view() const { return m_fixture->window->view(); }

    [[nodiscard]] QString said() const { return view()->messages()->text(); }

    [[nodiscard]] std::filesystem::path path() const { return m_fixture->file().toStdString(); }

    [[nodiscard]] QString file() const { return QString::fromStdString((m_fixture->folder() / "left.csv").string()); }

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<Proxy> m_proxy;
};

MUNIMENT_TEST(leaving, TestLeaving);
#include "test_leaving.moc"
