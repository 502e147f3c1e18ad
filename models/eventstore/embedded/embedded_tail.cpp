#include "models/eventstore/embedded/embedded_tail.h"

#include "models/base/canonical_json.h"
#include "models/base/clock.h"
#include "models/eventstore/embedded/embedded_log.h"
#include "models/eventstore/embedded/event_rows.h"
#include "models/merkle/leaf.h"

#include <SQLiteCpp/Column.h>

namespace muniment {

namespace {

std::string selectEvents(const std::string& rest) {
    return std::string("SELECT ") + kEventColumns + " FROM events e JOIN aggregates g ON g.a = e.aggregate " + rest;
}

template <class Id>
std::string jsonArrayOf(const std::vector<Id>& ids) {
    std::string json = "[";
    for (const Id& id : ids) {
        json += json.size() > 1 ? "," : "";
        appendCanonicalString(json, id.text());
    }
    return json + "]";
}

/// ?1 is the region, ?5 the filter's tenants, ?6 its regions.
std::string condition(TenantFilter::Kind kind) {
    switch (kind) {
    case TenantFilter::Kind::Everyone:
        return {};
    case TenantFilter::Kind::Only:
        return " AND g.tenant_id IN (SELECT value FROM json_each(?5))";
    case TenantFilter::Kind::WithoutMovedTo:
    case TenantFilter::Kind::WithoutMovedBeyond:
        break;
    }
    return std::string(" AND g.tenant_id NOT IN (SELECT t.id FROM tenants AS t WHERE t.region = ?1 AND t.state = "
                       "'moved' AND t.moved_to ") +
           (kind == TenantFilter::Kind::WithoutMovedTo ? "IN" : "NOT IN") +
           " (SELECT value FROM json_each(?6)) AND t.id NOT IN (SELECT value FROM json_each(?5)))";
}

void bindTenants(SQLite::Statement& query, const TenantFilter& filter) {
    if (filter.kind == TenantFilter::Kind::Everyone)
        return;
    query.bind(5, jsonArrayOf(filter.tenants));
    if (filter.kind != TenantFilter::Kind::Only)
        query.bind(6, jsonArrayOf(filter.regions));
}

void readPage(SQLite::Database& database, std::int64_t region, const TailRequest& request, LogEnd end, TailPage& page) {
    const LogKey after = request.after.value_or(LogKey{});
    const bool isFiltered = request.tenants.kind != TenantFilter::Kind::Everyone;
    // Row order is log order; the comparison of the whole key only guards against a key this file never gave.
    SQLite::Statement query(
        database, selectEvents("WHERE e.region = ?1 AND e.live AND e.n > ?2 AND (e.position, e.n) > (?3, ?2)" +
                               condition(request.tenants.kind) + " ORDER BY e.n LIMIT ?4"));
    query.bind(1, region);
    query.bind(2, after.inTxOrder);
    query.bind(3, after.position.major);
    query.bind(4, request.limit);
    bindTenants(query, request.tenants);
    std::size_t payloadBytes = 0;
    while (query.executeStep()) {
        page.events.push_back(readEventRow(query));
        const auto& payload = page.events.back().payload;
        payloadBytes += payload ? payload->size() : 0;
        if (payloadBytes >= kTailPageBytes)
            break;
    }
    page.isFull = payloadBytes >= kTailPageBytes || std::ssize(page.events) == request.limit;
    if (isFiltered && !page.isFull)
        page.passed = std::max(after, LogKey{page.horizon, end.order});
}

tl::unexpected<Error> rewound(const HeldEvent& held, const char* why) {
    return failure(ErrorCode::LogRewound, {}, {{"region", held.region.text()}, {"why", why}});
}

} // namespace

Result<TailPage> readTailOf(EmbeddedConnection& connection, const TailRequest& request) {
    const auto region = connection.regionNumber(request.region);
    if (!region)
        return tl::unexpected(region.error());
    TailPage page;
    // Time first, then the question whether anybody writes: a transaction that is not seen by it either has committed
    // before the snapshot below, or will record a later time.
    page.serverTime = systemClock().now();
    const bool isQuiet = connection.storeLock().isFree();
    const ReadTransaction snapshot(connection.database());
    const LogEnd end = readLogEnd(connection.database());
    page.horizon.major = end.position;
    page.snapshotEnd.major = isQuiet ? end.position : end.position + 1;
    readPage(connection.database(), *region, request, end, page);
    return page;
}

Result<std::vector<BucketDigest>> spanDigestsOf(EmbeddedConnection& connection, const LogSpan& span) {
    const auto region = connection.regionNumber(span.region);
    if (!region)
        return tl::unexpected(region.error());
    const LogKey after = span.after.value_or(LogKey{});
    SQLite::Statement query(
        connection.database(),
        selectEvents("WHERE e.region = ?1 AND e.live AND e.n > ?2 AND (e.position, e.n) > (?3, ?2) AND e.n <= ?4" +
                     condition(span.tenants.kind) + " ORDER BY e.n"));
    query.bind(1, *region);
    query.bind(2, after.inTxOrder);
    query.bind(3, after.position.major);
    query.bind(4, span.upTo.inTxOrder);
    bindTenants(query, span.tenants);
    LeafHasher hasher;
    BucketDigests digests;
    while (query.executeStep()) {
        const RecordedEvent event = readEventRow(query);
        digests.add({event.tenant, event.epoch, dayOf(event.recordedAt)}, hasher.hash(event));
    }
    return digests.take();
}

Result<std::int64_t> countBacklog(EmbeddedConnection& connection, const RegionName& region,
                                  const std::optional<LogKey>& after) {
    const auto number = connection.regionNumber(region);
    if (!number)
        return tl::unexpected(number.error());
    SQLite::Statement query(connection.database(), "SELECT count(*) FROM events WHERE region = ? AND n > ? AND live");
    query.bind(1, *number);
    query.bind(2, after ? after->inTxOrder : 0);
    query.executeStep();
    return query.getColumn(0).getInt64();
}

Result<void> checkContinuityOf(EmbeddedConnection& connection, const HeldEvent& held, const StoreMark& mark) {
    if (connection.mark() != mark)
        return failure(ErrorCode::DatabaseReplaced, {},
                       {{"region", held.region.text()},
                        {"why", connection.mark().installation != mark.installation ? "installation" : "system"}});
    const auto region = connection.regionNumber(held.region);
    if (!region)
        return tl::unexpected(region.error());
    SQLite::Statement query(connection.database(),
                            selectEvents("WHERE g.region = ? AND g.tenant_id = ? AND g.type = ? AND g.id = ? "
                                         "AND e.sequence = ?"));
    query.bind(1, *region);
    query.bind(2, held.tenant.text());
    query.bind(3, held.aggregate.type);
    query.bind(4, held.aggregate.id.text());
    query.bind(5, held.sequence);
    if (!query.executeStep()) {
        // What a tenant had here is elsewhere when it has moved away.
        const auto home = readTenantHome(connection.database(), *region, held.tenant);
        if (!home || home->state != "moved")
            return rewound(held, "absent");
    } else {
        const RecordedEvent found = readEventRow(query);
        if (found.eventId != held.eventId || found.key != held.key)
            return rewound(held, "different");
    }
    if (readLogEnd(connection.database()).position < held.key.position.major)
        return rewound(held, "horizon");
    return {};
}

Result<AggregateHistory> loadFrom(EmbeddedConnection& connection, const RegionName& region, const TenantId& tenant,
                                  const AggregateKey& aggregate) {
    const auto number = connection.regionNumber(region);
    if (!number)
        return tl::unexpected(number.error());
    SQLite::Statement query(connection.database(),
                            selectEvents("WHERE g.region = ? AND g.tenant_id = ? AND g.type = ? AND g.id = ? "
                                         "ORDER BY e.sequence"));
    query.bind(1, *number);
    query.bind(2, tenant.text());
    query.bind(3, aggregate.type);
    query.bind(4, aggregate.id.text());
    AggregateHistory history;
    while (query.executeStep())
        history.events.push_back(readEventRow(query));
    return history;
}

} // namespace muniment
