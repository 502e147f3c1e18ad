// Protects: work on a user that takes several commands is shown whole before it is sent (in words, in numbers, event by
// event), follows what is typed, is sent as one append or staged, says when nothing is left to do, and shows a new
// private key exactly once, also when it is staged.
#include "models/items/plain_text.h"
#include "tests/support/test_registry.h"
#include "tests/ui/embedded_directory.h"
#include "ui/changes/changes_page.h"
#include "ui/directory/access_tab.h"
#include "ui/directory/credentials_tab.h"
#include "ui/forms/entity_picker.h"
#include "ui/forms/secret_dialog.h"
#include "ui/pages/users_page.h"
#include "ui/plans/planned_writes_view.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestGuidedPlans : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_window = std::make_unique<EmbeddedDirectory>();
        m_org = m_window->addOrg("Nordwind AG");
        m_mia = m_window->addHuman(m_org, "Mia", "Chen");
        m_ola = m_window->addHuman(m_org, "Ola", "Berg");
        m_machine = m_window->tell(m_org, UserCommand(AddMachine{"svc-billing", "Billing", {}}));
        m_team = m_window->tell(m_org, TeamCommand(AddTeam{"Payroll", {}}));
        m_window->tell(m_org, TeamCommand(AddTeamMember{{TeamMember::Kind::User, m_mia}}), m_team);
        m_reader = m_window->tell(m_org, RoleCommand(AddRole{"reader", {}, {}}));
        m_editor = m_window->tell(m_org, RoleCommand(AddRole{"editor", {}, {}}));
        for (const auto& role : {m_reader, m_editor})
            m_window->tell(m_org, GrantCommand(AddGrant{role, {TeamMember::Kind::User, m_mia}, {}, {}, {}}));
        m_window->tell(m_org, GrantCommand(AddGrant{m_reader, {TeamMember::Kind::User, m_ola}, {}, {}, {}}));
        const std::string hash(64, 'a');
        m_window->tell(m_org, CredentialCommand(AddToken{"t1", "laptop", hash, hash.substr(0, 16), {}, {}}), m_mia);
        m_window->beginSession(m_org, m_mia);
        m_window->open();
        QTRY_VERIFY(users()->model()->total() == 3);
    }

    void cleanupTestCase() { m_window.reset(); }

    void aNewUserGetsWhatTheModelHas() {
        choose("mia.chen");
        auto* form = open(ActionId::OnboardLike);
        QVERIFY2(findings(form).isEmpty(), qPrintable(findings(form).join(QLatin1Char('\n'))));
        QVERIFY(told(form).contains(QStringLiteral("Give the new user a name")));
        QVERIFY(!form->submitButton()->isEnabled());
        fixture().type(form, QStringLiteral("userName"), QStringLiteral("cleo.roth"));
        fixture().type(form, QStringLiteral("firstName"), QStringLiteral("Cleo"));
        fixture().type(form, QStringLiteral("lastName"), QStringLiteral("Roth"));
        fixture().type(form, QStringLiteral("email"), QStringLiteral("no address"));
        QTRY_VERIFY(told(form).contains(QStringLiteral("e-mail"))); // as the region decides it
        QVERIFY(!form->submitButton()->isEnabled());
        fixture().type(form, QStringLiteral("email"), QStringLiteral("cleo@nordwind.example"));
        QTRY_VERIFY(told(form).contains(QStringLiteral("4 events would be written")));
        QVERIFY(told(form).contains(QStringLiteral("a member of 1 team")));
        QVERIFY(told(form).contains(QStringLiteral("2 grants are given")));
        QVERIFY(told(form).contains(QStringLiteral("user.human.added")));
        pictures(QStringLiteral("plan-onboard"), form);
        form->submitButton()->click();
        QTRY_COMPARE(users()->title(), QStringLiteral("Cleo Roth"));
        QVERIFY(withoutIsolates(view()->messages()->text()).contains(QStringLiteral("cleo.roth was added")));
        QTRY_COMPARE(grantsShown(), 2);
    }

    void grantsAreCopiedWhereTheyAreMissing() {
        choose("mia.chen");
        auto* form = open(ActionId::CopyGrants);
        QVERIFY(told(form).contains(QStringLiteral("Choose who gets the grants")));
        pick(form, "cleo.roth");
        QTRY_VERIFY(told(form).contains(QStringLiteral("Nothing is left to do")));
        QVERIFY(!form->submitButton()->isEnabled() && !form->stageButton()->isEnabled());
        fixture().picture(QStringLiteral("plan-nothing-left-light"), form);
        pick(form, "ola.berg");
        QTRY_VERIFY(told(form).contains(QStringLiteral("1 event would be written")));
        QVERIFY(told(form).contains(QStringLiteral("grant.added")));
        form->submitButton()->click();
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        choose("ola.berg");
        QTRY_COMPARE(grantsShown(), 2);
    }

    void whoIsNobodyGetsNothing() {
        choose("mia.chen");
        auto* form = open(ActionId::OffboardUser);
        picker(form)->setText(QStringLiteral("nobody at all"));
        QTRY_VERIFY(told(form).contains(QStringLiteral("or leave the field empty")));
        QVERIFY(!form->submitButton()->isEnabled());
        form->reject();
    }

    void offboardingIsShownWholeAndSentAsOne() {
        choose("mia.chen");
        auto* form = open(ActionId::OffboardUser);
        QVERIFY2(findings(form).isEmpty(), qPrintable(findings(form).join(QLatin1Char('\n'))));
        pick(form, "svc-billing");
        QTRY_VERIFY(told(form).contains(QStringLiteral("8 events would be written")));
        for (const char* each : {"The user is locked", "1 token or key", "1 open session is ended",
                                 "2 grants are given", "2 grants are revoked", "out of 1 team", "2 users touched",
                                 "user.locked", "pat.removed", "session.terminated", "team.member.removed"})
            QVERIFY2(told(form).contains(QLatin1String(each)), each);
        fixture().type(form, QStringLiteral("reason"), QStringLiteral("leaves the company"));
        QVERIFY(form->submitButton()->isEnabled()); // a reason changes nothing of what is planned
        pictures(QStringLiteral("plan-offboard"), form);
        form->submitButton()->click();
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        QTRY_VERIFY(users()->chosenUser()->lifecycle == UserLifecycle::Locked);
        QVERIFY(withoutIsolates(view()->messages()->text()).contains(QStringLiteral("was offboarded")));
        QTRY_COMPARE(grantsShown(), 0);
        choose("svc-billing");
        QTRY_COMPARE(grantsShown(), 2);
    }

    void whoIsOutAlreadyHasNothingLeft() {
        choose("mia.chen");
        auto* form = open(ActionId::OffboardUser);
        QTRY_VERIFY(told(form).contains(QStringLiteral("Nothing is left to do")));
        QVERIFY(!form->submitButton()->isEnabled() && !form->stageButton()->isEnabled());
        form->reject();
    }

    void aKeyIsRotatedAndTheNewOneShownOnce() {
        choose("svc-billing");
        auto* form = open(ActionId::RotateKey);
        fixture().type(form, QStringLiteral("name"), QStringLiteral("2026"));
        QTRY_VERIFY(told(form).contains(QStringLiteral("1 event would be written")));
        form->submitButton()->click();
        closeSecret(QStringLiteral("-----BEGIN PRIVATE KEY-----"));
        QTRY_COMPARE(credentialsShown(), 1);

        QTRY_VERIFY(users()->chosenUser()->sequence > 1);
        form = open(ActionId::RotateKey);
        QTRY_COMPARE(qobject_cast<QComboBox*>(form->editor(QStringLiteral("oldKey")))->count(), 2); // all, or the one
        QTRY_VERIFY(told(form).contains(QStringLiteral("2 events would be written")));
        QVERIFY(told(form).contains(QStringLiteral("machine.key.removed")));
        fixture().type(form, QStringLiteral("expiration"), QStringLiteral("soon"));
        QTRY_VERIFY(told(form).contains(QStringLiteral("the time is none")));
        QVERIFY(!form->submitButton()->isEnabled());
        fixture().type(form, QStringLiteral("expiration"), QStringLiteral("+365d"));
        QTRY_VERIFY(form->submitButton()->isEnabled());
        pictures(QStringLiteral("plan-rotate-key"), form);
        form->submitButton()->click();
        closeSecret(QStringLiteral("-----BEGIN PRIVATE KEY-----"));
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        QTRY_COMPARE(credentialsShown(), 1);
        choose("ola.berg");
        QTRY_VERIFY(!m_window->action(ActionId::RotateKey)->isEnabled());
        QVERIFY(m_window->action(ActionId::RotateKey)->toolTip().contains(QStringLiteral("machines")));
    }

    void whatIsStagedIsShownThereWithItsPreview() {
        choose("cleo.roth");
        auto* form = open(ActionId::OffboardUser);
        fixture().type(form, QStringLiteral("reason"), QStringLiteral("contract ends"));
        QTRY_VERIFY(form->stageButton()->isEnabled());
        form->stageButton()->click();
        QCOMPARE(view()->currentPage(), Page::Changes);
        auto* changes = view()->changes();
        QTRY_COMPARE(changes->model()->rowCount(), 1);
        QTRY_COMPARE(changes->model()->index(0, ChangeSetModel::State).data().toString(), QStringLiteral("Fits"));
        QTRY_VERIFY(changes->summary().contains(QStringLiteral("4 events would be written")));
        m_window->pictures(QStringLiteral("plan-staged"));
        m_window->trigger(ActionId::DiscardChanges);
    }

    void aKeyThatIsStagedIsShownAtOnce() {
        choose("svc-billing");
        auto* form = open(ActionId::RotateKey);
        QTRY_VERIFY(form->stageButton()->isEnabled());
        form->stageButton()->click();
        closeSecret(QStringLiteral("-----BEGIN PRIVATE KEY-----"));
        QCOMPARE(view()->changes()->model()->rowCount(), 1);
        m_window->trigger(ActionId::DiscardChanges);
    }

    void aRemovedUserGoesWithTheirGrants() {
        choose("cleo.roth");
        m_window->trigger(ActionId::RemoveUser);
        auto* form = fixture().form();
        fixture().type(form, QStringLiteral("typedName"), QStringLiteral("Cleo Roth"));
        fixture().type(form, QStringLiteral("reason"), QStringLiteral("entered twice"));
        QTRY_VERIFY(form->submitButton()->isEnabled());
        QVERIFY(form->noteText().contains(QStringLiteral("2 grants that name it are revoked")));
        form->submitButton()->click();
        QTRY_COMPARE(users()->model()->total(), 3);
    }

    void theyAreThereInGerman() {
        fixture().language.choose(QStringLiteral("de"));
        choose("ola.berg");
        auto* form = open(ActionId::OffboardUser);
        QTRY_VERIFY(form->submitButton()->isEnabled());
        fixture().picture(QStringLiteral("plan-offboard-de-light"), form);
        QVERIFY(!told(form).contains(QStringLiteral("revoked")));
        form->reject();
        fixture().language.choose(QStringLiteral("en"));
    }

private:
    [[nodiscard]] WindowFixture& fixture() { return m_window->fixture(); }

    [[nodiscard]] WorkspaceView* view() const { return m_window->view(); }

    [[nodiscard]] UsersPage* users() const { return view()->users(); }

    static QString told(const FormDialog* form) {
        return withoutIsolates(form->findChild<PlannedWritesView*>()->text());
    }

    static EntityPicker* picker(const FormDialog* form) {
        return qobject_cast<EntityPicker*>(form->editor(QStringLiteral("user")));
    }

    static void pick(const FormDialog* form, const char* name) {
        picker(form)->setText(QLatin1String(name));
        QTRY_VERIFY(picker(form)->chosen().has_value());
    }

    FormDialog* open(ActionId id) {
        m_window->trigger(id);
        return fixture().form();
    }

    void pictures(const QString& name, QWidget* widget) {
        fixture().picture(name + QStringLiteral("-light"), widget);
        fixture().look.setAppearance(Appearance::Dark);
        fixture().picture(name + QStringLiteral("-dark"), widget);
        fixture().look.setAppearance(Appearance::Light);
    }

    void choose(const char* name) {
        m_window->trigger(ActionId::GoUsers);
        const auto row = [this, name] {
            for (int i = 0; i < users()->model()->rowCount(); ++i)
                if (users()->model()->index(i, UserListModel::UserName).data().toString() == QLatin1String(name))
                    return i;
            return -1;
        };
        QTRY_VERIFY(row() >= 0);
        users()->table()->setCurrentIndex(users()->model()->index(row(), 0));
        QTRY_VERIFY(users()->chosenUser().has_value());
    }

    template <class Tab>
    int rowsOf() const {
        auto* tab = users()->details()->template findChild<Tab*>();
        users()->detailTabs()->setCurrentWidget(tab);
        return tab->model()->rowCount();
    }

    [[nodiscard]] int grantsShown() const { return rowsOf<AccessTab>(); }

    [[nodiscard]] int credentialsShown() const { return rowsOf<CredentialsTab>(); }

    void closeSecret(const QString& begin) {
        SecretDialog* shown = nullptr;
        QTRY_VERIFY((shown = fixture().window->findChild<SecretDialog*>()) != nullptr);
        QVERIFY(shown->text()->toPlainText().startsWith(begin));
        shown->closeButton()->click();
        QTRY_VERIFY(fixture().window->findChild<SecretDialog*>() == nullptr);
    }

    std::unique_ptr<EmbeddedDirectory> m_window;
    TenantId m_org;
    AggregateId m_mia, m_ola, m_machine, m_team, m_reader, m_editor;
};

MUNIMENT_TEST(guided_plans, TestGuidedPlans);
#include "test_guided_plans.moc"
