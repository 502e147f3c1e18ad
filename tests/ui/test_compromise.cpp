// Protects: an account that was in the wrong hands is marked from where it is seen, what it gave is followed and told,
// and what takes it back is staged and sent until nothing stands; marks outlive the window and can be taken back; the
// past is looked at and not acted on; what is shown can be exported; hostile names are shown as they are.
#include "models/domain/grant.h"
#include "models/domain/org.h"
#include "models/domain/role.h"
#include "models/items/plain_text.h"
#include "models/items/time_machine.h"
#include "tests/support/test_registry.h"
#include "tests/ui/embedded_directory.h"
#include "ui/changes/changes_page.h"
#include "ui/directory/overview_tab.h"
#include "ui/export/export_dialog.h"
#include "ui/forms/entity_picker.h"
#include "ui/pages/compromises_page.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/users_page.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

const TenantId kOrg("nordwind");

Instant timeOf(const char* text) {
    const auto parsed = parseInstant(text);
    if (!parsed)
        qFatal("no time: %s", text);
    return *parsed;
}

UserEvent human(const char* userName, const char* displayName) {
    HumanAdded added;
    added.userName = userName;
    added.displayName = displayName;
    return added;
}

GrantEvent granted(const char* role, const char* user) {
    return GrantAdded{AggregateId(role), {TeamMember::Kind::User, AggregateId(user)}, {}, {}, {}};
}

/// Mia's account is taken over on the second of March: it makes itself a helper, who makes another.
class Story {
public:
    explicit Story(EmbeddedDirectory& window) {
        tell("org", "nordwind", encode(OrgEvent(OrgAdded{"Nordwind AG"})), "2026-01-02T08:00:00Z");
        tell("user", "mia", encode(human("mia.chen", "Mia Chen")), "2026-01-02T08:01:00Z");
        tell("user", "ola", encode(human("ola.berg", "Ola Berg")), "2026-01-02T08:02:00Z");
        tell("user", "quiet", encode(human("pia.roth", "Pia Roth")), "2026-01-02T08:03:00Z");
        tell("role", "admin", encode(RoleEvent(RoleAdded{"admin", "Administrator", {}})), "2026-01-02T08:04:00Z");
        tell("role", "admin", encode(RoleEvent(RolePermissionAdded{{"*", "*", {}}})), "2026-01-02T08:05:00Z");
        tell("role", "reader", encode(RoleEvent(RoleAdded{"reader", "Reader", {}})), "2026-01-02T08:06:00Z");
        tell("role", "reader", encode(RoleEvent(RolePermissionAdded{{"read", "document", {}}})),
             "2026-01-02T08:07:00Z");
        tell("grant", "g-mia", encode(granted("admin", "mia")), "2026-01-02T08:08:00Z");
        tell("grant", "g-before", encode(granted("reader", "quiet")), "2026-03-01T08:00:00Z", "mia");
        tell("user", "helper", encode(human("x.y", "<b>x</b> & \u202eevil")), "2026-03-02T10:00:00Z", "mia");
        tell("grant", "g-helper", encode(granted("admin", "helper")), "2026-03-02T10:30:00Z", "mia");
        tell("role", "reader", encode(RoleEvent(RoleChanged{{}, "Readers", {}})), "2026-03-02T11:00:00Z", "mia");
        tell("grant", "g-ola", encode(granted("reader", "ola")), "2026-03-04T09:00:00Z", "helper");
        const TenantHome home{kOrg, "Nordwind AG", "standard", "active", 1, {}};
        window.insert({.tenants = {&home, 1}, .events = m_events, .claims = {}});
    }

    [[nodiscard]] int events() const { return static_cast<int>(m_events.size()); }

private:
    void tell(const char* type, const char* id, const NewEvent& what, const char* at, const char* actor = "root") {
        RecordedEvent event;
        event.tenant = kOrg;
        event.aggregate = {type, AggregateId(id)};
        event.sequence = ++m_sequences[std::string(type) + "/" + id];
        event.eventId = randomUuid();
        event.type = what.type;
        event.payload = what.payload;
        event.outcome = what.outcome;
        event.occurredAt = event.recordedAt = timeOf(at);
        event.actor = {"human", ActorId(actor)};
        event.salt = std::string(16, 's');
        m_events.push_back(std::move(event));
    }

    std::vector<RecordedEvent> m_events;
    std::map<std::string, std::int64_t> m_sequences;
};

} // namespace

#define VERIFY_TOLD(text, part) QVERIFY2((text).contains(QStringLiteral(part)), qPrintable(text))
#define VERIFY_NO_FINDINGS(root)                                                                                       \
    do {                                                                                                               \
        const auto found = findings(root).join(QLatin1Char('\n'));                                                     \
        QVERIFY2(found.isEmpty(), qPrintable(found));                                                                  \
    } while (false)

class TestCompromise : public QObject {
    Q_OBJECT
private slots:

    void init() {
        m_window = std::make_unique<EmbeddedDirectory>();
        const Story story(*m_window);
        m_window->open();
        QTRY_COMPARE(view()->timeline()->model()->window().total, story.events());
    }

    void cleanup() { m_window.reset(); }

    void whatATakenAccountGaveIsTakenBack() {
        chooseUser("mia");
        QCOMPARE(view()->users()->details()->overview()->badge(), QString());
        m_window->trigger(ActionId::TraceCompromise);
        auto* form = m_window->fixture().form();
        VERIFY_NO_FINDINGS(form);
        fill(form, "2026-03-02", "2026-03-01", "stolen laptop");
        form->submitButton()->click();
        VERIFY_TOLD(form->errorText(), "It ends before it begins.");
        fill(form, "2026-03-02", "2026-03-03", "");
        form->submitButton()->click();
        VERIFY_TOLD(form->errorText(), "Say why");
        fill(form, "", "2026-03-03", "stolen laptop");
        form->submitButton()->click();
        VERIFY_TOLD(form->errorText(), "Say since when");
        fill(form, "2026-03-02", "2026-03-03", "stolen laptop");
        m_window->fixture().picture(QStringLiteral("compromise-form-light"), form);
        form->submitButton()->click();
        QTRY_COMPARE(view()->currentPage(), Page::Compromises);
        QTRY_VERIFY(page()->isTraced());

        VERIFY_TOLD(pane()->text(), "Mia Chen did 3 things in that time; 3 gave access or a way in; 3 still stand.");
        VERIFY_TOLD(pane()->text(), "1 of it was done by those whom it empowered");
        VERIFY_TOLD(pane()->text(), "eu-west-1");
        VERIFY_TOLD(pane()->markText(), "Marked as compromised from 2026-03-02 00:00 UTC to 2026-03-03 00:00 UTC");
        QCOMPARE(rows(TracePane::Acts, {1, 2, 4, 5}),
                 lines({"mia.chen | 0 | x.y | Yes", "mia.chen | 0 | x.y | Yes", "x.y | 1 | ola.berg | Yes"}));
        QCOMPARE(rows(TracePane::Exposures, {0, 1, 2, 4}),
                 lines({"x.y | * | everything | still", "ola.berg | read | every document | still"}));
        QCOMPARE(rows(TracePane::Commands, {0, 1}),
                 lines({"Lock User | Mia Chen", "Lock User | <b>x</b> & \\u202eevil",
                        "Revoke Grant | reader · Ola Berg", "Revoke Grant | admin · <b>x</b> & \\u202eevil"}));
        VERIFY_NO_FINDINGS(m_window->fixture().window.get());
        m_window->pictures(QStringLiteral("compromise-acts"));
        pane()->tabs()->setCurrentIndex(TracePane::Exposures);
        m_window->pictures(QStringLiteral("compromise-exposures"));
        pane()->tabs()->setCurrentIndex(TracePane::Commands);
        m_window->pictures(QStringLiteral("compromise-commands"));

        m_window->trigger(ActionId::StageTraced);
        QCOMPARE(view()->currentPage(), Page::Changes);
        QCOMPARE(view()->changes()->staged().open(), 4);
        QTRY_VERIFY(!view()->changes()->staged().isBusy());
        view()->changes()->staged().send({});
        QTRY_COMPARE(view()->changes()->staged().open(), 0);
        for (int row = 0; row < view()->changes()->model()->rowCount(); ++row)
            QCOMPARE(view()->changes()->model()->index(row, ChangeSetModel::State).data().toString(),
                     QStringLiteral("Written"));
        m_window->trigger(ActionId::GoCompromises);
        QTRY_VERIFY2(pane()->text().contains(QStringLiteral("nothing of it stands any more")),
                     qPrintable(pane()->text()));
        QTRY_COMPARE(pane()->table(TracePane::Commands)->model()->rowCount(), 0);
        QVERIFY(!m_window->action(ActionId::StageTraced)->isEnabled());
        QVERIFY(!rows(TracePane::Exposures, {4}).contains(QStringLiteral("still")));
        m_window->pictures(QStringLiteral("compromise-taken-back"));
    }

    void aMarkIsSeenWhereTheAccountIsAndCanBeTakenAway() {
        mark("mia");
        chooseUser("mia");
        QTRY_VERIFY2(badge().contains(QStringLiteral("Marked as compromised from")), qPrintable(badge()));
        m_window->pictures(QStringLiteral("compromise-user"));
        const auto name = view()->users()->model()->index(view()->users()->table()->currentIndex().row(), 0);
        VERIFY_TOLD(name.data(Qt::ToolTipRole).toString(), "Marked as compromised.");
        m_window->reopen();
        QTRY_COMPARE(page()->model()->rowCount(), 1);
        chooseUser("ola");
        QTRY_COMPARE(badge(), QString());
        QVERIFY(!m_window->action(ActionId::ForgetCompromise)->isEnabled());
        chooseUser("mia");
        QTRY_VERIFY(!badge().isEmpty());
        m_window->trigger(ActionId::ForgetCompromise);
        QTRY_COMPARE(page()->model()->rowCount(), 0);
        QTRY_COMPARE(badge(), QString());
        m_window->trigger(ActionId::Undo);
        QTRY_COMPARE(page()->model()->rowCount(), 1);
        QTRY_VERIFY(!badge().isEmpty());
        // Who is marked is not marked twice, and the form knows what was said.
        m_window->trigger(ActionId::TraceCompromise);
        auto* form = m_window->fixture().form();
        QCOMPARE(form->value(QStringLiteral("reason")), std::string("stolen laptop"));
        m_window->fixture().type(form, QStringLiteral("until"), QString());
        form->submitButton()->click();
        QTRY_COMPARE(view()->currentPage(), Page::Compromises);
        QTRY_VERIFY(page()->isTraced() && pane()->markText().endsWith(QStringLiteral(" on")));
        QCOMPARE(page()->model()->rowCount(), 1);
    }

    void whoDidWhatIsChosenInTheTimelineIsMeant() {
        m_window->trigger(ActionId::GoTimeline);
        view()->timeline()->applyFilter({termOf(FilterField::Subject, "g-helper"), {}});
        QTRY_COMPARE(view()->timeline()->model()->window().total, 1);
        view()->timeline()->focusList();
        view()->timeline()->list()->setCurrentIndex(view()->timeline()->model()->index(0, 0));
        QTRY_VERIFY(view()->timeline()->chosenEvent());
        m_window->trigger(ActionId::TraceCompromise);
        auto* form = m_window->fixture().form();
        const auto* picker = qobject_cast<EntityPicker*>(form->editor(QStringLiteral("user")));
        QVERIFY(picker->chosen());
        QCOMPARE(picker->chosen()->entity.aggregate.id.text(), std::string("mia"));
        QCOMPARE(form->value(QStringLiteral("from")), std::string("2026-03-02T10:30:00Z"));
        form->reject();
    }

    void allItDidIsShownInTheTimeline() {
        mark("mia");
        m_window->trigger(ActionId::ShowAllDone);
        QCOMPARE(view()->currentPage(), Page::Timeline);
        QTRY_COMPARE(view()->timeline()->model()->window().total, 3);
        m_window->trigger(ActionId::GoBack);
        pane()->table(TracePane::Acts)->setFocus();
        QTest::keyClick(pane()->table(TracePane::Acts), Qt::Key_Return);
        QTRY_COMPARE(view()->currentPage(), Page::Timeline);
    }

    void thePastIsLookedAtAndNotActedOn() {
        mark("mia");
        view()->time()->setAsOf(Moment(timeOf("2026-03-02T10:15:00Z")));
        QTRY_VERIFY(page()->isTraced() && pane()->table(TracePane::Acts)->model()->rowCount() == 1);
        VERIFY_TOLD(pane()->text(), "Mia Chen did 1 thing in that time; 1 gave access or a way in; 1 still stands.");
        QCOMPARE(pane()->table(TracePane::Commands)->model()->rowCount(), 0);
        QVERIFY(!m_window->action(ActionId::StageTraced)->isEnabled());
        m_window->pictures(QStringLiteral("compromise-past"));
        view()->time()->backToNow();
        QTRY_VERIFY(page()->isTraced() && pane()->table(TracePane::Acts)->model()->rowCount() == 3);
        QTRY_VERIFY(m_window->action(ActionId::StageTraced)->isEnabled());
    }

    void nobodyIsMarkedAndNothingWasGiven() {
        m_window->trigger(ActionId::GoCompromises);
        QVERIFY(!m_window->action(ActionId::StageTraced)->isEnabled());
        QVERIFY(!m_window->action(ActionId::ExportList)->isEnabled());
        VERIFY_NO_FINDINGS(m_window->fixture().window.get());
        m_window->pictures(QStringLiteral("compromise-empty"));
        mark("quiet");
        VERIFY_TOLD(pane()->text(), "Pia Roth did 0 things in that time; nothing of it gave anybody access");
        QCOMPARE(rows(TracePane::Commands, {0, 1}), QStringLiteral("Lock User | Pia Roth"));
        m_window->pictures(QStringLiteral("compromise-nothing"));
    }

    void aTraceCanBeStoppedAndBegunAgain() {
        mark("mia");
        emit pane()->cancelChosen();
        QVERIFY(pane()->answer() == nullptr);
        QVERIFY(!m_window->action(ActionId::ShowAllDone)->isEnabled());
        VERIFY_NO_FINDINGS(m_window->fixture().window.get());
        emit pane()->againChosen();
        QTRY_VERIFY(page()->isTraced());
    }

    void aSideIsExportedWithTheSentence() {
        mark("mia");
        pane()->tabs()->setCurrentIndex(TracePane::Exposures);
        m_window->trigger(ActionId::ExportList);
        auto* dialog = qobject_cast<ExportDialog*>(m_window->fixture().form());
        m_window->fixture().type(dialog, QStringLiteral("format"), QStringLiteral("jsonl"));
        const auto path = QString::fromStdString((m_window->fixture().folder() / "exposures.jsonl").string());
        dialog->pathField()->setText(path);
        dialog->submitButton()->click();
        QTRY_VERIFY2(view()->messages()->text().contains(QStringLiteral("rows were exported")),
                     qPrintable(view()->messages()->text()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto written = file.readAll().split('\n');
        QVERIFY2(written[0].contains("\"what\":\"exposures\",") &&
                     written[0].contains("\"question\":\"Mia Chen did 3 things"),
                 written[0].constData());
        QVERIFY2(written[1].contains("\"userId\":\"helper\"") && written[1].contains("\"until\":null,\"hours\":"),
                 written[1].constData());
        QCOMPARE(written.size(), 4); // what was exported, two rows, the last line's end
    }

private:
    static QString lines(std::initializer_list<const char*> all) {
        QStringList told;
        for (const char* line : all)
            told << QString::fromUtf8(line);
        return told.join(QLatin1Char('\n'));
    }

    void chooseUser(const char* id) {
        m_window->trigger(ActionId::GoUsers);
        view()->users()->choose(QString::fromStdString(kOrg.text() + "/" + id));
        QTRY_VERIFY(view()->users()->chosenUser() && view()->users()->chosenUser()->id.text() == id);
    }

    void fill(FormDialog* form, const char* from, const char* until, const char* reason) {
        m_window->fixture().type(form, QStringLiteral("from"), QString::fromUtf8(from));
        m_window->fixture().type(form, QStringLiteral("until"), QString::fromUtf8(until));
        m_window->fixture().type(form, QStringLiteral("reason"), QString::fromUtf8(reason));
    }

    /// In March, and traced.
    void mark(const char* user) {
        chooseUser(user);
        m_window->trigger(ActionId::TraceCompromise);
        auto* form = m_window->fixture().form();
        fill(form, "2026-03-02", "2026-03-03", "stolen laptop");
        form->submitButton()->click();
        QTRY_COMPARE(view()->currentPage(), Page::Compromises);
        QTRY_VERIFY(page()->isTraced());
    }

    /// The given columns, a line a row.
    [[nodiscard]] QString rows(TracePane::Side side, const std::vector<int>& columns) const {
        const auto* model = pane()->table(side)->model();
        QStringList all;
        for (int row = 0; row < model->rowCount(); ++row) {
            QStringList cells;
            for (const int column : columns)
                cells << withoutIsolates(model->index(row, column).data().toString());
            all << cells.join(QStringLiteral(" | "));
        }
        return all.join(QLatin1Char('\n'));
    }

    [[nodiscard]] QString badge() const { return view()->users()->details()->overview()->badge(); }

    [[nodiscard]] WorkspaceView* view() const { return m_window->view(); }

    [[nodiscard]] CompromisesPage* page() const { return view()->compromises(); }

    [[nodiscard]] TracePane* pane() const { return page()->pane(); }

    std::unique_ptr<EmbeddedDirectory> m_window;
};

MUNIMENT_TEST(compromise, TestCompromise);
#include "test_compromise.moc"
