// Protects: a change whose answer does not come is never guessed about and never silent. The window says at once that
// the outcome is not known yet and what is being done, and in the end that the change was written or that it was not.
#include "tests/support/proxy.h"
#include "tests/support/test_registry.h"
#include "tests/ui/window_fixture.h"
#include "ui/actions/action_registry.h"
#include "ui/forms/entity_picker.h"
#include "ui/pages/users_page.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/status_line.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestNotKnownYet : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->startRegions(1, false);
        m_fixture->writeTenant(0, "Nordwind AG");
        m_proxy = std::make_unique<Proxy>(m_fixture->servers.port(0));
        const auto endpoint =
            "postgresql://admin@127.0.0.1:" + std::to_string(m_proxy->port()) + "/muniment?sslmode=disable";
        m_fixture->openWorkspace(m_fixture->file().toStdString(),
                                 {{RegionName(m_fixture->servers.regionName(0)), endpoint}});
        trigger(ActionId::GoUsers);
        QTRY_COMPARE(page()->model()->rowCount(), 3);
        page()->table()->setCurrentIndex(page()->model()->index(1, UserListModel::UserName));
        QTRY_VERIFY(page()->chosenUser().has_value());
        QCOMPARE(page()->chosenUser()->userName, std::string("mia.chen"));
    }

    void cleanupTestCase() {
        m_fixture.reset();
        m_proxy.reset();
    }

    void cleanup() {
        m_proxy->onClientBytes({});
        m_proxy->holdAnswers(false);
        view()->messages()->dismiss();
    }

    void anAnswerThatIsLateIsSaidAtOnceAndThenDone() {
        const auto user = *page()->chosenUser();
        QCOMPARE(user.lifecycle, UserLifecycle::Active);
        atCommit(Passage::Forward);
        QElapsedTimer clock;
        clock.start();
        trigger(ActionId::LockUser);
        QTRY_VERIFY(said().contains(QStringLiteral("has not answered yet")));
        QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY2(said().contains(QStringLiteral("not known")), qPrintable(said()));
        QCOMPARE(view()->statusLine()->notKnown(), QStringLiteral("1 outcome not known yet"));
        QCOMPARE(page()->chosenUser()->lifecycle, UserLifecycle::Active); // nothing is guessed
        m_fixture->picture(QStringLiteral("users-not-known-light"));
        m_proxy->holdAnswers(false);
        QTRY_VERIFY(said().contains(QStringLiteral("The answer is here")));
        QCOMPARE(view()->messages()->actionButton()->text(), QStringLiteral("Unlock"));
        QVERIFY(view()->statusLine()->notKnown().isEmpty());
        QTRY_COMPARE(page()->chosenUser()->lifecycle, UserLifecycle::Locked);
    }

    void aCutConnectionIsAskedAboutUntilItIsDone() {
        QCOMPARE(page()->chosenUser()->lifecycle, UserLifecycle::Locked);
        atCommit(Passage::ForwardAndCut);
        trigger(ActionId::UnlockUser);
        QTRY_VERIFY(said().contains(QStringLiteral("is being asked")));
        m_proxy->holdAnswers(false);
        QTRY_VERIFY(said().contains(QStringLiteral("The answer is here")));
        QTRY_COMPARE(page()->chosenUser()->lifecycle, UserLifecycle::Active);
    }

    void aCommitThatWasLostIsSaidToBeNotWritten() {
        atCommit(Passage::CutBefore);
        trigger(ActionId::LockUser);
        QTRY_VERIFY(said().contains(QStringLiteral("not known")));
        m_proxy->holdAnswers(false);
        QTRY_VERIFY(said().contains(QStringLiteral("was not written")));
        QVERIFY(view()->statusLine()->notKnown().isEmpty());
        QCOMPARE(page()->chosenUser()->lifecycle, UserLifecycle::Active);
        trigger(ActionId::LockUser); // as it is told to
        QTRY_COMPARE(page()->chosenUser()->lifecycle, UserLifecycle::Locked);
    }

    void aFormSaysItTooAndMayBeClosedMeanwhile() {
        trigger(ActionId::ChangeEmail);
        auto* form = m_fixture->form();
        m_fixture->type(form, QStringLiteral("email"), QStringLiteral("new.address@example.com"));
        atCommit(Passage::Forward);
        form->submitButton()->click();
        QTRY_VERIFY(form->noteText().contains(QStringLiteral("not known")));
        m_fixture->picture(QStringLiteral("form-not-known-light"), form);
        form->reject();
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        QVERIFY2(said().contains(QStringLiteral("not known")), qPrintable(said()));
        m_proxy->holdAnswers(false);
        QTRY_VERIFY(said().contains(QStringLiteral("The answer is here")));
        QTRY_COMPARE(page()->chosenUser()->email, std::string("new.address@example.com"));
    }

    void aFailureAfterTheFormWasClosedIsSaidInTheWindow() {
        trigger(ActionId::ChangeUserName);
        auto* form = m_fixture->form();
        const auto taken = page()->model()->rowAt((page()->table()->currentIndex().row() + 1) % 3)->userName;
        m_fixture->type(form, QStringLiteral("userName"), QString::fromStdString(taken));
        m_proxy->holdAnswers(true);
        form->submitButton()->click();
        form->reject();
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        m_proxy->holdAnswers(false);
        QTRY_VERIFY(said().contains(QStringLiteral("taken")));
    }

private:
    /// At the next COMMIT: no answer comes through any more, and `passage` says what becomes of the COMMIT.
    void atCommit(Passage passage) {
        m_proxy->onClientBytes([proxy = m_proxy.get(), passage, isOver = std::make_shared<bool>(false)](auto bytes) {
            if (*isOver || bytes.find(std::string_view("COMMIT\0", 7)) == std::string_view::npos)
                return Passage::Forward;
            *isOver = true;
            proxy->holdAnswers(true);
            return passage;
        });
    }

    void trigger(ActionId id) { m_fixture->window->actions().action(id)->trigger(); }

    [[nodiscard]] WorkspaceView* view() const { return m_fixture->window->view(); }

    [[nodiscard]] UsersPage* page() const { return view()->users(); }

    [[nodiscard]] QString said() const { return view()->messages()->text(); }

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<Proxy> m_proxy;
};

MUNIMENT_TEST(not_known_yet, TestNotKnownYet);
#include "test_not_known_yet.moc"
