#include "tests/residency/move_ground.h"

#include "models/base/clock.h"
#include "models/commands/settle.h"
#include "models/domain/grant.h"
#include "models/domain/org.h"
#include "models/domain/resource.h"
#include "models/domain/role.h"
#include "models/domain/team.h"
#include "models/domain/user.h"
#include "models/eventstore/embedded/embedded_event_store.h"
#include "models/eventstore/schema.h"
#include "models/regions/log_claims.h"

#include <QtGlobal>

namespace muniment::test {

namespace {

constexpr int kTurnsOfSession = 100;

template <class T>
void must(const Result<T>& result, const char* what) {
    if (!result) {
        std::string facts;
        for (const auto& [key, value] : result.error().context)
            facts += " " + key + "=" + value;
        qFatal("%s: %s %s%s", what, std::string(errorCodeName(result.error().code)).c_str(),
               result.error().detail.c_str(), facts.c_str());
    }
}

/// A history with its sequences, one aggregate after another.
class HistoryOf {
public:
    explicit HistoryOf(TenantId tenant) : m_tenant(std::move(tenant)) {}

    void add(const std::string& type, const std::string& id, NewEvent event) {
        RecordedEvent recorded;
        recorded.tenant = m_tenant;
        recorded.aggregate = {type, AggregateId(id)};
        recorded.sequence = ++m_sequences[recorded.aggregate];
        recorded.eventId = randomUuid();
        recorded.type = std::move(event.type);
        recorded.outcome = std::move(event.outcome);
        recorded.payload = std::move(event.payload);
        recorded.occurredAt = recorded.recordedAt = {1'700'000'000'000'000 + 1'000'000 * std::ssize(events)};
        recorded.actor = {"human", ActorId("ann")};
        if (events.size() % 3 == 0)
            recorded.sourceIp = "10.1.2.3";
        if (events.size() % 5 == 0)
            recorded.correlationId = randomUuid();
        events.push_back(std::move(recorded));
    }

    std::vector<RecordedEvent> events;

private:
    TenantId m_tenant;
    std::map<AggregateKey, std::int64_t> m_sequences;
};

} // namespace

MoveServers::MoveServers() {
    m_servers.start(2, {.isTls = false, .isDurable = true});
    for (int i = 0; i < m_servers.count(); ++i) {
        SchemaRequest request;
        request.endpoint = m_servers.superuserEndpoint(i);
        request.regions = {m_servers.regionName(i)};
        if (i == 0)
            request.regions.push_back("eu-central-1");
        must(installSchema(request), "the schema");
    }
}

MoveGround::MoveGround(GroundKind kind, RegionalServers& servers)
    : m_kind(kind),
      m_servers(servers),
      m_to(kind == GroundKind::TwoServers ? servers.regionName(1) : "eu-central-1") {
    if (kind == GroundKind::Embedded)
        must(createEmbeddedStore(m_directory.filePath(QStringLiteral("log.db")).toStdString(), {m_from, m_to}),
             "an embedded store");
}

std::string MoveGround::endpoint(const RegionName& region, const std::string& user) const {
    if (m_kind == GroundKind::Embedded)
        return embeddedEndpoint(m_directory.filePath(QStringLiteral("log.db")).toStdString());
    return m_servers.endpoint(m_kind == GroundKind::TwoServers && region == m_to ? 1 : 0, user);
}

std::unique_ptr<EventStore> MoveGround::open(const RegionName& region, const std::string& user) {
    auto store = openEventStore(endpoint(region, user), nullptr);
    must(store, "a store");
    return std::move(*store);
}

TenantId MoveGround::addTenant(const std::string& name, int users, int logins) {
    const TenantId tenant(randomUuid().text());
    HistoryOf history(tenant);
    history.add("org", tenant.text(), encode(OrgEvent(OrgAdded{name}), {}));
    history.add("org", tenant.text(), encode(OrgEvent(OrgRegionAssigned{m_from.text()}), {}));
    const std::string domain = name + ".example";
    history.add("org", tenant.text(), encode(OrgEvent(OrgDomainAdded{domain}), {}));
    history.add("org", tenant.text(), encode(OrgEvent(OrgDomainVerified{domain}), {}));
    const std::string role = randomUuid().text();
    history.add("role", role, encode(RoleEvent(RoleAdded{"reader", "Reader", ""}), {}));
    history.add("role", role, encode(RoleEvent(RolePermissionAdded{{"read", "document", {}}}), {}));
    history.add("resource", name + "-doc", encode(ResourceEvent(ResourceAdded{"Plan", "document", {}}), {}));
    history.add("team", randomUuid().text(), encode(TeamEvent(TeamAdded{"Field", ""}), {}));
    for (int i = 0; i < users; ++i) {
        const std::string user = randomUuid().text();
        const std::string userName = name + "-user-" + std::to_string(i);
        history.add("user", user, encode(UserEvent(HumanAdded{userName, "Ann", "Lee", "", "", "", false}), {}));
        const TeamMember subject{TeamMember::Kind::User, AggregateId(user)};
        history.add("grant", randomUuid().text(),
                    encode(GrantEvent(GrantAdded{AggregateId(role), subject, {}, {}, {}}), {}));
        for (int login = 0; login < logins; ++login)
            history.add("user", user,
                        {"user.human.password.check.succeeded", 1, R"({"userAgent":"Firefox 128"})", "success"});
        if (i % 10 == 9) // a name that is free again, and taken by the next
            history.add("user", user, encode(UserEvent(UserNameChanged{userName + "-renamed"}), {}));
    }
    LogClaims names;
    names.add(history.events);
    const std::vector<HistoryClaim> claims = names.take();
    const TenantHome home{tenant, name, "standard", "active", 1, {}};
    auto store = open(m_from);
    must(store->insertHistory(m_from, {{&home, 1}, history.events, claims}), "the history");
    return tenant;
}

std::vector<RecordedEvent> MoveGround::log(const RegionName& region, const TenantId& tenant) {
    auto store = open(region, "auditor");
    std::vector<RecordedEvent> all;
    TenantLogRequest request{region, tenant, {}, {}, 8192, true};
    for (;;) {
        auto page = store->relocation().readTenantLog(request);
        must(page, "the log");
        all.insert(all.end(), page->events.begin(), page->events.end());
        if (!page->isFull)
            return all;
        request.after = tenantLogKeyOf(all.back());
    }
}

FollowingWriters::FollowingWriters(MoveGround& ground, TenantId tenant, int writers, std::chrono::milliseconds rest)
    : m_ground(ground),
      m_tenant(std::move(tenant)),
      m_rest(rest) {
    for (int i = 0; i < writers; ++i)
        m_threads.emplace_back([this, i](const std::stop_token& stop) { write(i, stop); });
}

FollowingWriters::~FollowingWriters() {
    stop();
}

void FollowingWriters::stop() {
    for (std::jthread& thread : m_threads)
        thread.request_stop();
    m_threads.clear();
}

std::map<std::string, int> FollowingWriters::acknowledged() const {
    const std::scoped_lock lock(m_mutex);
    return m_acknowledged;
}

void FollowingWriters::write(int self, const std::stop_token& stop) {
    std::map<RegionName, std::unique_ptr<EventStore>> stores;
    for (const RegionName& region : {m_ground.from(), m_ground.to()})
        stores[region] = m_ground.open(region, "admin");
    RegionName home = m_ground.from();
    std::int32_t epoch = 1;
    for (int turn = 0; !stop.stop_requested(); ++turn) {
        // A session of a hundred events is a long one, and is loaded for each.
        const std::string part = std::to_string(turn / kTurnsOfSession);
        const AggregateKey aggregate{
            "session", AggregateId((turn % 4 == 0 ? "shared-" : "of-" + std::to_string(self) + "-") + part)};
        const auto began = std::chrono::steady_clock::now();
        for (;;) { // until this turn's event is written
            EventStore& store = *stores[home];
            auto loaded = store.load(home, m_tenant, aggregate);
            if (!loaded) {
                if (stop.stop_requested())
                    return;
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
                continue;
            }
            Append append;
            append.region = home;
            append.tenant = m_tenant;
            append.epoch = epoch;
            append.aggregate = aggregate;
            append.expectedSequence = loaded->events.empty() ? 0 : loaded->events.back().sequence;
            append.events = {NewEvent{"session.user.checked", 1, R"({"by":"writer"})"}};
            append.actor = {"machine", ActorId("writer")};
            append.commandId = randomUuid();
            append.occurredAt = systemClock().now();
            auto appended = store.append(append);
            if (!appended && appended.error().isOutcomeUnknown()) {
                ++m_lostAnswers;
                auto settled = settleUntilKnown(store, append, appended.error(), {}, [](const Error&) {});
                while (!settled) { // it has moved meanwhile, with this event or without it
                    append.region = RegionName(settled.error().get("movedTo"));
                    settled = settleUntilKnown(*stores[append.region], append, settled.error(), {}, {});
                }
                if (settled->done)
                    appended = *settled->done;
            }
            if (appended) {
                const std::scoped_lock lock(m_mutex);
                ++m_acknowledged[append.commandId.text()];
                ++m_written;
                break;
            }
            if (appended.error().code == ErrorCode::TenantNotHere) {
                ++m_refusals;
                if (const std::string next = appended.error().get("movedTo"); !next.empty())
                    home = RegionName(next);
                const auto found = stores[home]->tenantHome(home, m_tenant);
                if (found && *found)
                    epoch = (*found)->epoch;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        const std::int64_t took =
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began).count();
        for (std::int64_t longest = m_longest; took > longest && !m_longest.compare_exchange_weak(longest, took);)
            continue;
        if (m_rest.count() > 0)
            std::this_thread::sleep_for(m_rest);
    }
}

} // namespace muniment::test
