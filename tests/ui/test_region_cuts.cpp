// Protects: a region that is cut off, in whatever way a network can be, holds up nothing else. The other regions'
// events arrive, its chip tells, a cancel ends what waits for it, the window closes; and when the cut ends it comes
// back by itself, with nothing lost and nothing twice. Three real servers, one of them behind a proxy.
#include "models/eventstore/event_store.h"
#include "models/eventstore/intake.h"
#include "models/regions/region_topology.h"
#include "models/spool/call_canceller.h"
#include "models/timeline/timeline.h"
#include "tests/support/plain_sql.h"
#include "tests/support/proxy.h"
#include "tests/support/test_registry.h"
#include "tests/ui/window_fixture.h"
#include "ui/actions/action_registry.h"
#include "ui/pages/timeline_page.h"
#include "ui/shell/region_chip.h"
#include "ui/shell/workspace_strip.h"
#include "ui/shell/workspace_view.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <thread>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr int kCut = 0; ///< the region behind the proxy
constexpr std::int64_t kEventsOfATenant = 6;

class TestRegionCuts : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->startRegions(3, false);
        m_proxy = std::make_unique<Proxy>(m_fixture->servers.port(kCut));
        for (int region = 0; region < 3; ++region)
            m_fixture->writeTenant(region, "At first");
        m_fixture->openWorkspace(path("cuts.muniment"), regions());
        m_fixture->trigger(ActionId::GoTimeline);
        QTRY_COMPARE(view()->timeline()->model()->window().total, 3 * kEventsOfATenant);
    }

    void cleanupTestCase() {
        m_fixture.reset();
        m_proxy.reset();
    }

    void theOthersGoOn_data() { waysToCut(); }

    void theOthersGoOn() {
        QFETCH(Cut, cut);
        QTRY_COMPARE(chipsThatAreUp(), 3);
        const auto before = eventsOfEach();
        m_proxy->cut(cut);
        const std::string name = QTest::currentDataTag();
        for (int region = 0; region < 3; ++region)
            m_fixture->writeTenant(region, name);

        QTRY_COMPARE(eventsOfEach()[1], before[1] + kEventsOfATenant);
        QTRY_COMPARE(eventsOfEach()[2], before[2] + kEventsOfATenant);
        if (cut == Cut::Latency) {
            QTRY_COMPARE(eventsOfEach()[kCut], before[kCut] + kEventsOfATenant);
            QTRY_VERIFY(*view()->workspace().regions()[index(kCut)].follower.roundTrip >= std::chrono::seconds(1));
        } else {
            QTRY_COMPARE(chip(kCut)->health(), RegionHealth::Down);
            QVERIFY2(chip(kCut)->brief().contains(QStringLiteral("known through")), qPrintable(chip(kCut)->brief()));
            QCOMPARE(eventsOfEach()[kCut], before[kCut]);
            m_fixture->picture(QStringLiteral("region-cut-%1-light").arg(QString::fromStdString(name)));
        }
        QCOMPARE(chip(1)->health(), RegionHealth::Up);
        QCOMPARE(chip(2)->health(), RegionHealth::Up);
        // The timeline has them, too: it is the one that a person looks at.
        QTRY_COMPARE(view()->timeline()->model()->window().total, sum(eventsOfEach()));

        m_proxy->cut(Cut::None);
        QTRY_COMPARE(eventsOfEach()[kCut], before[kCut] + kEventsOfATenant);
        QTRY_COMPARE(chipsThatAreUp(), 3);
        compareWithServers();
    }

    void aCancelEndsWhatIsNeverAnswered_data() { waysToCut(); }

    void aCancelEndsWhatIsNeverAnswered() {
        QFETCH(Cut, cut);
        // A lock keeps the answer back also where the network would bring it.
        PlainSql owner(m_fixture->servers.superuserEndpoint(kCut));
        QVERIFY(owner.run("BEGIN") && owner.run("LOCK TABLE muniment.intake IN ACCESS EXCLUSIVE MODE"));
        for (const bool isConnected : {true, false}) {
            auto opened = openEventStore(regions()[kCut].endpoint, nullptr);
            QVERIFY(opened);
            const std::shared_ptr<EventStore> store = std::move(*opened);
            if (isConnected)
                QVERIFY(store->connect(regionName(kCut)));
            m_proxy->cut(cut);
            std::stop_source stop;
            Result<IntakeCounts> counted = failure(ErrorCode::Internal);
            {
                const CallCanceller canceller(store, stop.get_token());
                std::jthread asking([&] { counted = store->intake().countRecords(regionName(kCut)); });
                QTest::qWait(300); // that it waits, in most runs; a cancel that comes early has to end it as well
                stop.request_stop();
            }
            QVERIFY(!counted);
            if (cut != Cut::Down && cut != Cut::Reset)
                QCOMPARE(counted.error().code, ErrorCode::Cancelled);
            m_proxy->cut(Cut::None);
        }
        QTRY_COMPARE(chipsThatAreUp(), 3);
    }

    void questionsToAllRegionsGetTheOthersAnswers_data() { waysToCut(); }

    void questionsToAllRegionsGetTheOthersAnswers() {
        QFETCH(Cut, cut);
        m_proxy->cut(cut);
        const auto told = readTopologies(regions(), nullptr, std::chrono::seconds(8));
        QCOMPARE(told.size(), std::size_t{3});
        QVERIFY(!told[1].error && !told[2].error);
        QVERIFY(told[kCut].error || cut == Cut::Latency);
        m_proxy->cut(Cut::None);
        QTRY_COMPARE(chipsThatAreUp(), 3);
    }

    void aCommandEndsAsKnown_data() { waysToCut(); }

    void aCommandEndsAsKnown() {
        QFETCH(Cut, cut);
        const auto before = eventsOfEach();
        m_proxy->cut(cut);
        // Not the stack's: where this fails, the answer may still come.
        const auto done = std::make_shared<std::optional<Result<CommandResult>>>();
        const std::string name = std::string("Sent: ") + QTest::currentDataTag();
        CommandRequest request;
        request.region = regionName(kCut);
        request.operatorName = "petra";
        request.command = OrgCommand(AddOrg{name, regionName(kCut).text(), {}});
        view()->workspace().submit(request, this, [done](const Result<CommandResult>& result) { *done = result; });
        // Nobody waits for it: the others' commands are sent meanwhile.
        const auto other = std::make_shared<std::optional<Result<CommandResult>>>();
        request.region = regionName(1);
        request.command = OrgCommand(AddOrg{name, regionName(1).text(), {}});
        view()->workspace().submit(request, this, [other](const Result<CommandResult>& result) { *other = result; });
        QTRY_VERIFY(other->has_value());
        QVERIFY((*other)->has_value());
        QTRY_VERIFY(done->has_value());
        m_proxy->cut(Cut::None);
        QTRY_COMPARE(chipsThatAreUp(), 3);
        // What the answer said was written is all that came.
        const bool isWritten = (*done)->has_value() && (*done)->value().appended;
        QTRY_COMPARE(eventsOfEach()[kCut],
                     before[kCut] + (isWritten ? std::ssize((*done)->value().appended->eventIds) : 0));
        compareWithServers();
    }

    void theWindowClosesWhateverTheRegionDoes_data() { waysToCut(); }

    void theWindowClosesWhateverTheRegionDoes() {
        QFETCH(Cut, cut);
        QTRY_COMPARE(chipsThatAreUp(), 3);
        m_proxy->cut(cut);
        CommandRequest request;
        request.region = regionName(kCut);
        request.operatorName = "petra";
        request.command = OrgCommand(AddOrg{"Never", regionName(kCut).text(), {}});
        view()->workspace().submit(request, this, [](const Result<CommandResult>&) {});
        QTest::qWait(300);
        // A thread that waited for the region would keep the file, and the next window from it.
        m_fixture->window->openFile(path("cuts.muniment"));
        QTRY_VERIFY(view() != nullptr && view()->timeline() != nullptr);
        QTRY_COMPARE(view()->timeline()->model()->window().total, sum(eventsOfEach()));
        m_proxy->cut(Cut::None);
        QTRY_COMPARE(chipsThatAreUp(), 3);
    }

private:
    static void waysToCut() {
        QTest::addColumn<Cut>("cut");
        QTest::newRow("down") << Cut::Down;
        QTest::newRow("latency") << Cut::Latency;
        QTest::newRow("black hole") << Cut::BlackHole;
        QTest::newRow("half open") << Cut::HalfOpen;
        QTest::newRow("reset") << Cut::Reset;
    }

    [[nodiscard]] std::filesystem::path path(const char* name) const { return m_fixture->folder() / name; }

    [[nodiscard]] WorkspaceView* view() const { return m_fixture->window->view(); }

    [[nodiscard]] RegionName regionName(int i) const { return RegionName(m_fixture->servers.regionName(i)); }

    [[nodiscard]] std::vector<WorkspaceRegion> regions() const {
        std::vector<WorkspaceRegion> all;
        for (int i = 0; i < 3; ++i)
            all.push_back({regionName(i), m_fixture->servers.endpoint(i)});
        all[kCut].endpoint =
            "postgresql://admin@127.0.0.1:" + std::to_string(m_proxy->port()) + "/muniment?sslmode=disable";
        return all;
    }

    /// Of Workspace::regions() and the chips, which are in the order of the names.
    [[nodiscard]] std::size_t index(int region) const {
        const auto all = view()->workspace().regions();
        return static_cast<std::size_t>(std::ranges::find(all, regionName(region), &RegionStatus::region) -
                                        all.begin());
    }

    [[nodiscard]] const RegionChip* chip(int region) const { return view()->strip()->chips().at(index(region)); }

    [[nodiscard]] std::vector<std::int64_t> eventsOfEach() const {
        const auto all = view()->workspace().regions();
        std::vector<std::int64_t> counts;
        for (int region = 0; region < 3; ++region)
            counts.push_back(all.at(index(region)).events);
        return counts;
    }

    static std::int64_t sum(const std::vector<std::int64_t>& counts) {
        return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    }

    [[nodiscard]] int chipsThatAreUp() const {
        return static_cast<int>(std::ranges::count(view()->strip()->chips(), RegionHealth::Up, &RegionChip::health));
    }

    /// Every event of the servers is in the file, once, and nothing else.
    void compareWithServers() {
        std::vector<std::string> there;
        for (int region = 0; region < 3; ++region) {
            PlainSql owner(m_fixture->servers.superuserEndpoint(region));
            const auto rows = owner.query("SELECT event_id FROM muniment.events");
            QVERIFY2(rows, owner.error().c_str());
            for (const auto& row : *rows)
                there.push_back(row[0]);
        }
        std::optional<std::vector<std::string>> here;
        view()->workspace().query<std::vector<std::string>>(
            this,
            [](Snapshot& snapshot, std::stop_token) {
                return evaluate(snapshot, {}).and_then([&](const MatchSetPointer& everything) {
                    return readTimeline(snapshot, *everything, TimelineOrder::NewestFirst, 0, 100'000)
                        .map([](const std::vector<TimelineRow>& rows) {
                            std::vector<std::string> ids;
                            for (const TimelineRow& row : rows)
                                ids.push_back(row.event.eventId.text());
                            return ids;
                        });
                });
            },
            [&](Result<std::vector<std::string>> ids) {
                QVERIFY(ids);
                here = std::move(*ids);
            });
        QTRY_VERIFY(here.has_value());
        std::ranges::sort(there);
        std::ranges::sort(*here);
        QCOMPARE(*here, there);
    }

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<Proxy> m_proxy;
};

} // namespace

MUNIMENT_TEST(region_cuts, TestRegionCuts);
#include "test_region_cuts.moc"
