// Protects, on real PostgreSQL servers: a region that does not answer is said over every list that shows something of
// it, and over nothing else; commands to it can be kept in the workspace, also over a restart; when it answers again
// the person is told, sees what has become of each, and sends those that still fit; the other region works meanwhile.
#include "models/eventstore/embedded/embedded_event_store.h"
#include "models/items/plain_text.h"
#include "models/regions/tenant_move.h"
#include "tests/support/test_registry.h"
#include "tests/ui/window_fixture.h"
#include "ui/actions/action_registry.h"
#include "ui/changes/changes_page.h"
#include "ui/changes/conflict_report_dialog.h"
#include "ui/pages/organizations_page.h"
#include "ui/pages/teams_and_roles_page.h"
#include "ui/pages/teams_page.h"
#include "ui/pages/users_page.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/workspace_view.h"
#include "ui/widgets/stale_line.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr int kLong = 60'000;

} // namespace

class TestOutage : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->startRegions(2);
        m_here = m_fixture->writeTenant(0, "Nordwind AG");
        m_there = m_fixture->writeTenant(1, "Alpenbank");
        m_fixture->openWorkspace();
        m_fixture->trigger(ActionId::GoUsers);
        QTRY_COMPARE_WITH_TIMEOUT(users()->model()->total(), 6, kLong);
        QCOMPARE(stale(), QString());
    }

    void cleanupTestCase() { m_fixture.reset(); }

    void everyListOfALostRegionSaysSo() {
        m_fixture->servers.stop(1);
        QTRY_VERIFY_WITH_TIMEOUT(stale().contains(lost() + QStringLiteral(" has not answered since ")), kLong);
        QVERIFY2(stale().contains(QStringLiteral("what is shown of it is as of then")), qPrintable(stale()));
        QVERIFY2(!stale().contains(kept()), qPrintable(stale()));
        for (const ActionId page :
             {ActionId::GoOverview, ActionId::GoTimeline, ActionId::GoOrganizations, ActionId::GoUsers,
              ActionId::GoTeams, ActionId::GoResources, ActionId::GoAccess, ActionId::GoSessions, ActionId::GoPlans,
              ActionId::GoReviews, ActionId::GoFindings}) {
            m_fixture->trigger(page);
            QVERIFY2(stale().contains(lost()), qPrintable(m_fixture->window->actions().action(page)->text()));
        }
        // These say of each region themselves how it stands, or show nothing of any.
        for (const ActionId page : {ActionId::GoRegions, ActionId::GoChanges}) {
            m_fixture->trigger(page);
            QCOMPARE(stale(), QString());
        }
    }

    void aListOfOneRegionSpeaksOfThatOneOnly() {
        m_fixture->trigger(ActionId::GoOrganizations);
        auto* region = view()->organizations()->findChild<QComboBox*>();
        region->setCurrentIndex(region->findData(kept()));
        QTRY_COMPARE(stale(), QString());
        region->setCurrentIndex(region->findData(lost()));
        QTRY_VERIFY(stale().contains(lost()));
        region->setCurrentIndex(0);
        QTRY_COMPARE(view()->organizations()->table()->model()->rowCount(), 2);
    }

    void detailsSaySoOfWhatLivesThere() {
        m_fixture->trigger(ActionId::GoUsers);
        choose(m_there, "mia.chen");
        QVERIFY(withoutIsolates(users()->details()->stale()->text()).contains(lost()));
        m_fixture->picture(QStringLiteral("outage-users-light"));
        m_fixture->look.setAppearance(Appearance::Dark);
        m_fixture->picture(QStringLiteral("outage-users-dark"));
        m_fixture->look.setAppearance(Appearance::Light);
        QVERIFY2(findings(view()->stale()).isEmpty(), qPrintable(findings(view()->stale()).join(QLatin1Char('\n'))));
        choose(m_here, "mia.chen");
        QCOMPARE(users()->details()->stale()->text(), QString());
    }

    void theOtherRegionWorksOn() {
        m_fixture->trigger(ActionId::LockUser);
        QTRY_COMPARE_WITH_TIMEOUT(users()->chosenUser()->lifecycle, UserLifecycle::Locked, kLong);
    }

    void whatIsDoneAtOnceIsOfferedToBeQueued() {
        choose(m_there, "mia.chen");
        m_fixture->trigger(ActionId::LockUser);
        QVERIFY2(said().contains(lost() + QStringLiteral(" has not answered since ")), qPrintable(said()));
        QCOMPARE(view()->messages()->otherButton()->text(), QStringLiteral("Send &All the Same"));
        view()->messages()->otherButton()->click();
        QTRY_VERIFY2_WITH_TIMEOUT(view()->messages()->otherButton()->isHidden() && said().contains(lost()),
                                  qPrintable(said()), kLong); // refused, and offered again
        QCOMPARE(view()->messages()->actionButton()->text(), QStringLiteral("&Queue for Later"));
        view()->messages()->actionButton()->click();
        QVERIFY2(said().startsWith(QStringLiteral("Queued until ")), qPrintable(said()));
        QCOMPARE(queued(), 1);
        QCOMPARE(users()->chosenUser()->lifecycle, UserLifecycle::Active); // nothing is shown as if it were done
    }

    void aFormKeepsItsInputAndOffersTheQueue() {
        choose(m_there, "ola.berg");
        m_fixture->trigger(ActionId::ChangeEmail);
        auto* form = m_fixture->form();
        m_fixture->type(form, QStringLiteral("email"), QStringLiteral("ola@alpenbank.example"));
        form->submitButton()->click(); // it is known to be away: asked first
        QVERIFY(form->queueButton() != nullptr && form->queueButton()->isVisible());
        QVERIFY2(form->noteText().contains(QStringLiteral("does not arrive")), qPrintable(form->noteText()));
        m_fixture->type(form, QStringLiteral("email"), QStringLiteral("ola.berg@alpenbank.example"));
        QVERIFY(!form->queueButton()->isVisible()); // another wish
        form->submitButton()->click();
        QVERIFY(form->queueButton()->isVisible());
        form->submitButton()->click(); // all the same
        QTRY_VERIFY_WITH_TIMEOUT(!form->isWaiting() && !form->errorText().isEmpty(), kLong);
        QVERIFY(form->queueButton()->isVisible());
        QCOMPARE(form->value(QStringLiteral("email")), std::string("ola.berg@alpenbank.example"));
        QVERIFY2(findings(form).isEmpty(), qPrintable(findings(form).join(QLatin1Char('\n'))));
        m_fixture->type(form, QStringLiteral("reason"), QStringLiteral("married"));
        QVERIFY(!form->queueButton()->isVisible());
        form->submitButton()->click();
        m_fixture->picture(QStringLiteral("outage-form-light"), form);
        m_fixture->look.setAppearance(Appearance::Dark);
        m_fixture->picture(QStringLiteral("outage-form-dark"), form);
        m_fixture->look.setAppearance(Appearance::Light);
        form->queueButton()->click();
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        QCOMPARE(queued(), 2);
    }

    void theQueueOutlivesTheProgram() {
        CommandRequest unlock; // what somebody else does in the meantime
        unlock.region = RegionName(m_fixture->servers.regionName(1));
        unlock.tenant = m_there;
        unlock.id = idOf(m_there, "jonas.weber");
        unlock.command = UserCommand(UnlockUser{});
        view()->changes()->staged().queue({unlock});
        QCOMPARE(queued(), 3);
        m_fixture->trigger(ActionId::GoChanges);
        QTRY_COMPARE(stateOf(0), QStringLiteral("Queued"));
        m_fixture->picture(QStringLiteral("outage-changes-light"));
        QTRY_COMPARE(view()->workspace().stagedLines().size(), std::size_t{3});

        m_fixture->window = std::make_unique<MainWindow>(m_fixture->look, m_fixture->language);
        m_fixture->window->resize(1400, 860);
        m_fixture->window->show();
        m_fixture->window->openFile(m_fixture->file().toStdString());
        QTRY_VERIFY_WITH_TIMEOUT(view() != nullptr, kLong);
        QCOMPARE(queued(), 3);
        QTRY_VERIFY_WITH_TIMEOUT(stale().contains(lost()), kLong); // known from the file: since when
        m_fixture->trigger(ActionId::GoChanges);
        QCOMPARE(stateOf(0), QStringLiteral("Queued"));
        QVERIFY(!said().contains(QStringLiteral("answers again")));
    }

    void whenItAnswersAgainThePersonIsToldAndNothingIsSent() {
        m_fixture->servers.startAgain(1);
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(lost() + QStringLiteral(" answers again: 3 queued changes")),
                                  qPrintable(said()), kLong);
        QTRY_COMPARE_WITH_TIMEOUT(stale(), QString(), kLong);
        QCOMPARE(queued(), 3);
        m_fixture->picture(QStringLiteral("outage-back-light"));
        // Somebody else was there first.
        CommandRequest email;
        email.tenant = m_there;
        email.id = idOf(m_there, "ola.berg");
        email.command = UserCommand(ChangeEmail{"o.berg@bank.example"});
        m_fixture->write(1, email);
        CommandRequest unlock;
        unlock.tenant = m_there;
        unlock.id = idOf(m_there, "jonas.weber");
        unlock.command = UserCommand(UnlockUser{});
        m_fixture->write(1, unlock);
    }

    void theReportSaysWhatBecameOfEach() {
        view()->messages()->actionButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(report() != nullptr, kLong);
        QCOMPARE(view()->currentPage(), Page::Changes);
        auto* shown = report();
        const QString text = shown->text();
        QVERIFY2(text.contains(QStringLiteral("1 still fits. 1 was overtaken by somebody else. 1 is refused now.")),
                 qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral(
                     "you saw ola.berg@example.com, it is o.berg@bank.example, you want ola.berg@alpenbank.example")),
                 qPrintable(text));
        QVERIFY2(shown->shownText().contains(QStringLiteral("o.berg@bank.example")), qPrintable(shown->shownText()));
        QVERIFY2(findings(shown).isEmpty(), qPrintable(findings(shown).join(QLatin1Char('\n'))));
        m_fixture->picture(QStringLiteral("outage-report-light"), shown);
        m_fixture->look.setAppearance(Appearance::Dark);
        m_fixture->picture(QStringLiteral("outage-report-dark"), shown);
        m_fixture->look.setAppearance(Appearance::Light);
        shown->copyButton()->click();
        QCOMPARE(QApplication::clipboard()->text(), text);
        const QString file = QString::fromStdString((m_fixture->folder() / "report.txt").string());
        QVERIFY(shown->saveTo(file));
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(saved.readAll()), text);
        QVERIFY(!shown->saveTo(QStringLiteral("/proc/no/such/report.txt"))); // and says so
        QCOMPARE(queued(), 3);                                               // looked at, not sent
    }

    void thoseThatFitAreSent() {
        QCOMPARE(report()->sendButton()->text(), QStringLiteral("&Send 1 That Fits"));
        report()->sendButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(queued(), 2, kLong); // the others stay, with what is known of them
        m_fixture->trigger(ActionId::GoUsers);
        choose(m_there, "mia.chen");
        QTRY_COMPARE_WITH_TIMEOUT(users()->chosenUser()->lifecycle, UserLifecycle::Locked, kLong);
        choose(m_there, "ola.berg");
        QCOMPARE(users()->chosenUser()->email, std::string("o.berg@bank.example"));
    }

    // Of an organization that moved while its change waited: the change follows it, and says so.
    void aQueuedChangeFollowsItsOrganization() {
        m_fixture = std::make_unique<WindowFixture>();
        const RegionName from("eu-west-1");
        const RegionName to("eu-central-1");
        const RegionName nowhere("us-east-1"); // the workspace has no endpoint there
        const auto file = m_fixture->folder() / "store.db";
        QVERIFY(createEmbeddedStore(file, {from, to, nowhere}).has_value());
        const auto store = makeEmbeddedEventStore(file);
        CommandRequest add;
        add.region = from;
        add.operatorName = "jonas";
        std::vector<CommandRequest> queued;
        for (const char* name : {"Nordwind AG", "Alpenbank"}) {
            add.command = OrgCommand(AddOrg{name, from.text(), {}});
            const auto org = runCommand(*store, add, systemClock());
            QVERIFY(org.has_value());
            CommandRequest team;
            team.region = from;
            team.tenant = org->tenant;
            team.command = TeamCommand(AddTeam{"Night shift", {}});
            queued.push_back(team);
        }
        m_fixture->openWorkspace(m_fixture->file().toStdString(),
                                 {{from, embeddedEndpoint(file)}, {to, embeddedEndpoint(file)}});
        view()->changes()->staged().queue(queued);
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(QStringLiteral("eu-west-1 answers again: 2 queued changes")),
                                  qPrintable(said()), kLong);
        for (const auto& [request, home] : {std::pair(queued[0], to), std::pair(queued[1], nowhere)}) {
            const auto target = makeEmbeddedEventStore(file);
            TenantMove move(*store, *target, request.tenant, from, home);
            QVERIFY(move.run({{"operator", ActorId("ada")}, "data residency"}, {}, {}).has_value());
        }
        view()->messages()->actionButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(report() != nullptr, kLong);
        const QString text = report()->text();
        QVERIFY2(text.contains(QStringLiteral("eu-central-1 (the organization has moved there from eu-west-1)")),
                 qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral(
                     "has moved to us-east-1, which this workspace has no endpoint for. Nothing was written.")),
                 qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("1 still fits. 1 is refused now.")), qPrintable(text));
        report()->sendButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(this->queued(), 1, kLong);
        m_fixture->trigger(ActionId::GoTeams);
        QTRY_COMPARE_WITH_TIMEOUT(view()->teamsAndRoles()->teams()->model()->total(), 1, kLong);
    }

private:
    [[nodiscard]] WorkspaceView* view() const { return m_fixture->window->view(); }

    [[nodiscard]] UsersPage* users() const { return view()->users(); }

    [[nodiscard]] QString lost() const { return QString::fromStdString(m_fixture->servers.regionName(1)); }

    [[nodiscard]] QString kept() const { return QString::fromStdString(m_fixture->servers.regionName(0)); }

    [[nodiscard]] QString stale() const { return withoutIsolates(view()->stale()->text()); }

    [[nodiscard]] QString said() const { return withoutIsolates(view()->messages()->text()); }

    [[nodiscard]] int queued() const { return static_cast<int>(view()->changes()->staged().queued().size()); }

    [[nodiscard]] QString stateOf(int row) const {
        return view()->changes()->model()->index(row, ChangeSetModel::State).data().toString();
    }

    [[nodiscard]] static ConflictReportDialog* report() {
        return qobject_cast<ConflictReportDialog*>(QApplication::activeModalWidget());
    }

    [[nodiscard]] AggregateId idOf(const TenantId& tenant, const std::string& userName) const {
        for (int row = 0; row < users()->model()->rowCount(); ++row)
            if (const auto* user = users()->model()->rowAt(row); user->tenant == tenant && user->userName == userName)
                return user->id;
        return {};
    }

    void choose(const TenantId& tenant, const std::string& userName) const {
        QTRY_VERIFY_WITH_TIMEOUT(!idOf(tenant, userName).isEmpty(), kLong);
        users()->choose(QString::fromStdString(tenant.text() + "/" + idOf(tenant, userName).text()));
        QTRY_VERIFY(users()->chosenUser() && users()->chosenUser()->tenant == tenant &&
                    users()->chosenUser()->userName == userName);
    }

    std::unique_ptr<WindowFixture> m_fixture;
    TenantId m_here, m_there;
};

MUNIMENT_TEST(outage, TestOutage);
#include "test_outage.moc"
