// A connection whose server is known: credentials found, flavour and version told, settings made.
#pragma once

#include "models/eventstore/endpoint.h"
#include "models/eventstore/event_store.h"
#include "models/eventstore/postgres/connection.h"
#include "models/eventstore/postgres/crdb_version.h"

#include <memory>

namespace muniment::postgres {

struct Session {
    std::unique_ptr<Connection> connection;
    StoreFlavour flavour = StoreFlavour::PostgreSql;
    CockroachVersion cockroach; ///< zero on PostgreSQL
    std::string backendStart;   ///< PostgreSQL: with the process id, names this session among all that ever were
    std::string version;        ///< "PostgreSQL 15.20", "CockroachDB v25.3.4"
};

/// A password comes from the text, else PGPASSFILE or PGPASSWORD, else `secrets` (may be null), in this order.
[[nodiscard]] Result<Session> openSession(const ParsedEndpoint& endpoint, SecretSource* secrets,
                                          CancelSwitch& cancelSwitch);

} // namespace muniment::postgres
