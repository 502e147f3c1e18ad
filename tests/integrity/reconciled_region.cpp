#include "tests/integrity/reconciled_region.h"

#include "models/eventstore/schema.h"
#include "tests/replica/replica_fixture.h"

namespace muniment::test {

namespace {

/// Two organizations, whose people sign in on every day of the history.
std::vector<RecordedEvent> madeUpLog() {
    std::vector<RecordedEvent> events;
    for (int i = 0; i < ReconciledRegion::kDays * ReconciledRegion::kEventsADay; ++i)
        for (const char* tenant : {"acme", "other"}) {
            RecordedEvent event;
            event.tenant = TenantId(tenant);
            event.aggregate = {"session", AggregateId("s1")};
            event.sequence = i + 1;
            event.eventId = randomUuid();
            event.type = "session.user.checked";
            event.recordedAt =
                Instant{1'700'006'400'000'000} + i * (kMicrosPerDay / ReconciledRegion::kEventsADay); // a midnight
            event.occurredAt = event.recordedAt;
            event.actor = {"human", ActorId("ann")};
            event.writer = "importer";
            event.outcome = "success";
            event.payload = R"({"userId":"ann"})";
            event.salt = std::string(16, 's');
            events.push_back(std::move(event));
        }
    return events;
}

} // namespace

ReconciledRegion::ReconciledRegion() {
    m_servers.start(1);
    std::ignore = MUST(installSchema({m_servers.superuserEndpoint(0), nullptr, {region().text()}}));
    m_owner = std::make_unique<PlainSql>(m_servers.superuserEndpoint(0));
    const std::vector<TenantHome> tenants{{TenantId("acme"), "Acme", "standard", "active", 1, {}},
                                          {TenantId("other"), "Other", "standard", "active", 1, {}}};
    const auto log = madeUpLog();
    std::ignore = MUST(open("mover")->insertHistory(region(), {tenants, log, {}}));
    tamper("CREATE TABLE kept_events AS SELECT * FROM muniment.events");
    tamper("CREATE TABLE kept_tenants AS SELECT * FROM muniment.tenants");
}

std::unique_ptr<EventStore> ReconciledRegion::open(const std::string& user) {
    auto store = MUST(openEventStore(m_servers.endpoint(0, user), nullptr));
    std::ignore = MUST(store->connect(region()));
    return store;
}

std::unique_ptr<Replica> ReconciledRegion::newFile() {
    ReplicaSettings settings;
    settings.regions = {{region(), m_servers.endpoint(0)}};
    auto replica =
        MUST(Replica::create(m_folder.filePath(QStringLiteral("%1.muniment").arg(++m_files)).toStdString(), settings));
    catchUp(*replica);
    return replica;
}

void ReconciledRegion::catchUp(Replica& replica) {
    const auto store = open();
    TailRequest request{region(), MUST(MUST(replica.snapshot())->regions()).front().cursor, 8192, false, {}};
    const auto page = MUST(store->readTail(request));
    if (!page.events.empty())
        applyAll(replica, region(), page.events, 100);
}

void ReconciledRegion::addUser(const std::string& name) {
    Append append;
    append.region = region();
    append.tenant = TenantId("acme");
    append.aggregate = {"user", AggregateId(name)};
    append.events = {{"user.human.added", 1, R"({"userName":")" + name + R"("})"}};
    append.actor = {"human", ActorId("ann")};
    append.commandId = randomUuid();
    append.occurredAt = {1'800'000'000'000'000};
    std::ignore = MUST(open("admin")->append(append));
}

void ReconciledRegion::tamper(const std::string& statement) {
    for (const std::string& each : {std::string("ALTER TABLE muniment.events DISABLE TRIGGER USER"), statement,
                                    std::string("ALTER TABLE muniment.events ENABLE ALWAYS TRIGGER guard")})
        if (!m_owner->run(each))
            qFatal("%s: %s", each.c_str(), m_owner->error().c_str());
}

void ReconciledRegion::restore() {
    tamper("DELETE FROM muniment.events");
    tamper("INSERT INTO muniment.events SELECT * FROM kept_events");
    tamper("DELETE FROM muniment.tenants");
    tamper("INSERT INTO muniment.tenants SELECT * FROM kept_tenants");
}

} // namespace muniment::test
