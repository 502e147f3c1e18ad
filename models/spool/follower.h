// Follows one region's log and hands batches on, in log order, each event once. Design §4 "Reading the tail".
#pragma once

#include "models/base/clock.h"
#include "models/domain/event.h"
#include "models/domain/replica_policy.h"
#include "models/eventstore/event_store.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace muniment {

/// Where batches go. apply() may block (back-pressure) and is called from the follower's thread.
class BatchSink {
public:
    BatchSink() = default;
    BatchSink(const BatchSink&) = delete;
    BatchSink& operator=(const BatchSink&) = delete;
    virtual ~BatchSink() = default;
    /// Success: taken, in order. Cancelled: the sink closes. Anything else stops the follower with that error.
    [[nodiscard]] virtual Result<void> apply(Batch batch, std::stop_token stop) = 0;
    /// What is held of a tenant's epochs before `epoch`, with all that was handed on. May block; errors as apply().
    [[nodiscard]] virtual Result<HeldHistory> heldHistory(const TenantId& tenant, std::int32_t epoch,
                                                          std::stop_token stop) = 0;
};

enum class FollowerPhase {
    Connecting,
    Backlog,   ///< behind; large batches
    Following, ///< at the tail
    Down,      ///< unreachable; trying again with back-off
    Stopped,   ///< a person must act: rewound, replaced, schema, permission …
};
[[nodiscard]] std::string_view followerPhaseName(FollowerPhase phase);

struct FollowerStatus {
    FollowerPhase phase = FollowerPhase::Connecting;
    std::optional<Error> error;         ///< why Down or Stopped
    std::optional<Instant> nextAttempt; ///< while Down
    std::int64_t handedOn = 0;          ///< events since start
    std::int64_t backlog = 0;           ///< estimated events still to come
    std::optional<std::chrono::microseconds> roundTrip;
    std::optional<Instant> knownThrough;
    std::optional<HorizonHolder> holder; ///< set while the horizon has not moved for a while
    std::optional<StoreIdentity> identity;
};

/// Something small that is due now and then at a region that answers: told the connected store, and how far was handed
/// on. Called on the follower's thread each time the tail is reached, so that it has to know itself when it is due. Its
/// error is taken for the connection's, and the region is connected to anew: what concerns nobody else is a success.
using TailErrand = std::function<Result<void>(EventStore&, const std::optional<LogKey>& cursor)>;

struct FollowerStart {
    RegionName region;
    std::optional<LogKey> cursor;
    std::optional<HeldEvent> newestHeld;
    std::optional<StoreMark> firstSeen; ///< what the replica saw when it first met this endpoint
    ReplicaPolicy policy = {};          ///< what is asked for, and in which form it is handed on
    TailErrand atTail = {};
};

struct FollowerSettings {
    std::chrono::milliseconds pollInterval{100};
    std::chrono::milliseconds backOffFirst{250};
    std::chrono::milliseconds backOffMost{30'000};
    int pageSize = 8192;
    bool onlyOnce = false; ///< return at the tail, as soon as it is known until when
    int oncePolls = 10;    ///< with onlyOnce: how often the tail is read again while somebody's writing hides that
};

/// One per region, on a thread that somebody else starts. run() returns when stopped, when a person must act, or, with
/// onlyOnce, at the tail (or at the first failure to reach the region). PurgeDue: what is held of a tenant may not stay
/// as it is since it moved; when that is done, it is to be followed anew.
class Follower {
public:
    using StatusCallback = std::function<void(const FollowerStatus&)>; ///< called on the follower's thread

    Follower(std::unique_ptr<EventStore> store, FollowerStart start, FollowerSettings settings, const Clock& clock,
             BatchSink& sink, StatusCallback onStatus);
    Follower(const Follower&) = delete;
    Follower& operator=(const Follower&) = delete;
    ~Follower();

    [[nodiscard]] Result<void> run(std::stop_token stop);
    /// Reads at once instead of at the next poll. Any thread.
    void wake();

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

} // namespace muniment
