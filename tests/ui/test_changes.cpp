// Protects: changes are collected instead of sent, looked at as a whole, and sent with a result each; who decided on
// stale facts is shown what they saw, what it is and what they want; what is staged outlives the window; and a
// workspace that wants a preview gets one.
#include "tests/support/test_registry.h"
#include "tests/ui/embedded_directory.h"
#include "ui/changes/change_details.h"
#include "ui/changes/changes_page.h"
#include "ui/pages/teams_and_roles_page.h"
#include "ui/pages/teams_page.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/users_page.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/workspace_view.h"
#include "ui/widgets/text_grid.h"

#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestChanges : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_window = std::make_unique<EmbeddedDirectory>();
        m_org = m_window->addOrg("Nordwind AG");
        m_mia = m_window->addHuman(m_org, "Mia", "Chen");
        m_ola = m_window->addHuman(m_org, "Ola", "Berg");
        m_window->open();
        QTRY_VERIFY(view()->users()->model()->total() == 2);
    }

    void cleanupTestCase() { m_window.reset(); }

    void anEmptyPlaceSaysHowItIsFilled() {
        m_window->trigger(ActionId::GoChanges);
        QCOMPARE(view()->currentPage(), Page::Changes);
        QVERIFY(!m_window->action(ActionId::SendChanges)->isEnabled());
        QVERIFY(m_window->action(ActionId::SendChanges)->toolTip().contains(QStringLiteral("Nothing is staged")));
        m_window->pictures(QStringLiteral("changes-empty"));
    }

    void aFormStagesWhatItWouldSend() {
        chooseUser(QStringLiteral("mia.chen"));
        m_window->trigger(ActionId::ChangeEmail);
        auto* form = m_window->fixture().form();
        m_window->fixture().type(form, QStringLiteral("email"), QStringLiteral("mia@new.example"));
        QVERIFY(form->stageButton() != nullptr);
        form->stageButton()->click();
        QTRY_VERIFY(!form->isVisible());
        QVERIFY(view()->messages()->text().contains(QStringLiteral("not sent yet")));
        QCOMPARE(view()->users()->chosenUser()->email, std::string("mia.chen@nordwind.example"));

        chooseUser(QStringLiteral("ola.berg"));
        m_window->trigger(ActionId::ChangeUserName);
        form = m_window->fixture().form();
        m_window->fixture().type(form, QStringLiteral("userName"), QStringLiteral("o.berg"));
        form->stageButton()->click();
        QTRY_COMPARE(page()->model()->rowCount(), 2);
        view()->messages()->actionButton()->click(); // Show
        QCOMPARE(view()->currentPage(), Page::Changes);
    }

    void aPreviewTellsTheEventsAndWhomTheyTouch() {
        m_window->trigger(ActionId::PreviewChanges);
        QTRY_COMPARE(stateOf(0), QStringLiteral("Fits"));
        QTRY_VERIFY(page()->summary().contains(QStringLiteral("2 users touched")));
        QVERIFY(page()->summary().contains(QStringLiteral("2 events would be written")));
        QTRY_COMPARE(cell(0, ChangeSetModel::On), QStringLiteral("Mia Chen"));
        QCOMPARE(cell(0, ChangeSetModel::Organization), QStringLiteral("Nordwind AG"));
        page()->list()->setCurrentIndex(page()->model()->index(0, 0));
        QVERIFY(page()->details()->events()->text().contains(QStringLiteral("user.human.email.changed")));
        QVERIFY(page()->details()->events()->text().contains(QStringLiteral("mia@new.example")));
        QVERIFY2(findings(page()).isEmpty(), qPrintable(findings(page()).join(QLatin1Char('\n'))));
        m_window->pictures(QStringLiteral("changes-previewed"));
    }

    void whatIsStagedOutlivesTheWindow() {
        m_window->reopen();
        QTRY_COMPARE(page()->model()->rowCount(), 2);
        m_window->trigger(ActionId::GoChanges);
        QCOMPARE(stateOf(0), QStringLiteral("Staged"));
        QTRY_COMPARE(cell(1, ChangeSetModel::On), QStringLiteral("Ola Berg"));
    }

    void whoWasOvertakenSeesItInThreeWays() {
        m_window->tell(m_org, UserCommand(ChangeEmail{"mia@theirs.example"}), m_mia);
        m_window->trigger(ActionId::PreviewChanges);
        QTRY_COMPARE(stateOf(0), QStringLiteral("Overtaken"));
        page()->list()->setCurrentIndex(page()->model()->index(0, 0));
        QTRY_VERIFY(page()->details()->acceptButton()->isVisible());
        const QString ways = page()->details()->threeWays()->text();
        for (const char* each :
             {"mia.chen@nordwind.example", "mia@theirs.example", "mia@new.example", "You saw", "It is"})
            QVERIFY2(ways.contains(QLatin1String(each)), each);
        QVERIFY(page()->details()->trouble().contains(QStringLiteral("meanwhile")) ||
                !page()->details()->trouble().isEmpty());
        m_window->pictures(QStringLiteral("changes-overtaken"));
        page()->details()->acceptButton()->click();
        QTRY_COMPARE(stateOf(0), QStringLiteral("Fits"));
    }

    void theyAreSentWithAReasonAndAResultEach() {
        m_window->tell(m_org, UserCommand(AddMachine{"o.berg", {}, {}})); // takes the name that is wanted
        m_window->trigger(ActionId::SendChanges);
        auto* form = m_window->fixture().form();
        m_window->fixture().type(form, QStringLiteral("reason"), QStringLiteral("ticket 4711"));
        m_window->fixture().picture(QStringLiteral("send-changes-light"), form);
        form->submitButton()->click();
        QTRY_COMPARE(stateOf(1), QStringLiteral("Not written"));
        QCOMPARE(stateOf(0), QStringLiteral("Written"));
        QTRY_VERIFY(view()->messages()->text().contains(QStringLiteral("1 change written")));
        page()->list()->setCurrentIndex(page()->model()->index(1, 0));
        QVERIFY(!page()->details()->trouble().isEmpty());
        m_window->pictures(QStringLiteral("changes-sent"));
        chooseUser(QStringLiteral("mia.chen"));
        QTRY_COMPARE(view()->users()->chosenUser()->email, std::string("mia@new.example"));
    }

    void whatIsTakenOutIsNotSent() {
        m_window->trigger(ActionId::GoChanges);
        page()->list()->setCurrentIndex(page()->model()->index(1, 0));
        QTRY_VERIFY(m_window->action(ActionId::RemoveChange)->isEnabled());
        m_window->trigger(ActionId::RemoveChange);
        m_window->trigger(ActionId::DiscardChanges);
        QTRY_COMPARE(page()->model()->rowCount(), 0);
        QVERIFY(!m_window->action(ActionId::PreviewChanges)->isEnabled());
    }

    void aWorkspaceThatWantsAPreviewStagesEverything() {
        WorkspaceChange change;
        change.guard = GuardLevel::Always;
        bool isKept = false;
        view()->workspace().change(std::move(change), this,
                                   [&](const Result<void>& kept) { isKept = kept.has_value(); });
        QTRY_VERIFY(isKept);
        QTRY_COMPARE(view()->workspace().guardLevel(), GuardLevel::Always);
        chooseUser(QStringLiteral("mia.chen"));
        m_window->trigger(ActionId::LockUser);
        QTRY_COMPARE(page()->model()->rowCount(), 1);
        QCOMPARE(view()->users()->chosenUser()->lifecycle, UserLifecycle::Active);
        m_window->trigger(ActionId::GoChanges);
        m_window->trigger(ActionId::SendChanges);
        auto* form = m_window->fixture().form();
        form->submitButton()->click();
        QVERIFY(form->isVisible()); // not without a reason
        QVERIFY(!form->errorText().isEmpty());
        m_window->fixture().type(form, QStringLiteral("reason"), QStringLiteral("laptop lost"));
        form->submitButton()->click();
        QTRY_COMPARE(page()->model()->rowCount(), 0);
        chooseUser(QStringLiteral("mia.chen"));
        QTRY_COMPARE(view()->users()->chosenUser()->lifecycle, UserLifecycle::Locked);
    }

    void whatCameSinceGoesWithARemoval() {
        const auto team = m_window->tell(m_org, TeamCommand(AddTeam{"Payroll", {}}));
        const auto role = m_window->tell(m_org, RoleCommand(AddRole{"viewer", {}, {}}));
        auto* teams = view()->teamsAndRoles()->teams();
        m_window->trigger(ActionId::GoTeams);
        QTRY_COMPARE(teams->model()->rowCount(), 1);
        teams->focusList();
        QTRY_VERIFY(teams->chosenTeam().has_value());
        m_window->trigger(ActionId::RemoveTeam);
        auto* form = m_window->fixture().form();
        m_window->fixture().type(form, QStringLiteral("typedName"), QStringLiteral("Payroll"));
        m_window->fixture().type(form, QStringLiteral("reason"), QStringLiteral("merged"));
        QTRY_VERIFY(form->submitButton()->isEnabled());
        form->submitButton()->click(); // staged, as everything in this workspace
        QTRY_COMPARE(page()->model()->rowCount(), 1);
        const auto known = view()->timeline()->model()->events();
        m_window->tell(m_org, GrantCommand(AddGrant{role, {TeamMember::Kind::Team, team}, {}, {}, {}}));
        QTRY_VERIFY(view()->timeline()->model()->events() > known);
        m_window->trigger(ActionId::PreviewChanges);
        QTRY_COMPARE(stateOf(0), QStringLiteral("Fits"));
        page()->list()->setCurrentIndex(page()->model()->index(0, 0));
        QVERIFY(page()->details()->events()->text().contains(QStringLiteral("grant.removed")));
        QVERIFY(page()->details()->facts()->text().contains(QStringLiteral("1 thing more goes with it")));
        m_window->pictures(QStringLiteral("changes-came-since"));
        m_window->trigger(ActionId::PreviewChanges); // it is not counted twice
        QTRY_VERIFY(m_window->action(ActionId::PreviewChanges)->isEnabled());
        QVERIFY(page()->details()->facts()->text().contains(QStringLiteral("1 thing more goes with it")));
        m_window->trigger(ActionId::DiscardChanges);
    }

private:
    [[nodiscard]] WorkspaceView* view() const { return m_window->view(); }

    [[nodiscard]] ChangesPage* page() const { return view()->changes(); }

    [[nodiscard]] QString cell(int row, int column) const {
        return page()->model()->index(row, column).data().toString();
    }

    [[nodiscard]] QString stateOf(int row) const { return cell(row, ChangeSetModel::State); }

    void chooseUser(const QString& name) {
        m_window->trigger(ActionId::GoUsers);
        auto* users = view()->users();
        const auto row = [users, &name] {
            for (int i = 0; i < users->model()->rowCount(); ++i)
                if (users->model()->index(i, UserListModel::UserName).data().toString() == name)
                    return i;
            return -1;
        };
        QTRY_VERIFY(row() >= 0);
        users->table()->setCurrentIndex(users->model()->index(row(), 0));
        QTRY_VERIFY(users->chosenUser().has_value());
    }

    std::unique_ptr<EmbeddedDirectory> m_window;
    TenantId m_org;
    AggregateId m_mia;
    AggregateId m_ola;
};

MUNIMENT_TEST(changes, TestChanges);
#include "test_changes.moc"
