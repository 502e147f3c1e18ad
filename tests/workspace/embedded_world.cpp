#include "tests/workspace/embedded_world.h"

#include "models/eventstore/embedded/embedded_event_store.h"

#include <QTest>

namespace muniment::test {

namespace {

std::string hex(const std::string& bytes) {
    return QByteArray::fromStdString(bytes).toHex().toStdString();
}

std::string printed(const RecordedEvent& e) {
    const auto optionalUuid = [](const std::optional<Uuid>& id) { return id ? id->text() : std::string("-"); };
    std::string line;
    for (const std::string& field : {formatIntegerPosition(e.key.position),
                                     std::to_string(e.key.inTxOrder),
                                     e.tenant.text(),
                                     std::to_string(e.epoch),
                                     e.aggregate.type,
                                     e.aggregate.id.text(),
                                     std::to_string(e.sequence),
                                     e.eventId.text(),
                                     e.type,
                                     std::to_string(e.revision),
                                     std::to_string(e.occurredAt.micros),
                                     std::to_string(e.recordedAt.micros),
                                     e.actor.type,
                                     e.actor.id.text(),
                                     e.writer,
                                     e.outcome,
                                     e.sourceIp.value_or("-"),
                                     optionalUuid(e.commandId),
                                     optionalUuid(e.correlationId),
                                     e.payload.value_or("-"),
                                     hex(e.salt)})
        line += field + " | ";
    return line;
}

/// Ends the test program: nothing sensible can follow a broken fixture.
template <class T>
T must(Result<T> result, const char* what) {
    if (!result)
        qFatal("%s: %s %s", what, errorCodeName(result.error().code).data(), result.error().detail.c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace

EmbeddedWorld::EmbeddedWorld(const std::vector<std::string>& regions) {
    for (const std::string& region : regions)
        m_regions.emplace_back(region);
    must(createEmbeddedStore(path("store.db"), m_regions), "create the embedded store");
}

std::filesystem::path EmbeddedWorld::path(const std::string& name) const {
    return std::filesystem::path(m_directory.path().toStdString()) / name;
}

std::string EmbeddedWorld::endpoint() const {
    return embeddedEndpoint(path("store.db"));
}

std::unique_ptr<EventStore> EmbeddedWorld::open() const {
    return makeEmbeddedEventStore(path("store.db"));
}

ReplicaSettings EmbeddedWorld::settings() const {
    ReplicaSettings settings;
    for (const RegionName& region : m_regions)
        settings.regions.push_back({region, endpoint()});
    settings.operatorName = "tester";
    return settings;
}

std::unique_ptr<Replica> EmbeddedWorld::createReplica(const std::string& name) const {
    return must(Replica::create(path(name), settings()), "create the workspace file");
}

TenantId EmbeddedWorld::addOrg(const std::string& name, int region) const {
    const RegionName& at = m_regions[std::size_t(region)];
    const auto store = open();
    return must(runCommand(*store, orgCommand(at, {}, AddOrg{name, at.text(), {}}), systemClock()), "add an org")
        .tenant;
}

AggregateId EmbeddedWorld::addUser(const TenantId& tenant, const std::string& userName, int region) const {
    const auto store = open();
    AddHuman add;
    add.userName = userName;
    add.firstName = "Ann";
    add.lastName = "Other";
    add.email = userName + "@example.org";
    return must(runCommand(*store, userCommand(m_regions[std::size_t(region)], tenant, {}, add), systemClock()),
                "add a user")
        .id;
}

void EmbeddedWorld::addHistory(int count, int region) const {
    const TenantId tenant(randomUuid().text());
    const std::vector<TenantHome> homes{{tenant, "history " + tenant.text(), "standard", "active", 1, {}}};
    std::vector<RecordedEvent> events;
    for (int i = 0; i < count; ++i) {
        RecordedEvent event;
        event.tenant = tenant;
        event.aggregate = {"session", AggregateId(randomUuid().text())};
        event.sequence = 1;
        event.eventId = randomUuid();
        event.type = "session.added";
        event.occurredAt = event.recordedAt = Instant{1'700'000'000'000'000 + i * std::int64_t(1000)};
        event.actor = {"human", ActorId("user " + std::to_string(i % 97))};
        event.outcome = "success";
        event.payload = R"({"userAgent":"Firefox )" + std::to_string(i % 13) + R"("})";
        event.salt = std::string(16, char(i));
        events.push_back(std::move(event));
    }
    must(open()->insertHistory(m_regions[std::size_t(region)], {homes, events}), "insert history");
}

void EmbeddedWorld::addPayloads(const std::vector<std::string>& payloads) const {
    const TenantId tenant(randomUuid().text());
    const std::vector<TenantHome> homes{{tenant, "<b>hostile</b>", "standard", "active", 1, {}}};
    std::vector<RecordedEvent> events;
    for (const std::string& payload : payloads) {
        RecordedEvent event;
        event.tenant = tenant;
        event.aggregate = {"thing", AggregateId(randomUuid().text())};
        event.sequence = 1;
        event.eventId = randomUuid();
        event.type = "thing.never.heard.of";
        event.occurredAt = event.recordedAt = Instant{1'700'000'000'000'000};
        event.actor = {"human", ActorId("x<table>y")};
        event.outcome = "success";
        event.payload = payload;
        event.salt = std::string(16, 's');
        events.push_back(std::move(event));
    }
    must(open()->insertHistory(m_regions[0], {homes, events}), "insert hostile events");
}

std::vector<std::string> hostilePayloads() {
    return {
        R"({"bidi":"\u202egnp.exe","name":"<img src=x onerror=alert(1)>"})",
        R"({"n":9007199254740993})",
        R"({"a":1,"a":2})",
        "not json at all",
        std::string(100'000, '[') + std::string(100'000, ']'),
        "{\"big\":\"" + std::string(256 * 1024 - 10, 'x') + "\"}",
        "",
    };
}

CommandRequest orgCommand(const RegionName& region, const TenantId& tenant, OrgCommand command) {
    CommandRequest request;
    request.region = region;
    request.tenant = tenant;
    request.command = std::move(command);
    request.operatorName = "tester";
    return request;
}

CommandRequest userCommand(const RegionName& region, const TenantId& tenant, const AggregateId& user,
                           UserCommand command) {
    CommandRequest request;
    request.region = region;
    request.tenant = tenant;
    request.id = user;
    request.command = std::move(command);
    request.operatorName = "tester";
    return request;
}

std::vector<std::string> printedLog(EventStore& store, const RegionName& region) {
    must(store.connect(region), "connect");
    std::vector<std::string> lines;
    TailRequest request{region, std::nullopt, 8192, true};
    for (bool isFull = true; isFull;) {
        const TailPage page = must(store.readTail(request), "read the log");
        for (const RecordedEvent& event : page.events)
            lines.push_back(printed(event));
        if (!page.events.empty())
            request.after = page.events.back().key;
        isFull = page.isFull;
    }
    return lines;
}

std::vector<std::string> printedReplica(Replica& replica, const RegionName& region) {
    const auto snapshot = must(replica.snapshot(), "take a snapshot");
    std::vector<std::string> lines;
    for (const RunRecord& run : must(snapshot->runs(), "read the runs")) {
        if (run.region != region)
            continue;
        for (std::int64_t ordinal = 1; ordinal <= run.lastOrdinal; ++ordinal)
            lines.push_back(printed(must(snapshot->event(EventNumber::of(run.run, ordinal)), "read an event")));
    }
    return lines;
}

std::string difference(const std::vector<std::string>& expected, const std::vector<std::string>& actual) {
    if (expected == actual)
        return {};
    std::size_t i = 0;
    while (i < expected.size() && i < actual.size() && expected[i] == actual[i])
        ++i;
    return std::to_string(expected.size()) + " expected, " + std::to_string(actual.size()) +
           " found; first difference at " + std::to_string(i) + ":\n  " +
           (i < expected.size() ? expected[i] : "nothing") + "\n  " + (i < actual.size() ? actual[i] : "nothing");
}

} // namespace muniment::test
