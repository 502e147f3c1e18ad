// A tenant that comes to a region brings its history: what the sink lacks of it is read from the new home.
#pragma once

#include "models/eventstore/event_store.h"
#include "models/merkle/leaf.h"
#include "models/spool/follower.h"

#include <map>

namespace muniment {

/// Whether the event is the first of an epoch: from here on the region is the tenant's home.
[[nodiscard]] bool isArrival(const RecordedEvent& event);

class ArrivedHistory {
public:
    /// `region`: the one that is followed. Both are used while it lives.
    ArrivedHistory(EventStore& store, BatchSink& sink, RegionName region, ReplicaPolicy policy);

    /// Hands on what the sink lacks of the epochs before that of `arrival`, each epoch as batches of its own, under the
    /// region in which it was logged. May be repeated: what is held is not handed on again. PurgeDue (see Follower)
    /// when what is held has another form than the tenant has here.
    [[nodiscard]] Result<void> fetch(const RecordedEvent& arrival, const std::stop_token& stop);

    /// The last error was the sink's, not the store's.
    [[nodiscard]] bool hasSinkRefused() const { return m_hasSinkRefused; }

private:
    struct Homes {
        std::map<std::int32_t, RegionName> regions; ///< by epoch
        RegionName root;
    };

    [[nodiscard]] Result<Homes> homesOf(const RecordedEvent& arrival);
    [[nodiscard]] Result<std::int64_t> read(const RecordedEvent& arrival, const Homes& homes, const HeldHistory& held,
                                            const std::stop_token& stop);
    template <class T>
    Result<T> told(Result<T> answer);

    EventStore& m_store;
    BatchSink& m_sink;
    RegionName m_region;
    const ReplicaPolicy m_policy;
    LeafHasher m_hasher;
    bool m_hasSinkRefused = false;
};

} // namespace muniment
