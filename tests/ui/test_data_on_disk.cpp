// Protects: the window says whose data lie on this disk and lets a person limit that: what would go is said before, the
// file is written anew and opened where the person was; what a move makes due is done by itself, with a receipt.
#include "models/domain/org.h"
#include "models/domain/user.h"
#include "models/eventstore/embedded/embedded_event_store.h"
#include "models/regions/tenant_move.h"
#include "tests/support/test_registry.h"
#include "tests/ui/window_fixture.h"
#include "ui/forms/entity_picker.h"
#include "ui/pages/organizations_page.h"
#include "ui/residency/data_on_disk_dialog.h"
#include "ui/residency/policy_line.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/region_chip.h"
#include "ui/shell/workspace_strip.h"
#include "ui/shell/workspace_view.h"

#include <QAbstractItemModel>
#include <QCheckBox>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTest>

#include <fstream>

using namespace muniment;
using namespace muniment::test;

namespace {

const RegionName kHome("eu-west-1");
const RegionName kAbroad("us-east-1");

class TwoRegions {
public:
    TwoRegions() : m_log(m_fixture.folder() / "store.db") {
        if (!createEmbeddedStore(m_log, {kHome, kAbroad}))
            qFatal("no store");
        m_store = makeEmbeddedEventStore(m_log);
        m_european = add("Nordwind AG", kHome, "nordlicht");
        m_american = add("Blue Harbor Ltd", kAbroad, "hafenmeister");
        m_fixture.openWorkspace(m_fixture.file().toStdString(),
                                {{kHome, embeddedEndpoint(m_log)}, {kAbroad, embeddedEndpoint(m_log)}});
        m_fixture.trigger(ActionId::GoOrganizations);
        QTRY_COMPARE(shownOrganizations(), 2);
    }

    TenantId add(const std::string& name, const RegionName& region, const std::string& user) {
        CommandRequest request;
        request.region = region;
        request.operatorName = "jonas";
        request.command = OrgCommand(AddOrg{name, region.text(), {}});
        const auto added = runCommand(*m_store, request, systemClock());
        if (!added)
            qFatal("no organization");
        request.tenant = added->tenant;
        AddHuman human;
        human.userName = user;
        human.firstName = "Ada";
        human.lastName = "Berg";
        human.email = user + "@acme.example";
        request.command = UserCommand(human);
        if (!runCommand(*m_store, request, systemClock()))
            qFatal("no user");
        return added->tenant;
    }

    [[nodiscard]] WorkspaceView* view() const { return m_fixture.window->view(); }

    [[nodiscard]] int shownOrganizations() const {
        return view() == nullptr ? -1 : view()->organizations()->table()->model()->rowCount();
    }

    [[nodiscard]] DataOnDiskDialog* open() {
        m_fixture.trigger(ActionId::DataOnDisk);
        const auto dialogs = m_fixture.window->findChildren<DataOnDiskDialog*>();
        const auto shown = std::ranges::find_if(dialogs, [](const auto* dialog) { return dialog->isVisible(); });
        if (shown == dialogs.end())
            qFatal("no dialog");
        return *shown;
    }

    [[nodiscard]] bool isOnDisk(const std::string& word) const {
        for (const char* const suffix : {"", "-wal"}) {
            std::ifstream stream(m_fixture.file().toStdString() + suffix, std::ios::binary);
            const std::string bytes((std::istreambuf_iterator<char>(stream)), {});
            if (bytes.find(word) != std::string::npos)
                return true;
        }
        return false;
    }

    /// Limits the file to the European region, as a person does.
    void limit(bool keepsPseudonyms = false) {
        auto* dialog = open();
        QTRY_VERIFY(dialog->everythingButton()->isChecked() && dialog->everythingButton()->isEnabled());
        dialog->limitedButton()->click();
        dialog->regionBox(kHome)->click();
        if (keepsPseudonyms)
            dialog->pseudonymsBox()->click();
        QTRY_VERIFY2(dialog->changeButton()->isEnabled(), qPrintable(dialog->outlookText()));
        QTest::keyClicks(dialog->reasonField(), QStringLiteral("Contract 12"));
        dialog->changeButton()->click();
        QTRY_VERIFY(view() != nullptr && view()->messages()->text().contains(QStringLiteral("Contract 12")));
    }

    [[nodiscard]] WindowFixture& fixture() { return m_fixture; }

    [[nodiscard]] EventStore& store() { return *m_store; }

    [[nodiscard]] TenantId european() const { return m_european; }

    [[nodiscard]] TenantId american() const { return m_american; }

private:
    WindowFixture m_fixture;
    std::filesystem::path m_log;
    std::unique_ptr<EventStore> m_store;
    TenantId m_european, m_american;
};

} // namespace

class TestDataOnDisk : public QObject {
    Q_OBJECT
private slots:

    void aPersonLimitsWhatLiesOnTheDisk() {
        TwoRegions regions;
        QVERIFY(regions.view()->policyLine()->isHidden());
        auto* dialog = regions.open();
        QTRY_VERIFY2(dialog->outlookText().contains(QStringLiteral("in force")), qPrintable(dialog->outlookText()));
        QVERIFY(!dialog->changeButton()->isEnabled());
        dialog->limitedButton()->click();
        dialog->regionBox(kHome)->click();
        QTRY_VERIFY2(dialog->outlookText().contains(QStringLiteral("1 organization loses")),
                     qPrintable(dialog->outlookText()));
        regions.fixture().picture(QStringLiteral("data-on-disk"), dialog);
        QVERIFY2(findings(dialog).isEmpty(), qPrintable(findings(dialog).join(QLatin1Char('\n'))));
        dialog->reject();
        regions.limit();

        // Where the person was, with the line that says whose data are here and the receipt.
        QCOMPARE(regions.view()->currentPage(), Page::Organizations);
        QTRY_COMPARE(regions.shownOrganizations(), 1);
        QTRY_VERIFY(regions.view()->policyLine()->text().contains(QStringLiteral("1 organization of eu-west-1")));
        QVERIFY(regions.view()->messages()->text().contains(QStringLiteral("Taken out")));
        const auto chips = regions.view()->strip()->chips();
        QTRY_VERIFY(
            std::ranges::any_of(chips, [](const RegionChip* chip) { return chip->health() == RegionHealth::NotKept; }));
        QVERIFY(!regions.isOnDisk("hafenmeister"));
        regions.fixture().picture(QStringLiteral("data-on-disk-limited"));
        QVERIFY2(findings(regions.view()).isEmpty(), qPrintable(findings(regions.view()).join(QLatin1Char('\n'))));

        // It is followed on, and a command can be sent to where nothing is kept.
        std::ignore = regions.add("Alpenbank", kHome, "enzian");
        QTRY_COMPARE(regions.shownOrganizations(), 2);
        std::ignore = regions.add("Lumen Health", kAbroad, "leuchtturm");
        QTest::qWait(1500);
        QCOMPARE(regions.shownOrganizations(), 2);
        QVERIFY(!regions.isOnDisk("leuchtturm"));
        dialog = regions.open();
        QTRY_VERIFY(dialog->outlookText().contains(QStringLiteral("in force")));
        regions.fixture().look.setAppearance(Appearance::Dark);
        regions.fixture().picture(QStringLiteral("data-on-disk-dark"), dialog);
    }

    void whatAMoveMakesDueIsDoneByItself() {
        TwoRegions regions;
        regions.limit();
        QTRY_COMPARE(regions.shownOrganizations(), 1);
        QVERIFY(regions.isOnDisk("nordlicht"));
        const auto moved = TenantMove(regions.store(), regions.store(), regions.european(), kHome, kAbroad)
                               .run({{"operator", ActorId("olga")}, {}}, {}, {});
        QVERIFY2(moved.has_value(), moved ? "" : moved.error().detail.c_str());
        QTRY_VERIFY(regions.view() != nullptr &&
                    regions.view()->messages()->text().contains(QStringLiteral("has moved")));
        QTRY_COMPARE(regions.shownOrganizations(), 0);
        QVERIFY(!regions.isOnDisk("nordlicht"));
        regions.fixture().picture(QStringLiteral("data-on-disk-purged"));

        // And what comes, comes with its history.
        const auto back = TenantMove(regions.store(), regions.store(), regions.european(), kAbroad, kHome)
                              .run({{"operator", ActorId("olga")}, {}}, {}, {});
        QVERIFY2(back.has_value(), back ? "" : back.error().detail.c_str());
        QTRY_COMPARE(regions.shownOrganizations(), 1);
        QVERIFY(regions.isOnDisk("nordlicht"));
    }

    void whatCannotBeTakenOutWaitsForThePerson() {
        TwoRegions regions;
        regions.limit();
        QTRY_COMPARE(regions.shownOrganizations(), 1);
        auto reader = Replica::open(regions.fixture().file().toStdString(), ReplicaAccess::ReadOnly).value();
        auto snapshot = reader->snapshot().value();
        const auto moved = TenantMove(regions.store(), regions.store(), regions.european(), kHome, kAbroad)
                               .run({{"operator", ActorId("olga")}, {}}, {}, {});
        QVERIFY2(moved.has_value(), moved ? "" : moved.error().detail.c_str());
        QTRY_VERIFY(regions.view() != nullptr &&
                    regions.view()->messages()->text().startsWith(QStringLiteral("The file is as it was")));
        // The window stays as it is meanwhile, and is not opened anew again and again.
        const QPointer<WorkspaceView> view(regions.view());
        QTest::qWait(3000);
        QVERIFY(!view.isNull());
        snapshot.reset();
        reader.reset();
        view->messages()->actionButton()->click();
        QTRY_VERIFY(regions.view() != nullptr &&
                    regions.view()->messages()->text().contains(QStringLiteral("has moved")));
        QVERIFY(!regions.isOnDisk("nordlicht"));
    }

    void ofOthersOnlyPseudonyms() {
        TwoRegions regions;
        regions.limit(true);
        QTRY_COMPARE(regions.shownOrganizations(), 2);
        QTRY_VERIFY(regions.view()->policyLine()->text().contains(QStringLiteral("pseudonyms of 1 organization")));
        QVERIFY(!regions.isOnDisk("hafenmeister"));
        regions.fixture().trigger(ActionId::GoUsers);
        regions.fixture().picture(QStringLiteral("data-on-disk-pseudonyms"));
    }

    void aCancelledChangeLeavesTheFileAsItWas() {
        TwoRegions regions;
        // Somebody else reads the file: it cannot be replaced.
        const auto reader = Replica::open(regions.fixture().file().toStdString(), ReplicaAccess::ReadOnly).value();
        const auto snapshot = reader->snapshot().value();
        auto* dialog = regions.open();
        QTRY_VERIFY(dialog->limitedButton()->isEnabled());
        dialog->limitedButton()->click();
        dialog->regionBox(kHome)->click();
        QTRY_VERIFY(dialog->changeButton()->isEnabled());
        dialog->changeButton()->click();
        QTRY_VERIFY(regions.view() != nullptr &&
                    regions.view()->messages()->text().startsWith(QStringLiteral("The file is as it was")));
        QTRY_COMPARE(regions.shownOrganizations(), 2);
        QVERIFY(regions.view()->policyLine()->isHidden());
    }
};

MUNIMENT_TEST(data_on_disk, TestDataOnDisk);
#include "test_data_on_disk.moc"
