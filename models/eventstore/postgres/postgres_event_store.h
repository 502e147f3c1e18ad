// The port over libpq, for PostgreSQL and CockroachDB alike: which of them answers is found when connecting.
#pragma once

#include "models/eventstore/endpoint.h"
#include "models/eventstore/event_store.h"

#include <memory>

namespace muniment {

/// Nothing is connected yet. `secrets` may be null: then only the endpoint's text, PGPASSFILE and PGPASSWORD are asked.
[[nodiscard]] std::unique_ptr<EventStore> makePostgresEventStore(ParsedEndpoint endpoint,
                                                                 std::shared_ptr<SecretSource> secrets);

} // namespace muniment
