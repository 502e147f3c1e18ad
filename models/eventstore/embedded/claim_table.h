// Names that aggregates hold, by digest.
#pragma once

#include "models/eventstore/embedded/embedded_connection.h"
#include "models/eventstore/event_store.h"

#include <SQLiteCpp/Statement.h>

namespace muniment {

/// Works inside the caller's write transaction and keeps its statements prepared. May throw SQLite::Exception.
class ClaimTable {
public:
    ClaimTable(EmbeddedConnection& connection, std::int64_t region);

    /// Nothing happens where another aggregate holds it, or none.
    void release(const TenantId& tenant, const AggregateId& owner, const ClaimChange& change);
    /// NameTaken (context "kind") when it is held.
    [[nodiscard]] Result<void> take(const TenantId& tenant, const AggregateId& owner, const ClaimChange& change);

private:
    void bind(SQLite::Statement& statement, const TenantId& tenant, const AggregateId& owner,
              const ClaimChange& change);

    EmbeddedConnection& m_connection;
    std::int64_t m_region;
    SQLite::Statement m_release;
    SQLite::Statement m_take;
};

} // namespace muniment
