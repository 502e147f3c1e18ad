// Protects: whoever is chosen in a list is shown from every side. The tab stays the same from one to the next and from
// one day to the next; Ctrl+PgDown goes through them from wherever the keys are; the activity holds what somebody did
// and what was done to them, also by events of other things, grows by itself, and leads to the timeline; the record can
// be copied; who was removed is still found, and so is what they were at an earlier moment.
#include "tests/support/test_registry.h"
#include "tests/ui/embedded_directory.h"
#include "ui/directory/activity_tab.h"
#include "ui/directory/raw_tab.h"
#include "ui/pages/organizations_page.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/timeline_table.h"
#include "ui/pages/users_page.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestEntityDetails : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_window = std::make_unique<EmbeddedDirectory>();
        m_org = m_window->addOrg("Nordwind AG");
        m_mia = m_window->addHuman(m_org, "Mia", "Chen");
        m_ola = m_window->addHuman(m_org, "Ola", "Berg");
        m_before = systemClock().now();
        m_window->tell(m_org, UserCommand(ChangeUserName{"m.chen"}), m_mia);
        m_window->open();
        QTRY_VERIFY(users()->model()->total() == 2);
        m_window->trigger(ActionId::GoUsers);
        users()->choose(keyOf(m_mia));
        QTRY_COMPARE(users()->title(), QStringLiteral("Mia Chen"));
    }

    void cleanupTestCase() { m_window.reset(); }

    void theKeysGoThroughTheTabsFromTheList() {
        m_window->fixture().window->activateWindow();
        users()->focusList();
        QTRY_VERIFY(users()->list()->hasFocus());
        const QStringList names{QStringLiteral("overview"), QStringLiteral("activity"), QStringLiteral("history"),
                                QStringLiteral("raw")};
        QStringList seen;
        QCOMPARE(tabs()->currentWidget()->objectName(), names.front());
        for (int i = 0; i < tabs()->count(); ++i) {
            seen << tabs()->currentWidget()->objectName();
            QTest::keyClick(users()->list(), Qt::Key_PageDown, Qt::ControlModifier);
        }
        for (const auto& name : names)
            QVERIFY2(seen.contains(name), qPrintable(name));
        QCOMPARE(tabs()->currentWidget()->objectName(), names.front());
        QTest::keyClick(users()->list(), Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(tabs()->currentWidget()->objectName(), names.back());
        QVERIFY(users()->list()->hasFocus());
    }

    void theTabStaysForTheNextOne() {
        open(users(), "history");
        users()->choose(keyOf(m_ola));
        QTRY_COMPARE(users()->title(), QStringLiteral("Ola Berg"));
        QCOMPARE(tabs()->currentWidget()->objectName(), QStringLiteral("history"));
        m_window->reopen();
        QTRY_VERIFY(users()->model()->total() == 2);
        QCOMPARE(tabs()->currentWidget()->objectName(), QStringLiteral("history"));
        m_window->trigger(ActionId::GoUsers);
        users()->choose(keyOf(m_mia));
        QTRY_COMPARE(users()->title(), QStringLiteral("Mia Chen"));
    }

    void theActivityHoldsWhatWasDoneByOthersToo() {
        open(users(), "activity");
        auto* activity = users()->details()->activity();
        QTRY_COMPARE(typesIn(activity), QStringLiteral("user.username.changed\nuser.human.added"));
        const auto team = m_window->tell(m_org, TeamCommand(AddTeam{"Audit", {}}));
        m_window->tell(m_org, TeamCommand(AddTeamMember{{TeamMember::Kind::User, m_mia}}), team);
        QTRY_COMPARE(typesIn(activity), QStringLiteral("team.member.added\nuser.username.changed\nuser.human.added"));
        m_window->pictures(QStringLiteral("user-activity"));
    }

    void enterGoesToTheEventAndTheButtonToAllOfThem() {
        open(users(), "activity");
        auto* activity = users()->details()->activity();
        QTest::keyClick(activity->table()->view(), Qt::Key_Down);
        QTRY_VERIFY(activity->table()->chosenIndex().isValid());
        const auto chosen = activity->table()->chosen();
        QTest::keyClick(activity->table()->view(), Qt::Key_Return);
        QTRY_COMPARE(m_window->view()->currentPage(), Page::Timeline);
        QTRY_COMPARE(m_window->view()->timeline()->table()->chosen(), chosen);
        m_window->trigger(ActionId::GoUsers);
        const auto filter = activity->model()->filter();
        activity->timelineButton()->click();
        QTRY_COMPARE(m_window->view()->currentPage(), Page::Timeline);
        QCOMPARE(m_window->view()->timeline()->model()->filter(), filter);
        m_window->trigger(ActionId::ClearFilter);
        m_window->trigger(ActionId::GoUsers);
    }

    void anOrganizationsActivityIsAllThatHappensInIt() {
        m_window->trigger(ActionId::GoOrganizations);
        auto* page = m_window->view()->organizations();
        page->focusList();
        open(page, "activity");
        QTRY_VERIFY(typesIn(page->details()->activity()).contains(QStringLiteral("user.human.added")));
        m_window->trigger(ActionId::GoUsers);
    }

    void theRecordIsAsTheCommandLineShowsIt() {
        open(users(), "raw");
        auto* raw = users()->details()->raw();
        QVERIFY2(raw->text()->toPlainText().contains(QStringLiteral("\"userName\": \"m.chen\"")),
                 qPrintable(raw->text()->toPlainText()));
        raw->copyButton()->click();
        const auto copied = QApplication::clipboard()->text();
        QVERIFY2(copied.startsWith(QStringLiteral("{\"id\":\"")), qPrintable(copied));
        QVERIFY2(copied.endsWith(QStringLiteral(",\"sequence\":2}")), qPrintable(copied));
        m_window->trigger(ActionId::CopyRowJson);
        QVERIFY(!QApplication::clipboard()->text().contains(QStringLiteral("sequence")));
        m_window->pictures(QStringLiteral("user-raw"));
    }

    void anEarlierMomentShowsWhatWas() {
        users()->setAsOf(m_before);
        QTRY_COMPARE(users()->chosenUser() ? users()->chosenUser()->userName : std::string(), std::string("mia.chen"));
        users()->setAsOf(std::nullopt);
        QTRY_COMPARE(users()->chosenUser() ? users()->chosenUser()->userName : std::string(), std::string("m.chen"));
    }

    void whoWasRemovedIsStillFound() {
        m_window->tell(m_org, UserCommand(RemoveUser{}), m_ola);
        QTRY_COMPARE(users()->model()->total(), 1);
        auto* state = users()->findChildren<QComboBox*>().at(1);
        state->setCurrentIndex(state->count() - 1);
        QTRY_COMPARE(users()->model()->total(), 1);
        users()->focusList();
        users()->choose(keyOf(m_ola));
        QTRY_COMPARE(users()->title(), QStringLiteral("Ola Berg"));
        open(users(), "activity");
        QTRY_VERIFY(typesIn(users()->details()->activity()).startsWith(QStringLiteral("user.removed")));
        for (const auto id : {ActionId::LockUser, ActionId::ChangeEmail, ActionId::ReactivateUser})
            QVERIFY(!m_window->action(id)->isEnabled());
        QVERIFY(m_window->action(ActionId::LockUser)->toolTip().contains(QStringLiteral("removed")));
        open(users(), "overview");
        m_window->pictures(QStringLiteral("user-removed"));
    }

private:
    [[nodiscard]] UsersPage* users() const { return m_window->view()->users(); }

    [[nodiscard]] QTabWidget* tabs() const { return users()->detailTabs(); }

    [[nodiscard]] QString keyOf(const AggregateId& user) const {
        return QString::fromStdString(m_org.text() + "/" + user.text());
    }

    static void open(const DirectoryPage* page, const char* tab) {
        auto* tabs = page->detailTabs();
        for (int i = 0; i < tabs->count(); ++i)
            if (tabs->widget(i)->objectName() == QLatin1String(tab))
                tabs->setCurrentIndex(i);
    }

    static QString typesIn(const ActivityTab* activity) {
        QStringList types;
        for (int row = 0; row < activity->model()->rowCount(); ++row)
            types << activity->model()->index(row, TimelineModel::Event).data().toString();
        return types.join(QLatin1Char('\n'));
    }

    std::unique_ptr<EmbeddedDirectory> m_window;
    TenantId m_org;
    AggregateId m_mia;
    AggregateId m_ola;
    Instant m_before;
};

MUNIMENT_TEST(entity_details, TestEntityDetails);
#include "test_entity_details.moc"
