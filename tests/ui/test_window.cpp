// Protects: what a person does on the first day, in the real window on real regional servers over TLS: connect, sync,
// create an organization, add and lock a user, see both in list and timeline, and go on reading when a region is gone.
#include "models/items/plain_text.h"
#include "tests/support/test_registry.h"
#include "tests/ui/window_fixture.h"
#include "ui/actions/action_registry.h"
#include "ui/details/event_details_pane.h"
#include "ui/forms/entity_picker.h"
#include "ui/pages/organizations_page.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/timeline_table.h"
#include "ui/pages/users_page.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/region_chip.h"
#include "ui/shell/status_line.h"
#include "ui/shell/workspace_strip.h"
#include "ui/shell/workspace_view.h"
#include "ui/start/endpoint_row.h"
#include "ui/start/new_workspace_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestWindow : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->servers.start(2, {.isTls = true, .isDurable = false});
    }

    void cleanupTestCase() { m_fixture.reset(); }

    void theWizardNamesTheStageThatFailsAndInstallsTheSchema() {
        m_fixture->picture(QStringLiteral("start-light"));
        trigger(ActionId::NewWorkspace);
        QTRY_VERIFY(dialog() != nullptr);
        auto* wizard = dialog();
        wizard->fileField()->setText(m_fixture->file());
        m_fixture->picture(QStringLiteral("wizard-file-light"), wizard);
        wizard->nextButton()->click();
        QCOMPARE(wizard->step(), 1);

        wizard->addRow();
        auto* first = wizard->rows().at(0);
        first->regionField()->setText(QString::fromStdString(m_fixture->servers.regionName(0)));
        first->endpointField()->setText(QStringLiteral("postgresql://nobody@127.0.0.1:1/muniment"));
        first->testButton()->click();
        QTRY_VERIFY(first->testButton()->isEnabled());
        QVERIFY2(first->resultText().contains(QStringLiteral("cannot be reached")), qPrintable(first->resultText()));
        QVERIFY(!wizard->nextButton()->isEnabled());

        for (int i = 0; i < 2; ++i) {
            auto* row = wizard->rows().at(static_cast<std::size_t>(i));
            row->regionField()->setText(QString::fromStdString(m_fixture->servers.regionName(i)));
            row->endpointField()->setText(QString::fromStdString(m_fixture->servers.superuserEndpoint(i)));
            row->testButton()->click();
            QTRY_VERIFY(row->testButton()->isEnabled());
            QVERIFY2(row->installButton()->isVisible(), qPrintable(row->resultText()));
            if (i == 0)
                m_fixture->picture(QStringLiteral("wizard-regions-light"), wizard);
            row->installButton()->click();
            QTRY_VERIFY(row->isReachable());
            // The schema is there now: go on with the rights that daily work needs.
            row->endpointField()->setText(QString::fromStdString(m_fixture->servers.endpoint(i)));
            row->testButton()->click();
            QTRY_VERIFY(row->isReachable());
        }
        QVERIFY(wizard->nextButton()->isEnabled());
        wizard->nextButton()->click();
        QCOMPARE(wizard->step(), 2);
        m_fixture->picture(QStringLiteral("wizard-sync-light"), wizard);
        wizard->nextButton()->click();
        QTRY_VERIFY(view() != nullptr);
        QTRY_COMPARE(chipsThatAre(RegionHealth::Up), 2);
        m_fixture->picture(QStringLiteral("timeline-empty-light"));
    }

    void anOrganizationIsCreatedAndSeenAtOnce() {
        trigger(ActionId::GoOrganizations);
        m_fixture->picture(QStringLiteral("organizations-empty-light"));
        trigger(ActionId::CreateOrganization);
        auto* form = m_fixture->form();
        form->submitButton()->click();
        QTRY_VERIFY(form->submitButton()->isEnabled() && !form->errorText().isEmpty());
        m_fixture->picture(QStringLiteral("create-organization-error-light"), form);
        m_fixture->type(form, QStringLiteral("name"), QStringLiteral("Nordwind AG"));
        m_fixture->type(form, QStringLiteral("reason"), QStringLiteral("first customer"));
        form->submitButton()->click();
        auto* page = view()->organizations();
        QTRY_COMPARE(page->title(), QStringLiteral("Nordwind AG"));
        QVERIFY(view()->messages()->text().contains(QStringLiteral("was created")));
        QTRY_VERIFY(page->history()->rowCount() > 0);
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        m_fixture->picture(QStringLiteral("organizations-light"));
    }

    void aUserIsAddedLockedAndUnlockedAgain() {
        trigger(ActionId::GoUsers);
        trigger(ActionId::AddUser);
        auto* form = m_fixture->form();
        auto* picker = qobject_cast<EntityPicker*>(form->editor(QStringLiteral("tenant")));
        QVERIFY(picker != nullptr && picker->chosen()); // the organization that was just made is offered
        m_fixture->type(form, QStringLiteral("userName"), QStringLiteral("petra.lang"));
        m_fixture->type(form, QStringLiteral("firstName"), QStringLiteral("Petra"));
        m_fixture->type(form, QStringLiteral("lastName"), QStringLiteral("Lang"));
        m_fixture->type(form, QStringLiteral("email"), QStringLiteral("petra.lang@example.com"));
        m_fixture->picture(QStringLiteral("add-user-light"), form);
        form->submitButton()->click();
        auto* page = view()->users();
        QTRY_VERIFY(page->chosenUser().has_value());
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        QCOMPARE(page->chosenUser()->userName, std::string("petra.lang"));

        trigger(ActionId::LockUser);
        QTRY_COMPARE(page->chosenUser()->lifecycle, UserLifecycle::Locked);
        QTRY_COMPARE(view()->messages()->actionButton()->text(), QStringLiteral("Unlock"));
        QVERIFY(!m_fixture->window->actions().action(ActionId::LockUser)->isEnabled());
        QVERIFY(m_fixture->window->actions().action(ActionId::LockUser)->toolTip().contains(QStringLiteral("locked")));
        m_fixture->picture(QStringLiteral("users-locked-light"));
        view()->messages()->actionButton()->click();
        QTRY_COMPARE(page->chosenUser()->lifecycle, UserLifecycle::Active);
        trigger(ActionId::LockUser);
        QTRY_COMPARE(page->chosenUser()->lifecycle, UserLifecycle::Locked);
    }

    void aTakenUserNameIsSaidAtTheField() {
        trigger(ActionId::AddUser);
        auto* form = m_fixture->form();
        m_fixture->type(form, QStringLiteral("userName"), QStringLiteral("Petra.Lang"));
        m_fixture->type(form, QStringLiteral("firstName"), QStringLiteral("Other"));
        m_fixture->type(form, QStringLiteral("lastName"), QStringLiteral("Person"));
        m_fixture->type(form, QStringLiteral("email"), QStringLiteral("other@example.com"));
        form->submitButton()->click();
        QTRY_VERIFY(form->errorText().contains(QStringLiteral("taken")));
        form->reject();
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
    }

    void somebodyElsesChangeIsAConflictThatIsExplained() {
        auto* page = view()->users();
        const auto user = *page->chosenUser();
        // Hold the view still between what is shown and what is sent: the other writer comes first.
        trigger(ActionId::ChangeUserName);
        auto* form = m_fixture->form();
        CommandRequest other;
        other.tenant = user.tenant;
        other.id = user.id;
        other.command = UserCommand(UnlockUser{});
        m_fixture->write(0, other);
        m_fixture->type(form, QStringLiteral("userName"), QStringLiteral("p.lang"));
        form->submitButton()->click();
        QTRY_VERIFY(form->errorText().contains(QStringLiteral("Somebody else")));
        form->reject();
        QTRY_COMPARE(page->chosenUser()->lifecycle, UserLifecycle::Active);
        QCOMPARE(page->chosenUser()->userName, std::string("petra.lang"));
    }

    void theTimelineTellsWhatHappened() {
        trigger(ActionId::GoTimeline);
        auto* page = view()->timeline();
        QTRY_VERIFY(page->model()->rowCount() >= 6);
        const auto types = [page] {
            QStringList found;
            for (int row = 0; row < page->model()->rowCount(); ++row)
                found << page->model()->index(row, TimelineModel::Event).data().toString();
            return found;
        };
        QTRY_VERIFY(types().contains(QStringLiteral("user.locked")));
        QVERIFY(types().contains(QStringLiteral("org.added")));
        QVERIFY(types().contains(QStringLiteral("user.human.added")));

        QTest::keyClick(page->table()->view(), Qt::Key_Down);
        QVERIFY(page->table()->chosen().has_value());
        QTRY_VERIFY(!page->details()->sentence().isEmpty());
        QTest::keyClick(page->table()->view(), Qt::Key_Down);
        m_fixture->picture(QStringLiteral("timeline-few-light"));
    }

    void followingStopsAwayFromTheTopAndResumesOnAKey() {
        for (int i = 0; i < 12; ++i)
            m_fixture->writeTenant(i % 2, "Tenant " + std::to_string(i));
        auto* page = view()->timeline();
        auto* table = page->table()->view();
        QTRY_VERIFY(page->model()->window().total >= 79);
        QTest::keyClick(table, Qt::Key_Home);
        QTRY_COMPARE(page->model()->visibleRowOf(*page->table()->chosen()), 0);
        QTest::keyClick(table, Qt::Key_PageDown);
        QTest::keyClick(table, Qt::Key_PageDown);
        QTRY_VERIFY(!page->model()->isFollowing());
        QTRY_VERIFY(page->model()->visibleRowOf(*page->table()->chosen()) > 0);
        const auto first = page->model()->rowAt(0)->number.value;
        const auto chosen = page->table()->chosen();
        m_fixture->writeTenant(0, "While away");
        QTRY_VERIFY(page->model()->newEvents() >= 5);
        QCOMPARE(page->model()->rowAt(0)->number.value, first);
        QCOMPARE(page->table()->chosen(), chosen);
        m_fixture->picture(QStringLiteral("timeline-held-light"));
        QTest::keyClick(table, Qt::Key_Home);
        QTRY_VERIFY(page->model()->isFollowing());
        QTRY_COMPARE(page->model()->rowAt(0)->event.type, std::string("user.locked"));
    }

    void copiesAreSafe() {
        trigger(ActionId::CopyRowCsv);
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("user.locked")));
        trigger(ActionId::CopyRowJson);
        QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("{\"region\":")));
    }

    void aRegionThatGoesDownIsSaidAndTheTimelineStillScrolls() {
        m_fixture->servers.stop(1);
        QTRY_COMPARE(chipsThatAre(RegionHealth::Down), 1);
        const auto* chip = view()->strip()->chips().at(1);
        QVERIFY2(chip->brief().contains(QStringLiteral("known through")), qPrintable(chip->brief()));
        QTRY_VERIFY(view()->statusLine()->freshness().contains(QStringLiteral("1 of 2")));
        auto* page = view()->timeline();
        QTest::keyClick(page->table()->view(), Qt::Key_End);
        QTRY_COMPARE(page->model()->window().top, page->model()->window().lastTop());
        QTest::keyClick(page->table()->view(), Qt::Key_Home);
        QTRY_COMPARE(page->model()->window().top, 0);
        m_fixture->picture(QStringLiteral("timeline-region-down-light"));
        trigger(ActionId::GoRegions);
        m_fixture->picture(QStringLiteral("regions-down-light"));
        m_fixture->servers.startAgain(1);
        trigger(ActionId::SyncNow);
        QTRY_COMPARE(chipsThatAre(RegionHealth::Up), 2);
        m_fixture->picture(QStringLiteral("regions-light"));
    }

    void theFileIsReadWhenAllRegionsAreGone() {
        m_fixture->servers.stop(0);
        m_fixture->servers.stop(1);
        m_fixture->window->openFile(std::filesystem::path(m_fixture->file().toStdString()));
        QTRY_VERIFY(view() != nullptr);
        QTRY_VERIFY(view()->timeline()->model()->window().total >= 60);
        QTRY_COMPARE(chipsThatAre(RegionHealth::Down), 2);
        m_fixture->servers.startAgain(0);
        m_fixture->servers.startAgain(1);
    }

private:
    void trigger(ActionId id) { m_fixture->window->actions().action(id)->trigger(); }

    [[nodiscard]] WorkspaceView* view() const { return m_fixture->window->view(); }

    [[nodiscard]] NewWorkspaceDialog* dialog() const { return m_fixture->window->findChild<NewWorkspaceDialog*>(); }

    [[nodiscard]] int chipsThatAre(RegionHealth health) const {
        const auto& chips = view()->strip()->chips();
        return static_cast<int>(std::ranges::count(chips, health, &RegionChip::health));
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

MUNIMENT_TEST(window, TestWindow);
#include "test_window.moc"
