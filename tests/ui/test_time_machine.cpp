// Protects: a moment is chosen by the keyboard, typed, from an event or from a bookmark; every page, count, list,
// detail, export and finding is of that moment then, under a permanent sign in a tinted frame; nothing can be changed
// in the past and nothing that arrives moves it; the keys step event by event; now is one key away; what cannot be
// shown says why; and what changed between two moments is told by organization, down to its events.
#include "models/base/clock.h"
#include "tests/support/test_registry.h"
#include "tests/ui/embedded_directory.h"
#include "ui/actions/command_palette.h"
#include "ui/details/event_details_pane.h"
#include "ui/directory/activity_tab.h"
#include "ui/look/tones.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/timeline_table.h"
#include "ui/pages/users_page.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/status_line.h"
#include "ui/shell/workspace_strip.h"
#include "ui/shell/workspace_view.h"
#include "ui/time/changed_dialog.h"
#include "ui/time/time_band.h"
#include "ui/time/time_panel.h"
#include "ui/time/time_scrubber.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestTimeMachine : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_window = std::make_unique<EmbeddedDirectory>();
        m_org = m_window->addOrg("Nordwind AG");
        m_mia = m_window->addHuman(m_org, "Mia", "Chen");
        m_early = later();
        m_ola = m_window->addHuman(m_org, "Ola", "Berg");
        m_window->tell(m_org, UserCommand(LockUser{}), m_mia);
        const auto team = m_window->tell(m_org, TeamCommand(AddTeam{"Payroll", {}}));
        m_window->tell(m_org, TeamCommand(AddTeamMember{{TeamMember::Kind::User, m_mia}}), team);
        m_late = later();
        m_window->open();
        QTRY_COMPARE(timeline()->window().total, 5 + kOrgEvents);
        QTRY_COMPARE(users()->model()->total(), 2);
    }

    void cleanupTestCase() { m_window.reset(); }

    void cleanup() {
        time()->setSince(std::nullopt);
        time()->backToNow();
        QTRY_COMPARE(users()->model()->total(), m_people);
    }

    void aMomentIsTypedAndEveryPageShowsIt() {
        QVERIFY(view()->timeBand()->isHidden());
        QCOMPARE(view()->strip()->timeButton()->text(), QStringLiteral("Now"));
        goTo(m_early);
        QTRY_COMPARE(timeline()->window().total, 1 + kOrgEvents);
        QVERIFY2(view()->strip()->timeButton()->text().startsWith(QStringLiteral("As of ")),
                 qPrintable(view()->strip()->timeButton()->text()));
        QVERIFY2(view()->timeBand()->sign().startsWith(QStringLiteral("The past: ")),
                 qPrintable(view()->timeBand()->sign()));
        QTRY_VERIFY2(view()->timeBand()->story().contains(QStringLiteral("mia.chen")),
                     qPrintable(view()->timeBand()->story()));
        QVERIFY2(view()->timeBand()->bounds().contains(QStringLiteral("eu-west-1")),
                 qPrintable(view()->timeBand()->bounds()));
        QTRY_COMPARE(view()->statusLine()->events(), QStringLiteral("%1 events").arg(1 + kOrgEvents));
        QTRY_COMPARE(page()->chosenEvent()->event.type, std::string("user.human.added"));
        m_window->pictures(QStringLiteral("past-timeline"));
        const QColor frame = m_window->fixture().window->grab().toImage().pixelColor(1, 500);
        QCOMPARE(frame, tones().past);

        m_window->trigger(ActionId::GoUsers);
        QTRY_COMPARE(users()->model()->total(), 1);
        users()->choose(keyOf(m_mia));
        QTRY_COMPARE(users()->title(), QStringLiteral("Mia Chen"));
        QTRY_COMPARE(users()->chosenUser()->lifecycle, UserLifecycle::Active); // she is locked later
        QTRY_COMPARE(users()->history()->eventAt(users()->history()->rowCount() - 1).ordinal(), 1 + kOrgEvents);
        users()->detailTabs()->setCurrentWidget(users()->details()->activity());
        QTRY_COMPARE(users()->details()->activity()->model()->window().total, 1);
        m_window->pictures(QStringLiteral("past-users"));

        m_window->trigger(ActionId::GoOverview);
        QTRY_COMPARE(view()->overview()->shownText(), QStringLiteral("%1 events").arg(1 + kOrgEvents));
        m_window->pictures(QStringLiteral("past-overview"));
        m_window->trigger(ActionId::GoTeams);
        QTRY_COMPARE(view()->current().shownText(), QStringLiteral("0 in all"));
        m_window->pictures(QStringLiteral("past-empty"));
        m_window->trigger(ActionId::GoChanges);
        QVERIFY2(view()->timeBand()->story().contains(QStringLiteral("as it is now")),
                 qPrintable(view()->timeBand()->story()));
        const auto found = findings(m_window->fixture().window.get()).join(QLatin1Char('\n'));
        QVERIFY2(found.isEmpty(), qPrintable(found));
    }

    void nothingCanBeChangedInThePast() {
        m_window->trigger(ActionId::GoUsers);
        users()->choose(keyOf(m_ola));
        QTRY_COMPARE(users()->title(), QStringLiteral("Ola Berg"));
        QVERIFY(m_window->action(ActionId::LockUser)->isEnabled());
        goTo(m_late);
        QTRY_COMPARE(users()->model()->query().asOf, time()->asOf());
        for (const auto& description : actionDescriptions()) {
            const auto* action = m_window->action(description.id);
            if (description.isChange())
                QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
        }
        const auto tip = m_window->action(ActionId::LockUser)->toolTip();
        QVERIFY2(tip.contains(QStringLiteral("Ctrl+Shift+T")), qPrintable(tip));
        QVERIFY(m_window->action(ActionId::ExportList)->isEnabled());
        QVERIFY(!page()->details()->takeBackButton()->isVisibleTo(page()));
        m_window->trigger(ActionId::BackToNow);
        QTRY_VERIFY(m_window->action(ActionId::LockUser)->isEnabled());
    }

    void whatArrivesMovesNothing() {
        m_window->trigger(ActionId::GoTimeline);
        goTo(m_late);
        QTRY_COMPARE(timeline()->window().total, 5 + kOrgEvents);
        const auto number = timeline()->rowAt(0)->number;
        (void)m_window->addHuman(m_org, "Petra", "Lang");
        ++m_people;
        QTRY_COMPARE(time()->facts()->laterEvents, 1);
        QCOMPARE(timeline()->window().total, 5 + kOrgEvents);
        QCOMPARE(timeline()->rowAt(0)->number, number);
        QCOMPARE(time()->lateEvents(), 0); // of later than the moment
        QVERIFY(view()->timeBand()->lateButton()->isHidden());
        m_window->trigger(ActionId::BackToNow);
        QTRY_COMPARE(timeline()->window().total, 6 + kOrgEvents);
    }

    void theKeysStepEventByEvent() {
        goTo(m_early);
        QTRY_COMPARE(timeline()->window().total, 1 + kOrgEvents);
        auto* scrubber = view()->timeBand()->scrubber();
        scrubber->setFocus();
        QTest::keyClick(scrubber, Qt::Key_Right);
        QTRY_COMPARE(timeline()->window().total, 2 + kOrgEvents);
        QTRY_COMPARE(page()->chosenEvent()->event.aggregate.id, m_ola);
        QTest::keyClick(scrubber, Qt::Key_Right);
        QTest::keyClick(scrubber, Qt::Key_Right); // asked for while the first is on its way
        QTRY_COMPARE(timeline()->window().total, 4 + kOrgEvents);
        QTest::keyClick(scrubber, Qt::Key_Left);
        QTRY_COMPARE(timeline()->window().total, 3 + kOrgEvents);
        QTest::keyClick(scrubber, Qt::Key_Home);
        QTRY_VERIFY(timeline()->window().total <= kOrgEvents); // they may be of one microsecond
        while (timeline()->window().total > 0) {
            const auto before = timeline()->window().total;
            m_window->trigger(ActionId::EarlierEvent);
            QTRY_COMPARE(timeline()->window().total, before - 1);
        }
        QTRY_VERIFY2(view()->timeBand()->story().contains(QStringLiteral("Nothing had happened yet")),
                     qPrintable(view()->timeBand()->story()));
        m_window->pictures(QStringLiteral("past-before-everything"));
        m_window->trigger(ActionId::EarlierEvent);
        QTRY_COMPARE(view()->messages()->text(), QStringLiteral("There is no earlier event."));
        QTest::keyClick(scrubber, Qt::Key_PageUp);
        QTRY_COMPARE(timeline()->window().total, 0);
        QTest::keyClick(scrubber, Qt::Key_End);
        QTRY_COMPARE(timeline()->window().total, 6 + kOrgEvents);
        QTest::keyClick(scrubber, Qt::Key_PageDown); // there is no tomorrow
        QTRY_VERIFY(!time()->isPast());
        m_window->trigger(ActionId::EarlierEvent); // from now
        QTRY_COMPARE(timeline()->window().total, 5 + kOrgEvents);
    }

    void aClickInTheBarGoesThere() {
        goTo(m_late);
        auto* scrubber = view()->timeBand()->scrubber();
        QTRY_VERIFY(scrubber->instantAt(scrubber->width() / 2).has_value());
        const QPoint place(scrubber->width() / 2, 12);
        QTest::mouseClick(scrubber, Qt::LeftButton, Qt::NoModifier, place);
        QCOMPARE(time()->asOf()->at, *scrubber->instantAt(place.x()));
        QTest::mouseClick(scrubber, Qt::LeftButton, Qt::ShiftModifier, QPoint(20, 12));
        QCOMPARE(time()->since()->at, *scrubber->instantAt(20));
        m_window->pictures(QStringLiteral("past-two-handles"));
    }

    void whatCannotBeShownSaysWhy() {
        auto* panel = openPanel();
        const auto found = findings(panel).join(QLatin1Char('\n'));
        QVERIFY2(found.isEmpty(), qPrintable(found));
        panel->line()->setText(QStringLiteral("the other day"));
        QVERIFY(!panel->showButton()->isEnabled());
        QVERIFY2(panel->toldText().startsWith(QStringLiteral("This is no time")), qPrintable(panel->toldText()));
        panel->line()->setText(QStringLiteral("1999"));
        QTRY_VERIFY2(panel->toldText().contains(QStringLiteral("before the first event")),
                     qPrintable(panel->toldText()));
        panel->line()->setText(QStringLiteral("2099-01-01"));
        QVERIFY2(panel->toldText().contains(QStringLiteral("nothing is known past now")),
                 qPrintable(panel->toldText()));
        panel->line()->setText(QStringLiteral("00000000-0000-4000-8000-000000000000"));
        QTest::keyClick(panel->line(), Qt::Key_Return);
        QTRY_COMPARE(panel->toldText(), QStringLiteral("This workspace has no such event."));
        QVERIFY(!time()->isPast());
        panel->close();
    }

    void theFutureIsIncomplete() {
        time()->setAsOf(Moment(systemClock().now() + kMicrosPerDay));
        QTRY_VERIFY2(view()->timeBand()->bounds().contains(QStringLiteral("incomplete")),
                     qPrintable(view()->timeBand()->bounds()));
        QVERIFY2(view()->timeBand()->bounds().contains(QStringLiteral("has not come")),
                 qPrintable(view()->timeBand()->bounds()));
        QCOMPARE(time()->lateEvents(), 0);
        (void)m_window->addHuman(m_org, "Jonas", "Weber");
        ++m_people;
        QTRY_COMPARE(time()->lateEvents(), 1);
        QVERIFY(!view()->timeBand()->lateButton()->isHidden());
        QCOMPARE(timeline()->window().total, 6 + kOrgEvents);
        m_window->pictures(QStringLiteral("past-incomplete"));
        view()->timeBand()->lateButton()->click();
        QTRY_COMPARE(timeline()->window().total, 7 + kOrgEvents);
        QTRY_COMPARE(time()->lateEvents(), 0);
    }

    void anEventNamesTheMomentBeforeIt() {
        m_window->trigger(ActionId::GoTimeline);
        page()->applyFilter(*parseFilter("type:user.locked").filter);
        QTRY_COMPARE(timeline()->window().total, 1);
        page()->table()->choose(timeline()->rowAt(0)->number);
        const auto locked = *page()->chosenEvent();
        page()->applyFilter({});
        QTRY_COMPARE(timeline()->window().total, 7 + kOrgEvents);
        m_window->trigger(ActionId::AsOfEvent);
        QTRY_COMPARE(time()->asOf(), std::optional(Moment(locked.loggedAt, locked.number)));
        QTRY_COMPARE(timeline()->window().total, 2 + kOrgEvents);
        // Where it leads to in the past, it says that it is later.
        page()->goToEvent(locked.number);
        QTRY_VERIFY2(view()->messages()->text().contains(QStringLiteral("later than the moment")),
                     qPrintable(view()->messages()->text()));
        m_window->trigger(ActionId::BackToNow);

        auto* panel = openPanel();
        panel->line()->setText(QStringLiteral("before ") + QString::fromStdString(locked.event.eventId.text()));
        QTest::keyClick(panel->line(), Qt::Key_Return);
        QTRY_COMPARE(time()->asOf(), std::optional(Moment(locked.loggedAt, locked.number)));
        QTRY_VERIFY(m_window->fixture().window->findChild<TimePanel*>() == nullptr);
        m_window->trigger(ActionId::BackToNow);

        page()->goToEvent(locked.number);
        QTRY_COMPARE(page()->chosenEvent()->number, locked.number);
        m_window->trigger(ActionId::ToggleBookmark);
        QTRY_VERIFY(page()->chosenEvent()->annotation.isBookmarked);
        panel = openPanel();
        QTRY_COMPARE(panel->named()->model()->rowCount(), 1);
        m_window->fixture().picture(QStringLiteral("time-panel-light"), panel);
        m_window->fixture().look.setAppearance(Appearance::Dark);
        m_window->fixture().picture(QStringLiteral("time-panel-dark"), panel);
        m_window->fixture().look.setAppearance(Appearance::Light);
        panel->named()->setFocus();
        panel->named()->setCurrentIndex(panel->named()->model()->index(0, 0));
        QTest::keyClick(panel->named(), Qt::Key_Return);
        QTRY_COMPARE(time()->asOf(), std::optional(Moment(locked.loggedAt, locked.number)));
    }

    void exportsAndNamesAreOfTheMoment() {
        goTo(m_early);
        m_window->trigger(ActionId::GoTimeline);
        QTRY_COMPARE(timeline()->window().total, 1 + kOrgEvents);
        const auto events = std::get<EventList>(page()->exportOffer()->list);
        QCOMPARE(events.question.asOf, time()->asOf());
        m_window->trigger(ActionId::GoUsers);
        QTRY_COMPARE(users()->model()->total(), 1);
        QCOMPARE(std::get<UserQuery>(std::get<ListQuery>(users()->exportOffer()->list)).asOf, time()->asOf());

        m_window->trigger(ActionId::FindAnything);
        auto* palette = m_window->fixture().window->findChild<CommandPalette*>();
        palette->box()->setText(QStringLiteral("@mia"));
        QTRY_COMPARE(palette->list()->model()->rowCount(), 1);
        palette->box()->setText(QStringLiteral("@ola"));
        QTest::qWait(200);
        QCOMPARE(palette->list()->model()->rowCount(), 0);
        palette->close();
    }

    void whatChangedIsToldByOrganization() {
        goTo(m_late);
        time()->setSince(Moment(m_early));
        m_window->trigger(ActionId::WhatChanged);
        auto* dialog = m_window->fixture().window->findChild<ChangedDialog*>();
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY(dialog->model()->isComplete());
        QTRY_VERIFY(dialog->model()->rowCount() > 0);
        const auto found = findings(dialog).join(QLatin1Char('\n'));
        QVERIFY2(found.isEmpty(), qPrintable(found));
        const auto table = dialog->model()->table();
        const auto told = [&](const QString& thing) {
            QStringList lines;
            for (const auto& row : table.rows)
                if (row.at(ChangedModel::Thing) == thing)
                    lines << QStringLiteral("%1: %2 -> %3").arg(row.at(3), row.at(4), row.at(5));
            return lines.join(QLatin1Char('\n'));
        };
        QCOMPARE(told(QStringLiteral("Mia Chen")), QStringLiteral("State: active -> locked"));
        QVERIFY2(told(QStringLiteral("Payroll")).contains(QStringLiteral("-> Mia Chen")),
                 qPrintable(told(QStringLiteral("Payroll"))));
        QVERIFY2(told(QStringLiteral("Ola Berg")).contains(QStringLiteral("— -> ola.berg")),
                 qPrintable(told(QStringLiteral("Ola Berg"))));
        QVERIFY(told(QStringLiteral("Petra Lang")).isEmpty()); // later
        m_window->fixture().picture(QStringLiteral("what-changed-light"), dialog);
        m_window->fixture().look.setAppearance(Appearance::Dark);
        m_window->fixture().picture(QStringLiteral("what-changed-dark"), dialog);
        m_window->fixture().look.setAppearance(Appearance::Light);
        dialog->copyButton()->click();
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("locked")));

        m_window->trigger(ActionId::GoUsers);
        int row = 0;
        while (dialog->model()->index(row, ChangedModel::Thing).data().toString() != QStringLiteral("Mia Chen"))
            ++row;
        dialog->view()->setCurrentIndex(dialog->model()->index(row, 0));
        QTest::keyClick(dialog->view(), Qt::Key_Return);
        QTRY_COMPARE(view()->currentPage(), Page::Timeline);
        QTRY_COMPARE(page()->chosenEvent()->event.type, std::string("user.locked"));

        dialog->to()->setText(QStringLiteral("1999"));
        dialog->compareButton()->click();
        QCOMPARE(dialog->toldText(), QStringLiteral("The second time has to be the later one."));
        dialog->from()->setText(QStringLiteral("1998"));
        dialog->compareButton()->click();
        QTRY_VERIFY(dialog->model()->isComplete());
        QCOMPARE(dialog->model()->rowCount(), 0);
        dialog->close();
    }

    void itSpeaksGerman() {
        m_window->trigger(ActionId::GoTimeline);
        goTo(m_early);
        m_window->fixture().language.choose(QStringLiteral("de"));
        QTRY_VERIFY2(view()->timeBand()->sign().startsWith(QStringLiteral("Vergangenheit: ")),
                     qPrintable(view()->timeBand()->sign()));
        m_window->pictures(QStringLiteral("past-de"));
        m_window->fixture().language.choose(QStringLiteral("en"));
        QTRY_VERIFY(view()->timeBand()->sign().startsWith(QStringLiteral("The past")));
    }

private:
    /// An instant between what was written and what will be.
    static Instant later() {
        QTest::qWait(4);
        const Instant t = systemClock().now();
        QTest::qWait(4);
        return t;
    }

    TimePanel* openPanel() {
        m_window->trigger(ActionId::AsOf);
        auto* panel = m_window->fixture().window->findChild<TimePanel*>();
        if (panel == nullptr)
            qFatal("no panel");
        return panel;
    }

    void goTo(Instant t) {
        auto* panel = openPanel();
        panel->line()->setText(QString::fromStdString(formatInstant(t)));
        QTest::keyClick(panel->line(), Qt::Key_Return);
        QTRY_COMPARE(time()->asOf(), std::optional(Moment(t)));
        QTRY_VERIFY(m_window->fixture().window->findChild<TimePanel*>() == nullptr);
    }

    [[nodiscard]] QString keyOf(const AggregateId& user) const {
        return QString::fromStdString(m_org.text() + "/" + user.text());
    }

    [[nodiscard]] WorkspaceView* view() const { return m_window->view(); }

    [[nodiscard]] TimeMachine* time() const { return view()->time(); }

    [[nodiscard]] TimelinePage* page() const { return view()->timeline(); }

    [[nodiscard]] TimelineModel* timeline() const { return page()->model(); }

    [[nodiscard]] UsersPage* users() const { return view()->users(); }

    /// Of a new organization: that it is there, and in which region.
    static constexpr std::int64_t kOrgEvents = 2;

    std::unique_ptr<EmbeddedDirectory> m_window;
    TenantId m_org;
    AggregateId m_mia;
    AggregateId m_ola;
    Instant m_early;
    Instant m_late;
    std::int64_t m_people = 2;
};

MUNIMENT_TEST(time_machine, TestTimeMachine);
#include "test_time_machine.moc"
