// Protects: records of a region's intake are listed, searched and looked at; a mapping is made with what it makes in
// sight; records are promoted one or all with a result each, and rejected with a reason; and where the region cannot be
// asked the page says so.
#include "models/base/canonical_json.h"
#include "models/eventstore/intake.h"
#include "tests/support/test_registry.h"
#include "tests/ui/embedded_directory.h"
#include "ui/intake/made_events.h"
#include "ui/intake/mapping_dialog.h"
#include "ui/intake/mapping_fields.h"
#include "ui/intake/promote_dialog.h"
#include "ui/intake/record_details.h"
#include "ui/pages/intake_records_page.h"
#include "ui/pages/users_page.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/navigation.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
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

class TestIntake : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_window = std::make_unique<EmbeddedDirectory>();
        m_org = m_window->addOrg("Nordwind AG");
        m_window->open();
        QTRY_VERIFY(!view()->workspace().endpoints().empty());
        const WorkspaceRegion region = view()->workspace().endpoints().front();
        m_region = region.region;
        auto store = openEventStore(region.endpoint, nullptr);
        QVERIFY(store.has_value());
        m_store = std::move(*store);
        QVERIFY(m_store->connect(m_region).has_value());
    }

    void cleanupTestCase() { m_window.reset(); }

    void anEmptyIntakeSaysWhatItIsFor() {
        m_window->trigger(ActionId::GoIntake);
        QCOMPARE(view()->currentPage(), Page::Intake);
        QTRY_VERIFY(page()->model()->counts().has_value());
        QVERIFY(!m_window->action(ActionId::PromoteIntake)->isEnabled());
        QVERIFY(!m_window->action(ActionId::PromoteAllIntake)->isEnabled());
        m_window->pictures(QStringLiteral("intake-empty"));
    }

    void recordsAreListedNewestFirst() {
        for (int i = 0; i < 30; ++i)
            receive("person " + std::to_string(i), "p" + std::to_string(i));
        receive("no login", {});
        receive("<b>bold</b> \u202e", "mia.chen");
        m_window->trigger(ActionId::SyncNow);
        page()->reload();
        QTRY_COMPARE(page()->model()->rowCount(), 32);
        QVERIFY(cell(0, IntakeListModel::Record).contains(QStringLiteral("mia.chen")));
        QCOMPARE(cell(0, IntakeListModel::State), QStringLiteral("New"));
        QVERIFY(!page()->details()->tabs()->tabText(2).isEmpty());
        VERIFY_NO_FINDINGS(page());
        m_window->pictures(QStringLiteral("intake-list"));
    }

    void theyAreSearchedAndFiltered() {
        page()->search()->setText(QStringLiteral("PERSON 2"));
        QTRY_COMPARE(page()->model()->rowCount(), 11);
        page()->search()->setText(QStringLiteral("nowhere"));
        QTRY_COMPARE(page()->model()->rowCount(), 0);
        page()->states()->setCurrentIndex(2); // rejected
        page()->search()->clear();
        QTRY_VERIFY(!page()->model()->isAsking());
        QCOMPARE(page()->model()->rowCount(), 0);
        page()->states()->setCurrentIndex(0);
        QTRY_COMPARE(page()->model()->rowCount(), 32);
    }

    void aMappingIsMadeWithWhatItMakesInSight() {
        choose(0);
        m_window->trigger(ActionId::MapIntake);
        auto* dialog = open<MappingDialog>();
        QVERIFY(dialog != nullptr);
        VERIFY_NO_FINDINGS(dialog);
        QVERIFY(dialog->made()->text().contains(QStringLiteral("pointer")) || !dialog->made()->text().isEmpty());
        dialog->saveButton()->click();
        QVERIFY(!dialog->errorText().isEmpty()); // not without a name
        QTest::keyClicks(dialog->name(), QStringLiteral("HR joiners"));
        auto* fields = dialog->fields();
        QVERIFY(fields->pointer("userName")->findText(QStringLiteral("/body/person/login")) >= 0);
        fields->pointer("tenant")->setEditText(QStringLiteral("/headers/company"));
        fields->pointer("userName")->setEditText(QStringLiteral("/body/person/login"));
        fields->pointer("displayName")->setEditText(QStringLiteral("/body/person/name"));
        fields->defaultOf("reason")->setText(QStringLiteral("told by HR"));
        QTRY_VERIFY(dialog->made()->text().contains(QStringLiteral("user.human.added")));
        m_window->fixture().picture(QStringLiteral("intake-mapping-light"), dialog);
        dialog->saveButton()->click();
        QTRY_COMPARE(view()->workspace().intakeMappings().size(), std::size_t{1});
        QTRY_COMPARE(page()->details()->mappingName(), QStringLiteral("HR joiners"));
        // It can be taken back, and done again.
        m_window->trigger(ActionId::Undo);
        QTRY_COMPARE(view()->workspace().intakeMappings().size(), std::size_t{0});
        m_window->trigger(ActionId::Redo);
        QTRY_COMPARE(view()->workspace().intakeMappings().size(), std::size_t{1});
    }

    void aRecordShowsWhatTheMappingMakesOfIt() {
        page()->details()->tabs()->setCurrentIndex(2);
        choose(0);
        QTRY_VERIFY(page()->details()->made()->text().contains(QStringLiteral("mia.chen")));
        m_window->pictures(QStringLiteral("intake-made"));
        choose(1); // has no login
        QTRY_VERIFY(page()->details()->made()->text().contains(QStringLiteral("/body/person/login")));
        m_window->pictures(QStringLiteral("intake-refused"));
    }

    void oneIsPromoted() {
        choose(0);
        QVERIFY(m_window->action(ActionId::PromoteIntake)->isEnabled());
        m_window->trigger(ActionId::PromoteIntake);
        auto* dialog = open<PromoteDialog>();
        QVERIFY(dialog != nullptr);
        VERIFY_NO_FINDINGS(dialog);
        m_window->fixture().picture(QStringLiteral("intake-promote-light"), dialog);
        dialog->verb()->click();
        QTRY_VERIFY(dialog->told().contains(QStringLiteral("1 record promoted")));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_COMPARE(page()->model()->rowCount(), 31);
        QTRY_VERIFY(view()->users()->model()->total() == 1);
    }

    void allThatMatchArePromotedWithAResultEach() {
        m_window->trigger(ActionId::PromoteAllIntake);
        auto* dialog = open<PromoteDialog>();
        QVERIFY(dialog != nullptr);
        dialog->verb()->click();
        QTRY_VERIFY(dialog->promotion()->promoted() == 30 && !dialog->promotion()->isRunning());
        QCOMPARE(dialog->promotion()->refused().size(), std::size_t{1});
        QVERIFY(dialog->told().contains(QStringLiteral("1 refused")));
        m_window->fixture().picture(QStringLiteral("intake-promoted-light"), dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        QTRY_COMPARE(page()->model()->rowCount(), 1);
        QTRY_VERIFY(view()->users()->model()->total() == 31);
    }

    void theRestIsRejectedWithAReason() {
        choose(0);
        m_window->trigger(ActionId::RejectIntake);
        auto* form = m_window->fixture().form();
        form->submitButton()->click();
        QVERIFY(!form->errorText().isEmpty());
        m_window->fixture().type(form, QStringLiteral("reason"), QStringLiteral("has no login"));
        form->submitButton()->click();
        QTRY_COMPARE(page()->model()->rowCount(), 0);
        page()->states()->setCurrentIndex(3); // all
        QTRY_COMPARE(page()->model()->rowCount(), 32);
        choose(1);
        QCOMPARE(cell(1, IntakeListModel::Outcome), QStringLiteral("has no login"));
        QVERIFY(!m_window->action(ActionId::RejectIntake)->isEnabled()); // it is not new any more
        m_window->pictures(QStringLiteral("intake-settled"));
        page()->states()->setCurrentIndex(0);
    }

    void germanIsWhole() {
        m_window->fixture().language.choose(QStringLiteral("de"));
        QTRY_COMPARE(page()->search()->placeholderText() != QStringLiteral("Search headers and bodies"), true);
        page()->states()->setCurrentIndex(3);
        QTRY_COMPARE(page()->model()->rowCount(), 32);
        m_window->pictures(QStringLiteral("intake-german"));
        m_window->fixture().language.choose(QStringLiteral("en"));
    }

    void aRegionThatIsAwayIsNamed() {
        m_store.reset();
        WorkspaceChange change;
        change.regions = {{m_region, "embedded:/nonexistent/store.db"}};
        bool isChanged = false;
        view()->workspace().change(std::move(change), this,
                                   [&](const Result<void>& done) { isChanged = done.has_value(); });
        QTRY_VERIFY(isChanged);
        page()->reload();
        QTRY_VERIFY(page()->model()->trouble().has_value());
        VERIFY_NO_FINDINGS(page());
        m_window->pictures(QStringLiteral("intake-away"));
    }

private:
    [[nodiscard]] WorkspaceView* view() const { return m_window->view(); }

    [[nodiscard]] IntakeRecordsPage* page() const { return view()->intake(); }

    [[nodiscard]] QString cell(int row, int column) const {
        return page()->model()->index(row, column).data().toString();
    }

    void choose(int row) {
        page()->list()->setCurrentIndex(page()->model()->index(row, 0));
        page()->list()->selectRow(row);
    }

    template <class Dialog>
    Dialog* open() {
        Dialog* found = nullptr;
        [&] { QTRY_VERIFY((found = qobject_cast<Dialog*>(QApplication::activeModalWidget())) != nullptr); }();
        return found;
    }

    void receive(const std::string& name, const std::string& login) {
        const std::string person = PayloadBuilder().text("name", name).build();
        const std::string body =
            login.empty() ? "{\"person\":" + person + ",\"note\":\"later\"}"
                          : "{\"person\":" + PayloadBuilder().text("name", name).text("login", login).build() + "}";
        const auto received = m_store->intake().receive(
            m_region, PayloadBuilder().text("company", "Nordwind AG").text("source", "hr").build(), body);
        QVERIFY(received.has_value());
    }

    std::unique_ptr<EmbeddedDirectory> m_window;
    std::unique_ptr<EventStore> m_store;
    RegionName m_region;
    TenantId m_org;
};

MUNIMENT_TEST(intake, TestIntake);
#include "test_intake.moc"
