// Protects: what somebody should look at in who may do what, in the real window: a rule of separation of duties is
// added by its form, which says who would break it, and then lists who does, now and at any past moment; it is removed
// with its name typed and a reason; hostile names stay text; the organization is remembered.
#include "models/items/time_machine.h"
#include "tests/support/test_registry.h"
#include "tests/ui/embedded_directory.h"
#include "ui/access/question_bar.h"
#include "ui/forms/entity_picker.h"
#include "ui/pages/access_page.h"
#include "ui/pages/findings_page.h"
#include "ui/pages/rules_page.h"
#include "ui/rules/breach_tab.h"
#include "ui/shell/command_desk.h"
#include "ui/shell/workspace_view.h"

#include <QPointer>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestFindings : public QObject {
    Q_OBJECT
private slots:

    void init() {
        m_window = std::make_unique<EmbeddedDirectory>();
        m_org = m_window->addOrg("Nordwind AG");
        m_mia = m_window->addHuman(m_org, "Mia", "Chen");
        m_odd = m_window->addHuman(m_org, "<b>Ola", "Berg</b>");
        m_orderer = role("orderer", {"invoice.create", "invoice", {}});
        m_approver = role("approver", {"invoice.approve", "*", {}});
        m_payroll = m_window->tell(m_org, TeamCommand(AddTeam{"Payroll", {}}));
        m_window->tell(m_org, TeamCommand(AddTeamMember{{TeamMember::Kind::User, m_odd}}), m_payroll);
        m_window->tell(m_org, TeamCommand(AddTeamMember{{TeamMember::Kind::User, m_mia}}), m_payroll);
        grant(m_orderer, {TeamMember::Kind::User, m_mia});
        m_miasGrant = grant(m_approver, {TeamMember::Kind::User, m_mia});
        m_window->open();
        m_window->trigger(ActionId::GoFindings);
        QCOMPARE(view()->currentPage(), Page::Findings);
    }

    void cleanup() { m_window.reset(); }

    void aRuleOfTheFormIsBrokenByWhoHoldsBoth() {
        QTRY_COMPARE(rules()->model()->total(), 0);
        m_window->pictures(QStringLiteral("findings-rules-empty"));
        chooseOrganization();
        addRule();
        if (QTest::currentTestFailed())
            return;
        QTRY_COMPARE(breaches()->model()->rowCount(), 1);
        QCOMPARE(line(0), QStringLiteral(
                              "Mia Chen | invoice.create on every invoice | orderer | invoice.approve on everything"));
        QCOMPARE(cell(RuleListModel::Breaches), QStringLiteral("1 user"));

        grant(m_approver, {TeamMember::Kind::Team, m_payroll});
        grant(m_orderer, {TeamMember::Kind::Team, m_payroll});
        QTRY_COMPARE(breaches()->model()->rowCount(), 2);
        QTRY_COMPARE(cell(RuleListModel::Breaches), QStringLiteral("2 users"));
        QVERIFY2(line(0).startsWith(
                     QStringLiteral("<b>Ola Berg</b> | invoice.create on every invoice | orderer via Payroll")),
                 qPrintable(line(0)));
        m_window->pictures(QStringLiteral("findings-rules"));
        const auto found = findings(m_window->fixture().window.get()).join(QLatin1Char('\n'));
        QVERIFY2(found.isEmpty(), qPrintable(found));

        m_window->tell(m_org, GrantCommand(RemoveGrant{}), m_miasGrant);
        QTRY_VERIFY(secondRole(1).contains(QStringLiteral("approver via Payroll")));
    }

    void enterAsksWhatThePersonMay() {
        addRule();
        if (QTest::currentTestFailed())
            return;
        QTRY_COMPARE(breaches()->model()->rowCount(), 1);
        focusBreaches();
        QCOMPARE(page()->chosenRow().rows.front().front(), QStringLiteral("Mia Chen"));
        QVERIFY(page()->chosenJson().contains(QStringLiteral("\"And by the role\":\"approver\"")));
        QTest::keyClick(breaches()->table(), Qt::Key_Return);
        QTRY_COMPARE(view()->currentPage(), Page::Access);
        QTRY_VERIFY(view()->access()->isAnswered());
        QCOMPARE(view()->access()->bar()->who()->chosen()->name, "Mia Chen");
        m_window->trigger(ActionId::GoBack);
        QCOMPARE(view()->currentPage(), Page::Findings);
        QCOMPARE(rules()->title(), QStringLiteral("Four eyes"));
    }

    void aRuleIsRemovedWithItsNameTypedAndAReason() {
        addRule();
        if (QTest::currentTestFailed())
            return;
        m_window->trigger(ActionId::RemoveRule);
        auto* form = m_window->fixture().form();
        QVERIFY2(findings(form).isEmpty(), qPrintable(findings(form).join(QLatin1Char('\n'))));
        QVERIFY(!form->submitButton()->isEnabled());
        m_window->fixture().type(form, QStringLiteral("typedName"), QStringLiteral("Four eyes"));
        m_window->fixture().type(form, QStringLiteral("reason"), QStringLiteral("replaced"));
        QTRY_VERIFY(form->submitButton()->isEnabled());
        m_window->fixture().picture(QStringLiteral("findings-remove-rule-light"), form);
        form->submitButton()->click();
        QTRY_COMPARE(rules()->model()->rowCount(), 0);
    }

    void aRuleCanBeStagedInstead() {
        openForm();
        m_window->fixture().form()->stageButton()->click();
        auto& changes = view()->findChild<CommandDesk*>()->changes();
        QTRY_COMPARE(changes.open(), 1);
        QCOMPARE(rules()->model()->total(), 0);
        changes.send({});
        QTRY_COMPARE(rules()->model()->total(), 1);
    }

    void thePastShowsWhoBrokeItThen() {
        addRule();
        if (QTest::currentTestFailed())
            return;
        QTRY_COMPARE(breaches()->model()->rowCount(), 1);
        const Instant then = systemClock().now();
        m_window->tell(m_org, GrantCommand(RemoveGrant{}), m_miasGrant);
        QTRY_COMPARE(breaches()->model()->rowCount(), 0);
        QTRY_COMPARE(cell(RuleListModel::Breaches), QStringLiteral("nobody"));
        m_window->pictures(QStringLiteral("findings-rules-kept"));
        view()->time()->setAsOf(Moment(then));
        QTRY_COMPARE(breaches()->model()->rowCount(), 1);
        QTRY_COMPARE(cell(RuleListModel::Breaches), QStringLiteral("1 user"));
        for (const auto id : {ActionId::AddRule, ActionId::RemoveRule})
            QVERIFY(!m_window->action(id)->isEnabled());
        m_window->pictures(QStringLiteral("findings-rules-past"));
        view()->time()->backToNow();
        QTRY_COMPARE(breaches()->model()->rowCount(), 0);
    }

    void theOrganizationIsRemembered() {
        m_window->addOrg("Alpenbank");
        addRule();
        if (QTest::currentTestFailed())
            return;
        page()->organization()->clear();
        QTRY_COMPARE(rules()->model()->total(), 1);
        page()->organization()->setText(QStringLiteral("Alpenbank"));
        QTRY_VERIFY(page()->organization()->chosen());
        QTRY_COMPARE(rules()->model()->total(), 0);
        m_window->reopen();
        m_window->trigger(ActionId::GoFindings);
        QTRY_VERIFY(page()->organization()->chosen());
        QCOMPARE(page()->organization()->chosen()->name, "Alpenbank");
        QTRY_COMPARE(rules()->model()->total(), 0);
    }

private:
    AggregateId role(const std::string& key, const Permission& permission) {
        const auto id = m_window->tell(m_org, RoleCommand(AddRole{key, {}, {}}));
        m_window->tell(m_org, RoleCommand(AddPermission{permission}), id);
        return id;
    }

    AggregateId grant(const AggregateId& role, const TeamMember& subject) {
        return m_window->tell(m_org, GrantCommand(AddGrant{role, subject, {}, {}, {}}));
    }

    void chooseOrganization() {
        page()->organization()->setText(QStringLiteral("Nordwind AG"));
        QTRY_VERIFY(page()->organization()->chosen());
    }

    void openForm() {
        chooseOrganization();
        m_window->trigger(ActionId::AddRule);
        auto* form = m_window->fixture().form();
        QVERIFY2(findings(form).isEmpty(), qPrintable(findings(form).join(QLatin1Char('\n'))));
        const std::pair<const char*, const char*> values[]{{"name", "Four eyes"},
                                                           {"first.action", "invoice.create"},
                                                           {"first.resourceType", "invoice"},
                                                           {"second.action", "invoice.approve"},
                                                           {"second.resourceType", "invoice"}};
        for (const auto& [key, value] : values)
            m_window->fixture().type(form, QLatin1String(key), QLatin1String(value));
        QTRY_VERIFY2(form->noteText().contains(QStringLiteral("1 user would break it now: ")) &&
                         form->noteText().contains(QStringLiteral("Mia Chen")),
                     qPrintable(form->noteText()));
    }

    void addRule() {
        openForm();
        if (QTest::currentTestFailed())
            return;
        const QPointer<FormDialog> form(m_window->fixture().form());
        m_window->fixture().picture(QStringLiteral("findings-add-rule-light"), form);
        form->submitButton()->click();
        QTRY_VERIFY2(!form || !form->isVisible(), form ? qPrintable(form->errorText()) : "");
        QTRY_COMPARE(rules()->title(), QStringLiteral("Four eyes"));
        QCOMPARE(rules()->detailTabs()->currentWidget(), breaches());
    }

    void focusBreaches() {
        auto* window = m_window->fixture().window.get();
        window->activateWindow(); // a dialog may have been before it
        QTRY_VERIFY(window->isActiveWindow());
        breaches()->table()->setFocus();
        breaches()->table()->setCurrentIndex(breaches()->model()->index(0, 0));
    }

    [[nodiscard]] QString cell(RuleListModel::Column column) const {
        return rules()->model()->index(0, column).data().toString();
    }

    /// User, first right and its role, second right.
    [[nodiscard]] QString line(int row) const {
        QStringList cells;
        for (int column = 0; column <= BreachListModel::Second; ++column)
            cells << withoutIsolates(breaches()->model()->index(row, column).data().toString());
        return cells.join(QStringLiteral(" | "));
    }

    [[nodiscard]] QString secondRole(int row) const {
        return withoutIsolates(breaches()->model()->index(row, BreachListModel::SecondRole).data().toString());
    }

    [[nodiscard]] WorkspaceView* view() const { return m_window->view(); }

    [[nodiscard]] FindingsPage* page() const { return view()->findings(); }

    [[nodiscard]] RulesPage* rules() const { return page()->rules(); }

    [[nodiscard]] BreachTab* breaches() const { return rules()->breaches(); }

    std::unique_ptr<EmbeddedDirectory> m_window;
    TenantId m_org;
    AggregateId m_mia, m_odd, m_orderer, m_approver, m_payroll, m_miasGrant;
};

MUNIMENT_TEST(findings, TestFindings);
#include "test_findings.moc"
