// Protects: the window shows what each server says about itself, whether data lie where they may and what cannot be
// proven, lets a rule be kept that the next check obeys and the passport tells of; and changes the regions of a cluster
// only after the SQL was seen and, where a region goes, its name was typed.
#include "models/items/plain_text.h"
#include "tests/residency/scripted_cluster.h"
#include "tests/support/test_registry.h"
#include "tests/ui/window_fixture.h"
#include "ui/directory/residency_tab.h"
#include "ui/export/export_dialog.h"
#include "ui/pages/organizations_page.h"
#include "ui/residency/placement_pane.h"
#include "ui/residency/region_change_dialog.h"
#include "ui/residency/rule_dialog.h"
#include "ui/residency/servers_dialog.h"
#include "ui/residency/servers_pane.h"
#include "ui/shell/workspace_view.h"
#include "ui/widgets/waiting_strip.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

QString cell(const QTableView* table, int row, int column) {
    return withoutIsolates(table->model()->index(row, column).data().toString());
}

AnswerTable databaseRegions(const std::vector<std::string>& names) {
    std::vector<AnswerTable::Row> rows;
    for (const std::string& name : names)
        rows.push_back({"movr", name, name == names.front() ? "t" : "f", "f", "{}"});
    return {{"database", "region", "primary", "secondary", "zones"}, std::move(rows)};
}

/// A cluster of three regions, of which two are the database's.
class Cluster final : public ChangeSessions {
public:
    Cluster() : m_cluster(QStringLiteral("23.2")) {
        m_cluster.answer("databaseRegions", databaseRegions({"us-east", "us-central"}));
        m_cluster.answer("jobs", {{"job_id", "job_type", "status"}, {}});
    }

    Result<void> change(const std::string& statement) override {
        sent.push_back(statement);
        return onChange ? onChange() : Result<void>();
    }

    ServerQuestions& questions() override { return m_cluster; }

    [[nodiscard]] ScriptedCluster& script() { return m_cluster; }

    std::function<Result<void>()> onChange;
    std::vector<std::string> sent;

private:
    ScriptedCluster m_cluster;
};

OpenChange opening(const std::shared_ptr<Cluster>& cluster) {
    return [cluster]() -> Result<OpenedChange> { return OpenedChange{cluster, {23, 2, 0}}; };
}

} // namespace

class TestServers : public QObject {
    Q_OBJECT
private slots:

    void serversAndPlacement() {
        WindowFixture fixture;
        fixture.startRegions(2);
        const TenantId org = fixture.writeTenant(0, "Nordwind AG");
        fixture.writeTenant(1, "Blue Harbor Ltd");
        fixture.openWorkspace();
        fixture.trigger(ActionId::GoOrganizations);
        QTRY_COMPARE(fixture.window->view()->organizations()->list()->model()->rowCount(), 2);
        fixture.trigger(ActionId::ServersAndPlacement);
        auto* dialog = fixture.window->findChild<ServersDialog*>();
        QVERIFY(dialog != nullptr);
        const auto* servers = dialog->servers();
        QTRY_COMPARE(servers->table()->model()->rowCount(), 2);
        QVERIFY2(cell(servers->table(), 0, 1).startsWith(QStringLiteral("PostgreSQL 1")),
                 qPrintable(cell(servers->table(), 0, 1)));
        QVERIFY(cell(servers->table(), 0, 5).endsWith(QStringLiteral(" ms")));
        QVERIFY(cell(servers->table(), 0, 2) != cell(servers->table(), 1, 2)); // two databases
        QVERIFY2(servers->story().contains(QStringLiteral("partition")), qPrintable(servers->story()));
        QVERIFY(!servers->changeButton()->isEnabled());
        fixture.picture(QStringLiteral("servers"), dialog);
        QCOMPARE(findings(dialog), QStringList());

        dialog->tabs()->setCurrentIndex(1);
        auto* placement = dialog->placement();
        QTRY_COMPARE(placement->organizations()->model()->rowCount(), 2);
        QVERIFY2(placement->verdict().contains(QStringLiteral("Nothing is where it may not be")),
                 qPrintable(placement->verdict()));
        QCOMPARE(placement->findings()->model()->rowCount(), 0);
        QVERIFY2(placement->limitsText().contains(QStringLiteral("write-ahead log")),
                 qPrintable(placement->limitsText()));
        const int row = cell(placement->organizations(), 0, 0) == QStringLiteral("Nordwind AG") ? 0 : 1;
        placement->organizations()->setCurrentIndex(placement->organizations()->model()->index(row, 0));

        // A rule that its home breaks.
        placement->ruleButton()->click();
        auto* rule = placement->findChild<RuleDialog*>();
        QVERIFY(rule != nullptr);
        auto* elsewhere = rule->box(RegionName(fixture.servers.regionName(1)));
        QVERIFY(elsewhere != nullptr && !elsewhere->isChecked());
        elsewhere->setChecked(true);
        fixture.picture(QStringLiteral("placement-rule"), rule);
        rule->submitButton()->click();
        QTRY_COMPARE(placement->findings()->model()->rowCount(), 1);
        QCOMPARE(cell(placement->findings(), 0, 0), QStringLiteral("Violation"));
        QVERIFY(cell(placement->findings(), 0, 3).contains(QStringLiteral("its rule allows only")));
        QVERIFY(placement->verdict().contains(QStringLiteral("1 violation")));
        fixture.picture(QStringLiteral("placement"), dialog);
        QCOMPARE(findings(dialog), QStringList());
        placement->exportButton()->click();
        QTRY_VERIFY(fixture.window->findChild<ExportDialog*>() != nullptr);
        fixture.window->findChild<ExportDialog*>()->reject();
        dialog->reject();

        // The passport tells of it, without the servers.
        auto* page = fixture.window->view()->organizations();
        page->choose(QString::fromStdString(org.text()));
        auto* residency = page->detailTabs()->findChild<ResidencyTab*>();
        QVERIFY(residency != nullptr);
        page->detailTabs()->setCurrentWidget(residency);
        QTRY_VERIFY2(residency->told().contains(QStringLiteral("its rule allows only")), qPrintable(residency->told()));
    }

    void aRegionIsAdded() {
        const auto cluster = std::make_shared<Cluster>();
        cluster->onChange = [&] {
            cluster->script().answer("databaseRegions", databaseRegions({"us-east", "us-central", "us-west"}));
            return Result<void>();
        };
        auto* dialog = open(cluster);
        QTRY_VERIFY2(dialog->toldText().contains(QStringLiteral("Fill in")), qPrintable(dialog->toldText()));
        QVERIFY(!dialog->submitButton()->isEnabled());
        m_fixture.type(dialog, QStringLiteral("region"), QStringLiteral("us-west"));
        QTRY_VERIFY2(dialog->submitButton()->isEnabled(), qPrintable(dialog->toldText()));
        QVERIFY2(dialog->sqlText().contains(QStringLiteral("ADD REGION")), qPrintable(dialog->sqlText()));
        QVERIFY(dialog->toldText().contains(QStringLiteral("✓")));
        QVERIFY(cluster->sent.empty());
        m_fixture.picture(QStringLiteral("region-change"), dialog);
        QCOMPARE(findings(dialog), QStringList());
        QString sentence;
        connect(dialog, &RegionChangeDialog::ended, this, [&](const QString& said) { sentence = said; });
        dialog->submitButton()->click();
        QTRY_VERIFY(!sentence.isEmpty());
        QCOMPARE(cluster->sent.size(), std::size_t{1});
    }

    void aRegionThatIsThereIsNotAdded() {
        const auto cluster = std::make_shared<Cluster>();
        auto* dialog = open(cluster);
        m_fixture.type(dialog, QStringLiteral("region"), QStringLiteral("us-central"));
        QTRY_VERIFY2(dialog->toldText().contains(QStringLiteral("✗ Not so")), qPrintable(dialog->toldText()));
        QVERIFY(!dialog->submitButton()->isEnabled());
        dialog->reject();
    }

    void aRegionIsDroppedOnceItsNameIsTyped() {
        const auto cluster = std::make_shared<Cluster>();
        cluster->onChange = [] {
            return Result<void>(
                failure(ErrorCode::Refused, "could not remove enum value \"us-central\"", {{"sqlstate", "55000"}}));
        };
        auto* dialog = open(cluster);
        choose(dialog, "drop");
        m_fixture.type(dialog, QStringLiteral("region"), QStringLiteral("us-central"));
        QTRY_VERIFY2(dialog->sqlText().contains(QStringLiteral("DROP REGION")), qPrintable(dialog->toldText()));
        QVERIFY(!dialog->submitButton()->isEnabled());
        m_fixture.type(dialog, QStringLiteral("confirmed"), QStringLiteral("us-centra"));
        QVERIFY(!dialog->submitButton()->isEnabled());
        m_fixture.type(dialog, QStringLiteral("confirmed"), QStringLiteral("us-central"));
        QVERIFY(dialog->submitButton()->isEnabled());
        dialog->submitButton()->click();
        // The server's no is told, with what stands now; nothing is sent twice.
        QTRY_VERIFY2(!dialog->errorText().isEmpty(), qPrintable(dialog->toldText()));
        QCOMPARE(cluster->sent.size(), std::size_t{1});
        m_fixture.picture(QStringLiteral("region-change-refused"), dialog);
        dialog->reject();
    }

    void whatChangedMeanwhileIsNotSent() {
        const auto cluster = std::make_shared<Cluster>();
        auto* dialog = open(cluster);
        m_fixture.type(dialog, QStringLiteral("region"), QStringLiteral("us-west"));
        QTRY_VERIFY(dialog->submitButton()->isEnabled());
        cluster->script().answer("databaseRegions", databaseRegions({"us-east", "us-central", "us-west"}));
        dialog->submitButton()->click();
        QTRY_VERIFY2(dialog->toldText().contains(QStringLiteral("nothing was sent")), qPrintable(dialog->toldText()));
        QVERIFY(cluster->sent.empty());
        dialog->reject();
    }

    void postgresHasNone() {
        auto* dialog = new RegionChangeDialog(
            RegionName("eu"),
            []() -> Result<OpenedChange> {
                return failure(ErrorCode::Refused, "no cluster", {{"reason", "notCockroach"}});
            },
            nullptr);
        dialog->open();
        QTRY_VERIFY(dialog->toldText().contains(QStringLiteral("is not CockroachDB")));
        QVERIFY(!dialog->submitButton()->isEnabled());
        dialog->reject();
    }

private:
    RegionChangeDialog* open(const std::shared_ptr<Cluster>& cluster) {
        auto* dialog = new RegionChangeDialog(RegionName("us-east"), opening(cluster), nullptr);
        dialog->open();
        return dialog;
    }

    static void choose(RegionChangeDialog* dialog, const char* change) {
        auto* box = qobject_cast<QComboBox*>(dialog->editor(QStringLiteral("change")));
        box->setCurrentIndex(box->findData(QString::fromLatin1(change)));
    }

    WindowFixture m_fixture;
};

MUNIMENT_TEST(servers, TestServers);
#include "test_servers.moc"
