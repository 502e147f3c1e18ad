// How to reach an endpoint, as a value.
#pragma once

#include "models/eventstore/event_store.h"

#include <functional>
#include <memory>
#include <string>

namespace muniment {

/// What openEventStore does with a workspace's secrets, unless a test puts a fault in between. Any thread.
using StoreOpener = std::function<Result<std::unique_ptr<EventStore>>(const std::string& endpoint)>;

} // namespace muniment
