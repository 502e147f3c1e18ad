// Protects: for an event of the timeline the window offers the command that takes it back, by its verb, in menu,
// context menu and details; shows it as the new change it is, with its events and a required reason; asks for the name
// where it ends a thing; says why an event cannot be taken back; and decides on what is there now.
#include "models/items/plain_text.h"
#include "models/timeline/filter/filter.h"
#include "tests/support/test_registry.h"
#include "tests/ui/embedded_directory.h"
#include "ui/changes/changes_page.h"
#include "ui/details/event_details_pane.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/timeline_table.h"
#include "ui/pages/users_page.h"
#include "ui/plans/planned_writes_view.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestCompensation : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_window = std::make_unique<EmbeddedDirectory>();
        m_org = m_window->addOrg("Nordwind AG");
        m_mia = m_window->addHuman(m_org, "Mia", "Chen");
        m_ola = m_window->addHuman(m_org, "Ola", "Berg");
        m_role = m_window->tell(m_org, RoleCommand(AddRole{"viewer", {}, {}}));
        const auto grant =
            m_window->tell(m_org, GrantCommand(AddGrant{m_role, {TeamMember::Kind::User, m_ola}, {}, {}, {}}));
        m_window->tell(m_org, GrantCommand(RemoveGrant{}), grant);
        m_window->tell(m_org, UserCommand(ChangeEmail{"mia@elsewhere.example"}), m_mia);
        m_window->tell(m_org, UserCommand(LockUser{}), m_mia);
        m_window->beginSession(m_org, m_ola);
        m_window->open();
        QTRY_VERIFY(page()->model()->window().total >= 9);
    }

    void cleanupTestCase() { m_window.reset(); }

    void theCommandIsOfferedByItsVerb() {
        choose("type:user.locked");
        QTRY_VERIFY(action()->isEnabled());
        QCOMPARE(actionText(), QStringLiteral("Take Back: Unlock Mia Chen…"));
        QVERIFY(page()->details()->takeBackButton()->isVisible());
        QVERIFY2(findings(page()->details()).isEmpty(),
                 qPrintable(findings(page()->details()).join(QLatin1Char('\n'))));
        m_window->pictures(QStringLiteral("take-back-offered"));
    }

    void itIsShownAsTheNewChangeItIs() {
        page()->details()->takeBackButton()->click();
        auto* form = m_window->fixture().form();
        QVERIFY2(findings(form).isEmpty(), qPrintable(findings(form).join(QLatin1Char('\n'))));
        QCOMPARE(withoutIsolates(form->windowTitle()), QStringLiteral("Unlock Mia Chen"));
        QVERIFY(says(form, "does not remove the event"));
        QTRY_VERIFY(told(form).contains(QStringLiteral("user.unlocked")));
        QTRY_VERIFY(form->submitButton()->isEnabled());
        form->submitButton()->click();
        QVERIFY(form->isVisible());
        QVERIFY(form->errorText().contains(QStringLiteral("Say why"))); // a reason is wanted
        m_window->fixture().type(form, QStringLiteral("reason"), QStringLiteral("locked by mistake"));
        pictures(QStringLiteral("take-back"), form);
        form->submitButton()->click();
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        QVERIFY(withoutIsolates(view()->messages()->text()).contains(QStringLiteral("Taken back: Unlock Mia Chen")));
        QTRY_COMPARE(lifecycleOf("mia.chen"), UserLifecycle::Active);
    }

    void whatWasTakenBackIsDecidedOnWhatIsThereNow() {
        choose("type:user.locked"); // the same event, and she is not locked any more
        QTRY_VERIFY(action()->isEnabled());
        action()->trigger();
        auto* form = m_window->fixture().form();
        QVERIFY(says(form, "1 event of the same thing came since"));
        QTRY_VERIFY(told(form).contains(QStringLiteral("not locked")));
        QVERIFY(!form->submitButton()->isEnabled());
        m_window->fixture().picture(QStringLiteral("take-back-refused-light"), form);
        form->reject();
    }

    void aValueIsPutBack() {
        choose("type:user.human.email.changed");
        QTRY_VERIFY(action()->isEnabled());
        QCOMPARE(actionText(), QStringLiteral("Take Back: Change the E-mail of Mia Chen Back…"));
        action()->trigger();
        auto* form = m_window->fixture().form();
        QVERIFY(says(form, "mia.chen@nordwind.example"));
        m_window->fixture().type(form, QStringLiteral("reason"), QStringLiteral("not her address"));
        QTRY_VERIFY(form->submitButton()->isEnabled());
        form->submitButton()->click();
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        QTRY_COMPARE(user("mia.chen")->email, std::string("mia.chen@nordwind.example"));
    }

    void aRevokedGrantComesAsAnotherOne() {
        choose("type:grant.removed");
        QTRY_VERIFY(action()->isEnabled());
        QCOMPARE(actionText(), QStringLiteral("Take Back: Grant viewer to Ola Berg Again…"));
        action()->trigger();
        auto* form = m_window->fixture().form();
        QTRY_VERIFY(told(form).contains(QStringLiteral("grant.added")));
        form->reject();
    }

    void whatEndsAThingWantsItsNameTyped() {
        choose("type:user.human.added subject:" + m_ola.text());
        QTRY_VERIFY(action()->isEnabled());
        QCOMPARE(actionText(), QStringLiteral("Take Back: Remove Ola Berg…"));
        action()->trigger();
        auto* form = m_window->fixture().form();
        QVERIFY(form->editor(QStringLiteral("typedName")) != nullptr);
        QVERIFY(says(form, "cannot be taken back"));
        QTRY_VERIFY(form->noteText().contains(QStringLiteral("1 open session is ended")));
        m_window->fixture().picture(QStringLiteral("take-back-removal-light"), form);
        form->reject();
    }

    void itCanBeStaged() {
        choose("type:role.added");
        QTRY_VERIFY(action()->isEnabled());
        choose("type:org.plan.changed or type:user.human.email.changed");
        QTRY_VERIFY(action()->isEnabled());
        action()->trigger();
        auto* form = m_window->fixture().form();
        m_window->fixture().type(form, QStringLiteral("reason"), QStringLiteral("with the others"));
        QTRY_VERIFY(form->stageButton()->isEnabled());
        form->stageButton()->click();
        QTRY_COMPARE(view()->changes()->model()->rowCount(), 1);
        QCOMPARE(view()->currentPage(), Page::Changes);
        m_window->trigger(ActionId::DiscardChanges);
    }

    void whatCannotBeTakenBackSaysWhy() {
        choose("type:session.added");
        QTRY_VERIFY(action()->toolTip().contains(QStringLiteral("no command takes that back")));
        QVERIFY(!action()->isEnabled());
        QVERIFY(!page()->details()->takeBackButton()->isVisible());
    }

private:
    [[nodiscard]] WorkspaceView* view() const { return m_window->view(); }

    [[nodiscard]] TimelinePage* page() const { return view()->timeline(); }

    [[nodiscard]] QAction* action() const { return m_window->action(ActionId::TakeBack); }

    [[nodiscard]] QString actionText() const { return withoutIsolates(action()->text()).remove(QLatin1Char('&')); }

    static QString told(const FormDialog* form) {
        return withoutIsolates(form->findChild<PlannedWritesView*>()->text());
    }

    static bool says(const FormDialog* form, const char* words) {
        const auto labels = form->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return !label->isHidden() && withoutIsolates(label->text()).contains(QLatin1String(words));
        });
    }

    [[nodiscard]] std::optional<UserRow> user(const char* name) const {
        const auto* model = view()->users()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, UserListModel::UserName).data().toString() == QLatin1String(name))
                return *model->rowAt(row);
        return std::nullopt;
    }

    [[nodiscard]] UserLifecycle lifecycleOf(const char* name) const {
        const auto found = user(name);
        return found ? found->lifecycle : UserLifecycle::None;
    }

    /// The newest event that the filter finds, at the far end of another one.
    void choose(const std::string& filter) {
        m_window->trigger(ActionId::GoTimeline);
        const auto parsed = parseFilter(filter);
        QVERIFY2(parsed.filter.has_value(), filter.c_str());
        page()->applyFilter(*parsed.filter);
        QTRY_VERIFY(page()->model()->isLoaded() && !page()->model()->isAwaitingFilter());
        QTRY_VERIFY(page()->model()->rowCount() > 0);
        page()->list()->setCurrentIndex({});
        page()->list()->setCurrentIndex(page()->model()->index(0, 0));
        QTRY_VERIFY(page()->chosenEvent() && page()->chosenEvent()->number == page()->model()->rowAt(0)->number);
    }

    void pictures(const QString& name, QWidget* widget) {
        m_window->fixture().picture(name + QStringLiteral("-light"), widget);
        m_window->fixture().look.setAppearance(Appearance::Dark);
        m_window->fixture().picture(name + QStringLiteral("-dark"), widget);
        m_window->fixture().look.setAppearance(Appearance::Light);
    }

    std::unique_ptr<EmbeddedDirectory> m_window;
    TenantId m_org;
    AggregateId m_mia, m_ola, m_role;
};

MUNIMENT_TEST(compensation, TestCompensation);
#include "test_compensation.moc"
