// Protects: an auditor at one event, by keyboard alone: every value filters and copies, related events are a key away,
// and a secret is seen only after its reason is in the file, until another event is chosen.
#include "models/domain/org.h"
#include "models/domain/user.h"
#include "models/eventstore/embedded/embedded_event_store.h"
#include "models/items/plain_text.h"
#include "tests/support/test_registry.h"
#include "tests/ui/window_fixture.h"
#include "ui/actions/action_registry.h"
#include "ui/details/changes_tab.h"
#include "ui/details/event_details_pane.h"
#include "ui/details/payload_tab.h"
#include "ui/details/related_tab.h"
#include "ui/details/secret_disclosure.h"
#include "ui/details/summary_tab.h"
#include "ui/details/value_table.h"
#include "ui/filter/filter_bar.h"
#include "ui/filter/filter_edit.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/timeline_table.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabWidget>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr const char* kRegion = "eu-west-1";
constexpr const char* kHash = "$argon2id$hunter2";
constexpr int kLogins = 40;
constexpr Instant kBegin{1'764'000'000'000'000};

/// The history of one organization: two people, one of whom changes her password, with the requests they belong to.
class StagedHistory {
public:
    std::vector<RecordedEvent> events;
    TenantId tenant{randomUuid().text()};
    AggregateId petra{randomUuid().text()};
    AggregateId ola{randomUuid().text()};

    StagedHistory() {
        add("org", AggregateId(tenant.text()), encode(OrgEvent(OrgAdded{"Nordwind AG"})));
        add("org", AggregateId(tenant.text()), encode(OrgEvent(OrgRegionAssigned{kRegion})));
        user(petra, HumanAdded{"petra.lang", "Petra", "Lang", "Petra Lang", "petra@nordwind.example", {}});
        user(ola, HumanAdded{"ola.berg", "Ola", "Berg", "Ola Berg", "ola@nordwind.example", {}});
        user(ola, HumanEmailChanged{"ola.berg@nordwind.example"});
        for (int i = 0; i < kLogins; ++i)
            add("user", ola,
                {.type = "user.human.password.check.succeeded",
                 .payload = R"({"browser":"Firefox","country":"DE","os":"Linux"})"});
        const auto request = randomUuid();
        add("user", ola,
            {.type = "user.human.password.changed",
             .payload =
                 std::string(R"({"changeRequired":false,"encodedHash":")") + kHash + R"(","userAgentID":"agent-7"})"});
        events.back().correlationId = request;
        add("session", AggregateId(randomUuid().text()), {.type = "session.terminated", .payload = {}});
        events.back().correlationId = request;
        add("grant", AggregateId(randomUuid().text()),
            {.type = "grant.added",
             .payload = R"({"from":"2026-01-01","reason":"quarter close, as agreed with the works council in October",)"
                        R"("resource":{"id":"salaries-2026","tags":["hr","confidential"]},"roleId":"hr.editor"})"});
    }

private:
    void user(const AggregateId& id, const UserEvent& event) { add("user", id, encode(event)); }

    void add(const char* type, const AggregateId& id, NewEvent what) {
        RecordedEvent event;
        event.tenant = tenant;
        event.aggregate = {type, id};
        event.sequence = 1 + std::ranges::count(events, event.aggregate, &RecordedEvent::aggregate);
        event.eventId = randomUuid();
        event.type = what.type;
        event.payload = what.payload;
        event.outcome = what.outcome;
        event.occurredAt = event.recordedAt = kBegin + static_cast<std::int64_t>(events.size()) * 97 * kMicrosPerSecond;
        event.actor = {"human", ActorId(petra.text())};
        event.sourceIp = "10.4.18.22";
        event.salt = std::string(16, 's');
        events.push_back(std::move(event));
    }
};

} // namespace

class TestDetails : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_fixture = std::make_unique<WindowFixture>();
        const auto store = m_fixture->folder() / "store.db";
        QVERIFY(createEmbeddedStore(store, {RegionName(kRegion)}));
        const std::vector<TenantHome> homes{{m_history.tenant, "Nordwind AG", "standard", "active", 1, {}}};
        QVERIFY(makeEmbeddedEventStore(store)->insertHistory(RegionName(kRegion), {homes, m_history.events}));
        m_fixture->openWorkspace(m_fixture->file().toStdString(), {{RegionName(kRegion), embeddedEndpoint(store)}});
        trigger(ActionId::GoTimeline);
        QTRY_COMPARE_WITH_TIMEOUT(page()->model()->window().total, static_cast<std::int64_t>(m_history.events.size()),
                                  20'000);
    }

    void cleanupTestCase() { m_fixture.reset(); }

    void init() {
        trigger(ActionId::ClearFilter);
        QTRY_VERIFY(!page()->model()->isAwaitingFilter());
        pane()->tabs()->setCurrentIndex(0);
    }

    void aFactFiltersFromTheKeyboard() {
        choose("grant.added");
        go(pane()->summary()->table(), QStringLiteral("sourceIp"));
        trigger(ActionId::FilterAnd);
        QCOMPARE(edit()->text(), QStringLiteral("ip:10.4.18.22"));
        go(pane()->summary()->table(), QStringLiteral("type"));
        trigger(ActionId::FilterAndNot);
        QCOMPARE(edit()->text(), QStringLiteral("ip:10.4.18.22 -type:grant.added"));
        go(pane()->summary()->table(), QStringLiteral("region"));
        trigger(ActionId::FilterOr);
        QVERIFY2(edit()->text().endsWith(QStringLiteral("or region:eu-west-1")), qPrintable(edit()->text()));
        go(pane()->summary()->table(), QStringLiteral("loggedAt"));
        trigger(ActionId::FilterAnd);
        QVERIFY2(view()->messages()->text().contains(QStringLiteral("with P")), qPrintable(view()->messages()->text()));
    }

    void aPayloadValueFiltersByItsPath() {
        choose("grant.added");
        pane()->tabs()->setCurrentIndex(2);
        go(pane()->payload()->table(), QStringLiteral("payload.resource.id"));
        trigger(ActionId::FilterAnd);
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
        choose("grant.added");
        pane()->tabs()->setCurrentIndex(2);
        go(pane()->payload()->table(), QStringLiteral("payload.roleId"));
        trigger(ActionId::CopyCell);
        QCOMPARE(clipboard(), QStringLiteral("hr.editor"));
        trigger(ActionId::CopyValueCsv);
        QCOMPARE(clipboard(), QStringLiteral("payload.roleId\r\nhr.editor"));
        trigger(ActionId::CopyValueJson);
        QCOMPARE(clipboard(), QStringLiteral("{\"payload.roleId\":\"hr.editor\"}"));
        trigger(ActionId::CopyValueMarkdown);
        QCOMPARE(clipboard(), QStringLiteral("| payload.roleId |\n|---|\n| hr.editor |"));
        trigger(ActionId::CopyValueFilter);
        QCOMPARE(clipboard(), QStringLiteral("payload.roleId:hr.editor"));
        page()->focusList();
        page()->table()->view()->setCurrentIndex(page()->model()->index(0, TimelineModel::Event));
        trigger(ActionId::CopyValueFilter);
        QCOMPARE(clipboard(), QStringLiteral("type:grant.added"));
    }

    void theMenuOpensFromTheKeyboard() {
        choose("grant.added");
        auto* table = pane()->summary()->table();
        go(table, QStringLiteral("actorId"));
        for (const auto& [key, modifier] :
             {std::pair(Qt::Key_Menu, Qt::NoModifier), {Qt::Key_F10, Qt::ShiftModifier}}) {
            QTest::keyClick(m_fixture->window->windowHandle(), key, modifier);
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            QVERIFY(menu != nullptr);
            const auto actions = menu->actions();
            for (const auto id : {ActionId::FilterAnd, ActionId::FilterOr, ActionId::FilterAndNot, ActionId::CopyCell,
                                  ActionId::CopyValueFilter})
                QVERIFY(actions.contains(m_fixture->window->actions().action(id)));
            QVERIFY(findings(menu).isEmpty());
            if (key == Qt::Key_Menu)
                m_fixture->picture(QStringLiteral("details-menu-light"), menu);
            menu->close();
            QTRY_VERIFY(QApplication::activePopupWidget() == nullptr); // and only one
        }
        QVERIFY(table->hasFocus());
    }

    void changesGoFromOldToNew() {
        choose("user.human.email.changed");
        pane()->tabs()->setCurrentIndex(1);
        auto* changes = pane()->changes()->table();
        QTRY_COMPARE(cell(changes, 0, 1), QStringLiteral("ola@nordwind.example"));
        QCOMPARE(cell(changes, 0, 2), QStringLiteral("ola.berg@nordwind.example"));
        changes->setFocus();
        changes->setCurrentIndex(changes->model()->index(0, 1));
        QTest::keyClick(changes, Qt::Key_Right);
        trigger(ActionId::FilterAnd);
        QCOMPARE(edit()->text(), QStringLiteral("payload.email:ola.berg@nordwind.example"));
    }

    void relatedEventsAreAKeyAway() {
        choose("user.human.password.changed");
        pane()->tabs()->setCurrentIndex(3);
        auto* related = pane()->related()->table();
        QTRY_COMPARE(cell(related, 0, 0), QStringLiteral("user · Ola Berg"));
        QCOMPARE(cell(related, 1, 1), QStringLiteral("This event"));
        QCOMPARE(cell(related, 2, 0), QStringLiteral("−1 min 37 s"));
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
        choose("grant.added");
        pane()->tabs()->setCurrentIndex(3);
        QTRY_VERIFY(textOf(pane()->related()->table()).contains(QStringLiteral("Nothing else has happened to it.")));
        QVERIFY(textOf(pane()->related()->table()).contains(QStringLiteral("The event names no request.")));
    }

    void aSecretWantsAReasonAndIsMaskedAgain() {
        choose("user.human.password.changed");
        QVERIFY(pane()->secretButton()->isVisible());
        verifyMasked();
        pane()->secretButton()->click();
        auto* form = m_fixture->form();
        QVERIFY2(findings(form).isEmpty(), qPrintable(findings(form).join(QLatin1Char('\n'))));
        form->submitButton()->click();
        QVERIFY(!form->errorText().isEmpty());
        m_fixture->picture(QStringLiteral("details-secret-form-light"), form);
        verifyMasked();
        m_fixture->type(form, QStringLiteral("reason"), QStringLiteral("Ticket 4711"));
        form->submitButton()->click();
        QTRY_VERIFY(pane()->payload()->bytes()->toPlainText().contains(QLatin1String(kHash)));
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        QVERIFY(textOf(pane()->changes()->table()).contains(QLatin1String(kHash)));
        QTRY_VERIFY2(pane()->summary()->disclosures().contains(QStringLiteral("Ticket 4711")),
                     qPrintable(pane()->summary()->disclosures()));
        QVERIFY(withoutIsolates(pane()->summary()->disclosures()).contains(QStringLiteral("petra looked at")));
        QVERIFY(!pane()->secretButton()->isVisible());
        QVERIFY(!page()->chosenJson().contains(QLatin1String(kHash))); // the row is copied masked all the same
        m_fixture->picture(QStringLiteral("details-secret-shown-light"));

        go(pane()->changes()->table(), QStringLiteral("payload.encodedHash"), 1);
        trigger(ActionId::FilterAnd);
        QVERIFY(edit()->text().isEmpty());
        QVERIFY2(view()->messages()->text().contains(QStringLiteral("secret")), qPrintable(view()->messages()->text()));

        choose("grant.added");
        choose("user.human.password.changed");
        verifyMasked();
        QTRY_VERIFY(pane()->summary()->disclosures().contains(QStringLiteral("Ticket 4711")));
    }

    void aFileThatCannotBeWrittenShowsNoSecret() {
        WorkspaceOptions options;
        options.access = ReplicaAccess::ReadOnly;
        const auto opened = Workspace::open(m_fixture->file().toStdString(), options);
        QVERIFY(opened.has_value());
        SecretDisclosure disclosure(**opened, m_fixture->window.get());
        QSignalSpy said(&disclosure, &SecretDisclosure::said);
        const QSignalSpy noted(&disclosure, &SecretDisclosure::noted);
        disclosure.ask(page()->model()->rowAt(0)->number, {"encodedHash"});
        QCOMPARE(said.size(), 1);
        QVERIFY(said.first().first().value<Message>().text.contains(QStringLiteral("reading only")));
        QVERIFY(QApplication::activeModalWidget() == nullptr);
        QCOMPARE(noted.size(), 0);
    }

    void everyTabIsPictured() {
        for (const auto& [look, language] : {std::pair(Appearance::Light, "en"), {Appearance::Dark, "de"}}) {
            m_fixture->look.setAppearance(look);
            m_fixture->language.choose(QLatin1String(language));
            for (const char* type : {"user.human.password.changed", "grant.added"}) {
                choose(type);
                for (int tab = 0; tab < 4; ++tab) {
                    pane()->tabs()->setCurrentIndex(tab);
                    QTRY_VERIFY(tab != 3 || pane()->related()->table()->model()->rowCount() > 3);
                    const auto name = QStringLiteral("details-%1-%2-%3");
                    m_fixture->picture(name.arg(QLatin1String(type).contains(QLatin1String("grant"))
                                                    ? QStringLiteral("grant")
                                                    : QStringLiteral("password"),
                                                QString::number(tab), QLatin1String(language)),
                                       pane());
                }
            }
            m_fixture->picture(QStringLiteral("details-page-%1").arg(QLatin1String(language)));
            QVERIFY2(findings(m_fixture->window.get()).isEmpty(),
                     qPrintable(findings(m_fixture->window.get()).join(QLatin1Char('\n'))));
        }
        m_fixture->look.setAppearance(Appearance::Light);
        m_fixture->language.choose(QStringLiteral("en"));
    }

private:
    void trigger(ActionId id) { m_fixture->window->actions().action(id)->trigger(); }

    /// The newest event of a type.
    void choose(const char* type) {
        QTRY_COMPARE(page()->model()->window().total, static_cast<std::int64_t>(m_history.events.size()));
        for (std::size_t i = m_history.events.size(); i-- > 0;) {
            if (m_history.events[i].type != type)
                continue;
            page()->goToEvent(EventNumber::of(1, static_cast<std::int64_t>(i) + 1));
            break;
        }
        QTRY_VERIFY(page()->chosenEvent() && page()->chosenEvent()->event.type == type);
        page()->focusList();
    }

    /// By the arrow keys from the top, to the value of a field.
    void go(ValueTable* table, const QString& field, int tab = -1) {
        if (tab >= 0)
            pane()->tabs()->setCurrentIndex(tab);
        m_fixture->window->activateWindow(); // a dialog may have been before it
        table->setFocus();
        QTRY_VERIFY(table->hasFocus());
        table->setCurrentIndex(table->model()->index(0, 0));
        for (int row = 1; row < table->model()->rowCount(); ++row) {
            if (table->chosen() != nullptr && table->chosen()->field == field.toStdString())
                return;
            QTest::keyClick(table, Qt::Key_Down);
        }
        QVERIFY2(table->chosen() != nullptr && table->chosen()->field == field.toStdString(), qPrintable(field));
    }

    static QString cell(const QTableView* table, int row, int column) {
        return withoutIsolates(table->model()->index(row, column).data().toString());
    }

    static QString textOf(const QTableView* table) {
        QStringList texts;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            for (int column = 0; column < table->model()->columnCount(); ++column)
                texts << cell(table, row, column);
        return texts.join(QLatin1Char('\n'));
    }

    static int rowOf(const QTableView* table, const QString& beginning) {
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (cell(table, row, 0).startsWith(beginning))
                return row;
        return -1;
    }

    static QString clipboard() { return QApplication::clipboard()->text(); }

    void verifyMasked() {
        QVERIFY(!pane()->payload()->bytes()->toPlainText().contains(QLatin1String(kHash)));
        for (const auto* table : {pane()->summary()->table(), pane()->changes()->table(), pane()->payload()->table()})
            QVERIFY(!textOf(table).contains(QLatin1String(kHash)));
        QVERIFY(textOf(pane()->payload()->table()).contains(QStringLiteral("\"encodedHash\": \"••••••\"")));
    }

    [[nodiscard]] WorkspaceView* view() const { return m_fixture->window->view(); }

    [[nodiscard]] TimelinePage* page() const { return view()->timeline(); }

    [[nodiscard]] EventDetailsPane* pane() const { return page()->details(); }

    [[nodiscard]] FilterEdit* edit() const { return page()->filterBar()->edit(); }

    StagedHistory m_history;
    std::unique_ptr<WindowFixture> m_fixture;
};

MUNIMENT_TEST(details, TestDetails);
#include "test_details.moc"
