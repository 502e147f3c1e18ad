// Protects: bookmarks, tags and notes by the keyboard alone, seen in the row, in the details and beside the scroll bar,
// found by filters, taken back and done again, and in the file afterwards; and that a file open for reading only says
// no.
#include "tests/support/test_registry.h"
#include "tests/ui/window_fixture.h"
#include "ui/actions/action_registry.h"
#include "ui/annotations/annotation_actions.h"
#include "ui/annotations/annotation_desk.h"
#include "ui/annotations/annotation_dialogs.h"
#include "ui/annotations/annotation_strip.h"
#include "ui/annotations/mark_strip.h"
#include "ui/annotations/tag_edit.h"
#include "ui/details/event_details_pane.h"
#include "ui/details/summary_tab.h"
#include "ui/filter/filter_bar.h"
#include "ui/filter/filter_edit.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/timeline_table.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/workspace_view.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>
#include <QUndoStack>

using namespace muniment;
using namespace muniment::test;

class TestAnnotations : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->openFourTenants();
        m_total = page()->model()->window().total;
        page()->model()->hold();
    }

    void cleanupTestCase() { m_fixture.reset(); }

    void init() {
        trigger(ActionId::ClearFilter);
        QTRY_COMPARE(page()->model()->window().total, m_total);
    }

    void aBookmarkIsSetAndTakenAwayByItsKey() {
        choose(2);
        QTest::keyClick(table(), Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(shown(2).isBookmarked);
        QVERIFY2(accessibleText(2).contains(QStringLiteral("Bookmarked")), qPrintable(accessibleText(2)));
        QVERIFY(inFile(number(2)).isBookmarked);
        QTRY_COMPARE(page()->details()->summary()->annotation()->words(), QStringLiteral("Bookmarked"));
        QTRY_COMPARE(page()->markStrip()->marks().marks.size(), std::size_t{1});
        QTest::keyClick(table(), Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(!shown(2).isBookmarked);
        QVERIFY(inFile(number(2)).isEmpty());
        QTRY_VERIFY(page()->markStrip()->marks().marks.empty());
        QVERIFY(page()->details()->summary()->annotation()->isHidden());
    }

    void pressingTwiceQuicklyIsTwoSteps() {
        choose(1);
        const int before = undoStack()->count();
        QTest::keyClick(table(), Qt::Key_D, Qt::ControlModifier);
        QTest::keyClick(table(), Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(undoStack()->count(), before + 2);
        QVERIFY(inFile(number(1)).isEmpty());
    }

    void tagsAreTypedWithThoseInUseAtHand() {
        choose(3);
        auto* first = openTags();
        QTest::keyClicks(first->line(), QStringLiteral("Incident, Case 17"));
        QTest::keyClick(first->line(), Qt::Key_Return);
        QTRY_COMPARE(shown(3).tags, (std::vector<std::string>{"case-17", "incident"}));

        choose(5);
        auto* second = openTags();
        QTRY_COMPARE(second->line()->completions()->model()->rowCount(), 2);
        QTest::keyClicks(second->line(), QStringLiteral("new, inc"));
        QTRY_VERIFY(second->line()->completions()->popup()->isVisible());
        auto* popup = second->line()->completions()->popup();
        QTest::keyClick(popup, Qt::Key_Down);
        m_fixture->picture(QStringLiteral("annotations-tags-light"), second);
        QTest::keyClick(popup, Qt::Key_Return);
        QCOMPARE(second->line()->text(), QStringLiteral("new, incident"));
        QTest::keyClick(second->line(), Qt::Key_Return);
        QTRY_COMPARE(shown(5).tags, (std::vector<std::string>{"incident", "new"}));
        QCOMPARE(inFile(number(5)).tags, (std::vector<std::string>{"incident", "new"}));
    }

    void escapeLeavesEverythingAsItWas() {
        choose(3);
        const auto before = inFile(number(3));
        auto* tags = openTags();
        QTest::keyClicks(tags->line(), QStringLiteral(", zzz"));
        QTest::keyClick(tags->line(), Qt::Key_Escape);
        QTRY_VERIFY(openDialog<TagsDialog>() == nullptr);
        auto* note = openNote();
        QTest::keyClicks(note->text(), QStringLiteral("never kept"));
        QTest::keyClick(note->text(), Qt::Key_Escape);
        QTRY_VERIFY(openDialog<NoteDialog>() == nullptr);
        QVERIFY(inFile(number(3)) == before);
    }

    void aNoteHasLinesAndIsSavedByItsKey() {
        choose(3);
        auto* dialog = openNote();
        QTest::keyClicks(dialog->text(), QStringLiteral("Asked Ann <b>today</b>"));
        QTest::keyClick(dialog->text(), Qt::Key_Return);
        QTest::keyClicks(dialog->text(), QStringLiteral("she knew"));
        m_fixture->picture(QStringLiteral("annotations-note-light"), dialog);
        QVERIFY2(findings(dialog).isEmpty(), qPrintable(findings(dialog).join(QLatin1Char('\n'))));
        QTest::keyClick(dialog->text(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shown(3).note, std::string("Asked Ann <b>today</b>\nshe knew"));
        QCOMPARE(inFile(number(3)).note, shown(3).note);
        QVERIFY(page()->details()->summary()->annotation()->words().contains(QStringLiteral("<b>today</b>")));
    }

    void undoAndRedoSayWhatTheyDoAndReachTheFile() {
        choose(7);
        trigger(ActionId::ToggleBookmark);
        QTRY_VERIFY(shown(7).isBookmarked);
        auto* dialog = openTags();
        QTest::keyClicks(dialog->line(), QStringLiteral("short-lived"));
        QTest::keyClick(dialog->line(), Qt::Key_Return);
        QTRY_COMPARE(shown(7).tags.size(), std::size_t{1});

        QCOMPARE(text(ActionId::Undo), QStringLiteral("Undo “Tags”"));
        choose(7); // keys go to the window again
        QTest::keyClick(table(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(shown(7).tags.empty());
        QVERIFY((inFile(number(7)) == EventAnnotation{true, {}, {}}));
        QCOMPARE(text(ActionId::Undo), QStringLiteral("Undo “Bookmark”"));
        QCOMPARE(text(ActionId::Redo), QStringLiteral("Redo “Tags”"));
        QTest::keyClick(table(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!shown(7).isBookmarked);
        QVERIFY(inFile(number(7)).isEmpty());
        QTest::keyClick(table(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClick(table(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY((shown(7) == EventAnnotation{true, {"short-lived"}, {}}));
        QVERIFY(inFile(number(7)) == shown(7));
        QVERIFY(!m_fixture->window->actions().action(ActionId::Redo)->isEnabled());
    }

    void theBookmarkedAreShownAndGoneThrough() {
        for (const int row : {0, 10}) {
            choose(row);
            trigger(ActionId::ToggleBookmark);
            QTRY_VERIFY(shown(row).isBookmarked);
        }
        const auto newest = number(0);
        const auto middle = number(7);
        const auto oldest = number(10);
        const auto upwards = Qt::ControlModifier | Qt::ShiftModifier;
        QTest::keyClick(table(), Qt::Key_B, upwards);
        QTRY_COMPARE(page()->table()->chosen(), std::optional(middle));
        QTest::keyClick(table(), Qt::Key_B, upwards);
        QTRY_COMPARE(page()->table()->chosen(), std::optional(newest));
        QTest::keyClick(table(), Qt::Key_B, upwards);
        QTRY_VERIFY2(view()->messages()->text().contains(QStringLiteral("No later")),
                     qPrintable(view()->messages()->text()));
        QTest::keyClick(table(), Qt::Key_B, Qt::ControlModifier);
        QTRY_COMPARE(page()->table()->chosen(), std::optional(middle));

        trigger(ActionId::ShowBookmarked);
        QTRY_COMPARE(page()->model()->window().total, 3);
        QCOMPARE(page()->filterBar()->edit()->text(), QStringLiteral("is:bookmarked"));
        // The list follows what is taken away and given back.
        choose(2);
        QCOMPARE(page()->chosenEvent()->number, oldest);
        trigger(ActionId::ToggleBookmark);
        QTRY_COMPARE(page()->model()->window().total, 2);
        trigger(ActionId::Undo);
        QTRY_COMPARE(page()->model()->window().total, 3);
    }

    void aMarkLeadsToItsEvent() {
        choose(10);
        auto* strip = page()->markStrip();
        QTRY_VERIFY(strip->marks().marks.size() >= 5);
        const auto mark = strip->marks().marks.front();
        QTest::mouseClick(strip, Qt::LeftButton, {}, strip->placeOf(mark));
        QTRY_COMPARE(page()->table()->chosen(), std::optional(mark.number));
        for (const auto& each : strip->marks().marks)
            QVERIFY(strip->rect().contains(strip->placeOf(each)));
    }

    void bothLooksShowThemCalmly() {
        choose(3);
        m_fixture->picture(QStringLiteral("annotations-light"));
        m_fixture->look.setAppearance(Appearance::Dark);
        m_fixture->picture(QStringLiteral("annotations-dark"));
        m_fixture->look.setAppearance(Appearance::Light);
        QVERIFY2(findings(m_fixture->window.get()).isEmpty(),
                 qPrintable(findings(m_fixture->window.get()).join(QLatin1Char('\n'))));
    }

    void wordsOfUndoFollowTheLanguage() {
        m_fixture->language.choose(QStringLiteral("de"));
        QTRY_VERIFY2(text(ActionId::Undo).contains(QStringLiteral("rückgängig")), qPrintable(text(ActionId::Undo)));
        choose(3);
        m_fixture->picture(QStringLiteral("annotations-german-light"));
        m_fixture->language.choose(QStringLiteral("en"));
        QTRY_VERIFY(text(ActionId::Undo).startsWith(QStringLiteral("Undo")));
    }

    void theyAreThereWhenTheFileIsOpenedAgainAndOnlyReadWhereItMayNotBeWritten() {
        const auto before = shown(3);
        QVERIFY(!before.isEmpty());
        const auto file = m_fixture->file().toStdString();
        m_fixture->window->closeWorkspace();
        const auto held = [&] {
            for (;;) // the window's own closing lets go of it on a worker
                if (auto replica = Replica::open(file, ReplicaAccess::ReadWrite))
                    return std::move(*replica);
                else
                    QTest::qWait(20);
        }();
        m_fixture->window->openFile(file);
        QTRY_VERIFY(view() != nullptr);
        trigger(ActionId::GoTimeline);
        QTRY_COMPARE(page()->model()->window().total, m_total);
        QTRY_VERIFY(shown(3) == before);
        choose(3);
        for (const auto id : {ActionId::ToggleBookmark, ActionId::EditTags, ActionId::EditNote}) {
            QVERIFY(!m_fixture->window->actions().action(id)->isEnabled());
            QVERIFY2(m_fixture->window->actions().action(id)->toolTip().contains(QStringLiteral("reading only")),
                     qPrintable(m_fixture->window->actions().action(id)->toolTip()));
        }
        QVERIFY(!m_fixture->window->actions().action(ActionId::Undo)->isEnabled());
        // What the other process writes appears here, too.
        AnnotatedEvent other{number(4), {true, {"elsewhere"}, {}}, "ben", {}};
        QVERIFY(held->writer()->setAnnotations({other}));
        QTRY_VERIFY(shown(4) == other.annotation);
    }

private:
    void trigger(ActionId id) { m_fixture->window->actions().action(id)->trigger(); }

    [[nodiscard]] QString text(ActionId id) const {
        return m_fixture->window->actions().action(id)->text().remove(QLatin1Char('&'));
    }

    void choose(int row) {
        page()->model()->scrollTo(0);
        QTRY_VERIFY(page()->model()->rowAt(row) != nullptr);
        QTRY_VERIFY(openDialog<FormDialog>() == nullptr);
        m_fixture->window->activateWindow();
        QTRY_VERIFY(m_fixture->window->isActiveWindow());
        page()->focusList();
        table()->setCurrentIndex(page()->model()->index(row, TimelineModel::What));
        QTRY_COMPARE(page()->chosenEvent()->number.value, page()->model()->rowAt(row)->number.value);
    }

    [[nodiscard]] EventAnnotation shown(int row) const {
        const auto* found = page()->model()->rowAt(row);
        return found == nullptr ? EventAnnotation{} : found->annotation;
    }

    [[nodiscard]] EventNumber number(int row) const { return page()->model()->rowAt(row)->number; }

    [[nodiscard]] QString accessibleText(int row) const {
        return page()->model()->index(row, TimelineModel::What).data(Qt::AccessibleTextRole).toString();
    }

    /// Read by itself, past the window and its workspace.
    [[nodiscard]] EventAnnotation inFile(EventNumber number) const {
        const auto replica = Replica::open(m_fixture->file().toStdString(), ReplicaAccess::ReadOnly);
        if (!replica)
            qFatal("cannot be read");
        auto found = annotationsOf(**(*replica)->snapshot(), {number});
        return found ? (*found)[number] : EventAnnotation{};
    }

    template <class Dialog>
    [[nodiscard]] Dialog* openDialog() const {
        return m_fixture->window->findChild<Dialog*>();
    }

    /// Presses the key once the dialog before has gone and the window is the one that keys go to.
    template <class Dialog>
    Dialog* opened(Qt::Key key) {
        Dialog* dialog = nullptr;
        [&] {
            QTRY_VERIFY(openDialog<TagsDialog>() == nullptr && openDialog<NoteDialog>() == nullptr);
            m_fixture->window->activateWindow();
            QTRY_VERIFY(m_fixture->window->isActiveWindow());
            QTest::keyClick(table(), key);
            QTRY_VERIFY((dialog = openDialog<Dialog>()) != nullptr);
            dialog->activateWindow();
            QTRY_VERIFY(dialog->isActiveWindow());
        }();
        if (dialog == nullptr)
            qFatal("no dialog is open");
        return dialog;
    }

    TagsDialog* openTags() { return opened<TagsDialog>(Qt::Key_T); }

    NoteDialog* openNote() { return opened<NoteDialog>(Qt::Key_N); }

    [[nodiscard]] WorkspaceView* view() const { return m_fixture->window->view(); }

    [[nodiscard]] TimelinePage* page() const { return view()->timeline(); }

    [[nodiscard]] QTableView* table() const { return page()->table()->view(); }

    [[nodiscard]] const QUndoStack* undoStack() const { return view()->undo()->stack(); }

    std::unique_ptr<WindowFixture> m_fixture;
    std::int64_t m_total = 0;
};

MUNIMENT_TEST(annotations, TestAnnotations);
#include "test_annotations.moc"
