#include "models/base/clock.h"
#include "models/eventstore/append_check.h"
#include "models/eventstore/embedded/claim_table.h"
#include "models/eventstore/embedded/embedded_append.h"
#include "models/eventstore/embedded/embedded_log.h"
#include "models/eventstore/embedded/event_rows.h"
#include "models/eventstore/history_claims.h"

#include <SQLiteCpp/Column.h>
#include <unordered_map>

namespace muniment {

namespace {

constexpr std::size_t kRowsBetweenLooks = 1'024; ///< how often a long transaction asks whether it was cancelled

struct HistoryKey {
    TenantId tenant;
    AggregateKey aggregate;

    bool operator==(const HistoryKey&) const = default;
};

struct HashHistoryKey {
    std::size_t operator()(const HistoryKey& key) const {
        const std::hash<std::string> hash;
        return hash(key.aggregate.id.text()) * 31 + hash(key.tenant.text()) * 17 + hash(key.aggregate.type);
    }
};

/// Pages of a long transaction stay in memory instead of going to the WAL again and again.
class WideCache {
public:
    explicit WideCache(SQLite::Database& database) : m_database(database) {
        m_database.exec("PRAGMA cache_size = -400000");
    }

    WideCache(const WideCache&) = delete;
    WideCache& operator=(const WideCache&) = delete;

    ~WideCache() {
        m_database.tryExec("PRAGMA cache_size = -16000");
        m_database.tryExec("PRAGMA shrink_memory");
    }

private:
    SQLite::Database& m_database;
};

class HistorySteps {
public:
    HistorySteps(EmbeddedConnection& connection, std::int64_t region)
        : m_connection(connection),
          m_database(connection.database()),
          m_region(region),
          m_aggregates(connection.database(), region),
          m_insert(connection.database(), kInsertEvent) {}

    Result<void> addTenants(std::span<const TenantHome> tenants) {
        for (const TenantHome& tenant : tenants) {
            if (readTenantHome(m_database, m_region, tenant.tenant))
                continue;
            if (auto inserted = insertTenant(m_database, m_region, tenant, systemClock().now()); !inserted)
                return inserted;
        }
        return {};
    }

    Result<void> addEvents(std::span<const RecordedEvent> events) {
        LogEnd end = readLogEnd(m_database);
        ++end.position;
        for (std::size_t i = 0; i < events.size(); ++i) {
            if (i % kRowsBetweenLooks == 0 && m_connection.isCancelled())
                return failure(ErrorCode::Cancelled);
            if (auto added = addEvent(events[i], {{end.position, 0}, ++end.order}); !added)
                return added;
        }
        writeLogEnd(m_database, end);
        return {};
    }

    Result<void> changeClaims(std::span<const HistoryClaim> claims) {
        const auto settled = settleClaims(claims);
        if (!settled)
            return tl::unexpected(settled.error());
        ClaimTable table(m_connection, m_region);
        for (const HistoryClaim* claim : settled->released)
            table.release(claim->tenant, claim->owner, claim->change);
        for (const HistoryClaim* claim : settled->taken)
            if (auto taken = table.take(claim->tenant, claim->owner, claim->change); !taken)
                return taken;
        return {};
    }

private:
    Result<void> addEvent(const RecordedEvent& event, const LogKey& key) {
        if (auto checked = checkHistory(event); !checked)
            return checked;
        if (auto home = checkKnownHome(event); !home)
            return home;
        AggregateState& state = stateOf(event);
        if (event.sequence != state.sequence + 1)
            return failure(ErrorCode::Conflict, "history must continue the aggregate's sequence",
                           {{"actual", std::to_string(state.sequence)}, {"id", event.aggregate.id.text()}});
        state.sequence = event.sequence;
        m_row = event;
        m_row.key = key;
        if (m_row.sourceIp)
            m_row.sourceIp = *canonicalAddress(*m_row.sourceIp);
        fillWhatIsMissing();
        m_insert.reset();
        bindEventRow(m_insert, m_region, state.number, m_row);
        m_insert.exec();
        return {};
    }

    void fillWhatIsMissing() {
        if (m_row.eventId.isNull())
            m_row.eventId = randomUuid();
        if (m_row.salt.empty()) {
            const Uuid salt = randomUuid();
            m_row.salt.assign(salt.bytes.begin(), salt.bytes.end());
        }
        if (m_row.writer.empty())
            m_row.writer = operatingSystemUser();
    }

    Result<void> checkKnownHome(const RecordedEvent& event) {
        if (m_homeChecked == std::pair(event.tenant, event.epoch))
            return {};
        auto known = m_homes.find(event.tenant);
        if (known == m_homes.end())
            known = m_homes.emplace(event.tenant, readTenantHome(m_database, m_region, event.tenant)).first;
        auto checked = checkHome(known->second, event.tenant, event.epoch);
        if (checked)
            m_homeChecked = {event.tenant, event.epoch};
        return checked;
    }

    AggregateState& stateOf(const RecordedEvent& event) {
        HistoryKey key{event.tenant, event.aggregate};
        const auto known = m_states.find(key);
        if (known != m_states.end())
            return known->second;
        const AggregateState state = m_aggregates.findOrAdd(event.tenant, event.aggregate);
        return m_states.emplace(std::move(key), state).first->second;
    }

    EmbeddedConnection& m_connection;
    SQLite::Database& m_database;
    std::int64_t m_region;
    AggregateTable m_aggregates;
    SQLite::Statement m_insert;
    RecordedEvent m_row;
    std::pair<TenantId, std::int32_t> m_homeChecked;
    std::unordered_map<TenantId, std::optional<TenantHome>> m_homes;
    std::unordered_map<HistoryKey, AggregateState, HashHistoryKey> m_states;
};

} // namespace

Result<std::int64_t> insertHistoryInto(EmbeddedConnection& connection, const RegionName& region,
                                       const HistoryBatch& history) {
    const auto number = connection.regionNumber(region);
    if (!number)
        return tl::unexpected(number.error());
    const WideCache cache(connection.database());
    WriteTransaction transaction(connection);
    if (auto begun = transaction.begin(); !begun)
        return tl::unexpected(begun.error());
    {
        HistorySteps steps(connection, *number);
        if (auto added = steps.addTenants(history.tenants); !added)
            return tl::unexpected(added.error());
        if (auto added = steps.addEvents(history.events); !added)
            return tl::unexpected(added.error());
        if (auto changed = steps.changeClaims(history.claims); !changed)
            return tl::unexpected(changed.error());
    }
    if (auto committed = transaction.commit(); !committed)
        return tl::unexpected(committed.error());
    return std::ssize(history.events);
}

} // namespace muniment
