// Protects: a full disk pauses the sync and nothing else. The window says why, the timeline and the lists go on, and
// the sync resumes by itself once there is room.
#include "models/simulation/history_writer.h"
#include "tests/support/small_disk.h"
#include "tests/support/test_registry.h"
#include "tests/ui/window_fixture.h"
#include "ui/actions/action_registry.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/timeline_table.h"
#include "ui/pages/users_page.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/status_line.h"
#include "ui/shell/workspace_view.h"

#include <QLineEdit>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr std::int64_t kFirstEvents = 72; ///< of twelve small organizations
constexpr std::int64_t kEvents = 30'000;

} // namespace

class TestFullDisk : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->startRegions(1);
        for (int i = 0; i < 12; ++i)
            m_fixture->writeTenant(0, "Tenant " + std::to_string(i));
    }

    void cleanupTestCase() {
        m_disk.reset(); // it is mounted inside the fixture's folder
        m_fixture.reset();
    }

    void theSyncPausesWithTheReasonAndResumesByItself() {
        const auto folder = m_fixture->folder() / "disk";
        m_disk = std::make_unique<SmallDisk>(folder, 48);
        const auto file = folder / "full.muniment";
        m_fixture->openWorkspace(file, {{region(), m_fixture->servers.endpoint(0)}});
        QTRY_COMPARE(timeline()->model()->window().total, kFirstEvents);
        m_disk->fill(file, 400'000);
        writeHistory();

        QTRY_VERIFY(view()->messages()->text().contains(QStringLiteral("Syncing is paused")));
        const auto said = view()->messages()->text();
        QVERIFY2(!m_disk->isMounted() || said.contains(QStringLiteral("is full")), qPrintable(said));
        QVERIFY2(!m_disk->isMounted() || said.contains(QStringLiteral("resumes by itself")), qPrintable(said));
        QVERIFY2(view()->statusLine()->job().contains(QStringLiteral("Syncing waits")),
                 qPrintable(view()->statusLine()->job()));
        QCOMPARE(view()->statusLine()->freshness(), QStringLiteral("Showing what was synced"));

        // Reading goes on: what is there, from end to end, and a list that was not looked at yet.
        QTest::keyClick(timeline()->table()->view(), Qt::Key_End);
        QTRY_COMPARE(timeline()->model()->window().top, timeline()->model()->window().lastTop());
        QTRY_VERIFY(timeline()->model()->rowAt(0) != nullptr);
        m_fixture->picture(QStringLiteral("timeline-disk-full-light"));
        trigger(ActionId::GoUsers);
        view()->users()->filter()->setText(QStringLiteral("mia"));
        QTRY_COMPARE(view()->users()->model()->total(), 12);

        m_disk->makeRoom();
        QTRY_VERIFY(view()->messages()->text().contains(QStringLiteral("Syncing goes on")));
        QTRY_COMPARE(timeline()->model()->window().total, kFirstEvents + m_written);
        QTRY_VERIFY(view()->statusLine()->job().isEmpty());
        QTRY_VERIFY(view()->statusLine()->freshness().startsWith(QStringLiteral("Fresh to")));
    }

private:
    [[nodiscard]] RegionName region() const { return RegionName(m_fixture->servers.regionName(0)); }

    /// Some life in bulk, as an import writes it.
    void writeHistory() {
        SimulationPlan plan;
        plan.events = kEvents;
        plan.regions = {region()};
        plan.to = systemClock().now();
        plan.from = plan.to + -90 * kMicrosPerDay;
        Simulation simulation(plan);
        StoresByRegion stores;
        auto opened = openEventStore(m_fixture->servers.endpoint(0, "mover"), nullptr);
        QVERIFY(opened);
        stores.emplace(region(), std::move(*opened));
        const auto written = insertSimulation(simulation, stores, {}, {});
        QVERIFY2(written, written ? "" : written.error().detail.c_str());
        m_written = *written;
    }

    void trigger(ActionId id) { m_fixture->window->actions().action(id)->trigger(); }

    [[nodiscard]] WorkspaceView* view() const { return m_fixture->window->view(); }

    [[nodiscard]] TimelinePage* timeline() const { return view()->timeline(); }

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<SmallDisk> m_disk;
    std::int64_t m_written = 0;
};

MUNIMENT_TEST(full_disk, TestFullDisk);
#include "test_full_disk.moc"
