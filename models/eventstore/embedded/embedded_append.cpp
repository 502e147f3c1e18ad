#include "models/eventstore/embedded/embedded_append.h"

#include "models/base/clock.h"
#include "models/eventstore/append_check.h"
#include "models/eventstore/append_parts.h"
#include "models/eventstore/embedded/claim_table.h"
#include "models/eventstore/embedded/embedded_intake.h"
#include "models/eventstore/embedded/embedded_log.h"
#include "models/eventstore/embedded/event_rows.h"
#include "models/eventstore/intake_check.h"

#include <SQLiteCpp/Column.h>

namespace muniment {

namespace {

/// One append's steps; every one of them runs inside the same write transaction.
class AppendSteps {
public:
    AppendSteps(EmbeddedConnection& connection, std::int64_t region, const Append& append)
        : m_connection(connection),
          m_database(connection.database()),
          m_region(region),
          m_append(append),
          m_parts(partsOf(append)) {}

    Result<Appended> run() {
        if (auto home = settleHome(); !home)
            return tl::unexpected(home.error());
        AggregateTable aggregates(m_database, m_region);
        std::vector<std::int64_t> numbers;
        for (const AppendPart& part : m_parts) {
            const AggregateState state = aggregates.findOrAdd(m_append.tenant, part.aggregate);
            if (state.sequence != part.expectedSequence)
                return tl::unexpected(conflictOf(part, state.sequence));
            numbers.push_back(state.number);
        }
        if (auto claimed = changeClaims(); !claimed)
            return tl::unexpected(claimed.error());
        return insertEvents(numbers);
    }

private:
    /// The tenant's row: created, or found to live here and then changed.
    Result<void> settleHome() {
        const auto home = readTenantHome(m_database, m_region, m_append.tenant);
        const auto* change = m_append.tenantChange ? &*m_append.tenantChange : nullptr;
        if (const auto* created = change ? std::get_if<CreateTenant>(change) : nullptr) {
            if (home)
                return failure(ErrorCode::Conflict, "the tenant exists already");
            return insertTenant(m_database, m_region,
                                {m_append.tenant, created->name, created->plan, "active", m_append.epoch, {}},
                                systemClock().now());
        }
        if (change && isOfMove(*change))
            return changeMove(home, *change);
        if (auto checked = checkHome(home, m_append.tenant, m_append.epoch); !checked)
            return checked;
        if (const auto* renamed = change ? std::get_if<RenameTenant>(change) : nullptr)
            return rename(renamed->name);
        if (const auto* replanned = change ? std::get_if<ChangeTenantPlan>(change) : nullptr)
            updateTenant("UPDATE tenants SET plan = ? WHERE region = ? AND id = ?", replanned->plan);
        if (change && std::holds_alternative<ReleaseTenantName>(*change))
            return rename(m_append.tenant.text());
        return {};
    }

    static bool isOfMove(const TenantChange& change) {
        return std::holds_alternative<StartMove>(change) || std::holds_alternative<CancelMove>(change) ||
               std::holds_alternative<CompleteMove>(change);
    }

    Result<void> changeMove(const std::optional<TenantHome>& home, const TenantChange& change) {
        if (!home || home->epoch != m_append.epoch)
            return checkHome(std::nullopt, m_append.tenant, m_append.epoch);
        SQLite::Statement update(m_database, statementOf(change));
        update.bind(1, m_region);
        update.bind(2, m_append.tenant.text());
        if (const auto* started = std::get_if<StartMove>(&change)) {
            update.bind(3, started->move.text());
            update.bind(4, started->record);
        } else if (const auto* cancelled = std::get_if<CancelMove>(&change)) {
            update.bind(3, cancelled->move.text());
        } else {
            update.bind(3, std::get<CompleteMove>(change).move.text());
        }
        return update.exec() == 1 ? Result<void>() : checkHome(home, m_append.tenant, -1);
    }

    static const char* statementOf(const TenantChange& change) {
        if (std::holds_alternative<StartMove>(change))
            return "UPDATE tenants SET state = 'moving', move_id = ?3, move_record = ?4 WHERE region = ?1 AND id = ?2 "
                   "AND state = 'active'";
        if (std::holds_alternative<CancelMove>(change))
            return "UPDATE tenants SET state = 'active' WHERE region = ?1 AND id = ?2 AND move_id = ?3 AND state IN "
                   "('moving', 'fenced')";
        return "UPDATE tenants SET state = 'active' WHERE region = ?1 AND id = ?2 AND move_id = ?3 AND state = "
               "'arriving'";
    }

    Result<void> rename(const std::string& name) {
        SQLite::Statement others(m_database, "SELECT 1 FROM tenants WHERE region = ? AND name = ? AND id <> ?");
        others.bind(1, m_region);
        others.bind(2, name);
        others.bind(3, m_append.tenant.text());
        if (others.executeStep())
            return failure(ErrorCode::NameTaken, {}, {{"kind", "tenant_name"}});
        updateTenant("UPDATE tenants SET name = ? WHERE region = ? AND id = ?", name);
        return {};
    }

    void updateTenant(const char* statement, const std::string& value) {
        SQLite::Statement update(m_database, statement);
        update.bind(1, value);
        update.bind(2, m_region);
        update.bind(3, m_append.tenant.text());
        update.exec();
    }

    /// Releases first, so that a name can pass from one value or aggregate to another in one command.
    Result<void> changeClaims() {
        if (!changesClaims(m_append))
            return {};
        ClaimTable table(m_connection, m_region);
        for (const AppendPart& part : m_parts)
            for (const ClaimChange& change : part.claims)
                if (change.kind == ClaimChange::Kind::Release)
                    table.release(m_append.tenant, part.aggregate.id, change);
        for (const AppendPart& part : m_parts)
            for (const ClaimChange& change : part.claims)
                if (change.kind == ClaimChange::Kind::Take)
                    if (auto taken = table.take(m_append.tenant, part.aggregate.id, change); !taken)
                        return taken;
        return {};
    }

    Result<Appended> insertEvents(const std::vector<std::int64_t>& aggregates) {
        LogEnd end = readLogEnd(m_database);
        ++end.position;
        Appended appended;
        SQLite::Statement insert(m_database, kInsertEvent);
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            std::int64_t sequence = m_parts[i].expectedSequence;
            for (const NewEvent& event : m_parts[i].events) {
                const RecordedEvent recorded = record(event, ++sequence, {{end.position, 0}, ++end.order});
                insert.reset();
                bindEventRow(insert, m_region, aggregates[i], recorded);
                insert.exec();
                appended.eventIds.push_back(recorded.eventId);
            }
        }
        writeLogEnd(m_database, end);
        appended.sequence = m_append.expectedSequence + std::ssize(m_append.events);
        appended.key = {{end.position, 0}, end.order};
        return appended;
    }

    /// Position, order, time and writer are the store's, whatever the caller thinks.
    RecordedEvent record(const NewEvent& event, std::int64_t sequence, const LogKey& key) const {
        RecordedEvent recorded;
        recorded.epoch = m_append.epoch;
        recorded.sequence = sequence;
        recorded.eventId = randomUuid();
        recorded.type = event.type;
        recorded.revision = event.revision;
        recorded.occurredAt = m_append.occurredAt;
        recorded.recordedAt = systemClock().now();
        recorded.actor = m_append.actor;
        recorded.writer = operatingSystemUser();
        recorded.outcome = event.outcome;
        if (m_append.sourceIp)
            recorded.sourceIp = *canonicalAddress(*m_append.sourceIp);
        recorded.commandId = m_append.commandId;
        recorded.correlationId = m_append.correlationId;
        recorded.payload = event.payload;
        const Uuid salt = randomUuid();
        recorded.salt.assign(salt.bytes.begin(), salt.bytes.end());
        recorded.key = key;
        return recorded;
    }

    EmbeddedConnection& m_connection;
    SQLite::Database& m_database;
    std::int64_t m_region;
    const Append& m_append;
    std::vector<AppendPart> m_parts;
};

/// `promotion` is null, or the one whose append it is.
Result<Appended> writeAppend(EmbeddedConnection& connection, const Append& append, const Promotion* promotion) {
    const auto region = connection.regionNumber(append.region);
    if (!region)
        return tl::unexpected(region.error());
    WriteTransaction transaction(connection);
    if (auto begun = transaction.begin(); !begun)
        return tl::unexpected(begun.error());
    if (promotion != nullptr)
        if (auto marked = markPromoted(connection.database(), *region, *promotion); !marked)
            return tl::unexpected(marked.error());
    auto appended = AppendSteps(connection, *region, append).run();
    if (!appended)
        return appended;
    if (auto committed = transaction.commit(); !committed)
        return tl::unexpected(committed.error());
    return appended;
}

} // namespace

Result<Appended> appendTo(EmbeddedConnection& connection, const Append& append) {
    if (auto checked = checkAppend(append); !checked)
        return tl::unexpected(checked.error());
    return writeAppend(connection, append, nullptr);
}

Result<Appended> appendInside(EmbeddedConnection& connection, const Append& append) {
    if (auto checked = checkAppend(append); !checked)
        return tl::unexpected(checked.error());
    const auto region = connection.regionNumber(append.region);
    if (!region)
        return tl::unexpected(region.error());
    return AppendSteps(connection, *region, append).run();
}

Result<Appended> promoteIn(EmbeddedConnection& connection, const Promotion& promotion) {
    if (auto checked = checkPromotion(promotion); !checked)
        return tl::unexpected(checked.error());
    return writeAppend(connection, promotion.append, &promotion);
}

Result<Settlement> settleAt(EmbeddedConnection& connection, const Append& append) {
    const auto region = connection.regionNumber(append.region);
    if (!region)
        return tl::unexpected(region.error());
    // Whoever holds the write transaction may still be the one in question; once it is ours, all others are final.
    WriteTransaction barrier(connection);
    if (auto begun = barrier.begin(); !begun)
        return tl::unexpected(begun.error());
    SQLite::Statement query(connection.database(),
                            std::string("SELECT ") + kEventColumns +
                                " FROM (SELECT e.n AS first, e.position AS written FROM aggregates g JOIN events e ON "
                                "e.aggregate = g.a WHERE g.region = ? AND g.tenant_id = ? AND g.type = ? AND g.id = ? "
                                "AND e.sequence = ? AND e.command_id = ?) "
                                "CROSS JOIN events e ON e.n >= first AND e.n < first + ? AND e.position = written "
                                "JOIN aggregates g ON g.a = e.aggregate ORDER BY e.n");
    query.bind(1, *region);
    query.bind(2, append.tenant.text());
    query.bind(3, append.aggregate.type);
    query.bind(4, append.aggregate.id.text());
    query.bind(5, append.expectedSequence + 1);
    query.bind(6, static_cast<const void*>(append.commandId.bytes.data()),
               static_cast<int>(append.commandId.bytes.size()));
    query.bind(7, static_cast<std::int64_t>(eventCount(append)));
    Settlement settlement;
    while (query.executeStep()) {
        const RecordedEvent event = readEventRow(query);
        if (!settlement.done)
            settlement.done.emplace();
        settlement.done->key = event.key;
        settlement.done->eventIds.push_back(event.eventId);
    }
    if (settlement.done)
        settlement.done->sequence = append.expectedSequence + std::ssize(append.events);
    return settlement;
}

} // namespace muniment
