// Protects: a bulk change to a real PostgreSQL server that is killed in the middle waits, says so, and is gone on with
// when the server is back: every row is written once.
#include "models/eventstore/schema.h"
#include "tests/support/test_registry.h"
#include "tests/ui/window_fixture.h"
#include "ui/actions/action_registry.h"
#include "ui/bulk/bulk_desk.h"
#include "ui/bulk/bulk_dialog.h"
#include "ui/bulk/columns_step.h"
#include "ui/bulk/sending_step.h"
#include "ui/forms/entity_picker.h"
#include "ui/pages/users_page.h"
#include "ui/shell/workspace_view.h"

#include <QPushButton>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestBulkRegions : public QObject {
    Q_OBJECT
private slots:

    void aServerThatIsKilledCostsNothing() {
        constexpr int kPeople = 2'000; // each a commit that waits for the disk, on whatever disk there is
        constexpr int kLong = 600'000;
        WindowFixture fixture;
        fixture.servers.start(1, {.isTls = false, .isDurable = true});
        installSchema(fixture);
        fixture.writeTenant(0, "Nordwind AG");
        fixture.openWorkspace();
        auto* view = fixture.window->view();
        QTRY_COMPARE(view->users()->model()->total(), 3);

        fixture.window->actions().action(ActionId::BulkChange)->trigger();
        auto* dialog = view->bulk()->dialog();
        std::string text = "user name,last name\n";
        for (int i = 0; i < kPeople; ++i)
            text += "person" + std::to_string(i) + ",Family\n";
        dialog->job().source().readText(text);
        QTRY_VERIFY(dialog->nextButton()->isEnabled());
        dialog->nextButton()->click();
        dialog->columns()->tenant()->setText(QStringLiteral("Nordwind AG"));
        QTRY_VERIFY(dialog->columns()->tenant()->chosen());
        dialog->nextButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(dialog->nextButton()->isEnabled(), kLong);
        dialog->nextButton()->click();
        auto& sending = dialog->job().sending();
        QTRY_VERIFY_WITH_TIMEOUT(sending.status().done >= 100, kLong);

        fixture.servers.kill9(0);
        QTRY_VERIFY_WITH_TIMEOUT(sending.status().isPaused && sending.status().pausedBy, kLong);
        QVERIFY(sending.isRunning());
        QVERIFY(sending.status().done < kPeople);
        QCOMPARE(sending.status().failed, std::size_t(0));
        QTRY_VERIFY(!dialog->sending()->note().isEmpty());
        QVERIFY2(dialog->sending()->note().contains(QString::fromStdString(fixture.servers.regionName(0))),
                 qPrintable(dialog->sending()->note()));
        fixture.picture(QStringLiteral("bulk-region-gone-light"), dialog);

        fixture.servers.startAgain(0);
        // What was on its way at the kill is settled by itself; the rest waits for a word.
        QTRY_VERIFY_WITH_TIMEOUT(sending.status().sending == 0, kLong);
        QTRY_COMPARE(dialog->sending()->pauseButton()->text(), QStringLiteral("&Resume"));
        dialog->sending()->pauseButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(sending.hasEnded() || sending.status().pausedBy, kLong);
        if (!sending.hasEnded()) // the server was not quite there
            QTRY_VERIFY_WITH_TIMEOUT((dialog->sending()->pauseButton()->click(), sending.hasEnded()), kLong);
        QCOMPARE(sending.status().done, std::size_t(kPeople));
        QCOMPARE(sending.status().failed, std::size_t(0));
        QTRY_COMPARE_WITH_TIMEOUT(view->users()->model()->total(), kPeople + 3, kLong);
    }

private:
    static void installSchema(const WindowFixture& fixture) {
        SchemaRequest request;
        request.endpoint = fixture.servers.superuserEndpoint(0);
        request.regions = {fixture.servers.regionName(0)};
        QVERIFY(muniment::installSchema(request));
    }
};

MUNIMENT_TEST(bulk_regions, TestBulkRegions);
#include "test_bulk_regions.moc"
