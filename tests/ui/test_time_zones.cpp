// Protects: by the keyboard alone an organization gets its zone, and times are shown in UTC, by this machine's clocks,
// in each organization's zone or any other; every place says which, the choice and the zones are there again
// afterwards, and a zone that this machine does not know is said and not lost.
#include "tests/support/test_registry.h"
#include "tests/ui/window_fixture.h"
#include "ui/actions/action_registry.h"
#include "ui/annotations/annotation_actions.h"
#include "ui/charts/timeline_histogram.h"
#include "ui/details/event_details_pane.h"
#include "ui/details/summary_tab.h"
#include "ui/details/value_table.h"
#include "ui/filter/filter_bar.h"
#include "ui/filter/go_to_dialog.h"
#include "ui/pages/organizations_page.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/timeline_table.h"
#include "ui/pages/users_page.h"
#include "ui/shell/status_line.h"
#include "ui/shell/undo_desk.h"
#include "ui/shell/workspace_view.h"
#include "ui/zones/zone_dialog.h"
#include "ui/zones/zone_edit.h"
#include "ui/zones/zone_menu.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestTimeZones : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        qputenv("TZ", "Europe/Berlin");
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->startRegions(1);
        m_indian = m_fixture->writeTenant(0, "Kolkata Shipping");
        m_plain = m_fixture->writeTenant(0, "Nordwind AG");
        m_fixture->openWorkspace();
        QTRY_COMPARE(page()->model()->window().total, 12);
        QTRY_COMPARE(view()->organizations()->model()->rowCount(), 2);
        page()->model()->hold();
    }

    void cleanupTestCase() {
        m_fixture.reset();
        qunsetenv("TZ");
    }

    void init() {
        trigger(ActionId::GoTimeline);
        for (int presses = 0; header() != QStringLiteral("UTC"); ++presses) {
            QVERIFY(presses < 5);
            pressNext();
        }
    }

    void oneKeyGoesThroughTheZonesAndEveryPlaceSaysWhich() {
        choose(0);
        QCOMPARE(statusZone(), QStringLiteral("UTC"));
        pressNext();
        QCOMPARE(header(), QStringLiteral("Europe/Berlin"));
        QCOMPARE(statusZone(), QStringLiteral("Europe/Berlin"));
        QCOMPARE(zoneIn(page()->model(), TimelineModel::Recorded), QStringLiteral("Europe/Berlin"));
        QVERIFY(factsText().contains(QRegularExpression(QStringLiteral(" CES?T\\b"))));
        pressNext();
        QCOMPARE(header(), QStringLiteral("zone per row"));
        QVERIFY2(cell(0).endsWith(QStringLiteral(" UTC")), qPrintable(cell(0)));
        QTRY_VERIFY2(barsWords().endsWith(QStringLiteral("in UTC for all organizations")), qPrintable(barsWords()));
        trigger(ActionId::GoOrganizations);
        const auto* orgs = view()->organizations()->model();
        QCOMPARE(zoneIn(orgs, OrgListModel::Changed), QStringLiteral("zone per row"));
        trigger(ActionId::GoUsers);
        QCOMPARE(zoneIn(view()->users()->model(), UserListModel::Changed), QStringLiteral("zone per row"));
        trigger(ActionId::GoOverview);
        QTRY_VERIFY(overviewSays(QStringLiteral("in UTC for all organizations")));
        pressNext();
        QCOMPARE(zoneIn(orgs, OrgListModel::Changed), QStringLiteral("UTC"));
        QTRY_VERIFY(!barsWords().isEmpty() && !barsWords().contains(QStringLiteral("UTC")));
    }

    void anOrganizationGetsItsZoneByKeysAndItIsTakenBack() {
        auto* dialog = openZone(m_indian);
        QTest::keyClicks(dialog->line(), QStringLiteral("kolk"));
        auto* popup = dialog->line()->completions()->popup();
        QTRY_VERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Down);
        m_fixture->picture(QStringLiteral("zones-dialog-light"), dialog);
        QTest::keyClick(popup, Qt::Key_Return);
        QCOMPARE(dialog->line()->text(), QStringLiteral("Asia/Kolkata"));
        QVERIFY2(dialog->toldText().contains(QStringLiteral("IST (Asia/Kolkata)")), qPrintable(dialog->toldText()));
        QVERIFY(findings(dialog).isEmpty());
        QTest::keyClick(dialog->line(), Qt::Key_Return);
        QTRY_VERIFY(zones() == (TenantZones{{m_indian, "Asia/Kolkata"}}));
        QTRY_VERIFY2(orgText().contains(QStringLiteral("Asia/Kolkata, now +05:30")), qPrintable(orgText()));
        pressNext();
        pressNext();
        QVERIFY2(orgText().contains(QStringLiteral("IST (Asia/Kolkata)")), qPrintable(orgText()));
        m_fixture->picture(QStringLiteral("zones-organizations-light"));

        QTest::keyClick(m_fixture->window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(zones().empty());
        QTRY_VERIFY(orgText().contains(QStringLiteral("none: UTC is used")));
        QTest::keyClick(m_fixture->window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(zones() == (TenantZones{{m_indian, "Asia/Kolkata"}}));
        QTRY_VERIFY(orgText().contains(QStringLiteral("Asia/Kolkata, now +05:30")));
    }

    void eachTimeCarriesItsOwnZone() {
        setZone(m_indian, "Asia/Kolkata");
        pressNext();
        pressNext();
        int indian = 0;
        for (int row = 0; row < page()->model()->rowCount(); ++row) {
            const bool isIndian = page()->model()->rowAt(row)->event.tenant == m_indian;
            indian += isIndian ? 1 : 0;
            QVERIFY2(cell(row).endsWith(isIndian ? QStringLiteral(" +05:30") : QStringLiteral(" UTC")),
                     qPrintable(cell(row)));
        }
        QCOMPARE(indian, 6);
        const int row = rowOf(m_indian);
        choose(row);
        QTRY_VERIFY2(factsText().contains(QStringLiteral(" IST\n")), qPrintable(factsText()));
        const auto tip = page()->model()->index(row, TimelineModel::Time).data(Qt::ToolTipRole).toString();
        for (const char* zone : {" UTC", "(Europe/Berlin)", "IST (Asia/Kolkata)"})
            QVERIFY2(tip.contains(QLatin1String(zone)), qPrintable(tip));
        page()->table()->view()->setCurrentIndex(page()->model()->index(row, TimelineModel::Time));
        trigger(ActionId::CopyCell);
        QVERIFY(QApplication::clipboard()->text().endsWith(QStringLiteral(" IST (Asia/Kolkata)")));
        trigger(ActionId::CopyRowCsv);
        QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("Time (UTC),")));
        m_fixture->picture(QStringLiteral("zones-timeline-light"));
        m_fixture->look.setAppearance(Appearance::Dark);
        m_fixture->picture(QStringLiteral("zones-timeline-dark"));
        m_fixture->look.setAppearance(Appearance::Light);
    }

    void anyOtherZoneIsChosenInTheMenuAndRemembered() {
        auto* menu = m_fixture->window->findChild<ZoneMenu*>();
        QCOMPARE(menu->title(), QStringLiteral("Time &Zone"));
        menu->popup(m_fixture->window->mapToGlobal(QPoint(80, 30)));
        QVERIFY(menu->actions().at(1)->text().contains(QStringLiteral("(Europe/Berlin)")));
        m_fixture->picture(QStringLiteral("zones-menu-light"), menu);
        QTest::keyClick(menu, Qt::Key_Up); // to the last one
        QTest::keyClick(menu, Qt::Key_Return);
        auto* dialog = openDialog();
        QTest::keyClicks(dialog->line(), QStringLiteral("nowhere"));
        QTest::keyClick(dialog->line(), Qt::Key_Return);
        QVERIFY2(dialog->errorText().contains(QStringLiteral("knows no zone")), qPrintable(dialog->errorText()));
        dialog->line()->selectAll();
        QTest::keyClicks(dialog->line(), QStringLiteral("asia/tokyo"));
        dialog->line()->completions()->popup()->hide();
        QTest::keyClick(dialog->line(), Qt::Key_Return);
        QTRY_COMPARE(header(), QStringLiteral("Asia/Tokyo"));
        QVERIFY(cell(0).size() < 24); // the header names the zone
        QCOMPARE(QSettings().value(QStringLiteral("window/zone")).toString(), QStringLiteral("Asia/Tokyo"));
        const ZoneMenu next(nullptr);
        QVERIFY(next.zone() == ClockZone::named("Asia/Tokyo"));
        // Going round leads there again.
        for (const char* expected : {"UTC", "Europe/Berlin", "zone per row", "Asia/Tokyo"}) {
            pressNext();
            QCOMPARE(header(), QLatin1String(expected));
        }
    }

    void typedTimesAreUtcAndToldInTheZone() {
        pressNext();
        trigger(ActionId::GoToPlace);
        GoToDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = qobject_cast<GoToDialog*>(QApplication::activeModalWidget())) != nullptr);
        QVERIFY(dialog->line()->placeholderText().contains(QStringLiteral("UTC")));
        QTest::keyClicks(dialog->line(), QStringLiteral("2026-11-20 13:14"));
        QCOMPARE(dialog->toldText(),
                 QStringLiteral("The newest event at or before 2026-11-20 13:14:00.000 UTC, which is "
                                "2026-11-20 14:14:00.000 CET."));
        dialog->reject();
        trigger(ActionId::ClearFilter);
        page()->applyFilter(*parseFilter("after:2026-03-01").filter);
        QTRY_VERIFY2(view()->timeline()->findChild<FilterBar*>()->words().contains(
                         QStringLiteral("2026-03-01 01:00:00.000 CET")),
                     qPrintable(view()->timeline()->findChild<FilterBar*>()->words()));
        trigger(ActionId::ClearFilter);
        QTRY_COMPARE(page()->model()->window().total, 12);
    }

    void aZoneThatIsNotKnownHereIsSaidAndKept() {
        setZone(m_plain, "Mars/Olympus_Mons");
        pressNext();
        pressNext();
        const int row = rowOf(m_plain);
        QVERIFY2(cell(row).endsWith(QStringLiteral(" UTC (!)")), qPrintable(cell(row)));
        choosePlain();
        QTRY_VERIFY2(orgText().contains(QStringLiteral("Mars/Olympus_Mons (!)")), qPrintable(orgText()));
        auto* dialog = openZone(m_plain);
        QVERIFY2(dialog->noteText().contains(QStringLiteral("does not know")), qPrintable(dialog->noteText()));
        m_fixture->picture(QStringLiteral("zones-unknown-light"), dialog);
        dialog->reject();
        QVERIFY((zones().at(m_plain) == "Mars/Olympus_Mons"));
    }

    void theZonesAreInTheFileAfterwards() {
        const TenantZones kept{{m_indian, "Asia/Kolkata"}};
        setZone(m_plain, "");
        setZone(m_indian, "Asia/Kolkata");
        m_fixture->window->openFile(m_fixture->file().toStdString());
        QTRY_VERIFY(view() != nullptr && page()->model()->window().total == 12);
        QVERIFY(zones() == kept);
        pressNext();
        pressNext();
        QTRY_VERIFY(cell(rowOf(m_indian)).endsWith(QStringLiteral(" +05:30")));
    }

private:
    void trigger(ActionId id) { m_fixture->window->actions().action(id)->trigger(); }

    void pressNext() {
        m_fixture->window->activateWindow();
        QTRY_VERIFY(m_fixture->window->isActiveWindow());
        QTest::keyClick(m_fixture->window.get(), Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
    }

    /// What stands in the parentheses of a column's title.
    static QString zoneIn(const QAbstractItemModel* model, int column) {
        const auto title = model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        return title.section(QLatin1Char('('), 1).chopped(1);
    }

    [[nodiscard]] QString header() const { return zoneIn(page()->model(), TimelineModel::Time); }

    [[nodiscard]] QString cell(int row) const {
        return page()->model()->index(row, TimelineModel::Time).data().toString();
    }

    [[nodiscard]] QString statusZone() const {
        for (const auto* button : view()->statusLine()->findChildren<QPushButton*>())
            if (button->accessibleName().startsWith(QStringLiteral("Times in ")))
                return button->text();
        return {};
    }

    [[nodiscard]] QString barsWords() const {
        for (const auto* label : page()->findChild<TimelineHistogram*>()->findChildren<QLabel*>())
            if (label->text().startsWith(QStringLiteral("1 bar:")))
                return label->text();
        return {};
    }

    [[nodiscard]] bool overviewSays(const QString& words) const {
        const auto labels = view()->overview()->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const auto* label) { return label->text().contains(words); });
    }

    [[nodiscard]] QString factsText() const {
        QStringList texts;
        const auto* model = page()->details()->summary()->table()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            texts << model->index(row, 1).data().toString();
        return texts.join(QLatin1Char('\n'));
    }

    [[nodiscard]] QString orgText() const { return view()->organizations()->findChild<TextGrid*>()->text(); }

    [[nodiscard]] TenantZones zones() const { return view()->workspace().tenantZones(); }

    void choose(int row) { page()->table()->view()->setCurrentIndex(page()->model()->index(row, TimelineModel::What)); }

    int rowOf(const TenantId& tenant) const {
        for (int row = 0; row < page()->model()->rowCount(); ++row)
            if (page()->model()->rowAt(row)->event.tenant == tenant)
                return row;
        qFatal("no event of the tenant is shown");
    }

    void choosePlain() { chooseOrg(m_plain); }

    void chooseOrg(const TenantId& org) {
        trigger(ActionId::GoOrganizations);
        view()->organizations()->choose(QString::fromStdString(org.text()));
        QTRY_VERIFY(view()->organizations()->chosenOrg() && view()->organizations()->chosenOrg()->id == org);
    }

    ZoneDialog* openZone(const TenantId& org) {
        chooseOrg(org);
        trigger(ActionId::OrganizationZone);
        return openDialog();
    }

    static ZoneDialog* openDialog() {
        ZoneDialog* dialog = nullptr;
        [&] {
            QTRY_VERIFY((dialog = qobject_cast<ZoneDialog*>(QApplication::activeModalWidget())) != nullptr);
            dialog->activateWindow();
            QTRY_VERIFY(dialog->isActiveWindow());
        }();
        if (dialog == nullptr)
            qFatal("no dialog is open");
        return dialog;
    }

    /// As another machine may have written it.
    void setZone(const TenantId& org, const std::string& zone) {
        WorkspaceChange change;
        change.tenantZones.emplace(org, zone);
        bool isDone = false;
        view()->workspace().change(std::move(change), this, [&isDone](const Result<void>&) { isDone = true; });
        QTRY_VERIFY(isDone);
    }

    [[nodiscard]] WorkspaceView* view() const { return m_fixture->window->view(); }

    [[nodiscard]] TimelinePage* page() const { return view()->timeline(); }

    std::unique_ptr<WindowFixture> m_fixture;
    TenantId m_indian;
    TenantId m_plain;
};

MUNIMENT_TEST(time_zones, TestTimeZones);
#include "test_time_zones.moc"
