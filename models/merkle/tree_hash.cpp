#include "models/merkle/tree_hash.h"

#include "models/merkle/compact_range.h"

namespace muniment {

namespace {

// Views of them have a length, so that the zero byte counts.
constexpr char kLeaf = 0;
constexpr char kNode = 1;

} // namespace

Hash leafHash(const Sha256& sha, std::string_view leaf) {
    return sha.of({std::string_view(&kLeaf, 1), leaf});
}

Hash nodeHash(const Sha256& sha, const Hash& left, const Hash& right) {
    std::array<char, 1 + 2 * sizeof(Hash)> bytes{};
    bytes[0] = kNode;
    std::copy(left.begin(), left.end(), bytes.begin() + 1);
    std::copy(right.begin(), right.end(), bytes.begin() + 1 + sizeof(Hash));
    return sha.of(std::string_view(bytes.data(), bytes.size()));
}

Hash emptyRoot(const Sha256& sha) {
    return sha.of(std::string_view());
}

Hash rootOf(const Sha256& sha, std::span<const Hash> leaves) {
    CompactRange range;
    for (const Hash& leaf : leaves)
        range.append(sha, leaf);
    return range.root(sha);
}

} // namespace muniment
