#include "tests/ui/staged_details.h"

#include "models/domain/org.h"
#include "models/domain/user.h"
#include "models/eventstore/embedded/embedded_event_store.h"
#include "models/items/plain_text.h"
#include "ui/details/event_details_pane.h"
#include "ui/details/value_table.h"
#include "ui/filter/filter_bar.h"
#include "ui/filter/filter_edit.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/timeline_table.h"
#include "ui/shell/workspace_view.h"

#include <QTabWidget>
#include <QTest>

namespace muniment::test {

namespace {

constexpr const char* kRegion = "eu-west-1";
constexpr int kLogins = 40;
constexpr Instant kBegin{1'764'000'000'000'000};

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
             .payload = std::string(R"({"changeRequired":false,"encodedHash":")") + kStagedSecret +
                        R"(","userAgentID":"agent-7"})"});
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

    void add(const char* type, const AggregateId& id, const NewEvent& what) {
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

StagedDetails::StagedDetails() {
    StagedHistory history;
    m_events = std::move(history.events);
    const auto store = m_fixture.folder() / "store.db";
    QVERIFY(createEmbeddedStore(store, {RegionName(kRegion)}));
    const std::vector<TenantHome> homes{{history.tenant, "Nordwind AG", "standard", "active", 1, {}}};
    QVERIFY(makeEmbeddedEventStore(store)->insertHistory(RegionName(kRegion), {homes, m_events}));
    m_fixture.openWorkspace(m_fixture.file().toStdString(), {{RegionName(kRegion), embeddedEndpoint(store)}});
    trigger(ActionId::GoTimeline);
    QTRY_COMPARE(page()->model()->window().total, static_cast<std::int64_t>(m_events.size()));
}

void StagedDetails::reset() const {
    trigger(ActionId::ClearFilter);
    QTRY_VERIFY(!page()->model()->isAwaitingFilter());
    pane()->tabs()->setCurrentIndex(0);
}

void StagedDetails::choose(const char* type) const {
    QTRY_COMPARE(page()->model()->window().total, static_cast<std::int64_t>(m_events.size()));
    for (std::size_t i = m_events.size(); i-- > 0;) {
        if (m_events[i].type != type)
            continue;
        page()->goToEvent(EventNumber::of(1, static_cast<std::int64_t>(i) + 1));
        break;
    }
    QTRY_VERIFY(page()->chosenEvent() && page()->chosenEvent()->event.type == type);
    page()->focusList();
}

void StagedDetails::go(ValueTable* table, const QString& field, int tab) const {
    if (tab >= 0)
        pane()->tabs()->setCurrentIndex(tab);
    m_fixture.window->activateWindow(); // a dialog may have been before it
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

WorkspaceView* StagedDetails::view() const {
    return m_fixture.window->view();
}

TimelinePage* StagedDetails::page() const {
    return view()->timeline();
}

EventDetailsPane* StagedDetails::pane() const {
    return page()->details();
}

FilterEdit* StagedDetails::edit() const {
    return page()->filterBar()->edit();
}

QString cellOf(const QTableView* table, int row, int column) {
    return withoutIsolates(table->model()->index(row, column).data().toString());
}

QString textOf(const QTableView* table) {
    QStringList texts;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        for (int column = 0; column < table->model()->columnCount(); ++column)
            texts << cellOf(table, row, column);
    return texts.join(QLatin1Char('\n'));
}

} // namespace muniment::test
