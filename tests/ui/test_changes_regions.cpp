// Protects: a region that is lost in the middle of a change set on real PostgreSQL servers: what belongs to the others
// is written, what was not written says so and stays staged, nothing is sent twice, and the rest goes when it is back.
#include "models/commands/command_text.h"
#include "tests/support/test_registry.h"
#include "tests/ui/window_fixture.h"
#include "ui/actions/action_registry.h"
#include "ui/changes/change_details.h"
#include "ui/changes/changes_page.h"
#include "ui/pages/teams_and_roles_page.h"
#include "ui/pages/teams_page.h"
#include "ui/shell/workspace_view.h"

#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestChangesRegions : public QObject {
    Q_OBJECT
private slots:

    void aRegionLostInTheMiddleHoldsUpNobodyElse() {
        m_fixture.startRegions(2);
        const TenantId here = m_fixture.writeTenant(0, "Nordwind AG");
        const TenantId there = m_fixture.writeTenant(1, "Alpenbank");
        m_fixture.openWorkspace();
        stage(here, there);
        m_fixture.window->openFile(m_fixture.file().toStdString());
        QTRY_VERIFY(view() != nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(model()->rowCount(), kChanges, kLong);
        m_fixture.window->actions().action(ActionId::GoChanges)->trigger();

        send();
        QTRY_VERIFY_WITH_TIMEOUT(countOf("Written") >= 6, kLong);
        m_fixture.servers.kill9(1);
        // Of what was on its way at that moment nothing is known until the server can be asked; the rest is refused.
        QTRY_VERIFY_WITH_TIMEOUT(countOf("Not written") > 0 || countOf("Not known yet") > 0, kLong);
        m_fixture.picture(QStringLiteral("changes-region-gone-light"));
        if (countOf("Not known yet") > 0)
            m_fixture.servers.startAgain(1);
        QTRY_VERIFY_WITH_TIMEOUT(isAtRest(), kLong);
        QCOMPARE(countOf("Written", 0), kChanges / 2);
        if (const int row = firstOf("Not written"); row >= 0) {
            page()->list()->setCurrentIndex(model()->index(row, 0));
            QTRY_VERIFY2(page()->details()->trouble().contains(QString::fromStdString(m_fixture.servers.regionName(1))),
                         qPrintable(page()->details()->trouble()));
            m_fixture.servers.startAgain(1);
        }
        // Written changes leave the list when none of them failed.
        for (int attempt = 0; attempt < 20 && countOf("Written") < model()->rowCount(); ++attempt) {
            send();
            QTRY_VERIFY_WITH_TIMEOUT(isAtRest(), kLong);
        }
        QCOMPARE(countOf("Written"), model()->rowCount());
        m_fixture.window->actions().action(ActionId::GoTeams)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(view()->teamsAndRoles()->teams()->model()->total(), kChanges, kLong); // each once
    }

private:
    static constexpr int kChanges = 40;
    static constexpr int kLong = 120'000;

    [[nodiscard]] WorkspaceView* view() const { return m_fixture.window->view(); }

    [[nodiscard]] ChangesPage* page() const { return view()->changes(); }

    [[nodiscard]] ChangeSetModel* model() const { return page()->model(); }

    /// New teams, in turns here and there.
    void stage(const TenantId& here, const TenantId& there) {
        WorkspaceChange change;
        change.staged.emplace();
        for (int i = 0; i < kChanges; ++i) {
            CommandRequest request;
            request.region = RegionName(m_fixture.servers.regionName(i % 2));
            request.tenant = i % 2 == 0 ? here : there;
            request.id = AggregateId(randomUuid().text());
            request.command = TeamCommand(AddTeam{"Team " + std::to_string(i), {}});
            change.staged->push_back({randomUuid(), printCommand(request)});
        }
        bool isKept = false;
        view()->workspace().change(std::move(change), this,
                                   [&](const Result<void>& kept) { isKept = kept.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(isKept, kLong);
    }

    void send() {
        m_fixture.window->actions().action(ActionId::SendChanges)->trigger();
        auto* form = m_fixture.form();
        form->submitButton()->click();
        QTRY_VERIFY(!form->isVisible());
    }

    [[nodiscard]] QString stateOf(int row) const {
        return model()->index(row, ChangeSetModel::State).data().toString();
    }

    /// Changes in that state; of the rows whose number is odd or even, when `parity` says so.
    [[nodiscard]] int countOf(const char* state, int parity = -1) const {
        int count = 0;
        for (int row = 0; row < model()->rowCount(); ++row)
            if ((parity < 0 || row % 2 == parity) && stateOf(row) == QLatin1String(state))
                ++count;
        return count;
    }

    [[nodiscard]] bool isAtRest() const {
        return countOf("Staged") + countOf("Being sent") + countOf("Not known yet") == 0;
    }

    [[nodiscard]] int firstOf(const char* state) const {
        for (int row = 0; row < model()->rowCount(); ++row)
            if (stateOf(row) == QLatin1String(state))
                return row;
        return -1;
    }

    WindowFixture m_fixture;
};

MUNIMENT_TEST(changes_regions, TestChangesRegions);
#include "test_changes_regions.moc"
