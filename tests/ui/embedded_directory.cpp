#include "tests/ui/embedded_directory.h"

#include "models/eventstore/embedded/embedded_event_store.h"
#include "models/items/error_sentence.h"
#include "models/simulation/history_writer.h"

#include <QTest>

namespace muniment::test {

namespace {

constexpr const char* kRegion = "eu-west-1";

} // namespace

EmbeddedDirectory::EmbeddedDirectory() : m_file(m_fixture.folder() / "store.db") {
    if (!createEmbeddedStore(m_file, {RegionName(kRegion)}))
        qFatal("no store");
    m_store = makeEmbeddedEventStore(m_file);
}

void EmbeddedDirectory::open() {
    m_fixture.openWorkspace(m_fixture.file().toStdString(), {{RegionName(kRegion), embeddedEndpoint(m_file)}});
}

void EmbeddedDirectory::reopen() {
    m_fixture.window->openFile(m_fixture.file().toStdString());
    QTRY_VERIFY(view() != nullptr);
}

void EmbeddedDirectory::addHistory(SimulationPlan plan) {
    plan.regions = {RegionName(kRegion)};
    Simulation simulation(plan);
    StoresByRegion stores;
    stores.emplace(plan.regions.front(), makeEmbeddedEventStore(m_file));
    if (const auto written = insertSimulation(simulation, stores, {}, {}); !written)
        qFatal("history: %s", qPrintable(errorSentence(written.error())));
}

CommandResult EmbeddedDirectory::write(CommandRequest request) {
    request.region = RegionName(kRegion);
    request.operatorName = "jonas";
    const auto result = runCommand(*m_store, request, systemClock());
    if (!result)
        qFatal("command: %s", qPrintable(errorSentence(result.error())));
    return *result;
}

TenantId EmbeddedDirectory::addOrg(const std::string& name) {
    CommandRequest request;
    request.command = OrgCommand(AddOrg{name, kRegion, {}});
    return write(request).tenant;
}

AggregateId EmbeddedDirectory::addHuman(const TenantId& tenant, const std::string& first, const std::string& last) {
    const auto lower = [](std::string text) {
        std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        return text;
    };
    const auto userName = lower(first) + "." + lower(last);
    return tell(tenant, UserCommand(AddHuman{userName, first, last, {}, userName + "@nordwind.example", {}}));
}

void EmbeddedDirectory::insert(const HistoryBatch& history) {
    if (const auto inserted = m_store->insertHistory(RegionName(kRegion), history); !inserted)
        qFatal("history: %s", qPrintable(errorSentence(inserted.error())));
}

AggregateId EmbeddedDirectory::beginSession(const TenantId& tenant, const AggregateId& user) {
    const AggregateId session(randomUuid().text());
    std::vector<RecordedEvent> events;
    for (const SessionEvent& what : {SessionEvent(SessionAdded{"Linux", "Firefox", "DE"}),
                                     SessionEvent(SessionUserChecked{user}), SessionEvent(SessionPasswordChecked{})}) {
        const auto encoded = encode(what);
        RecordedEvent event;
        event.tenant = tenant;
        event.aggregate = {"session", session};
        event.sequence = std::ssize(events) + 1;
        event.eventId = randomUuid();
        event.type = encoded.type;
        event.payload = encoded.payload;
        event.outcome = encoded.outcome;
        event.occurredAt = event.recordedAt = systemClock().now();
        event.actor = {"human", ActorId(user.text())};
        event.salt = std::string(16, 's');
        events.push_back(std::move(event));
    }
    if (!m_store->insertHistory(RegionName(kRegion), {.tenants = {}, .events = events, .claims = {}}))
        qFatal("no session");
    return session;
}

AggregateId EmbeddedDirectory::tell(const TenantId& tenant, const AnyCommand& command, const AggregateId& id) {
    CommandRequest request;
    request.tenant = tenant;
    request.id = id;
    request.command = command;
    return write(request).id;
}

void EmbeddedDirectory::pictures(const QString& name) {
    m_fixture.picture(name + QStringLiteral("-light"));
    m_fixture.look.setAppearance(Appearance::Dark);
    m_fixture.picture(name + QStringLiteral("-dark"));
    m_fixture.look.setAppearance(Appearance::Light);
}

} // namespace muniment::test
