#include "models/eventstore/embedded/embedded_event_store.h"
#include "models/eventstore/event_store.h"

namespace muniment {

Result<std::unique_ptr<EventStore>> openEventStore(const std::string& endpoint, std::shared_ptr<SecretSource>) {
    if (endpoint.starts_with("embedded:"))
        return makeEmbeddedEventStore(embeddedPath(endpoint));
    return failure(ErrorCode::InvalidInput, "not an embedded endpoint", {{"field", "endpoint"}});
}

} // namespace muniment
