// Protects: what an admin does to teams, roles, resources, grants, credentials, domains, plans and sessions, in the
// real window: everything is reached by the keyboard, errors stand at their fields, what can be taken back is offered,
// a secret is shown once and is nowhere else, and what cannot be taken back says first what goes with it.
#include "tests/support/test_registry.h"
#include "tests/ui/embedded_directory.h"
#include "ui/directory/access_tab.h"
#include "ui/directory/credentials_tab.h"
#include "ui/directory/domains_tab.h"
#include "ui/directory/members_tab.h"
#include "ui/directory/permissions_tab.h"
#include "ui/forms/entity_picker.h"
#include "ui/forms/secret_dialog.h"
#include "ui/pages/organizations_page.h"
#include "ui/pages/plans_page.h"
#include "ui/pages/resources_page.h"
#include "ui/pages/roles_page.h"
#include "ui/pages/sessions_page.h"
#include "ui/pages/teams_and_roles_page.h"
#include "ui/pages/teams_page.h"
#include "ui/pages/users_page.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestAdministration : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_window = std::make_unique<EmbeddedDirectory>();
        m_org = m_window->addOrg("Nordwind AG");
        m_mia = m_window->addHuman(m_org, "Mia", "Chen");
        m_ola = m_window->addHuman(m_org, "Ola", "Berg");
        m_machine = m_window->tell(m_org, UserCommand(AddMachine{"svc-provisioning", "Provisioning", {}}));
        m_session = m_window->beginSession(m_org, m_mia);
        m_window->open();
        QTRY_VERIFY(view()->users()->model()->total() == 3);
        m_window->trigger(ActionId::GoOrganizations);
        view()->organizations()->choose(QString::fromStdString(m_org.text())); // offered to what is made new
        QTRY_VERIFY(view()->organizations()->chosenOrg());
    }

    void cleanupTestCase() { m_window.reset(); }

    void aTeamIsCreatedAndPeopleComeAndGo() {
        m_window->trigger(ActionId::GoTeams);
        QCOMPARE(view()->currentPage(), Page::TeamsAndRoles);
        m_window->pictures(QStringLiteral("teams-empty"));
        m_window->trigger(ActionId::CreateTeam);
        auto* form = fixture().form();
        QVERIFY2(findings(form).isEmpty(), qPrintable(findings(form).join(QLatin1Char('\n'))));
        form->submitButton()->click();
        QTRY_VERIFY(!form->errorText().isEmpty()); // a team has a name
        fixture().type(form, QStringLiteral("name"), QStringLiteral("Payroll"));
        fixture().type(form, QStringLiteral("description"), QStringLiteral("Salaries and travel"));
        fixture().picture(QStringLiteral("create-team-light"), form);
        form->submitButton()->click();
        QTRY_COMPARE(teams()->title(), QStringLiteral("Payroll"));

        auto* members = open<MembersTab>(teams());
        m_window->trigger(ActionId::AddMember);
        form = fixture().form();
        choose(form, "member", "mia.chen");
        form->submitButton()->click();
        QTRY_COMPARE(members->model()->rowCount(), 1);
        QTRY_COMPARE(teams()->chosenTeam()->users, 1);
        QVERIFY(!m_window->action(ActionId::RemoveMember)->isEnabled());
        members->table()->setCurrentIndex(members->model()->index(0, 0));
        QVERIFY(m_window->action(ActionId::RemoveMember)->isEnabled());
        m_window->pictures(QStringLiteral("teams"));
        m_window->trigger(ActionId::RemoveMember);
        QTRY_COMPARE(members->model()->rowCount(), 0);
        takeBack(QStringLiteral("Put Back"));
        QTRY_COMPARE(members->model()->rowCount(), 1);
    }

    void enterOnAMemberGoesToThem() {
        auto* members = open<MembersTab>(teams());
        QTRY_COMPARE(members->model()->rowCount(), 1);
        members->table()->setCurrentIndex(members->model()->index(0, 0));
        members->table()->setFocus();
        QTest::keyClick(members->table(), Qt::Key_Return);
        QTRY_COMPARE(view()->currentPage(), Page::Users);
        QTRY_COMPARE(view()->users()->title(), QStringLiteral("Mia Chen"));
    }

    void aRoleGetsPermissionsAndIsGranted() {
        m_window->trigger(ActionId::GoResources);
        m_window->trigger(ActionId::CreateResource);
        auto* form = fixture().form();
        fixture().type(form, QStringLiteral("name"), QStringLiteral("Salaries 2026"));
        fixture().type(form, QStringLiteral("resourceType"), QStringLiteral("document"));
        form->submitButton()->click();
        QTRY_COMPARE(view()->resources()->title(), QStringLiteral("Salaries 2026"));

        m_window->trigger(ActionId::GoRoles);
        m_window->trigger(ActionId::CreateRole);
        form = fixture().form();
        fixture().type(form, QStringLiteral("key"), QStringLiteral("hr.editor"));
        fixture().type(form, QStringLiteral("displayName"), QStringLiteral("HR editor"));
        form->submitButton()->click();
        QTRY_COMPARE(roles()->title(), QStringLiteral("HR editor"));

        auto* permissions = open<PermissionsTab>(roles());
        m_window->trigger(ActionId::AddPermission);
        form = fixture().form();
        fixture().type(form, QStringLiteral("action"), QStringLiteral("edit"));
        fixture().type(form, QStringLiteral("on"), QStringLiteral("one"));
        form->submitButton()->click();
        QVERIFY(form->errorText().contains(QStringLiteral("offered"))); // nothing was sent
        choose(form, "resource", "Salaries 2026");
        fixture().picture(QStringLiteral("add-permission-light"), form);
        form->submitButton()->click();
        QTRY_COMPARE(permissions->model()->rowCount(), 1);
        QCOMPARE(permissions->model()->index(0, PermissionListModel::On).data().toString(),
                 QStringLiteral("Salaries 2026"));

        auto* access = open<AccessTab>(roles());
        m_window->trigger(ActionId::GrantRole);
        form = fixture().form();
        choose(form, "subject", "Payroll");
        fixture().type(form, QStringLiteral("until"), QStringLiteral("tomorrow"));
        form->submitButton()->click();
        QVERIFY2(form->errorText().contains(QStringLiteral("no time")), qPrintable(form->errorText()));
        fixture().type(form, QStringLiteral("until"), QStringLiteral("+90d"));
        fixture().picture(QStringLiteral("grant-role-light"), form);
        form->submitButton()->click();
        QTRY_COMPARE(access->model()->rowCount(), 1);
        QCOMPARE(access->model()->index(0, GrantListModel::Subject).data().toString(), QStringLiteral("Payroll"));
        QCOMPARE(access->model()->index(0, GrantListModel::Standing).data().toString(), QStringLiteral("In force"));
        m_window->pictures(QStringLiteral("roles-access"));
        open<PermissionsTab>(roles());
        m_window->pictures(QStringLiteral("roles-permissions"));
    }

    void aGrantIsRevokedAndGrantedAgain() {
        m_window->trigger(ActionId::GoTeams);
        auto* access = open<AccessTab>(teams());
        QTRY_COMPARE(access->model()->rowCount(), 1);
        access->table()->setCurrentIndex(access->model()->index(0, 0));
        m_window->trigger(ActionId::RevokeGrant);
        QTRY_COMPARE(access->model()->rowCount(), 0);
        takeBack(QStringLiteral("Grant Again"));
        QTRY_COMPARE(access->model()->rowCount(), 1);
    }

    void aResourceMovesAndMovesBack() {
        m_window->trigger(ActionId::GoResources);
        m_window->trigger(ActionId::CreateResource);
        auto* form = fixture().form();
        auto* place = qobject_cast<EntityPicker*>(form->editor(QStringLiteral("parent")));
        QVERIFY(place != nullptr && place->chosen()); // the chosen one is offered as its place
        place->clear();
        fixture().type(form, QStringLiteral("name"), QStringLiteral("HR documents"));
        fixture().type(form, QStringLiteral("resourceType"), QStringLiteral("folder"));
        form->submitButton()->click();
        QTRY_COMPARE(view()->resources()->title(), QStringLiteral("HR documents"));
        chooseRow(view()->resources(), QStringLiteral("Salaries 2026"));
        m_window->trigger(ActionId::MoveResource);
        form = fixture().form();
        choose(form, "parent", "HR documents");
        form->submitButton()->click();
        QTRY_COMPARE(pathOfChosen(), QStringLiteral("HR documents / Salaries 2026"));
        m_window->pictures(QStringLiteral("resources"));
        takeBack(QStringLiteral("Move Back"));
        QTRY_COMPARE(pathOfChosen(), QStringLiteral("Salaries 2026"));
    }

    void aTokenIsShownOnceAndItsHashIsKept() {
        m_window->trigger(ActionId::GoUsers);
        chooseRow(view()->users(), QStringLiteral("svc-provisioning"));
        auto* credentials = open<CredentialsTab>(view()->users());
        QTRY_VERIFY(m_window->action(ActionId::AddToken)->isEnabled());
        m_window->trigger(ActionId::AddToken);
        auto* form = fixture().form();
        fixture().type(form, QStringLiteral("name"), QStringLiteral("nightly import"));
        fixture().type(form, QStringLiteral("expiration"), QStringLiteral("+30d"));
        form->submitButton()->click();
        auto* shown = secret();
        const auto token = shown->text()->toPlainText();
        QVERIFY2(token.startsWith(QStringLiteral("mun_")), qPrintable(token));
        QVERIFY2(findings(shown).isEmpty(), qPrintable(findings(shown).join(QLatin1Char('\n'))));
        fixture().picture(QStringLiteral("token-light"), shown);
        QTest::keyClick(shown, Qt::Key_Escape);
        QVERIFY(shown->isVisible()); // no slip of the hand closes it
        shown->copyButton()->click();
        QCOMPARE(QApplication::clipboard()->text(), token);
        shown->closeButton()->click();
        QTRY_COMPARE(credentials->model()->rowCount(), 1);
        QCOMPARE(credentials->model()->index(0, CredentialListModel::Name).data().toString(),
                 QStringLiteral("nightly import"));
        QTRY_COMPARE(view()->users()->chosenUser()->sequence, 2); // what is decided next is decided on this
        m_window->pictures(QStringLiteral("user-credentials"));
        credentials->table()->setCurrentIndex(credentials->model()->index(0, 0));
        m_window->trigger(ActionId::RemoveCredential);
        QTRY_COMPARE(credentials->model()->rowCount(), 0);
    }

    void aKeyIsForMachinesOnly() {
        QVERIFY(m_window->action(ActionId::AddKey)->isEnabled());
        m_window->trigger(ActionId::AddKey);
        auto* form = fixture().form();
        fixture().type(form, QStringLiteral("name"), QStringLiteral("build server"));
        form->submitButton()->click();
        auto* shown = secret();
        QVERIFY(shown->text()->toPlainText().startsWith(QStringLiteral("-----BEGIN PRIVATE KEY-----")));
        shown->closeButton()->click();
        chooseRow(view()->users(), QStringLiteral("mia.chen"));
        QTRY_VERIFY(!m_window->action(ActionId::AddKey)->isEnabled());
        QVERIFY(m_window->action(ActionId::AddKey)->toolTip().contains(QStringLiteral("machines")));
    }

    void phoneAndEmailAreVerifiedAndAPasswordIsAskedFor() {
        chooseRow(view()->users(), QStringLiteral("mia.chen"));
        QVERIFY(!m_window->action(ActionId::VerifyPhone)->isEnabled());
        m_window->trigger(ActionId::ChangePhone);
        auto* form = fixture().form();
        fixture().type(form, QStringLiteral("phone"), QStringLiteral("+49 30 901820"));
        form->submitButton()->click();
        QTRY_VERIFY(m_window->action(ActionId::VerifyPhone)->isEnabled());
        m_window->trigger(ActionId::VerifyPhone);
        QTRY_VERIFY(view()->users()->chosenUser()->isPhoneVerified);
        m_window->trigger(ActionId::VerifyEmail);
        QTRY_VERIFY(view()->users()->chosenUser()->isEmailVerified);
        m_window->trigger(ActionId::RequirePasswordChange);
        QTRY_VERIFY(view()->users()->chosenUser()->isPasswordChangeRequired);
        m_window->trigger(ActionId::RemovePhone);
        QTRY_VERIFY(view()->users()->chosenUser()->phone.empty());
        takeBack(QStringLiteral("Put Back"));
        QTRY_VERIFY(!view()->users()->chosenUser()->phone.empty());
        tabs(view()->users())->setCurrentIndex(0);
        m_window->pictures(QStringLiteral("user-overview"));
    }

    void aDomainIsClaimedAndVerified() {
        m_window->trigger(ActionId::GoOrganizations);
        auto* domains = open<DomainsTab>(view()->organizations());
        const auto before = view()->organizations()->chosenOrg()->sequence;
        m_window->trigger(ActionId::AddDomain);
        auto* form = fixture().form();
        fixture().type(form, QStringLiteral("domain"), QStringLiteral("not a domain"));
        form->submitButton()->click();
        QTRY_VERIFY(!form->errorText().isEmpty());
        fixture().type(form, QStringLiteral("domain"), QStringLiteral("Nordwind.example"));
        form->submitButton()->click();
        QTRY_COMPARE(domains->model()->rowCount(), 1);
        QTRY_VERIFY(view()->organizations()->chosenOrg()->sequence > before);
        domains->table()->setCurrentIndex(domains->model()->index(0, 0));
        m_window->trigger(ActionId::VerifyDomain);
        QTRY_COMPARE(domains->model()->index(0, DomainListModel::State).data().toString(), QStringLiteral("Verified"));
        QTRY_VERIFY(!m_window->action(ActionId::VerifyDomain)->isEnabled());
        m_window->pictures(QStringLiteral("organization-domains"));
    }

    void aSessionIsEnded() {
        m_window->trigger(ActionId::GoSessions);
        auto* page = view()->sessions();
        QTRY_COMPARE(page->model()->rowCount(), 1);
        page->focusList();
        QTRY_VERIFY(page->title().contains(QStringLiteral("Mia")) || page->title().contains(QStringLiteral("mia")));
        m_window->pictures(QStringLiteral("sessions"));
        m_window->trigger(ActionId::TerminateSession);
        QTRY_COMPARE(page->model()->rowCount(), 0);
    }

    void aPlanIsAddedAndRenamed() {
        m_window->trigger(ActionId::GoPlans);
        m_window->trigger(ActionId::AddPlan);
        auto* form = fixture().form();
        fixture().type(form, QStringLiteral("key"), QStringLiteral("team-50"));
        fixture().type(form, QStringLiteral("name"), QStringLiteral("Team, 50 seats"));
        form->submitButton()->click();
        auto* page = view()->plans();
        QTRY_COMPARE(page->title(), QStringLiteral("Team, 50 seats"));
        m_window->trigger(ActionId::RenamePlan);
        form = fixture().form();
        fixture().type(form, QStringLiteral("name"), QStringLiteral("Team 50"));
        form->submitButton()->click();
        QTRY_COMPARE(page->title(), QStringLiteral("Team 50"));
        m_window->pictures(QStringLiteral("plans"));
        m_window->trigger(ActionId::RemovePlan);
        QTRY_COMPARE(page->model()->total(), 0);
    }

    void whatCannotBeTakenBackSaysFirstWhatGoesWithIt() {
        m_window->trigger(ActionId::GoTeams);
        chooseRow(teams(), QStringLiteral("Payroll"));
        m_window->trigger(ActionId::RemoveTeam);
        auto* form = fixture().form();
        QTRY_VERIFY2(form->noteText().contains(QStringLiteral("1 grant that names it is revoked")),
                     qPrintable(form->noteText()));
        QVERIFY(!form->submitButton()->isEnabled());
        fixture().type(form, QStringLiteral("typedName"), QStringLiteral("Payrol"));
        fixture().type(form, QStringLiteral("reason"), QStringLiteral("reorganisation"));
        QVERIFY(!form->submitButton()->isEnabled());
        fixture().type(form, QStringLiteral("typedName"), QStringLiteral("Payroll"));
        QVERIFY(form->submitButton()->isEnabled());
        QTest::keyClick(form->editor(QStringLiteral("reason")), Qt::Key_Return);
        QVERIFY(form->isVisible()); // Enter does not remove
        fixture().picture(QStringLiteral("remove-team-light"), form);
        form->submitButton()->click();
        QTRY_COMPARE(teams()->model()->total(), 0);
        m_window->trigger(ActionId::GoRoles);
        auto* access = open<AccessTab>(roles());
        QTRY_COMPARE(access->model()->rowCount(), 0);
    }

    void everyPageIsNamedInGermanToo() {
        fixture().language.choose(QStringLiteral("de"));
        for (const auto& [id, name] : kPlaces) {
            m_window->trigger(id);
            view()->current().focusList();
            fixture().picture(QStringLiteral("%1-de-light").arg(QLatin1String(name)));
        }
        const auto found = findings(fixture().window.get()).join(QLatin1Char('\n'));
        QVERIFY2(found.isEmpty(), qPrintable(found));
        fixture().language.choose(QStringLiteral("en"));
    }

private:
    static constexpr std::pair<ActionId, const char*> kPlaces[]{{ActionId::GoTeams, "teams"},
                                                                {ActionId::GoRoles, "roles"},
                                                                {ActionId::GoResources, "resources"},
                                                                {ActionId::GoSessions, "sessions"},
                                                                {ActionId::GoPlans, "plans"}};

    [[nodiscard]] WindowFixture& fixture() { return m_window->fixture(); }

    [[nodiscard]] WorkspaceView* view() const { return m_window->view(); }

    [[nodiscard]] TeamsPage* teams() const { return view()->teamsAndRoles()->teams(); }

    [[nodiscard]] RolesPage* roles() const { return view()->teamsAndRoles()->roles(); }

    static QTabWidget* tabs(const DirectoryPage* page) { return page->detailTabs(); }

    template <class Tab>
    static Tab* open(const DirectoryPage* page) {
        auto* tab = page->details()->template findChild<Tab*>();
        tabs(page)->setCurrentWidget(tab);
        return tab;
    }

    static void chooseRow(const DirectoryPage* page, const QString& name) {
        const auto* model = page->table()->model();
        const auto row = [&] {
            for (int i = 0; i < model->rowCount(); ++i)
                if (model->index(i, 0).data().toString() == name)
                    return i;
            return -1;
        };
        QTRY_VERIFY(row() >= 0);
        page->table()->setCurrentIndex(model->index(row(), 0));
    }

    [[nodiscard]] QString pathOfChosen() const {
        const auto* table = view()->resources()->table();
        return table->model()->index(table->currentIndex().row(), ResourceListModel::Path).data().toString();
    }

    static void choose(const FormDialog* form, const char* key, const char* name) {
        auto* picker = qobject_cast<EntityPicker*>(form->editor(QLatin1String(key)));
        QVERIFY(picker != nullptr);
        picker->setText(QLatin1String(name));
        QTRY_VERIFY(picker->chosen().has_value());
    }

    void takeBack(const QString& verb) {
        QTRY_COMPARE(view()->messages()->actionButton()->text(), verb);
        view()->messages()->actionButton()->click();
    }

    [[nodiscard]] SecretDialog* secret() {
        SecretDialog* found = nullptr;
        [&] { QTRY_VERIFY((found = fixture().window->findChild<SecretDialog*>()) != nullptr); }();
        if (found == nullptr)
            qFatal("no secret is shown");
        return found;
    }

    std::unique_ptr<EmbeddedDirectory> m_window;
    TenantId m_org;
    AggregateId m_mia;
    AggregateId m_ola;
    AggregateId m_machine;
    AggregateId m_session;
};

MUNIMENT_TEST(administration, TestAdministration);
#include "test_administration.moc"
