// A stretch of a region's log as a file holds it, ready to be held against the server's.
#pragma once

#include "models/domain/replica_policy.h"
#include "models/eventstore/evidence.h"
#include "models/replica/trees/leaf_scan.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace muniment {

/// Whose events a file is to have.
struct HeldScope {
    ReplicaPolicy policy;
    std::map<TenantId, std::int32_t> epochs; ///< the newest of each that the file knows

    /// Throws sqlite::Failure.
    explicit HeldScope(Snapshot& snapshot);
};

/// A value: it needs no file any more.
struct LogSlice {
    LogSpan span;
    std::vector<ScannedLeaf> leaves; ///< all that the file has there, in log order
    std::map<std::int64_t, TenantId> tenants;
    std::shared_ptr<const HeldScope> scope;
    std::int64_t size = 0; ///< places of the file's run that were looked through; some may be empty

    [[nodiscard]] const TenantId& tenantOf(const ScannedLeaf& leaf) const { return tenants.at(leaf.tenant); }
};

/// Reads a region's own run from its end to its beginning. Lives as long as the snapshot; each call may throw
/// sqlite::Failure.
class SliceReader {
public:
    SliceReader(Snapshot& snapshot, RegionName region);

    /// Up to where the file has the log; absent: it has nothing of it.
    [[nodiscard]] const std::optional<LogKey>& cursor() const { return m_cursor; }

    [[nodiscard]] std::int64_t size() const { return m_run.lastOrdinal; }

    /// The last events up to `upTo`, no more than `most`. What came before them is in the slice that ends with its
    /// span's `after`; absent: nothing. FileCorrupt where an event cannot be read.
    [[nodiscard]] LogSlice before(const LogKey& upTo, std::int64_t most);

private:
    struct Place {
        std::int64_t ordinal = 0; ///< 0: before all
        LogKey key;
    };

    /// The last event that is not behind `ordinal`.
    [[nodiscard]] Place placeAt(std::int64_t ordinal);
    [[nodiscard]] std::int64_t lastUpTo(const LogKey& key);

    Snapshot& m_snapshot;
    RegionName m_region;
    RunRecord m_run;
    std::optional<LogKey> m_cursor;
};

/// The run of what the region's own log brought; number 0: there is none yet. May throw sqlite::Failure.
[[nodiscard]] RunRecord liveRunOf(Snapshot& snapshot, const RegionName& region);

} // namespace muniment
