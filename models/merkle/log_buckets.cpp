#include "models/merkle/log_buckets.h"

#include <utility>

namespace muniment {

void BucketDigests::add(const LogBucket& bucket, const Hash& leaf) {
    m_leaves[bucket] += bytesOf(leaf);
}

std::vector<BucketDigest> BucketDigests::take() {
    std::vector<BucketDigest> digests;
    digests.reserve(m_leaves.size());
    for (const auto& [bucket, leaves] : std::exchange(m_leaves, {}))
        digests.push_back({bucket, static_cast<std::int64_t>(leaves.size() / sizeof(Hash)), m_sha.of(leaves)});
    return digests;
}

} // namespace muniment
