// Protects: every region is in the table with its numbers and, when its name says where it lies, on the map; what is
// chosen on one is chosen on the other, by keys alone; a region that is down, one without a place, and a file without
// events are told; in the past the page is of the past; and an organization's residency is told, copied and exported.
#include "models/base/clock.h"
#include "models/eventstore/embedded/embedded_event_store.h"
#include "models/items/error_sentence.h"
#include "models/items/time_machine.h"
#include "models/replica/replica.h"
#include "tests/support/must.h"
#include "tests/support/test_registry.h"
#include "tests/ui/window_fixture.h"
#include "ui/actions/action_registry.h"
#include "ui/charts/lag_chart.h"
#include "ui/directory/copies_pane.h"
#include "ui/directory/residency_tab.h"
#include "ui/export/export_dialog.h"
#include "ui/map/region_map.h"
#include "ui/map/region_marker.h"
#include "ui/pages/organizations_page.h"
#include "ui/pages/regions_page.h"
#include "ui/pages/timeline_page.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr const char* kRegions[]{"ap-southeast-2", "eu-west-1", "on-prem-1", "us-east-1"};
constexpr const char* kDown = "sa-east-1";
constexpr int kRows = 5;

Instant ago(std::int64_t days) {
    return systemClock().now() + -days * kMicrosPerDay;
}

} // namespace

class TestRegionsPage : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_fixture = std::make_unique<WindowFixture>();
        m_file = m_fixture->folder() / "store.db";
        QVERIFY(createEmbeddedStore(m_file, {RegionName(kRegions[0]), RegionName(kRegions[1]), RegionName(kRegions[2]),
                                             RegionName(kRegions[3])}));
        m_store = makeEmbeddedEventStore(m_file);
        for (const auto& [region, name] :
             {std::pair("eu-west-1", "Nordwind AG"), std::pair("eu-west-1", "Kessler Logistik"),
              std::pair("ap-southeast-2", "Harbor Labs"), std::pair("on-prem-1", "Stadtwerke Süd")})
            addTenant(region, name);
        addMovedTenant();
        m_fixture->openWorkspace(m_fixture->file().toStdString(), endpoints(m_file));
        trigger(ActionId::GoRegions);
        QTRY_COMPARE(cell("eu-west-1", RegionListModel::Tenants), QStringLiteral("2"));
        QTRY_COMPARE(cell("us-east-1", RegionListModel::Events), QStringLiteral("6"));
        QTRY_VERIFY2(cell(kDown, RegionListModel::State).startsWith(QStringLiteral("down since")),
                     qPrintable(cell(kDown, RegionListModel::State)));
        QTRY_COMPARE(regionsKnown(), std::ssize(kRegions)); // it is recorded now and then only
    }

    void cleanupTestCase() {
        m_store.reset();
        m_fixture.reset();
    }

    void cleanup() {
        view()->time()->backToNow();
        trigger(ActionId::GoRegions);
        QTRY_COMPARE(cell("eu-west-1", RegionListModel::Tenants), QStringLiteral("2"));
    }

    void everyRegionHasItsNumbers() {
        QCOMPARE(page()->list()->model()->rowCount(), kRows);
        QCOMPARE(cell("eu-west-1", RegionListModel::Users), QStringLiteral("4"));
        QCOMPARE(cell("us-east-1", RegionListModel::Tenants), QStringLiteral("1"));
        QCOMPARE(cell("eu-west-1", RegionListModel::Growth), QStringLiteral("new"));
        QCOMPARE(cell(kDown, RegionListModel::Tenants), QStringLiteral("0"));
        QCOMPARE(cell(kDown, RegionListModel::Lag), QStringLiteral("—"));
        QTRY_COMPARE(page()->lagChart()->table().rows.size(), std::size_t(kRows));
    }

    void theMapHasAMarkerForEachWithAPlace() {
        for (const char* region : {"eu-west-1", "us-east-1", "ap-southeast-2", kDown}) {
            const auto* marker = page()->map()->markerOf(rowOf(region));
            QVERIFY2(marker != nullptr, region);
            QVERIFY2(marker->accessibleName().contains(QLatin1String(region)), qPrintable(marker->accessibleName()));
            QVERIFY(page()->map()->rect().contains(marker->geometry()));
        }
        QVERIFY(page()->map()->markerOf(rowOf("eu-west-1"))->accessibleName().contains(QStringLiteral("(Dublin): up")));
        QVERIFY(page()->map()->markerOf(rowOf(kDown))->accessibleName().contains(QStringLiteral("down since")));
        QVERIFY(page()->map()->markerOf(rowOf("on-prem-1")) == nullptr);
        QVERIFY2(page()->placeless().contains(QStringLiteral("on-prem-1")), qPrintable(page()->placeless()));
        QVERIFY(!page()->placeless().contains(QStringLiteral("eu-west-1")));
    }

    void noLabelCoversAnother() {
        const auto places = page()->map()->labelPlaces();
        for (std::size_t i = 0; i < places.size(); ++i)
            for (std::size_t j = i + 1; j < places.size(); ++j)
                QVERIFY(!places[i].intersects(places[j]));
    }

    void whatIsChosenOnTheMapIsChosenInTheTableAndBack() {
        QTest::mouseClick(page()->map()->markerOf(rowOf("us-east-1")), Qt::LeftButton);
        QCOMPARE(page()->list()->currentIndex().row(), rowOf("us-east-1"));
        QTRY_VERIFY2(page()->story().contains(QStringLiteral("Events arrive as they are written.")),
                     qPrintable(page()->story()));
        page()->list()->selectRow(rowOf(kDown));
        QCOMPARE(page()->map()->chosen(), rowOf(kDown));
        QVERIFY(page()->map()->markerOf(rowOf(kDown))->isChosen());
        QVERIFY(!page()->map()->markerOf(rowOf("us-east-1"))->isChosen());
        page()->list()->selectRow(rowOf("on-prem-1"));
        QVERIFY(!page()->map()->markerOf(rowOf(kDown))->isChosen());
    }

    void theArrowKeysGoFromRegionToRegion() {
        auto* america = page()->map()->markerOf(rowOf("us-east-1"));
        america->setFocus();
        QTest::keyClick(america, Qt::Key_Right);
        QCOMPARE(page()->list()->currentIndex().row(), rowOf("eu-west-1"));
        auto* europe = page()->map()->markerOf(rowOf("eu-west-1"));
        QVERIFY(europe->hasFocus());
        QVERIFY2(page()->map()->readout().contains(QStringLiteral("organizations: 2, users: 4")),
                 qPrintable(page()->map()->readout()));
        QTest::keyClick(europe, Qt::Key_Left);
        QCOMPARE(page()->list()->currentIndex().row(), rowOf("us-east-1"));
        QTest::keyClick(america, Qt::Key_Down);
        QCOMPARE(page()->list()->currentIndex().row(), rowOf(kDown));
    }

    void enterShowsTheRegionsEvents() {
        auto* marker = page()->map()->markerOf(rowOf("us-east-1"));
        marker->setFocus();
        QTest::keyClick(marker, Qt::Key_Return);
        QTRY_COMPARE(view()->currentPage(), Page::Timeline);
        QTRY_COMPARE(view()->timeline()->model()->window().total, 6);
        trigger(ActionId::ClearFilter);
    }

    void inThePastItIsOfThePast() {
        view()->time()->setAsOf(Moment(ago(20)));
        QTRY_COMPARE(cell("us-east-1", RegionListModel::Events), QStringLiteral("3"));
        QCOMPARE(cell("eu-west-1", RegionListModel::Tenants), QStringLiteral("0"));
        QCOMPARE(cell("us-east-1", RegionListModel::State), QStringLiteral("complete"));
        QCOMPARE(cell(kDown, RegionListModel::State), QStringLiteral("incomplete"));
        QCOMPARE(cell("us-east-1", RegionListModel::Lag), QStringLiteral("—"));
        QVERIFY(page()->lagChart()->isHidden() || !page()->lagChart()->isVisible());
        choose("us-east-1");
        m_fixture->picture(QStringLiteral("regions-past-light"));
    }

    void itStandsInEveryLook() {
        choose(kDown);
        m_fixture->window->resize(1400, 900);
        m_fixture->picture(QStringLiteral("regions-page-light"));
        const auto found = findings(m_fixture->window.get()).join(QLatin1Char('\n'));
        QVERIFY2(found.isEmpty(), qPrintable(found));
        m_fixture->look.setAppearance(Appearance::Dark);
        choose("eu-west-1");
        m_fixture->picture(QStringLiteral("regions-page-dark"));
        m_fixture->language.choose(QStringLiteral("de"));
        choose("on-prem-1");
        QTRY_VERIFY2(page()->story().contains(QStringLiteral("Ereignisse in 30 Tagen: 4")),
                     qPrintable(page()->story()));
        QTRY_COMPARE(page()->list()->model()->headerData(RegionListModel::Tenants, Qt::Horizontal).toString(),
                     QStringLiteral("Organisationen"));
        m_fixture->picture(QStringLiteral("regions-page-de-dark"));
        m_fixture->look.setAppearance(Appearance::Light);
        m_fixture->window->resize(940, 700);
        m_fixture->picture(QStringLiteral("regions-page-de-narrow"));
        m_fixture->language.choose(QStringLiteral("en"));
        m_fixture->window->resize(1280, 800);
        m_fixture->picture(QStringLiteral("regions-page-small"));
    }

    void theResidencyOfAnOrganizationIsTold() {
        auto* tab = openResidency();
        QTRY_COMPARE(tab->table()->model()->rowCount(), 2);
        const auto at = [&](int row, StayColumn column) {
            return tab->table()->model()->index(row, static_cast<int>(column)).data().toString();
        };
        QCOMPARE(at(0, StayColumn::Region), QStringLiteral("us-east-1"));
        QCOMPARE(at(0, StayColumn::Until), QStringLiteral("now"));
        QCOMPARE(at(0, StayColumn::By), QStringLiteral("petra"));
        QCOMPARE(at(1, StayColumn::Region), QStringLiteral("eu-west-1"));
        for (const char* words :
             {"It has lived in us-east-1 since", "Moved here by petra", "The reason given: contract 7",
              "copying 6.0 s, verifying 1.0 s, cutting over 1.0 s, opening 2.0 s", "For 3.0 s nobody could write.",
              "A move to ap-southeast-2 is under way"})
            QVERIFY2(tab->told().contains(QLatin1String(words)), qPrintable(tab->told()));
        QCOMPARE(tab->copies()->told(), QString());
        tab->copies()->askButton()->click();
        QTRY_VERIFY2(tab->copies()->told().contains(QStringLiteral("1 workstation told of a copy.")),
                     qPrintable(tab->copies()->told()));
        QCOMPARE(tab->copies()->table()->model()->rowCount(), 1);
        QVERIFY(!tab->copies()->table()->isHidden());
        m_fixture->window->resize(1400, 900);
        m_fixture->picture(QStringLiteral("residency-light"));
        m_fixture->look.setAppearance(Appearance::Dark);
        m_fixture->language.choose(QStringLiteral("de"));
        QTRY_VERIFY2(tab->told().contains(QStringLiteral("Angegebener Grund: contract 7")), qPrintable(tab->told()));
        QTRY_COMPARE(view()->organizations()->detailTabs()->tabText(0), QStringLiteral("Übersicht"));
        m_fixture->picture(QStringLiteral("residency-de-dark"));
        m_fixture->language.choose(QStringLiteral("en"));
        m_fixture->look.setAppearance(Appearance::Light);
    }

    void itIsCopiedAndExported() {
        auto* tab = openResidency();
        QTRY_COMPARE(tab->table()->model()->rowCount(), 2);
        tab->copyButton()->click();
        const QString copied = QApplication::clipboard()->text();
        QCOMPARE(copied.split(QLatin1Char('\n'), Qt::SkipEmptyParts).size(), 3);
        QVERIFY2(copied.contains(QStringLiteral("us-east-1\t")), qPrintable(copied));
        tab->exportButton()->click();
        QTRY_VERIFY(qobject_cast<ExportDialog*>(QApplication::activeModalWidget()) != nullptr);
        qobject_cast<QDialog*>(QApplication::activeModalWidget())->reject();
    }

    void itsEventLeadsIntoTheTimeline() {
        auto* tab = openResidency();
        QTRY_COMPARE(tab->table()->model()->rowCount(), 2);
        emit tab->table()->activated(tab->table()->model()->index(0, 0));
        QTRY_COMPARE(view()->currentPage(), Page::Timeline);
        QTRY_VERIFY(view()->timeline()->chosenEvent().has_value());
        QTRY_COMPARE(view()->timeline()->chosenEvent()->event.type, std::string("org.region.moved"));
    }

    void anEmptyFileHasItsMapToo() {
        WindowFixture empty;
        const auto file = empty.folder() / "empty.db";
        QVERIFY(createEmbeddedStore(file, {RegionName("frankfurt"), RegionName("zurich"), RegionName("vienna")}));
        empty.openWorkspace(empty.file().toStdString(), {{RegionName("frankfurt"), embeddedEndpoint(file)},
                                                         {RegionName("vienna"), embeddedEndpoint(file)},
                                                         {RegionName("zurich"), embeddedEndpoint(file)}});
        empty.window->actions().action(ActionId::GoRegions)->trigger();
        auto* there = empty.window->view()->regions();
        QTRY_COMPARE(there->list()->model()->index(0, RegionListModel::Tenants).data().toString(), QStringLiteral("0"));
        QTRY_VERIFY2(there->story().contains(QStringLiteral("No event in the last 60 days.")),
                     qPrintable(there->story()));
        QVERIFY(there->map()->markerOf(2) != nullptr);
        empty.picture(QStringLiteral("regions-empty-light"));
    }

    void regionsWithoutAnyPlaceSaySo() {
        WindowFixture placeless;
        const auto file = placeless.folder() / "placeless.db";
        QVERIFY(createEmbeddedStore(file, {RegionName("hq"), RegionName("lab")}));
        placeless.openWorkspace(placeless.file().toStdString(), {{RegionName("hq"), embeddedEndpoint(file)},
                                                                 {RegionName("lab"), embeddedEndpoint(file)}});
        placeless.window->actions().action(ActionId::GoRegions)->trigger();
        auto* there = placeless.window->view()->regions();
        QTRY_COMPARE(there->list()->model()->rowCount(), 2);
        QTRY_VERIFY(!there->map()->isVisible());
        placeless.picture(QStringLiteral("regions-placeless-light"));
    }

private:
    void addTenant(const char* region, const char* name) {
        CommandRequest org;
        org.region = RegionName(region);
        org.operatorName = "jonas";
        org.command = OrgCommand(AddOrg{name, region, {}});
        const TenantId tenant = written(org).tenant;
        for (const char* user : {"mia.chen", "ola.berg"}) {
            CommandRequest request;
            request.region = RegionName(region);
            request.operatorName = "jonas";
            request.tenant = tenant;
            request.command = UserCommand(AddHuman{user, "Mia", "Chen", {}, {}, {}});
            written(request);
        }
    }

    CommandResult written(const CommandRequest& request) {
        const auto result = runCommand(*m_store, request, systemClock());
        if (!result)
            qFatal("command: %s", qPrintable(errorSentence(result.error())));
        return *result;
    }

    /// "Alpenbank": moved from eu-west-1 ten days ago, with its whole history, and about to move on.
    void addMovedTenant() {
        m_moved = TenantId(randomUuid().text());
        const Instant end = ago(10);
        std::vector<RecordedEvent> events;
        // A history is taken for one epoch; what the move itself says of epochs is what counts.
        const auto add = [&](const OrgEvent& what, Instant at, const char* by, const std::string& reason = {}) {
            const NewEvent encoded = encode(what, reason);
            RecordedEvent event;
            event.tenant = m_moved;
            event.aggregate = {"org", AggregateId(m_moved.text())};
            event.sequence = std::ssize(events) + 1;
            event.eventId = randomUuid();
            event.type = encoded.type;
            event.payload = encoded.payload;
            event.outcome = encoded.outcome;
            event.occurredAt = event.recordedAt = at;
            event.actor = {"operator", ActorId(by)};
            event.salt = std::string(16, 's');
            events.push_back(std::move(event));
        };
        const auto before = [&](int seconds) { return end + -seconds * kMicrosPerSecond; };
        add(OrgAdded{"Alpenbank"}, ago(70), "jonas");
        add(OrgRegionAssigned{"eu-west-1"}, ago(70), "jonas");
        add(OrgMoveStarted{"m1", "eu-west-1", "us-east-1"}, ago(30), "petra", "contract 7");
        add(OrgMoved{"m1", "eu-west-1", "us-east-1", 2, 3, "d1", before(10), before(4), before(3), before(2)}, end,
            "petra");
        add(OrgPlanChanged{"enterprise"}, ago(5), "jonas");
        add(OrgMoveStarted{"m2", "us-east-1", "ap-southeast-2"}, ago(1), "jonas");
        const std::vector<TenantHome> homes{{m_moved, "Alpenbank", "standard", "active", 1, {}}};
        const auto inserted = m_store->insertHistory(RegionName("us-east-1"), {homes, events, {}});
        if (!inserted)
            qFatal("history: %s", qPrintable(errorSentence(inserted.error())));
    }

    [[nodiscard]] static std::vector<WorkspaceRegion> endpoints(const std::filesystem::path& file) {
        std::vector<WorkspaceRegion> regions;
        for (const char* region : kRegions)
            regions.push_back({RegionName(region), embeddedEndpoint(file)});
        regions.push_back({RegionName(kDown), "postgresql://admin@/muniment?host=/nonexistent"});
        return regions;
    }

    void trigger(ActionId id) const { m_fixture->trigger(id); }

    [[nodiscard]] WorkspaceView* view() const { return m_fixture->window->view(); }

    [[nodiscard]] RegionsPage* page() const { return view()->regions(); }

    [[nodiscard]] int rowOf(const char* region) const {
        const auto* model = page()->list()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, 0).data().toString() == QLatin1String(region))
                return row;
        return -1;
    }

    [[nodiscard]] QString cell(const char* region, int column) const {
        return page()->list()->model()->index(rowOf(region), column).data().toString();
    }

    void choose(const char* region) const { page()->list()->selectRow(rowOf(region)); }

    /// Of how many regions the file says until when it knows them.
    [[nodiscard]] std::ptrdiff_t regionsKnown() const {
        const auto replica = MUST(Replica::open(m_fixture->file().toStdString(), ReplicaAccess::ReadOnly));
        const auto regions = MUST(MUST(replica->snapshot())->regions());
        return std::ranges::count_if(regions,
                                     [](const RegionRecord& region) { return region.knownThrough.has_value(); });
    }

    ResidencyTab* openResidency() const {
        trigger(ActionId::GoOrganizations);
        auto* organizations = view()->organizations();
        organizations->choose(QString::fromStdString(m_moved.text()));
        [&] { QTRY_COMPARE(organizations->title(), QStringLiteral("Alpenbank")); }();
        auto* tab = organizations->findChild<ResidencyTab*>();
        organizations->detailTabs()->setCurrentWidget(tab);
        return tab;
    }

    std::unique_ptr<WindowFixture> m_fixture;
    std::filesystem::path m_file;
    std::unique_ptr<EventStore> m_store;
    TenantId m_moved;
};

MUNIMENT_TEST(regions_page, TestRegionsPage);
#include "test_regions_page.moc"
