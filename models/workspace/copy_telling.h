// Tells a region's server that this workstation holds a copy of what is in it, and of what: who a tenant's data are
// with is asked there (its residency passport).
#pragma once

#include "models/base/clock.h"
#include "models/domain/replica_policy.h"
#include "models/eventstore/evidence.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace muniment {

/// Behind the name of a file that is being written anew in the place of another.
inline constexpr std::string_view kSiftedSuffix = ".sifted";

/// Names the file on this machine among all copies, the same in every run; tells nothing of either. A file that is
/// written anew speaks for the one whose place it takes.
[[nodiscard]] std::string copyHolder(const std::filesystem::path& file);
/// What a holder says. `isHeld` false: nothing of the region is held any more.
[[nodiscard]] ToldCopy copyUnder(const ReplicaPolicy& policy, std::string holder, const std::optional<LogKey>& asOf,
                                 bool isHeld = true);

/// A TailErrand: at the start and each hour. A server that has no room for it, or does not let this user write, is not
/// told, and that keeps nobody from following it. Copies go on from where the copied one is.
class CopyTelling {
public:
    /// `clock` lives as long. Without a holder nothing is told.
    CopyTelling(RegionName region, std::string holder, ReplicaPolicy policy, const Clock& clock);

    Result<void> operator()(EventStore& store, const std::optional<LogKey>& cursor);

private:
    RegionName m_region;
    std::string m_holder;
    ReplicaPolicy m_policy;
    const Clock* m_clock;
    std::optional<std::chrono::nanoseconds> m_triedAt;
};

} // namespace muniment
