// Protects: an auditor at one event, by keyboard alone: every value filters and copies, and related events are a key
// away.
#include "tests/support/test_registry.h"
#include "tests/ui/staged_details.h"
#include "ui/details/changes_tab.h"
#include "ui/details/event_details_pane.h"
#include "ui/details/payload_tab.h"
#include "ui/details/related_tab.h"
#include "ui/details/summary_tab.h"
#include "ui/details/value_table.h"
#include "ui/filter/filter_edit.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/timeline_table.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestDetails : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() { m_stage = std::make_unique<StagedDetails>(); }

    void cleanupTestCase() { m_stage.reset(); }

    void init() { m_stage->reset(); }

    void aFactFiltersFromTheKeyboard() {
        m_stage->choose("grant.added");
        m_stage->go(pane()->summary()->table(), QStringLiteral("sourceIp"));
        m_stage->trigger(ActionId::FilterAnd);
        QCOMPARE(edit()->text(), QStringLiteral("ip:10.4.18.22"));
        m_stage->go(pane()->summary()->table(), QStringLiteral("type"));
        m_stage->trigger(ActionId::FilterAndNot);
        QCOMPARE(edit()->text(), QStringLiteral("ip:10.4.18.22 -type:grant.added"));
        m_stage->go(pane()->summary()->table(), QStringLiteral("region"));
        m_stage->trigger(ActionId::FilterOr);
        QVERIFY2(edit()->text().endsWith(QStringLiteral("or region:eu-west-1")), qPrintable(edit()->text()));
        m_stage->go(pane()->summary()->table(), QStringLiteral("loggedAt"));
        m_stage->trigger(ActionId::FilterAnd);
        QVERIFY2(m_stage->view()->messages()->text().contains(QStringLiteral("with P")),
                 qPrintable(m_stage->view()->messages()->text()));
    }

    void aPayloadValueFiltersByItsPath() {
        m_stage->choose("grant.added");
        pane()->tabs()->setCurrentIndex(2);
        m_stage->go(pane()->payload()->table(), QStringLiteral("payload.resource.id"));
        m_stage->trigger(ActionId::FilterAnd);
        QCOMPARE(edit()->text(), QStringLiteral("payload.resource.id:salaries-2026"));
        QTRY_COMPARE(page()->model()->window().total, 1);
        const QSignalSpy wanted(pane(), &EventDetailsPane::columnWanted);
        std::unique_ptr<QMenu> menu(pane()->makeMenu());
        for (auto* action : menu->actions())
            if (action->text() == QStringLiteral("Apply as Colum&n"))
                action->trigger();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), QStringLiteral("resource.id"));
    }

    void copiesAreOfTheValueWhereTheKeyboardIs() {
        m_stage->choose("grant.added");
        pane()->tabs()->setCurrentIndex(2);
        m_stage->go(pane()->payload()->table(), QStringLiteral("payload.roleId"));
        m_stage->trigger(ActionId::CopyCell);
        QCOMPARE(clipboard(), QStringLiteral("hr.editor"));
        m_stage->trigger(ActionId::CopyValueCsv);
        QCOMPARE(clipboard(), QStringLiteral("payload.roleId\r\nhr.editor"));
        m_stage->trigger(ActionId::CopyValueJson);
        QCOMPARE(clipboard(), QStringLiteral("{\"payload.roleId\":\"hr.editor\"}"));
        m_stage->trigger(ActionId::CopyValueMarkdown);
        QCOMPARE(clipboard(), QStringLiteral("| payload.roleId |\n|---|\n| hr.editor |"));
        m_stage->trigger(ActionId::CopyValueFilter);
        QCOMPARE(clipboard(), QStringLiteral("payload.roleId:hr.editor"));
        page()->focusList();
        page()->table()->view()->setCurrentIndex(page()->model()->index(0, TimelineModel::Event));
        m_stage->trigger(ActionId::CopyValueFilter);
        QCOMPARE(clipboard(), QStringLiteral("type:grant.added"));
    }

    void theMenuOpensFromTheKeyboard() {
        m_stage->choose("grant.added");
        auto* table = pane()->summary()->table();
        m_stage->go(table, QStringLiteral("actorId"));
        for (const auto& [key, modifier] :
             {std::pair(Qt::Key_Menu, Qt::NoModifier), {Qt::Key_F10, Qt::ShiftModifier}}) {
            QTest::keyClick(fixture().window->windowHandle(), key, modifier);
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            QVERIFY(menu != nullptr);
            const auto actions = menu->actions();
            for (const auto id : {ActionId::FilterAnd, ActionId::FilterOr, ActionId::FilterAndNot, ActionId::CopyCell,
                                  ActionId::CopyValueFilter})
                QVERIFY(actions.contains(fixture().window->actions().action(id)));
            QVERIFY(findings(menu).isEmpty());
            if (key == Qt::Key_Menu)
                fixture().picture(QStringLiteral("details-menu-light"), menu);
            menu->close();
            QTRY_VERIFY(QApplication::activePopupWidget() == nullptr); // and only one
        }
        QVERIFY(table->hasFocus());
    }

    void changesGoFromOldToNew() {
        m_stage->choose("user.human.email.changed");
        pane()->tabs()->setCurrentIndex(1);
        auto* changes = pane()->changes()->table();
        QTRY_COMPARE(cellOf(changes, 0, 1), QStringLiteral("ola@nordwind.example"));
        QCOMPARE(cellOf(changes, 0, 2), QStringLiteral("ola.berg@nordwind.example"));
        changes->setFocus();
        changes->setCurrentIndex(changes->model()->index(0, 1));
        QTest::keyClick(changes, Qt::Key_Right);
        m_stage->trigger(ActionId::FilterAnd);
        QCOMPARE(edit()->text(), QStringLiteral("payload.email:ola.berg@nordwind.example"));
    }

    void relatedEventsAreAKeyAway() {
        m_stage->choose("user.human.password.changed");
        pane()->tabs()->setCurrentIndex(3);
        auto* related = pane()->related()->table();
        QTRY_COMPARE(cellOf(related, 0, 0), QStringLiteral("user · Ola Berg"));
        QCOMPARE(cellOf(related, 1, 1), QStringLiteral("This event"));
        QCOMPARE(cellOf(related, 2, 0), QStringLiteral("−1 min 37 s"));
        QTRY_VERIFY(textOf(related).contains(QStringLiteral("Same request")));
        QVERIFY2(textOf(related).contains(QStringLiteral("+1 min 37 s")), qPrintable(textOf(related)));

        const int told = related->model()->rowCount();
        const int more = rowOf(related, QStringLiteral("Show more"));
        QVERIFY(more > 0);
        related->setFocus();
        related->setCurrentIndex(related->model()->index(more, 0));
        QTest::keyClick(related, Qt::Key_Return);
        QTRY_COMPARE(related->model()->rowCount(), told + 20);

        related->setCurrentIndex(related->model()->index(4, 0));
        QVERIFY(pane()->related()->chosenEvent().has_value());
        const auto wanted = *pane()->related()->chosenEvent();
        QTest::keyClick(related, Qt::Key_Return);
        QTRY_COMPARE(page()->table()->chosen(), std::optional(wanted));
        QTRY_COMPARE(page()->chosenEvent()->number, wanted);
        QTRY_VERIFY(textOf(related).contains(QStringLiteral("This event")));
        QVERIFY(related->hasFocus()); // so that one can go on from there
    }

    void anEventAloneSaysSo() {
        m_stage->choose("grant.added");
        pane()->tabs()->setCurrentIndex(3);
        QTRY_VERIFY(textOf(pane()->related()->table()).contains(QStringLiteral("Nothing else has happened to it.")));
        QVERIFY(textOf(pane()->related()->table()).contains(QStringLiteral("The event names no request.")));
    }

    void everyTabIsPictured() {
        for (const auto& [look, language] : {std::pair(Appearance::Light, "en"), {Appearance::Dark, "de"}}) {
            fixture().look.setAppearance(look);
            fixture().language.choose(QLatin1String(language));
            for (const char* type : {"user.human.password.changed", "grant.added"}) {
                m_stage->choose(type);
                for (int tab = 0; tab < 4; ++tab) {
                    pane()->tabs()->setCurrentIndex(tab);
                    QTRY_VERIFY(tab != 3 || pane()->related()->table()->model()->rowCount() > 3);
                    const auto name = QStringLiteral("details-%1-%2-%3");
                    fixture().picture(name.arg(QLatin1String(type).contains(QLatin1String("grant"))
                                                   ? QStringLiteral("grant")
                                                   : QStringLiteral("password"),
                                               QString::number(tab), QLatin1String(language)),
                                      pane());
                }
            }
            fixture().picture(QStringLiteral("details-page-%1").arg(QLatin1String(language)));
            QVERIFY2(findings(fixture().window.get()).isEmpty(),
                     qPrintable(findings(fixture().window.get()).join(QLatin1Char('\n'))));
        }
        fixture().look.setAppearance(Appearance::Light);
        fixture().language.choose(QStringLiteral("en"));
    }

private:
    static int rowOf(const QTableView* table, const QString& beginning) {
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (cellOf(table, row, 0).startsWith(beginning))
                return row;
        return -1;
    }

    static QString clipboard() { return QApplication::clipboard()->text(); }

    [[nodiscard]] WindowFixture& fixture() { return m_stage->fixture(); }

    [[nodiscard]] TimelinePage* page() const { return m_stage->page(); }

    [[nodiscard]] EventDetailsPane* pane() const { return m_stage->pane(); }

    [[nodiscard]] FilterEdit* edit() const { return m_stage->edit(); }

    std::unique_ptr<StagedDetails> m_stage;
};

MUNIMENT_TEST(details, TestDetails);
#include "test_details.moc"
