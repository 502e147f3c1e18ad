// Protects: what somebody should look at in who may do what, in the real window: a rule of separation of duties is
// added by its form, which says who would break it, and then lists who does, now and at any past moment, and who ever
// did; it is removed with its name typed and a reason; grants that nobody uses are listed and revoked; what old data
// holds that cannot be is listed with its event; hostile names stay text; the organization is remembered.
#include "models/items/time_machine.h"
#include "tests/support/test_registry.h"
#include "tests/ui/access_story.h"
#include "tests/ui/embedded_directory.h"
#include "ui/access/question_bar.h"
#include "ui/forms/entity_picker.h"
#include "ui/pages/access_page.h"
#include "ui/pages/findings_page.h"
#include "ui/pages/oddities_page.h"
#include "ui/pages/rules_page.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/unused_grants_page.h"
#include "ui/pages/users_page.h"
#include "ui/rules/breach_tab.h"
#include "ui/rules/past_breach_tab.h"
#include "ui/shell/command_desk.h"
#include "ui/shell/workspace_view.h"
#include "ui/widgets/waiting_strip.h"

#include <QComboBox>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
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
        m_odd = m_window->tell(
            m_org, UserCommand(AddHuman{"ola.berg", "<b>Ola", "Berg</b>", {}, "ola.berg@nordwind.example", {}}));
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

    void whoEverBrokeARuleIsToldWithItsTimes() {
        addRule();
        if (QTest::currentTestFailed())
            return;
        QTRY_COMPARE(breaches()->model()->rowCount(), 1);
        m_window->tell(m_org, GrantCommand(RemoveGrant{}), m_miasGrant);
        QTRY_COMPARE(cell(RuleListModel::Breaches), QStringLiteral("nobody"));
        QTRY_COMPARE(breaches()->model()->rowCount(), 0);
        QVERIFY(!m_window->action(ActionId::ExplainAccess)->isEnabled()); // nobody is chosen
        auto* past = rules()->pastBreaches();
        QCOMPARE(past->model()->total(), -1); // not before it is looked at
        rules()->detailTabs()->setCurrentWidget(past);
        QTRY_VERIFY(past->model()->rowCount() == 1 && past->model()->rowAt(0)->until);
        const auto told = [past](PastBreachListModel::Column column) {
            return past->model()->index(0, column).data().toString();
        };
        QCOMPARE(told(PastBreachListModel::User), QStringLiteral("Mia Chen"));
        QVERIFY(!told(PastBreachListModel::Until).isEmpty());
        m_window->pictures(QStringLiteral("findings-ever"));
        past->table()->setFocus();
        past->table()->setCurrentIndex(past->model()->index(0, 0));
        QVERIFY(m_window->action(ActionId::ExplainAccess)->isEnabled());
        QTest::keyClick(past->table(), Qt::Key_Return);
        QTRY_COMPARE(view()->currentPage(), Page::Timeline);
        QTRY_VERIFY2(view()->timeline()->chosenJson().contains(QStringLiteral("grant.added")),
                     qPrintable(view()->timeline()->chosenJson()));
    }

    void grantsThatNobodyUsedAreListedAndRevoked() {
        const auto invoice = m_window->tell(m_org, ResourceCommand(AddResource{"Invoice 1", "invoice", {}}));
        chooseOrganization();
        show(1);
        QTRY_COMPARE(unused()->model()->total(), 0); // they are of today
        m_window->pictures(QStringLiteral("findings-unused-none"));
        unused()->period()->setCurrentIndex(unused()->period()->count() - 1);
        QTRY_COMPARE(unused()->model()->rowCount(), 2);
        QCOMPARE(unusedCell(UnusedGrantListModel::LastUse), QStringLiteral("not told"));
        happens("resource", invoice, 2, {"resource.accessed", 1, R"({"action":"invoice.approve"})"});
        QTRY_COMPARE(unused()->model()->rowCount(), 1);
        QCOMPARE(unusedCell(UnusedGrantListModel::Role), QStringLiteral("orderer"));
        QCOMPARE(unusedCell(UnusedGrantListModel::LastUse), QStringLiteral("never"));
        m_window->pictures(QStringLiteral("findings-unused"));
        const auto found = findings(m_window->fixture().window.get()).join(QLatin1Char('\n'));
        QVERIFY2(found.isEmpty(), qPrintable(found));
        QVERIFY(page()->isExportable() && page()->exportOffer());

        unused()->focusList();
        QTest::keyClick(unused()->table(), Qt::Key_Return);
        QTRY_COMPARE(view()->currentPage(), Page::Users);
        QTRY_COMPARE(view()->users()->title(), QStringLiteral("Mia Chen"));
        m_window->trigger(ActionId::GoBack);
        QCOMPARE(view()->currentPage(), Page::Findings);
        m_window->trigger(ActionId::RevokeGrant);
        QTRY_COMPARE(unused()->model()->rowCount(), 0);
    }

    void thePastShowsWhatWasUnusedThen() {
        openStory();
        show(1);
        QTRY_COMPARE(unused()->model()->rowCount(), 3);
        view()->time()->setAsOf(Moment(*parseInstant("2026-02-01T00:00:00Z")));
        QTRY_COMPARE(unused()->model()->rowCount(), 1);
        QCOMPARE(unusedCell(UnusedGrantListModel::Holder), QStringLiteral("Interns 2025"));
        QVERIFY(!m_window->action(ActionId::RevokeGrant)->isEnabled());
        m_window->pictures(QStringLiteral("findings-unused-past"));
        view()->time()->backToNow();
        QTRY_COMPARE(unused()->model()->rowCount(), 3);
        unused()->focusList();
        unused()->table()->selectAll();
        m_window->trigger(ActionId::RevokeGrant);
        QTRY_COMPARE(view()->findChild<CommandDesk*>()->changes().open(), 3); // several are looked at first
    }

    void whatCannotBeIsListedWithItsEvent() {
        chooseOrganization();
        show(2);
        QTRY_COMPARE(oddities()->model()->total(), 0);
        m_window->pictures(QStringLiteral("findings-oddities-none"));
        happens("team", m_payroll, 4, encode(TeamEvent(TeamMemberAdded{{TeamMember::Kind::Team, m_payroll}})));
        const AggregateId ghost("<i>ghost</i>");
        happens("grant", AggregateId("g-1"), 1,
                encode(GrantEvent(GrantAdded{ghost, {TeamMember::Kind::User, m_mia}, {}, {}, {}})));
        QTRY_COMPARE(oddities()->model()->rowCount(), 2);
        QCOMPARE(oddity(0), QStringLiteral("The team Payroll is in itself."));
        QCOMPARE(oddity(1), QStringLiteral("The role <i>ghost</i> is granted, and no event tells what it is."));
        m_window->pictures(QStringLiteral("findings-oddities"));
        const auto found = findings(m_window->fixture().window.get()).join(QLatin1Char('\n'));
        QVERIFY2(found.isEmpty(), qPrintable(found));
        oddities()->table()->setFocus();
        oddities()->table()->setCurrentIndex(oddities()->model()->index(1, 0));
        QVERIFY(page()->chosenJson().contains(QStringLiteral("\"untoldRole\"")));
        QTest::keyClick(oddities()->table(), Qt::Key_Return);
        QTRY_COMPARE(view()->currentPage(), Page::Timeline);
        QTRY_VERIFY2(view()->timeline()->chosenJson().contains(QStringLiteral("ghost")),
                     qPrintable(view()->timeline()->chosenJson()));
    }

    void withoutAnOrganizationNothingIsLookedThrough() {
        for (const int tab : {1, 2}) {
            show(tab);
            auto* list = page()->list();
            QTRY_VERIFY(!list->isVisible()); // the empty place says what to do
        }
    }

    void whatTakesLongCanBeCancelled() {
        auto* waiting = rules()->waiting();
        QSignalSpy cancelled(waiting, &WaitingStrip::cancelled);
        QSignalSpy again(waiting, &WaitingStrip::askedAgain);
        QTRY_COMPARE(rules()->model()->total(), 0);
        const auto isShown = [waiting] {
            if (!waiting->isWaiting()) // an answer of the page's own ended it
                waiting->begin();
            return waiting->isVisible();
        };
        QTRY_VERIFY(isShown());
        m_window->fixture().picture(QStringLiteral("findings-waiting-light"));
        waiting->button()->click();
        QCOMPARE(cancelled.count(), 1);
        QVERIFY(waiting->isVisible() && !waiting->isWaiting());
        waiting->button()->click();
        QCOMPARE(again.count(), 1);
        QTRY_VERIFY(!waiting->isVisible()); // the answer has come
    }

    void theOrganizationIsRemembered() {
        const TenantId other = m_window->addOrg("Alpenbank");
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
        QVERIFY(page()->organization()->chosen()->entity.tenant == other);
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
        rules()->detailTabs()->setCurrentWidget(breaches()); // another test may have left another one
    }

    void show(int tab) { page()->bar()->setCurrentIndex(tab); }

    /// Written by another service, with no regard to what can be.
    void happens(const char* type, const AggregateId& id, std::int64_t sequence, const NewEvent& what) {
        RecordedEvent event;
        event.tenant = m_org;
        event.aggregate = {type, id};
        event.sequence = sequence;
        event.eventId = randomUuid();
        event.type = what.type;
        event.payload = what.payload;
        event.outcome = what.outcome;
        event.occurredAt = event.recordedAt = systemClock().now();
        event.actor = {"human", ActorId(m_mia.text())};
        event.salt = std::string(16, 's');
        m_window->insert({.tenants = {}, .events = {&event, 1}, .claims = {}});
    }

    /// Another workspace, with a past.
    void openStory() {
        m_window.reset();
        m_window = std::make_unique<EmbeddedDirectory>();
        const AccessStory story(*m_window);
        m_window->open();
        QTRY_COMPARE(view()->timeline()->model()->window().total, story.events());
        m_window->trigger(ActionId::GoFindings);
        chooseOrganization();
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

    [[nodiscard]] QString unusedCell(UnusedGrantListModel::Column column) const {
        return unused()->model()->index(0, column).data().toString();
    }

    [[nodiscard]] QString oddity(int row) const {
        return withoutIsolates(oddities()->model()->index(row, OddityListModel::What).data().toString());
    }

    [[nodiscard]] QString secondRole(int row) const {
        return withoutIsolates(breaches()->model()->index(row, BreachListModel::SecondRole).data().toString());
    }

    [[nodiscard]] WorkspaceView* view() const { return m_window->view(); }

    [[nodiscard]] FindingsPage* page() const { return view()->findings(); }

    [[nodiscard]] RulesPage* rules() const { return page()->rules(); }

    [[nodiscard]] UnusedGrantsPage* unused() const { return page()->unused(); }

    [[nodiscard]] OdditiesPage* oddities() const { return page()->oddities(); }

    [[nodiscard]] BreachTab* breaches() const { return rules()->breaches(); }

    std::unique_ptr<EmbeddedDirectory> m_window;
    TenantId m_org;
    AggregateId m_mia, m_odd, m_orderer, m_approver, m_payroll, m_miasGrant;
};

MUNIMENT_TEST(findings, TestFindings);
#include "test_findings.moc"
