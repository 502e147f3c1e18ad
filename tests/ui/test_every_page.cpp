// Protects: every control has an accessible name, every label shows its text as it is, whatever the data tries, German
// replaces English while the window is open, and both looks have a picture of every page.
#include "models/items/plain_text.h"
#include "tests/support/test_registry.h"
#include "tests/ui/window_fixture.h"
#include "ui/actions/action_registry.h"
#include "ui/actions/command_palette.h"
#include "ui/details/event_details_pane.h"
#include "ui/pages/organizations_page.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/timeline_table.h"
#include "ui/pages/users_page.h"
#include "ui/shell/status_line.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

#define VERIFY_NO_FINDINGS(root)                                                                                       \
    do {                                                                                                               \
        const auto found = findings(root).join(QLatin1Char('\n'));                                                     \
        QVERIFY2(found.isEmpty(), qPrintable(found));                                                                  \
    } while (false)

class TestEveryPage : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->startRegions(3);
        for (int i = 0; i < 9; ++i)
            m_fixture->writeTenant(i % 3, kNames[i], i == 0);
        CommandRequest bidi;
        bidi.command = OrgCommand(AddOrg{"שלום & <i>Söhne</i>", m_fixture->servers.regionName(0), "enterprise"});
        m_fixture->write(0, bidi);
        m_fixture->openWorkspace();
        QTRY_VERIFY(view()->timeline()->model()->window().total >= 57);
        QTRY_VERIFY(view()->organizations()->model()->total() == 10);
        QTRY_VERIFY(view()->users()->model()->rowCount() > 20);
    }

    void cleanupTestCase() { m_fixture.reset(); }

    void everyControlHasANameAndEveryLabelIsPlain() {
        visitPages(QStringLiteral("en-light"));
        VERIFY_NO_FINDINGS(m_fixture->window.get());
    }

    void hostileNamesAreShownAsTheyAre() {
        trigger(ActionId::GoUsers);
        auto* page = view()->users();
        page->filter()->setText(QStringLiteral("hostile"));
        QTRY_COMPARE(page->model()->rowCount(), 1);
        page->focusList();
        QTRY_COMPARE(page->title(), QStringLiteral("<b>x</b> <img src=x onerror=alert(1)>"));
        m_fixture->picture(QStringLiteral("users-hostile-light"));
        page->filter()->clear();
        QTRY_VERIFY(page->model()->rowCount() > 20);
    }

    void dialogsAreNamedToo() {
        for (const auto id : {ActionId::CreateOrganization, ActionId::AddUser}) {
            trigger(id);
            auto* form = m_fixture->form();
            VERIFY_NO_FINDINGS(form);
            form->reject();
            QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        }
        for (const auto id : {ActionId::ShowShortcuts, ActionId::About, ActionId::NewWorkspace}) {
            trigger(id);
            QTRY_VERIFY(QApplication::activeModalWidget() != nullptr);
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            VERIFY_NO_FINDINGS(dialog);
            m_fixture->picture(QStringLiteral("dialog-%1-light").arg(static_cast<int>(id)), dialog);
            dialog->reject();
            QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        }
    }

    void thePaletteFindsCommandsAndPeople() {
        trigger(ActionId::FindAnything);
        auto* palette = m_fixture->window->findChild<CommandPalette*>();
        QVERIFY(palette != nullptr);
        VERIFY_NO_FINDINGS(palette);
        palette->box()->setText(QStringLiteral("mia"));
        QTRY_VERIFY(palette->list()->model()->rowCount() >= 5);
        m_fixture->picture(QStringLiteral("palette-light"), palette);
        palette->box()->setText(QStringLiteral(">regions"));
        QTest::keyClick(palette->box(), Qt::Key_Return);
        QTRY_COMPARE(view()->currentPage(), Page::Regions);
        QTRY_VERIFY(m_fixture->window->findChild<CommandPalette*>() == nullptr);
    }

    void darkIsDarkEverywhere() {
        m_fixture->look.setAppearance(Appearance::Dark);
        visitPages(QStringLiteral("en-dark"));
        QVERIFY(m_fixture->window->grab().toImage().pixelColor(2, 400).lightness() < 80);
        m_fixture->look.setAppearance(Appearance::Light);
    }

    void germanReplacesEnglishWhileTheWindowIsOpen() {
        trigger(ActionId::GoTimeline);
        m_fixture->language.choose(QStringLiteral("de"));
        QTRY_COMPARE(m_fixture->window->menuBar()->actions().front()->text(), QStringLiteral("&Datei"));
        QTRY_COMPARE(
            view()->timeline()->model()->headerData(TimelineModel::What, Qt::Horizontal, Qt::DisplayRole).toString(),
            QStringLiteral("Was geschah"));
        visitPages(QStringLiteral("de-light"));
        VERIFY_NO_FINDINGS(m_fixture->window.get());
        m_fixture->language.choose(QStringLiteral("en"));
        QTRY_COMPARE(m_fixture->window->menuBar()->actions().front()->text(), QStringLiteral("&File"));
    }

    void timesSwitchBetweenZonesAndSayWhich() {
        trigger(ActionId::GoTimeline);
        const auto header = [this] {
            return view()
                ->timeline()
                ->model()
                ->headerData(TimelineModel::Time, Qt::Horizontal, Qt::DisplayRole)
                .toString();
        };
        QVERIFY2(QRegularExpression(QStringLiteral("^Time \\d{4} \\(UTC\\)$")).match(header()).hasMatch(),
                 qPrintable(header()));
        trigger(ActionId::NextZone);
        QVERIFY(header().startsWith(QStringLiteral("Time ")));
        QCOMPARE(view()->timeline()->model()->zone(), ClockZone::local());
        trigger(ActionId::NextZone);
        QVERIFY2(header().endsWith(QStringLiteral("(zone per row)")), qPrintable(header()));
        trigger(ActionId::NextZone);
        QVERIFY2(header().endsWith(QStringLiteral("(UTC)")), qPrintable(header()));
    }

    void everyCommandIsInAMenuOnceAndSaysWhatItNeeds() {
        QMap<QAction*, int> seen;
        for (auto* menu : m_fixture->window->menuBar()->findChildren<QMenu*>()) {
            for (auto* action : menu->actions())
                ++seen[action];
        }
        for (const auto& description : actionDescriptions()) {
            auto* action = m_fixture->window->actions().action(description.id);
            QVERIFY2(seen.value(action) == 1, description.text);
            QVERIFY2(!action->toolTip().isEmpty(), description.text);
            QVERIFY2(action->text().contains(QLatin1Char('&')), description.text);
        }
    }

private:
    void visitPages(const QString& suffix) {
        trigger(ActionId::GoTimeline);
        auto* timeline = view()->timeline();
        timeline->model()->follow();
        QTRY_VERIFY(timeline->model()->rowCount() > 10);
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(timeline->table()->view(), Qt::Key_Down);
        for (int tab = 0; tab < 5; ++tab) {
            timeline->details()->tabs()->setCurrentIndex(tab);
            m_fixture->picture(QStringLiteral("timeline%1-%2").arg(tab).arg(suffix));
        }
        timeline->details()->tabs()->setCurrentIndex(0);
        trigger(ActionId::GoOrganizations);
        view()->organizations()->focusList();
        QTRY_VERIFY(view()->organizations()->history()->rowCount() > 0);
        m_fixture->picture(QStringLiteral("organizations-") + suffix);
        trigger(ActionId::GoUsers);
        view()->users()->focusList();
        QTRY_VERIFY(view()->users()->history()->rowCount() > 0);
        m_fixture->picture(QStringLiteral("users-") + suffix);
        for (int tab = 0; tab < view()->users()->detailTabs()->count(); ++tab) {
            view()->users()->detailTabs()->setCurrentIndex(tab);
            m_fixture->picture(QStringLiteral("users%1-%2").arg(tab).arg(suffix));
        }
        view()->users()->detailTabs()->setCurrentIndex(0);
        for (const auto id : {ActionId::GoTeams, ActionId::GoRoles, ActionId::GoResources, ActionId::GoAccess,
                              ActionId::GoSessions, ActionId::GoPlans, ActionId::GoReviews, ActionId::GoFindings,
                              ActionId::GoCompromises, ActionId::GoIntegrity}) {
            trigger(id);
            view()->current().focusList();
        }
        trigger(ActionId::GoRegions);
        m_fixture->picture(QStringLiteral("regions-") + suffix);
    }

    void trigger(ActionId id) { m_fixture->window->actions().action(id)->trigger(); }

    [[nodiscard]] WorkspaceView* view() const { return m_fixture->window->view(); }

    static constexpr const char* kNames[] = {"<b>Bold & Partners</b>", "Nordwind AG",  "Alpenbank", "Blue Harbor Ltd",
                                             "Kessler Logistik",       "Lumen Health", "Oak & Elm", "Sunrise Energy",
                                             "Zürich Archive"};

    std::unique_ptr<WindowFixture> m_fixture;
};

MUNIMENT_TEST(every_page, TestEveryPage);
#include "test_every_page.moc"
