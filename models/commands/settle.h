// What to do when the answer to an append was lost: ask until the outcome is known.
#pragma once

#include "models/eventstore/event_store.h"

#include <functional>
#include <stop_token>

namespace muniment {

/// Asks settle() until it knows, waiting 100 ms first and then longer up to 2 s; `onUnknown` hears why before each
/// wait. Gives `unknown` back when `stop` says so, and with the context "movedTo" when the tenant has moved meanwhile,
/// so that only its new home's store can tell: no other error ends it, because none of them tells what happened to the
/// append.
[[nodiscard]] Result<Settlement> settleUntilKnown(EventStore& store, const Append& append, const Error& unknown,
                                                  std::stop_token stop,
                                                  const std::function<void(const Error&)>& onUnknown);

} // namespace muniment
