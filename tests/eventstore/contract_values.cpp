#include "tests/eventstore/contract_values.h"

#include "models/base/clock.h"

#include <QStringList>

namespace muniment::test {

namespace {

constexpr Instant kHistoryStart{1'704'067'200 * kMicrosPerSecond};

Append appendTo(const RegionName& region, const std::string& tenant, AggregateKey aggregate, std::int64_t expected,
                std::vector<NewEvent> events) {
    Append append;
    append.region = region;
    append.tenant = TenantId(tenant);
    append.aggregate = std::move(aggregate);
    append.expectedSequence = expected;
    append.events = std::move(events);
    append.actor = {"operator", ActorId("ada")};
    append.commandId = randomUuid();
    append.occurredAt = systemClock().now();
    return append;
}

} // namespace

std::string described(const Error& error) {
    std::string text = std::string(errorCodeName(error.code)) + ": " + error.detail;
    for (const auto& [key, value] : error.context)
        text += " [" + key + "=" + value + "]";
    return text;
}

Append newTenant(const RegionName& region, const std::string& tenant, const std::string& name) {
    Append append =
        appendTo(region, tenant, {"org", AggregateId(tenant)}, 0, {NewEvent{"org.added", 1, R"({"name":"x"})"}});
    append.tenantChange = CreateTenant{name, "standard"};
    return append;
}

Append renamed(const RegionName& region, const std::string& tenant, std::int64_t expected, const std::string& name) {
    Append append = appendTo(region, tenant, {"org", AggregateId(tenant)}, expected,
                             {NewEvent{"org.changed", 1, R"({"name":"y"})"}});
    append.tenantChange = RenameTenant{name};
    return append;
}

Append newUser(const RegionName& region, const std::string& tenant, const std::string& user) {
    return appendTo(region, tenant, {"user", AggregateId(user)}, 0,
                    {NewEvent{"user.human.added", 1, R"({"userName":"ann"})"}});
}

Append changed(const RegionName& region, const std::string& tenant, const std::string& user, std::int64_t expected) {
    return appendTo(region, tenant, {"user", AggregateId(user)}, expected, {NewEvent{"user.locked", 1, std::nullopt}});
}

ClaimChange take(const std::string& claim, const std::string& value) {
    return {ClaimChange::Kind::Take, claim, value};
}

ClaimChange release(const std::string& claim, const std::string& value) {
    return {ClaimChange::Kind::Release, claim, value};
}

ClaimChange inRegion(ClaimChange change) {
    change.scope = ClaimChange::Scope::Region;
    return change;
}

FollowingEvents following(const std::string& type, const std::string& id, std::int64_t expected,
                          const std::vector<std::string>& eventTypes) {
    FollowingEvents next{{type, AggregateId(id)}, expected, {}, {}};
    for (const std::string& eventType : eventTypes)
        next.events.push_back({eventType, 1, std::nullopt});
    return next;
}

HistoryClaim inHistory(const std::string& tenant, const std::string& owner, ClaimChange change) {
    return {TenantId(tenant), AggregateId(owner), std::move(change)};
}

std::vector<RecordedEvent> history(const std::string& tenant, const std::string& user, int from, int count) {
    std::vector<RecordedEvent> events;
    for (int i = 0; i < count; ++i) {
        RecordedEvent event;
        event.tenant = TenantId(tenant);
        event.aggregate = {"user", AggregateId(user)};
        event.sequence = from + i;
        event.eventId = randomUuid();
        event.type = "user.human.password.check.succeeded";
        event.occurredAt = kHistoryStart + (from + i) * kMicrosPerSecond;
        event.recordedAt = event.occurredAt + 1'000;
        event.actor = {"human", ActorId(user)};
        event.writer = "importer";
        event.outcome = "success";
        event.payload = R"({"ip":"192.0.2.1"})";
        event.salt = std::string(16, 's');
        events.push_back(std::move(event));
    }
    return events;
}

TenantHome homeOf(const std::string& tenant, const std::string& state) {
    return {TenantId(tenant), "Name of " + tenant, "standard", state, 1, {}};
}

Result<std::vector<RecordedEvent>> readAll(EventStore& store, const RegionName& region, int limit,
                                           std::optional<LogKey> after) {
    std::vector<RecordedEvent> all;
    for (bool isFull = true; isFull;) {
        auto page = store.readTail({region, after, limit, true});
        if (!page)
            return tl::unexpected(page.error());
        isFull = page->isFull;
        if (!page->events.empty())
            after = page->events.back().key;
        all.insert(all.end(), std::make_move_iterator(page->events.begin()),
                   std::make_move_iterator(page->events.end()));
    }
    return all;
}

QStringList printed(const std::vector<RecordedEvent>& events) {
    QStringList lines;
    for (const RecordedEvent& event : events)
        lines << QStringLiteral("%1/%2 %3 %4")
                     .arg(QString::fromStdString(event.aggregate.type),
                          QString::fromStdString(event.aggregate.id.text()))
                     .arg(event.sequence)
                     .arg(QString::fromStdString(event.type));
    return lines;
}

} // namespace muniment::test
