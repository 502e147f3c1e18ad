// Protects: what an admin does every day takes no more keys than the table of tasks in the reference of user experience
// allows (section 2a), in a file of 20,000 users. Every key is counted where it is pressed; a text typed or pasted
// counts as one.
//
// Task 9 (the move of a tenant) is in test_move.cpp, where there are two regions; 8 (to turn auditing on) needs no key,
// since the store is the audit.
#include "models/items/plain_text.h"
#include "models/simulation/history_writer.h"
#include "tests/support/test_registry.h"
#include "tests/ui/embedded_directory.h"
#include "tests/ui/keyboard.h"
#include "ui/access/access_pane.h"
#include "ui/access/way_tree.h"
#include "ui/bulk/bulk_desk.h"
#include "ui/bulk/bulk_dialog.h"
#include "ui/bulk/check_step.h"
#include "ui/bulk/columns_step.h"
#include "ui/changes/change_details.h"
#include "ui/changes/changes_page.h"
#include "ui/directory/access_tab.h"
#include "ui/forms/entity_picker.h"
#include "ui/pages/access_page.h"
#include "ui/pages/organizations_page.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/users_page.h"
#include "ui/plans/planned_writes_view.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/navigation.h"
#include "ui/shell/workspace_view.h"
#include "ui/widgets/text_grid.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QListView>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr int kUsers = 20'000;
constexpr int kEvents = 5 * kUsers; ///< the fewest that tell of so many users

} // namespace

class TestAdminTasks : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_window = std::make_unique<EmbeddedDirectory>();
        SimulationPlan plan;
        plan.events = kEvents;
        plan.tenants = 1;
        plan.users = kUsers;
        plan.to = systemClock().now() + -3600 * kMicrosPerSecond;
        plan.from = plan.to + -365 * kMicrosPerDay;
        m_window->addHistory(plan);
        m_org = m_window->addOrg("Nordwind AG");
        m_mia = m_window->addHuman(m_org, "Mia", "Chen");
        m_ola = m_window->addHuman(m_org, "Ola", "Berg");
        const auto reader = m_window->tell(m_org, RoleCommand(AddRole{"nordwind.reader", {}, {}}));
        m_window->tell(m_org, RoleCommand(AddRole{"nordwind.editor", {}, {}}));
        m_window->tell(m_org, GrantCommand(AddGrant{reader, {TeamMember::Kind::User, m_mia}, {}, {}, {}}));
        m_window->beginSession(m_org, m_mia);
        m_window->open();
        QTRY_VERIFY_WITH_TIMEOUT(users()->model()->total() >= kUsers / 2, 300'000);
        QTRY_VERIFY_WITH_TIMEOUT(view()->timeline()->model()->events() > kEvents, 300'000);
    }

    void cleanupTestCase() { m_window.reset(); }

    void init() {
        window()->activateWindow(); // a dialog may have been before it
        QTRY_VERIFY(window()->isActiveWindow());
        m_window->trigger(ActionId::GoTimeline);
        view()->messages()->dismiss();
    }

    void task1AUserIsFoundFromAnIdInALog() {
        Keyboard hand(window());
        hand.press(Qt::Key_K, Qt::ControlModifier).type(QString::fromStdString(m_ola.text()));
        auto* palette = QApplication::activePopupWidget();
        QVERIFY(palette != nullptr);
        QTRY_VERIFY(palette->findChild<QListView*>()->model()->rowCount() > 0);
        hand.press(Qt::Key_Return);
        QTRY_COMPARE(users()->title(), QStringLiteral("Ola Berg"));
        QCOMPARE(view()->currentPage(), Page::Users);
        VERIFY_KEYS(hand, 3);
    }

    void task2WhyAUserHasARoleIsOneKeyAway() {
        choose(m_mia);
        Keyboard hand(window());
        hand.press(Qt::Key_W);
        QCOMPARE(view()->currentPage(), Page::Access);
        QTRY_VERIFY(view()->access()->isAnswered()); // the graph is read at the first question
        const auto tree = view()->access()->pane()->tree()->text();
        QVERIFY2(tree.contains(QStringLiteral("holds nordwind.reader in the whole organization, since ")),
                 qPrintable(tree));
        VERIFY_KEYS(hand, 1);
    }

    void task2WhyAGrantIsThereIsOneKeyAway() {
        choose(m_mia);
        QTRY_COMPARE(grantsShown(), 1);
        m_window->trigger(ActionId::FocusDetails);
        Keyboard hand(window());
        QElapsedTimer clock;
        clock.start();
        hand.press(Qt::Key_W);
        QTRY_VERIFY(view()->access()->isAnswered());
        qInfo("why, as a tree, after %lld ms", static_cast<long long>(clock.elapsed()));
        const auto said = withoutIsolates(view()->access()->pane()->sentence());
        QVERIFY2(said.contains(QStringLiteral("has the role nordwind.reader by 1 grant")), qPrintable(said));
        VERIFY_KEYS(hand, 1);
    }

    void task3ARoleIsGranted() {
        choose(m_ola);
        Keyboard hand(window());
        hand.press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        auto* form = m_window->fixture().form();
        hand.type(QStringLiteral("nordwind.editor"));
        QTRY_VERIFY(isChosen(form, "role"));
        hand.press(Qt::Key_Return);
        QTRY_COMPARE(grantsShown(), 1);
        VERIFY_KEYS(hand, 3);
    }

    void task3ARoleIsRevoked() {
        choose(m_mia);
        users()->detailTabs()->setCurrentIndex(0);
        Keyboard hand(window());
        hand.press(Qt::Key_PageDown, Qt::ControlModifier);
        auto* access = users()->details()->findChild<AccessTab*>();
        const auto isOfMia = [&] {
            const auto* grant = access->model()->rowAt(0); // until then it may be that of whom was chosen before
            return access->isVisible() && grant != nullptr && grant->subject.id == m_mia;
        };
        QTRY_VERIFY(isOfMia());
        hand.press(Qt::Key_F6).press(Qt::Key_Delete);
        QTRY_VERIFY2(access->model()->rowCount() == 0, qPrintable(view()->messages()->text()));
        QVERIFY(view()->messages()->actionButton()->isVisible()); // and can be granted again
        VERIFY_KEYS(hand, 3);
    }

    void task4AUserIsOffboarded() {
        choose(m_ola);
        Keyboard hand(window());
        hand.press(Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
        auto* form = m_window->fixture().form();
        hand.type(QStringLiteral("mia.chen")); // hands the grants over
        QTRY_VERIFY(isChosen(form, "user"));
        QTRY_VERIFY(form->submitButton()->isEnabled());
        const auto* writes = form->findChild<PlannedWritesView*>();
        QTRY_VERIFY2(writes->text().contains(QStringLiteral("events would be written")), qPrintable(writes->text()));
        hand.press(Qt::Key_Return);
        QTRY_COMPARE(users()->chosenUser()->lifecycle, UserLifecycle::Locked);
        VERIFY_KEYS(hand, 4);
    }

    void task5WhatChangedSinceTheLastVisitIsSaidOnOpening() {
        m_window->trigger(ActionId::CloseWorkspace);
        QTRY_VERIFY(m_window->view() == nullptr);
        m_window->tell(m_org, UserCommand(ChangeEmail{"mia@new.example"}), m_mia);
        m_window->reopen();
        Keyboard hand(window());
        const auto said = [this] {
            return view()->navigation()->findChild<QListView*>()->model()->index(0, 0).data(Qt::AccessibleTextRole);
        };
        QTRY_COMPARE(said().toString(), QStringLiteral("Overview, 1"));
        VERIFY_KEYS(hand, 0);
        m_window->pictures(QStringLiteral("task-since-last-visit"));
        hand.press(Qt::Key_1, Qt::AltModifier); // what it was, in detail
        QCOMPARE(view()->currentPage(), Page::Overview);
        QCOMPARE(said().toString(), QStringLiteral("Overview"));
    }

    void task6TheEventsOfABigTenantAreThere() {
        m_window->trigger(ActionId::GoUsers);
        Keyboard hand(window());
        QElapsedTimer clock;
        clock.start();
        hand.press(Qt::Key_2, Qt::AltModifier);
        QTRY_VERIFY(view()->timeline()->model()->rowCount() > 0);
        qInfo("first rows of %lld events after %lld ms", static_cast<long long>(view()->timeline()->model()->events()),
              static_cast<long long>(clock.elapsed()));
        VERIFY_KEYS(hand, 2);
    }

    void task7TheUsersOfABigTenantAreThere() {
        Keyboard hand(window());
        QElapsedTimer clock;
        clock.start();
        hand.press(Qt::Key_4, Qt::AltModifier);
        QTRY_VERIFY(users()->model()->rowCount() > 0 && users()->table()->hasFocus());
        qInfo("first of %lld users after %lld ms", static_cast<long long>(users()->model()->total()),
              static_cast<long long>(clock.elapsed()));
        VERIFY_KEYS(hand, 1);
    }

    void task10ALockoutIsLookedInto() {
        Keyboard hand(window());
        hand.press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        auto* model = view()->timeline()->model();
        QTRY_VERIFY(model->isLoaded() && !model->isAwaitingFilter() && model->rowCount() > 0);
        QVERIFY(model->window().total < model->events());
        for (int row = 0; row < model->rowCount(); ++row) {
            const auto* shown = model->rowAt(row);
            QVERIFY(shown == nullptr || shown->event.type == "user.locked" || shown->event.outcome == "failure");
        }
        VERIFY_KEYS(hand, 2);
        m_window->trigger(ActionId::ClearFilter);
    }

    void task11ManyUsersAreAddedFromAList() {
        view()->goToEntity({m_org, {"org", AggregateId(m_org.text())}});
        QTRY_VERIFY(view()->organizations()->chosenOrg().has_value());
        QApplication::clipboard()->setText(QStringLiteral("user name,e-mail,first name\n"
                                                          "bob,bob@nordwind.example,Bob\n"
                                                          "cleo,cleo@nordwind.example,Cleo\n"));
        const auto before = users()->model()->total();
        Keyboard hand(window());
        hand.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        BulkDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = view()->bulk()->dialog()) != nullptr && dialog->isActiveWindow());
        hand.press(Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(dialog->nextButton()->isEnabled());
        hand.press(Qt::Key_Return); // its columns are recognised
        QTRY_COMPARE(dialog->step(), dialog->columns());
        hand.press(Qt::Key_Return); // what each row would do
        QTRY_VERIFY(dialog->step() == dialog->check() && dialog->nextButton()->isEnabled());
        hand.press(Qt::Key_Return);
        QTRY_COMPARE(users()->model()->total(), before + 2);
        dialog->close();
        window()->activateWindow();
        VERIFY_KEYS(hand, 5); // open, paste, and one for each page
    }

    void task12ARiskyChangeIsLookedAtBeforeItIsSent() {
        WorkspaceChange change;
        change.guard = GuardLevel::Wide;
        view()->workspace().change(std::move(change), this, [](const Result<void>&) {});
        QTRY_COMPARE(view()->workspace().guardLevel(), GuardLevel::Wide);
        m_window->trigger(ActionId::GoOrganizations);
        view()->goToEntity({m_org, {"org", AggregateId(m_org.text())}});
        QTRY_VERIFY(m_window->action(ActionId::DeactivateOrganization)->isEnabled());
        m_window->trigger(ActionId::DeactivateOrganization); // reaches everybody in it: staged, not sent
        QTRY_COMPARE(view()->changes()->model()->rowCount(), 1);
        Keyboard hand(window());
        hand.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(view()->currentPage(), Page::Changes);
        QTRY_VERIFY(view()->changes()->details()->events()->text().contains(QStringLiteral("org.deactivated")));
        VERIFY_KEYS(hand, 1);
        m_window->trigger(ActionId::DiscardChanges);
    }

private:
    [[nodiscard]] QWidget* window() const { return m_window->fixture().window.get(); }

    [[nodiscard]] WorkspaceView* view() const { return m_window->view(); }

    [[nodiscard]] UsersPage* users() const { return view()->users(); }

    static bool isChosen(const FormDialog* form, const char* key) {
        const auto* picker = qobject_cast<EntityPicker*>(form->editor(QLatin1String(key)));
        return picker != nullptr && picker->chosen().has_value();
    }

    void choose(const AggregateId& user) {
        view()->goToEntity({m_org, {"user", user}});
        QTRY_VERIFY(users()->chosenUser() && users()->chosenUser()->id == user);
        users()->focusList();
    }

    [[nodiscard]] int grantsShown() const {
        auto* tab = users()->details()->findChild<AccessTab*>();
        users()->detailTabs()->setCurrentWidget(tab);
        return tab->model()->rowCount();
    }

    std::unique_ptr<EmbeddedDirectory> m_window;
    TenantId m_org;
    AggregateId m_mia, m_ola;
};

MUNIMENT_TEST(admin_tasks, TestAdminTasks);
#include "test_admin_tasks.moc"
