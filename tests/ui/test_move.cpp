// Protects: an organization is moved from the window: what is in the way is said before, progress and ways out while it
// runs, and afterwards it is shown where it lives, with the events that say so; what was begun is gone on with.
#include "models/eventstore/embedded/embedded_event_store.h"
#include "models/eventstore/relocation.h"
#include "tests/support/test_registry.h"
#include "tests/ui/keyboard.h"
#include "tests/ui/window_fixture.h"
#include "ui/moves/move_dialog.h"
#include "ui/pages/organizations_page.h"
#include "ui/shell/workspace_view.h"

#include <QComboBox>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

const RegionName kFrom("eu-west-1");
const RegionName kTo("eu-central-1");

class TwoHomes {
public:
    TwoHomes() : m_file(m_fixture.folder() / "store.db") {
        if (!createEmbeddedStore(m_file, {kFrom, kTo}))
            qFatal("no store");
        m_store = makeEmbeddedEventStore(m_file);
        CommandRequest request;
        request.region = kFrom;
        request.operatorName = "jonas";
        request.command = OrgCommand(AddOrg{"Nordwind AG", kFrom.text(), {}});
        const auto added = runCommand(*m_store, request, systemClock());
        if (!added)
            qFatal("no organization");
        m_org = added->tenant;
        m_fixture.openWorkspace(m_fixture.file().toStdString(),
                                {{kFrom, embeddedEndpoint(m_file)}, {kTo, embeddedEndpoint(m_file)}});
        m_fixture.trigger(ActionId::GoOrganizations);
        page()->choose(QString::fromStdString(m_org.text()));
        QTRY_VERIFY(page()->chosenOrg().has_value());
    }

    [[nodiscard]] OrganizationsPage* page() const { return m_fixture.window->view()->organizations(); }

    [[nodiscard]] WindowFixture& fixture() { return m_fixture; }

    [[nodiscard]] EventStore& store() { return *m_store; }

    [[nodiscard]] const TenantId& org() const { return m_org; }

    [[nodiscard]] MoveDialog* open() {
        m_fixture.trigger(ActionId::MoveOrganization);
        return qobject_cast<MoveDialog*>(m_fixture.form());
    }

private:
    WindowFixture m_fixture;
    std::filesystem::path m_file;
    std::unique_ptr<EventStore> m_store;
    TenantId m_org;
};

} // namespace

class TestMove : public QObject {
    Q_OBJECT
private slots:

    void anOrganizationMoves() {
        TwoHomes homes;
        QCOMPARE(homes.page()->chosenOrg()->region, kFrom);
        auto* dialog = homes.open();
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY2(dialog->toldText().contains(QStringLiteral("Nothing is in the way")),
                     qPrintable(dialog->toldText()));
        QVERIFY(dialog->submitButton()->isEnabled());
        homes.fixture().type(dialog, QStringLiteral("reason"), QStringLiteral("data residency"));
        homes.fixture().picture(QStringLiteral("move-before"), dialog);
        QCOMPARE(findings(dialog), QStringList());
        QPointer<MoveDialog> gone(dialog);
        dialog->submitButton()->click();
        QTRY_VERIFY(gone.isNull());
        QTRY_COMPARE(homes.page()->chosenOrg()->region, kTo);
        QCOMPARE(homes.page()->chosenOrg()->epoch, 2);
        homes.fixture().picture(QStringLiteral("move-after"));
        const auto home = homes.store().tenantHome(kTo, homes.org());
        QVERIFY(home && *home);
        QCOMPARE((*home)->state, std::string("active"));
        // And it can be worked with where it is.
        CommandRequest request;
        request.region = kTo;
        request.tenant = homes.org();
        request.command = OrgCommand(RenameOrg{"Nordwind SE"});
        QVERIFY(runCommand(homes.store(), request, systemClock()).has_value());
        QTRY_COMPARE(homes.page()->chosenOrg()->name, std::string("Nordwind SE"));
    }

    /// Task 9 of section 2a of the reference of user experience: six steps at most.
    void sixKeysMoveAnOrganization() {
        TwoHomes homes;
        auto* window = homes.fixture().window.get();
        window->activateWindow();
        QTRY_VERIFY(window->isActiveWindow());
        Keyboard hand(window);
        hand.press(Qt::Key_K, Qt::ControlModifier).type(QStringLiteral("move to another region"));
        auto* palette = QApplication::activePopupWidget();
        QVERIFY(palette != nullptr);
        QTRY_VERIFY(palette->findChild<QListView*>()->model()->rowCount() > 0);
        hand.press(Qt::Key_Return);
        const QPointer<MoveDialog> dialog(qobject_cast<MoveDialog*>(homes.fixture().form()));
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY(dialog->submitButton()->isEnabled());
        hand.press(Qt::Key_Return);
        QTRY_VERIFY(dialog.isNull());
        QTRY_COMPARE(homes.page()->chosenOrg()->region, kTo);
        VERIFY_KEYS(hand, 6);
    }

    void whatWasBegunIsTakenBackOrGoneOnWith() {
        TwoHomes homes;
        // Another workstation began, and ended right after it.
        MoveRecord record;
        record.move = randomUuid();
        record.from = kFrom;
        record.to = kTo;
        record.epoch = 2;
        record.actor = {"operator", ActorId("ada")};
        const auto home = homes.store().tenantHome(kFrom, homes.org());
        QVERIFY(homes.store().relocation().prepareArrival(**home, record).has_value());
        Append start;
        start.region = kFrom;
        start.tenant = homes.org();
        start.aggregate = {"org", AggregateId(homes.org().text())};
        start.expectedSequence = 2;
        start.events = {encode(OrgEvent(OrgMoveStarted{record.move.text(), kFrom.text(), kTo.text()}), {})};
        start.actor = record.actor;
        start.commandId = randomUuid();
        start.occurredAt = systemClock().now();
        start.tenantChange = StartMove{moveRecordText(record), record.move};
        QVERIFY(homes.store().append(start).has_value());

        auto* dialog = homes.open();
        QTRY_VERIFY2(dialog->toldText().contains(QStringLiteral("is not finished")), qPrintable(dialog->toldText()));
        QVERIFY(dialog->takeBackButton()->isVisible());
        homes.fixture().picture(QStringLiteral("move-under-way"), dialog);
        QPointer<MoveDialog> gone(dialog);
        dialog->takeBackButton()->click();
        QTRY_VERIFY(gone.isNull());
        QCOMPARE((*homes.store().tenantHome(kFrom, homes.org()))->state, std::string("active"));
        QCOMPARE((*homes.store().tenantHome(kTo, homes.org()))->state, std::string("moved"));
        QCOMPARE(homes.page()->chosenOrg()->region, kFrom);
    }

    void whatIsInTheWayIsSaid() {
        WindowFixture fixture;
        fixture.startRegions(2);
        const TenantId org = fixture.writeTenant(0, "Nordwind AG");
        fixture.openWorkspace();
        fixture.trigger(ActionId::GoOrganizations);
        auto* page = fixture.window->view()->organizations();
        page->choose(QString::fromStdString(org.text()));
        QTRY_VERIFY(page->chosenOrg().has_value());
        fixture.trigger(ActionId::MoveOrganization);
        auto* dialog = qobject_cast<MoveDialog*>(fixture.form());
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY2(dialog->toldText().contains(QStringLiteral("muniment_mover")), qPrintable(dialog->toldText()));
        QVERIFY(!dialog->submitButton()->isEnabled());
        fixture.picture(QStringLiteral("move-refused"), dialog);
        dialog->reject();
    }
};

MUNIMENT_TEST(move, TestMove);
#include "test_move.moc"
