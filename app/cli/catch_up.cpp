#include "app/cli/catch_up.h"

#include "models/base/stoppable_wait.h"
#include "models/replica/replica.h"
#include "models/workspace/sync_run.h"

namespace muniment::cli {

namespace {

using Deadline = std::chrono::steady_clock::time_point;

constexpr std::chrono::milliseconds kLookEvery{20};

bool holds(Replica& replica, const RegionName& region, const LogKey& key) {
    const auto snapshot = replica.snapshot();
    if (!snapshot)
        return false;
    const auto found = (*snapshot)->findEvent(region, key);
    return found && *found;
}

// Every region is followed, but nothing waits for the others: it ends as soon as the one event is there.
void syncUntilHeld(Replica& replica, const RegionName& region, const LogKey& key, Deadline deadline,
                   const std::shared_ptr<SecretSource>& secrets, const std::stop_token& stop) {
    std::stop_source enough;
    const std::stop_callback interrupted(stop, [&enough] { enough.request_stop(); });
    SyncOptions options;
    options.secrets = secrets;
    options.patience = std::chrono::milliseconds(0);
    options.reportEvery = kLookEvery;
    const auto look = [&](const SyncReport&) {
        if (std::chrono::steady_clock::now() >= deadline || holds(replica, region, key))
            enough.request_stop();
    };
    // Whether it failed is seen by what the file holds.
    std::ignore = syncOnce(replica, options, look, enough.get_token());
}

} // namespace

bool catchUp(const std::filesystem::path& file, const RegionName& region, const LogKey& key,
             std::chrono::milliseconds wait, const std::shared_ptr<SecretSource>& secrets, std::stop_token stop) {
    const Deadline deadline = std::chrono::steady_clock::now() + wait;
    bool isHeld = false;
    while (!isHeld && !stop.stop_requested() && std::chrono::steady_clock::now() < deadline) {
        if (const auto writable = Replica::open(file, ReplicaAccess::ReadWrite)) {
            syncUntilHeld(**writable, region, key, deadline, secrets, stop);
            return holds(**writable, region, key);
        }
        if (const auto readable = Replica::open(file, ReplicaAccess::ReadOnly))
            isHeld = holds(**readable, region, key);
        if (!isHeld)
            std::ignore = waitUnlessStopped(stop, kLookEvery);
    }
    return isHeld;
}

} // namespace muniment::cli
