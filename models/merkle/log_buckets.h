// Digests over a stretch of a region's log, an organization's day each: what two sides hold is compared by them, and
// only what differs is read.
#pragma once

#include "models/base/instant.h"
#include "models/base/strong_id.h"
#include "models/merkle/sha256.h"

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace muniment {

/// What is digested together.
struct LogBucket {
    TenantId tenant;
    std::int32_t epoch = 1;
    std::int64_t day = 0; ///< of recorded_at, in UTC, since 1970-01-01

    auto operator<=>(const LogBucket&) const = default;
};

/// `digest` = SHA-256(leaf(1) ‖ … ‖ leaf(n)), leaf hashes in log order: what a file keeps of an event whose personal
/// fields it may not hold has the same leaf, so that it is compared all the same.
struct BucketDigest {
    LogBucket bucket;
    std::int64_t events = 0;
    Hash digest{};

    bool operator==(const BucketDigest&) const = default;
};

[[nodiscard]] constexpr std::int64_t dayOf(Instant at) {
    return at.micros / kMicrosPerDay - (at.micros % kMicrosPerDay < 0 ? 1 : 0);
}

/// Makes digests of leaves that come in log order; 32 bytes a leaf until they are taken.
class BucketDigests {
public:
    void add(const LogBucket& bucket, const Hash& leaf);
    /// Ascending by bucket; none is left.
    [[nodiscard]] std::vector<BucketDigest> take();

private:
    Sha256 m_sha;
    std::map<LogBucket, std::string> m_leaves;
};

} // namespace muniment
