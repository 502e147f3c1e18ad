// Changing what a workspace file may hold, and taking out of it what it may not hold any more.
#pragma once

#include "models/domain/replica_policy.h"
#include "models/workspace/sync_run.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <string>

namespace muniment {

/// What became of a tenant's data where it has moved: PurgeDue of a follower as a value.
struct DuePurge {
    TenantId tenant;
    RegionName to; ///< where it lives now
};

/// Of the regions' present errors: what is to be taken out.
[[nodiscard]] std::vector<DuePurge> duePurges(const std::vector<RegionStatus>& regions);

struct PolicyChange {
    std::optional<ReplicaPolicy> policy = {}; ///< absent: stays as it is
    std::vector<DuePurge> due = {};
    std::string reason = {}; ///< a person's
};

struct PolicyProgress {
    enum class Step { Sifting, Fetching };
    Step step = Step::Sifting;
    std::int64_t done = 0; ///< events
    std::int64_t total = 0;
};

/// What a change would take out of the file and what it would fetch anew, by what the file tells; nothing is written.
struct PolicyOutlook {
    std::vector<Purged> purged;
    std::vector<RegionName> refetched; ///< regions whose log is read from the beginning: they must answer
    std::int64_t annotations = 0;      ///< of events that go
};

[[nodiscard]] Result<PolicyOutlook> previewPolicy(Snapshot& snapshot, const ReplicaPolicy& policy);

/// Writes the file anew with what the policy lets it hold (sifted_replica.h), fetches what it lets it hold from now on
/// (options: as a sync's, with its patience for servers), notes both in it, and puts it in the place of the old one.
/// Nobody may have the file open for writing (FileInUse), and at the end nobody for reading. All or nothing: after any
/// error, when stopped (Cancelled) and when killed, the old file is as it was; the rest of a killed one goes with the
/// next call. Returns the note; InvalidInput (field "policy") when nothing would change. Blocking.
[[nodiscard]] Result<PolicyNote> changePolicy(const std::filesystem::path& file, const PolicyChange& change,
                                              const SyncOptions& options,
                                              const std::function<void(const PolicyProgress&)>& callback,
                                              const std::stop_token& stop);

/// syncOnce() and syncFollow() for a file with a policy: where a tenant's move made a purge due, it is done, and the
/// sync goes on. `replica` is closed and opened again meanwhile, and in the end open.
[[nodiscard]] Result<SyncReport> syncUnderPolicy(std::unique_ptr<Replica>& replica, const SyncOptions& options,
                                                 bool isFollowing, const SyncCallback& callback,
                                                 const std::function<void(const PolicyNote&)>& purged,
                                                 const std::stop_token& stop);

} // namespace muniment
