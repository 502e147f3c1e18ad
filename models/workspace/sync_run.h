// Sync as the command line runs it: the caller's thread waits, no event loop is needed.
#pragma once

#include "models/eventstore/event_store.h"
#include "models/workspace/sync_status.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace muniment {

struct SyncOptions {
    FollowerSettings follower = {}; ///< onlyOnce is set by the call
    std::shared_ptr<SecretSource> secrets = {};
    /// Ends syncFollow() by itself.
    std::optional<std::chrono::milliseconds> duration = {};
    /// How long a file that cannot be written (disk full …) is waited for before giving up with its error; absent: for
    /// ever.
    std::optional<std::chrono::milliseconds> patience = {};
    std::chrono::milliseconds reportEvery{250};
};

/// What is true at one moment of a sync.
struct SyncReport {
    SyncProgress progress;
    std::vector<RegionStatus> regions;
    std::optional<Error> pausedBy; ///< the file cannot be written just now
    std::int64_t applied = 0;      ///< events since the start
};

/// Called on the caller's thread about every `reportEvery`, and once at the end.
using SyncCallback = std::function<void(const SyncReport&)>;

/// Follows every region until its tail is reached or its follower gave up. A region that could not be followed is no
/// failure of the call: its status carries the error. Failures: the replica is read-only, the file cannot be written
/// (see patience), Cancelled when `stop` was requested; what was applied until then stays.
[[nodiscard]] Result<SyncReport> syncOnce(Replica& replica, const SyncOptions& options, const SyncCallback& callback,
                                          std::stop_token stop);
/// Follows until `duration` has passed or `stop` is requested (either is success), no region can be followed any
/// more because a person must act at each, or a purge is due (see policy_run.h, which does it and goes on).
[[nodiscard]] Result<SyncReport> syncFollow(Replica& replica, const SyncOptions& options, const SyncCallback& callback,
                                            std::stop_token stop);

/// Rebuilds read models one after another; without names, all of them. InvalidInput (field "readModel") for a name that
/// is none. A file that cannot be written just now (disk full, locked) is told to `callback` and tried again each
/// second, until it has been so for `patience`; absent: for ever.
[[nodiscard]] Result<void> rebuildReadModels(Replica& replica, const std::vector<std::string>& names,
                                             const std::function<void(const RebuildStatus&)>& callback,
                                             std::stop_token stop,
                                             std::optional<std::chrono::milliseconds> patience = {});

} // namespace muniment
