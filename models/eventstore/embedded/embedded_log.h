// The steps that live writes and bulk history share inside a write transaction.
#pragma once

#include "models/domain/event.h"
#include "models/eventstore/embedded/embedded_connection.h"
#include "models/eventstore/event_store.h"

#include <SQLiteCpp/Statement.h>
#include <optional>
#include <string>

namespace muniment {

/// Where the region's log stands; `position` is of the newest committed transaction in the file.
struct LogEnd {
    std::int64_t position = 0;
    std::int64_t order = 0;
};

[[nodiscard]] LogEnd readLogEnd(SQLite::Database& database);
void writeLogEnd(SQLite::Database& database, LogEnd end);

[[nodiscard]] std::optional<TenantHome> readTenantHome(SQLite::Database& database, std::int64_t region,
                                                       const TenantId& tenant);
/// TenantNotHere (context "state", "movedTo") unless the tenant lives in the region, in this epoch, open for writing.
[[nodiscard]] Result<void> checkHome(const std::optional<TenantHome>& home, const TenantId& tenant, std::int32_t epoch);
/// NameTaken (context "kind" = "tenant_name") when another tenant of the region has the name.
[[nodiscard]] Result<void> insertTenant(SQLite::Database& database, std::int64_t region, const TenantHome& home,
                                        Instant createdAt);

/// An aggregate's number in the file and where its sequence stands.
struct AggregateState {
    std::int64_t number = 0;
    std::int64_t sequence = 0; ///< 0: no event yet
};

/// Finds aggregates and numbers new ones; keeps its statements prepared.
class AggregateTable {
public:
    AggregateTable(SQLite::Database& database, std::int64_t region);

    [[nodiscard]] std::optional<AggregateState> find(const TenantId& tenant, const AggregateKey& key);
    [[nodiscard]] AggregateState findOrAdd(const TenantId& tenant, const AggregateKey& key);

private:
    std::int64_t m_region;
    SQLite::Statement m_find;
    SQLite::Statement m_add;
};

/// The operating system's name of who runs this program: the embedded store's word for who wrote.
[[nodiscard]] const std::string& operatingSystemUser();

} // namespace muniment
