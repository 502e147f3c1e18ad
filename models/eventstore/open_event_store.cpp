#include "models/eventstore/embedded/embedded_event_store.h"
#include "models/eventstore/endpoint.h"
#include "models/eventstore/event_store.h"
#include "models/eventstore/postgres/postgres_event_store.h"

namespace muniment {

Result<std::unique_ptr<EventStore>> openEventStore(const std::string& endpoint, std::shared_ptr<SecretSource> secrets) {
    auto parsed = parseEndpoint(endpoint);
    if (!parsed)
        return tl::unexpected(parsed.error());
    if (parsed->isEmbedded)
        return makeEmbeddedEventStore(embeddedPath(parsed->text));
    return makePostgresEventStore(std::move(*parsed), std::move(secrets));
}

} // namespace muniment
