// Protects: the page of access answers yes and no, now and at any moment, with every way, the events that made it, when
// it was true and what is missing; who may and what somebody may; each of them from the keyboard, in the three choices
// that the reference of user experience allows an auditor (section 2b, task 1); names are shown as they are; questions
// are places to go back to, and a row's question is one key away.
#include "models/base/clock.h"
#include "models/items/plain_text.h"
#include "tests/support/test_registry.h"
#include "tests/ui/access_story.h"
#include "ui/access/access_graph_view.h"
#include "ui/access/access_pane.h"
#include "ui/access/interval_bar.h"
#include "ui/access/question_bar.h"
#include "ui/access/way_tree.h"
#include "ui/directory/access_tab.h"
#include "ui/forms/entity_picker.h"
#include "ui/pages/access_page.h"
#include "ui/pages/resources_page.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/users_page.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/workspace_view.h"
#include "ui/time/time_panel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

#define VERIFY_TOLD(text, part) QVERIFY2((text).contains(QStringLiteral(part)), qPrintable(text))

class TestAccessPage : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_window = std::make_unique<EmbeddedDirectory>();
        const AccessStory story(*m_window);
        m_window->open();
        QTRY_COMPARE(view()->timeline()->model()->window().total, story.events());
        m_window->trigger(ActionId::GoAccess);
        QCOMPARE(view()->currentPage(), Page::Access);
    }

    void cleanupTestCase() { m_window.reset(); }

    void init() {
        m_window->fixture().window->activateWindow(); // a panel may have been before it
        QTRY_VERIFY(m_window->fixture().window->isActiveWindow());
    }

    void cleanup() {
        view()->time()->backToNow();
        view()->messages()->dismiss();
        m_window->trigger(ActionId::GoAccess);
    }

    void nothingIsAskedAtFirst() {
        QVERIFY(!page()->isAnswered());
        QVERIFY(page()->bar()->who()->hasFocus());
        verifyNoFindings();
        m_window->pictures(QStringLiteral("access-empty"));
    }

    /// Auditor's task 1: who had access to X at T, and why. Each choice is counted where it is made.
    void whoHadAccessThenIsThreeChoicesAway() {
        int choices = 0;
        choose(page()->bar()->what(), QStringLiteral("Salaries 2026")); // X
        ++choices;
        goTo("2026-03-14T09:00:00Z"); // T
        ++choices;
        page()->bar()->what()->setFocus();
        QTest::keyClick(page()->bar()->what(), Qt::Key_Return); // read
        ++choices;
        QTRY_VERIFY(page()->isAnswered());
        QCOMPARE(choices, 3);
        VERIFY_TOLD(sentence(), "At 2026-03-14 09:00 UTC, 4 users and 3 teams could do something on Salaries 2026.");
        QCOMPARE(rows(), lines({"User | <b>x</b> <img src=x> | edit", "User | Mia Chen | edit",
                                "User | Ola Berg | read", "User | Petra Lang | read", "Team | HR core | edit",
                                "Team | Interns 2025 | edit", "Team | Payroll | edit"}));
        m_window->pictures(QStringLiteral("access-who"));
        chooseRow(1); // and why
        QTest::keyClick(pane()->table(), Qt::Key_Return);
        QTRY_COMPARE(pane()->verdict(), QStringLiteral("Yes."));
        VERIFY_TOLD(sentence(), "At 2026-03-14 09:00 UTC, Mia Chen could do edit on Salaries 2026, in 1 way.");
        QCOMPARE(withoutTimes(pane()->tree()->text()),
                 lines({"Mia Chen", "  is in the team Payroll, since T, by Jonas Weber (team.member.added)",
                        "    is in the team HR core, since T, by Petra Lang (team.member.added)",
                        "      holds hr.editor on HR documents, since T, by Petra Lang, “annual review” (grant.added)",
                        "        which allows edit on every document, since T, by Petra Lang (role.permission.added)",
                        "          Salaries 2026 lies in HR documents, since T, by Petra Lang (resource.added)",
                        "Has ended: Mia Chen",
                        "  is in the team Interns 2025, ended T, by Jonas Weber (team.member.removed)",
                        "    holds hr.editor on Salaries 2026, since T, by Petra Lang (grant.added)",
                        "      which allows edit on every document, since T, by Petra Lang (role.permission.added)"}));
        VERIFY_TOLD(pane()->times(), "True from 2026-02-02 08:12 UTC until 2026-03-31 17:40 UTC. Ended by ");
        VERIFY_TOLD(pane()->freshness(), "eu-west-1");
        QVERIFY(pane()->tree()->hasFocus());
        verifyNoFindings();
        m_window->pictures(QStringLiteral("access-yes"));
        m_window->trigger(ActionId::GoBack);
        QTRY_VERIFY2(sentence().contains(QStringLiteral("could do something")), qPrintable(sentence()));
        m_window->trigger(ActionId::GoForward);
        QTRY_COMPARE(pane()->verdict(), QStringLiteral("Yes."));
    }

    void noTellsWhatIsMissingAndWhatEndedIt() {
        askWhy(QStringLiteral("mia.chen"), QStringLiteral("edit"), QStringLiteral("Salaries 2026"));
        QTRY_COMPARE(pane()->verdict(), QStringLiteral("No."));
        VERIFY_TOLD(sentence(), "Mia Chen cannot do edit on Salaries 2026.");
        VERIFY_TOLD(pane()->times(), "It was true from 2026-02-02 08:12 UTC until 2026-03-31 17:40 UTC.");
        VERIFY_TOLD(pane()->tree()->text(), "Missing on the nearest way:");
        VERIFY_TOLD(pane()->tree()->text(), "ended 2026-03-31 17:40 UTC, by Petra Lang (team.member.removed)");
        verifyNoFindings();
        m_window->pictures(QStringLiteral("access-no"));
    }

    void anActionThatNobodyKnowsIsToldApart() {
        askWhy(QStringLiteral("mia.chen"), QStringLiteral("shred"), QStringLiteral("Salaries 2026"));
        QTRY_COMPARE(pane()->verdict(), QStringLiteral("No."));
        QCOMPARE(pane()->times(), QStringLiteral("No role of the organization has ever allowed this action."));
    }

    void theWholeOrganizationCanBeAskedAbout() {
        choose(page()->bar()->who(), QStringLiteral("petra.lang"));
        page()->bar()->what()->clear();
        page()->bar()->what()->setFocus();
        QTest::keyClicks(page()->bar()->what(), QStringLiteral("whole"));
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QTRY_VERIFY(page()->bar()->what()->chosen().has_value());
        page()->bar()->action()->setText(QStringLiteral("read"));
        m_window->trigger(ActionId::AskAboutAccess);
        QTRY_VERIFY2(sentence().contains(QStringLiteral("Petra Lang can do read in the whole organization, in 1 way.")),
                     qPrintable(sentence()));
    }

    void actionsCompleteFromWhatRolesAllow() {
        choose(page()->bar()->who(), QStringLiteral("petra.lang"));
        auto* line = page()->bar()->action();
        line->clear();
        line->setFocus();
        QTRY_VERIFY(line->completer()->model()->rowCount() > 0);
        QTest::keyClicks(line, QStringLiteral("ed"));
        QTRY_COMPARE(line->completer()->completionCount(), 1);
        QCOMPARE(line->completer()->currentCompletion(), QStringLiteral("edit"));
        if (auto* popup = QApplication::activePopupWidget())
            popup->close();
    }

    void hostileNamesAreShownAsTheyAre() {
        goTo("2026-03-14T09:00:00Z");
        askWhy(QStringLiteral("x.y"), QStringLiteral("edit"), QString::fromUtf8("a < b & \u202Eevil"));
        QTRY_COMPARE(pane()->verdict(), QStringLiteral("Yes."));
        VERIFY_TOLD(sentence(), "<b>x</b> <img src=x> could do edit on a < b & \\u202eevil");
        VERIFY_TOLD(pane()->tree()->text(), "<b>x</b> <img src=x>");
        verifyNoFindings();
        m_window->pictures(QStringLiteral("access-hostile"));
    }

    void theTurnsOfTheBarAreChosenByKeys() {
        askWhy(QStringLiteral("mia.chen"), QStringLiteral("edit"), QStringLiteral("Salaries 2026"));
        QTRY_COMPARE(pane()->bar()->turns(), 4);
        auto* bar = pane()->bar();
        bar->setFocus();
        QTest::keyClick(bar, Qt::Key_Right);
        VERIFY_TOLD(bar->readout(), "Became true: 2025-03-03 09:00 UTC");
        QTest::keyClick(bar, Qt::Key_End);
        VERIFY_TOLD(withoutIsolates(bar->readout()), "Ended: 2026-03-31 17:40 UTC, by Petra Lang");
        QTest::keyClick(bar, Qt::Key_Left);
        QTest::keyClick(bar, Qt::Key_Return);
        QTRY_COMPARE(view()->time()->asOf(), std::optional(Moment(instant("2026-02-02T08:12:00Z"))));
        QTRY_COMPARE(pane()->verdict(), QStringLiteral("Yes."));
        const auto table = bar->table();
        QCOMPARE(table.rows.size(), std::size_t{2});
        QCOMPARE(table.rows[1].at(2), QStringLiteral("2026-03-31 17:40 UTC"));
    }

    void theEventsBehindTheAnswerAreShownInTheTimeline() {
        askWhy(QStringLiteral("mia.chen"), QStringLiteral("edit"), QStringLiteral("Salaries 2026"));
        QTRY_COMPARE(pane()->verdict(), QStringLiteral("No."));
        const auto events = static_cast<int>(pane()->events().size());
        QVERIFY(events >= 4);
        emit pane()->timelineWanted();
        QCOMPARE(view()->currentPage(), Page::Timeline);
        QTRY_COMPARE(view()->timeline()->model()->window().total, events);
        m_window->pictures(QStringLiteral("access-events"));
        m_window->trigger(ActionId::GoBack);
        m_window->trigger(ActionId::ClearFilter);
        m_window->trigger(ActionId::GoAccess);
        pane()->tree()->setFocus();
        QTest::keyClick(pane()->tree(), Qt::Key_Down);
        QTest::keyClick(pane()->tree(), Qt::Key_Return);
        QTRY_COMPARE(view()->currentPage(), Page::Timeline);
        QTRY_COMPARE(view()->timeline()->chosenEvent()->event.type, std::string("team.member.removed"));
    }

    void aUsersRowAsksWithOneKey() {
        view()->goToEntity({AccessStory::kOrg, {"user", AggregateId("petra")}});
        QTRY_COMPARE(view()->users()->title(), QStringLiteral("Petra Lang"));
        view()->users()->focusList();
        QTest::keyClick(view()->users()->table(), Qt::Key_W);
        QCOMPARE(view()->currentPage(), Page::Access);
        QTRY_VERIFY2(sentence().contains(QStringLiteral("Petra Lang has 1 right by 1 grant.")), qPrintable(sentence()));
        QCOMPARE(rows(), lines({"read | everything | the whole organization | reader | Petra Lang"}));
        VERIFY_TOLD(pane()->tree()->text(), "holds reader in the whole organization");
        verifyNoFindings();
        m_window->pictures(QStringLiteral("access-rights"));
        m_window->trigger(ActionId::GoBack);
        QCOMPARE(view()->currentPage(), Page::Users);
        QTest::keyClick(view()->users()->table(), Qt::Key_W, Qt::ShiftModifier);
        QCOMPARE(view()->currentPage(), Page::Access);
        QVERIFY(page()->bar()->action()->hasFocus()); // what should she be able to do?
        QCOMPARE(page()->bar()->who()->chosen()->entity.aggregate.id, AggregateId("petra"));
    }

    void theGraphIsGoneThroughAndUnfoldedByKeys() {
        goTo("2026-03-14T09:00:00Z");
        askWhy(QStringLiteral("mia.chen"), QStringLiteral("edit"), QStringLiteral("Salaries 2026"));
        auto* graph = pane()->graph();
        QTRY_COMPARE(graph->picture().nodes().size(),
                     std::size_t{8}); // hr.editor twice: on the folder, on the document
        graph->setFocus();
        VERIFY_TOLD(graph->currentText(), "User Mia Chen");
        QTest::keyClick(graph, Qt::Key_Down);
        VERIFY_TOLD(graph->currentText(), ", reached from Mia Chen");
        QTest::keyClick(graph, Qt::Key_Up);
        VERIFY_TOLD(graph->currentText(), "User Mia Chen");
        while (!graph->currentText().startsWith(QStringLiteral("Team Payroll")))
            graph->setCurrent(graph->current() + 1);
        QTest::keyClick(graph, Qt::Key_Return); // who else is in it
        QTRY_COMPARE(graph->picture().nodes().size(), std::size_t{9});
        VERIFY_TOLD(graph->currentText(), "Team Payroll");
        m_window->pictures(QStringLiteral("access-graph"));
        const auto before = graph->transform().m11();
        QTest::keyClick(graph, Qt::Key_Minus);
        QVERIFY(graph->transform().m11() < before);
        QTest::keyClick(graph, Qt::Key_0);
        QCOMPARE(graph->transform().m11(), before);
        QTest::keyClick(graph, Qt::Key_Space);
        QTRY_COMPARE(view()->currentPage(), Page::TeamsAndRoles);
    }

    void theAccessTabTellsWhatComesOfAllGrants() {
        goTo("2026-03-14T09:00:00Z");
        view()->goToEntity({AccessStory::kOrg, {"user", AggregateId("mia")}});
        QTRY_COMPARE(view()->users()->title(), QStringLiteral("Mia Chen"));
        auto* tab = view()->users()->details()->findChild<AccessTab*>();
        view()->users()->detailTabs()->setCurrentWidget(tab);
        QTRY_COMPARE(withoutIsolates(tab->effectiveText()),
                     QStringLiteral("At 2026-03-14 09:00 UTC, Mia Chen had 1 right by 1 grant."));
        QCOMPARE(tab->model()->rowCount(), 0); // none names her
        m_window->pictures(QStringLiteral("access-tab"));
        view()->goToEntity({AccessStory::kOrg, {"resource", AggregateId("salaries")}});
        auto* resource = view()->resources()->details()->findChild<AccessTab*>();
        view()->resources()->detailTabs()->setCurrentWidget(resource);
        QTRY_VERIFY2(resource->effectiveText().contains(QStringLiteral("could do something on")),
                     qPrintable(resource->effectiveText()));
        view()->resources()->focusList();
        QTest::keyClick(view()->resources()->table(), Qt::Key_W);
        QTRY_COMPARE(pane()->rowCount(), 7);
        view()->users()->detailTabs()->setCurrentIndex(0);
        view()->resources()->detailTabs()->setCurrentIndex(0);
    }

    void aQuestionThatIsNotWholeSaysWhatItLacks() {
        page()->bar()->setWish({});
        m_window->trigger(ActionId::AskAboutAccess);
        VERIFY_TOLD(view()->messages()->text(), "Choose a user or a team");
        choose(page()->bar()->who(), QStringLiteral("mia.chen"));
        choose(page()->bar()->what(), QStringLiteral("Salaries 2026"));
        m_window->trigger(ActionId::AskAboutAccess);
        VERIFY_TOLD(view()->messages()->text(), "Say which action is meant.");
        QVERIFY(page()->bar()->action()->hasFocus());
    }

    void theAnswerIsCopiedAsText() {
        goTo("2026-03-14T09:00:00Z");
        askWhy(QStringLiteral("mia.chen"), QStringLiteral("edit"), QStringLiteral("Salaries 2026"));
        const QString text = pane()->text();
        VERIFY_TOLD(text, "Yes. At 2026-03-14 09:00 UTC, Mia Chen could do edit on Salaries 2026, in 1 way.\n");
        VERIFY_TOLD(text, "\n1. Mia Chen\n  is in the team Payroll, since 2026-02-02 08:12 UTC, by Jonas Weber");
    }

    void itSpeaksGerman() {
        goTo("2026-03-14T09:00:00Z");
        askWhy(QStringLiteral("mia.chen"), QStringLiteral("edit"), QStringLiteral("Salaries 2026"));
        m_window->fixture().language.choose(QStringLiteral("de"));
        QTRY_COMPARE(pane()->verdict(), QStringLiteral("Ja."));
        VERIFY_TOLD(pane()->tree()->text(), "ist im Team Payroll, seit 2026-02-02 08:12 UTC, durch Jonas Weber");
        verifyNoFindings();
        m_window->pictures(QStringLiteral("access-de"));
        m_window->fixture().language.choose(QStringLiteral("en"));
        QTRY_COMPARE(pane()->verdict(), QStringLiteral("Yes."));
    }

    void aPeriodThatIsOverIsNoEvent() {
        askWhy(QStringLiteral("ola.berg"), QStringLiteral("read"), QStringLiteral("Salaries 2026"));
        QTRY_COMPARE(pane()->verdict(), QStringLiteral("No."));
        VERIFY_TOLD(pane()->times(), "It was true from 2026-01-04 09:00 UTC until 2026-06-01 00:00 UTC.");
        VERIFY_TOLD(pane()->tree()->text(), "the grant does not hold at that time");
    }

    void whatIsNotKnownYetIsIncomplete() {
        view()->time()->setAsOf(Moment(systemClock().now() + kMicrosPerDay));
        askWhy(QStringLiteral("petra.lang"), QStringLiteral("read"), QStringLiteral("Salaries 2026"));
        QTRY_COMPARE(pane()->verdict(), QStringLiteral("Yes."));
        VERIFY_TOLD(pane()->freshness(), "Incomplete: ");
    }

    /// The first answer after one's own change counts it, however soon it is asked for.
    void aQuestionRightAfterAChangeSeesIt() {
        askWhy(QStringLiteral("petra.lang"), QStringLiteral("read"), QStringLiteral("Salaries 2026"));
        QTRY_COMPARE(pane()->verdict(), QStringLiteral("Yes."));
        for (const auto& [command, verdict] : {std::pair{UserCommand(LockUser{}), QStringLiteral("No.")},
                                               std::pair{UserCommand(UnlockUser{}), QStringLiteral("Yes.")}}) {
            CommandRequest request;
            request.region = RegionName("eu-west-1");
            request.tenant = TenantId("nordwind");
            request.id = AggregateId("petra");
            request.command = command;
            view()->workspace().submit(request, page(), [](const Result<CommandResult>& done) { QVERIFY(done); });
            QVERIFY(!view()->workspace().areWritesSettled());
            m_window->trigger(ActionId::AskAboutAccess);
            QVERIFY(!page()->isAnswered());
            QTRY_VERIFY(page()->isAnswered());
            QCOMPARE(pane()->verdict(), verdict);
            QVERIFY(view()->workspace().areWritesSettled());
        }
    }

    void theQuestionIsRememberedWithTheWorkspace() {
        askWhy(QStringLiteral("mia.chen"), QStringLiteral("edit"), QStringLiteral("Salaries 2026"));
        QTRY_COMPARE(pane()->verdict(), QStringLiteral("No."));
        m_window->trigger(ActionId::CloseWorkspace);
        QTRY_VERIFY(m_window->view() == nullptr);
        m_window->reopen();
        m_window->trigger(ActionId::GoAccess);
        QTRY_VERIFY(page()->isAnswered());
        VERIFY_TOLD(sentence(), "Mia Chen cannot do edit on Salaries 2026.");
    }

private:
    static QString lines(std::initializer_list<const char*> all) {
        QStringList told;
        for (const char* line : all)
            told << QString::fromUtf8(line);
        return told.join(QLatin1Char('\n'));
    }

    static Instant instant(const char* text) {
        const auto parsed = parseInstant(text);
        return parsed ? *parsed : Instant{};
    }

    /// By the whole name, which is chosen without a further key.
    void choose(EntityPicker* picker, const QString& text) {
        picker->setFocus();
        picker->setText(text);
        QTRY_VERIFY(picker->chosen().has_value());
    }

    void askWhy(const QString& who, const QString& action, const QString& what) {
        page()->bar()->setWish({});
        choose(page()->bar()->who(), who);
        page()->bar()->action()->setText(action);
        choose(page()->bar()->what(), what);
        m_window->trigger(ActionId::AskAboutAccess);
        QTRY_VERIFY(page()->isAnswered());
    }

    void goTo(const char* text) {
        m_window->trigger(ActionId::AsOf);
        auto* panel = m_window->fixture().window->findChild<TimePanel*>();
        panel->line()->setText(QLatin1String(text));
        QTest::keyClick(panel->line(), Qt::Key_Return);
        QTRY_COMPARE(view()->time()->asOf(), std::optional(Moment(instant(text))));
        QTRY_VERIFY(m_window->fixture().window->findChild<TimePanel*>() == nullptr);
        m_window->fixture().window->activateWindow();
        QTRY_VERIFY(m_window->fixture().window->isActiveWindow());
    }

    [[nodiscard]] QString sentence() const { return withoutIsolates(pane()->sentence()); }

    /// Of the list, without ids.
    [[nodiscard]] QString rows() const {
        const auto* model = pane()->table()->model();
        const bool hasId =
            model->headerData(model->columnCount() - 1, Qt::Horizontal).toString() == QStringLiteral("Id");
        QStringList all;
        for (int row = 0; row < model->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model->columnCount() - (hasId ? 1 : 0); ++column)
                cells << withoutIsolates(model->index(row, column).data().toString());
            all << cells.join(QStringLiteral(" | "));
        }
        return all.join(QLatin1Char('\n'));
    }

    static QString withoutTimes(QString text) {
        return text
            .replace(QRegularExpression(QStringLiteral("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC")), QStringLiteral("T"))
            .trimmed();
    }

    void chooseRow(int row) {
        pane()->table()->setFocus();
        pane()->table()->setCurrentIndex(pane()->table()->model()->index(row, 0));
    }

    void verifyNoFindings() {
        const auto found = findings(m_window->fixture().window.get()).join(QLatin1Char('\n'));
        QVERIFY2(found.isEmpty(), qPrintable(found));
    }

    [[nodiscard]] WorkspaceView* view() const { return m_window->view(); }

    [[nodiscard]] AccessPage* page() const { return view()->access(); }

    [[nodiscard]] AccessPane* pane() const { return page()->pane(); }

    std::unique_ptr<EmbeddedDirectory> m_window;
};

MUNIMENT_TEST(access_page, TestAccessPage);
#include "test_access_page.moc"
