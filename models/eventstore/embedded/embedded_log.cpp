#include "models/eventstore/embedded/embedded_log.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Exception.h>
#include <pwd.h>
#include <sqlite3.h>
#include <unistd.h>

namespace muniment {

LogEnd readLogEnd(SQLite::Database& database) {
    SQLite::Statement query(database, "SELECT last_position, last_order FROM log");
    if (!query.executeStep())
        throw SQLite::Exception("the log's counters are missing", SQLITE_CORRUPT);
    return {query.getColumn(0).getInt64(), query.getColumn(1).getInt64()};
}

void writeLogEnd(SQLite::Database& database, LogEnd end) {
    SQLite::Statement update(database, "UPDATE log SET last_position = ?, last_order = ?");
    update.bind(1, end.position);
    update.bind(2, end.order);
    update.exec();
}

std::optional<TenantHome> readTenantHome(SQLite::Database& database, std::int64_t region, const TenantId& tenant) {
    SQLite::Statement query(database,
                            "SELECT name, plan, state, epoch, moved_to FROM tenants WHERE region = ? AND id = ?");
    query.bind(1, region);
    query.bind(2, tenant.text());
    if (!query.executeStep())
        return std::nullopt;
    return TenantHome{tenant,
                      query.getColumn(0).getString(),
                      query.getColumn(1).getString(),
                      query.getColumn(2).getString(),
                      query.getColumn(3).getInt(),
                      query.getColumn(4).getString()};
}

Result<void> checkHome(const std::optional<TenantHome>& home, const TenantId& tenant, std::int32_t epoch) {
    if (home && home->epoch == epoch && (home->state == "active" || home->state == "moving"))
        return {};
    std::map<std::string, std::string> facts{{"tenant", tenant.text()}};
    if (home) {
        facts["state"] = home->state;
        facts["epoch"] = std::to_string(home->epoch);
        if (!home->movedTo.empty())
            facts["movedTo"] = home->movedTo;
    }
    return failure(ErrorCode::TenantNotHere, {}, std::move(facts));
}

Result<void> insertTenant(SQLite::Database& database, std::int64_t region, const TenantHome& home, Instant createdAt) {
    SQLite::Statement named(database, "SELECT 1 FROM tenants WHERE region = ? AND name = ?");
    named.bind(1, region);
    named.bind(2, home.name);
    if (named.executeStep())
        return failure(ErrorCode::NameTaken, {}, {{"kind", "tenant_name"}});
    SQLite::Statement insert(database,
                             "INSERT INTO tenants (region, id, name, plan, state, epoch, moved_to, created_at) "
                             "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, region);
    insert.bind(2, home.tenant.text());
    insert.bind(3, home.name);
    insert.bind(4, home.plan);
    insert.bind(5, home.state);
    insert.bind(6, home.epoch);
    insert.bind(7, home.movedTo);
    insert.bind(8, createdAt.micros);
    insert.exec();
    return {};
}

AggregateTable::AggregateTable(SQLite::Database& database, std::int64_t region)
    : m_region(region),
      m_find(database, "SELECT a, (SELECT max(sequence) FROM events WHERE aggregate = a) FROM aggregates "
                       "WHERE region = ? AND tenant_id = ? AND type = ? AND id = ?"),
      m_add(database, "INSERT INTO aggregates (region, tenant_id, type, id) VALUES (?, ?, ?, ?) RETURNING a") {}

std::optional<AggregateState> AggregateTable::find(const TenantId& tenant, const AggregateKey& key) {
    m_find.reset();
    m_find.bind(1, m_region);
    m_find.bind(2, tenant.text());
    m_find.bind(3, key.type);
    m_find.bind(4, key.id.text());
    if (!m_find.executeStep())
        return std::nullopt;
    const AggregateState state{m_find.getColumn(0).getInt64(), m_find.getColumn(1).getInt64()};
    m_find.reset();
    return state;
}

AggregateState AggregateTable::findOrAdd(const TenantId& tenant, const AggregateKey& key) {
    if (const auto known = find(tenant, key))
        return *known;
    m_add.reset();
    m_add.bind(1, m_region);
    m_add.bind(2, tenant.text());
    m_add.bind(3, key.type);
    m_add.bind(4, key.id.text());
    m_add.executeStep();
    const AggregateState state{m_add.getColumn(0).getInt64(), 0};
    m_add.reset();
    return state;
}

const std::string& operatingSystemUser() {
    static const std::string name = [] {
        passwd entry{};
        passwd* found = nullptr;
        std::array<char, 4096> buffer{};
        if (::getpwuid_r(::geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found)
            return std::string(entry.pw_name);
        return "uid " + std::to_string(::geteuid());
    }();
    return name;
}

} // namespace muniment
