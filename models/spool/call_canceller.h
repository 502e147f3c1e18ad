// Ends a store's running call when a stop is asked for.
#pragma once

#include "models/eventstore/event_store.h"

#include <memory>
#include <stop_token>

namespace muniment {

/// Has a thread of its own, because cancelling may take as long as the network. From the moment `stop` is asked for
/// until this object goes it cancels again and again: a cancel that falls between two calls ends none of them.
class CallCanceller {
public:
    CallCanceller(std::shared_ptr<EventStore> store, std::stop_token stop);
    CallCanceller(const CallCanceller&) = delete;
    CallCanceller& operator=(const CallCanceller&) = delete;
    /// Never waits for a cancel that hangs; its thread then keeps the store alive until it returns.
    ~CallCanceller();

private:
    struct Shared;
    static void watch(const std::shared_ptr<Shared>& shared, const std::stop_token& stop);
    std::shared_ptr<Shared> m_shared;
};

} // namespace muniment
