#include "models/merkle/proofs.h"

#include "models/merkle/tree_hash.h"

#include <bit>

namespace muniment {

namespace {

/// Leaves [begin, end), where `begin` is a multiple of every power of two that is not larger than the range.
struct Range {
    std::uint64_t begin = 0, end = 0;

    [[nodiscard]] std::uint64_t size() const { return end - begin; }
};

/// How RFC 6962 splits a range of two leaves or more: at the largest power of two that is smaller than it.
std::uint64_t splitOf(const Range& range) {
    return std::bit_floor(range.size() - 1);
}

Result<Hash> rangeRoot(const Sha256& sha, const Range& range, const SubtreeRoots& roots) {
    if (std::has_single_bit(range.size())) {
        const int level = std::countr_zero(range.size());
        return roots(level, range.begin >> static_cast<unsigned>(level));
    }
    const std::uint64_t middle = range.begin + splitOf(range);
    const auto left = rangeRoot(sha, {range.begin, middle}, roots);
    if (!left)
        return left;
    const auto right = rangeRoot(sha, {middle, range.end}, roots);
    if (!right)
        return right;
    return nodeHash(sha, *left, *right);
}

/// Roots of the ranges, in the order of the proof.
Result<Proof> proofOf(const Sha256& sha, const std::vector<Range>& ranges, const SubtreeRoots& roots) {
    Proof proof;
    for (const Range& range : ranges) {
        auto root = rangeRoot(sha, range, roots);
        if (!root)
            return tl::unexpected(root.error());
        proof.push_back(*root);
    }
    return proof;
}

tl::unexpected<Error> outside(std::uint64_t what, std::uint64_t size) {
    return failure(ErrorCode::InvalidInput, "outside of the tree",
                   {{"value", std::to_string(what)}, {"size", std::to_string(size)}});
}

} // namespace

Result<Proof> inclusionProof(const Sha256& sha, std::uint64_t index, std::uint64_t size, const SubtreeRoots& roots) {
    if (index >= size)
        return outside(index, size);
    std::vector<Range> siblings; // from the root down
    Range range{0, size};
    while (range.size() > 1) {
        const std::uint64_t middle = range.begin + splitOf(range);
        if (index < middle) {
            siblings.push_back({middle, range.end});
            range.end = middle;
        } else {
            siblings.push_back({range.begin, middle});
            range.begin = middle;
        }
    }
    return proofOf(sha, {siblings.rbegin(), siblings.rend()}, roots);
}

Result<Proof> consistencyProof(const Sha256& sha, std::uint64_t from, std::uint64_t to, const SubtreeRoots& roots) {
    if (from == 0 || from > to)
        return outside(from, to);
    std::vector<Range> siblings;
    Range range{0, to};
    std::uint64_t inside = from; // leaves of the smaller tree within `range`
    bool isWhole = true;         // `range` begins where the smaller tree does, whose root is known
    while (inside != range.size()) {
        const std::uint64_t split = splitOf(range);
        const std::uint64_t middle = range.begin + split;
        if (inside <= split) {
            siblings.push_back({middle, range.end});
            range.end = middle;
        } else {
            siblings.push_back({range.begin, middle});
            range.begin = middle;
            inside -= split;
            isWhole = false;
        }
    }
    if (!isWhole)
        siblings.push_back(range);
    return proofOf(sha, {siblings.rbegin(), siblings.rend()}, roots);
}

Result<Hash> rootAt(const Sha256& sha, std::uint64_t size, const SubtreeRoots& roots) {
    return size == 0 ? emptyRoot(sha) : rangeRoot(sha, {0, size}, roots);
}

bool isIncluded(const Sha256& sha, const Hash& leaf, std::uint64_t index, std::uint64_t size,
                std::span<const Hash> proof, const Hash& root) {
    if (index >= size)
        return false;
    std::uint64_t node = index, last = size - 1;
    Hash hash = leaf;
    for (const Hash& sibling : proof) {
        if (last == 0)
            return false;
        if ((node & 1U) != 0 || node == last) {
            hash = nodeHash(sha, sibling, hash);
            while ((node & 1U) == 0 && node != 0) {
                node >>= 1U;
                last >>= 1U;
            }
        } else {
            hash = nodeHash(sha, hash, sibling);
        }
        node >>= 1U;
        last >>= 1U;
    }
    return last == 0 && hash == root;
}

bool isConsistent(const Sha256& sha, std::uint64_t from, std::uint64_t to, std::span<const Hash> proof,
                  const Hash& fromRoot, const Hash& toRoot) {
    if (from == 0 || from > to)
        return false;
    if (from == to)
        return proof.empty() && fromRoot == toRoot;
    if (proof.empty())
        return false;
    std::uint64_t node = from - 1, last = to - 1;
    while ((node & 1U) != 0) {
        node >>= 1U;
        last >>= 1U;
    }
    // A smaller tree that is perfect is its own first hash, and is not said again.
    auto next = proof.begin();
    Hash older = std::has_single_bit(from) ? fromRoot : *next++;
    Hash newer = older;
    for (; next != proof.end(); ++next) {
        if (last == 0)
            return false;
        if ((node & 1U) != 0 || node == last) {
            older = nodeHash(sha, *next, older);
            newer = nodeHash(sha, *next, newer);
            while ((node & 1U) == 0 && node != 0) {
                node >>= 1U;
                last >>= 1U;
            }
        } else {
            newer = nodeHash(sha, newer, *next);
        }
        node >>= 1U;
        last >>= 1U;
    }
    return last == 0 && older == fromRoot && newer == toRoot;
}

} // namespace muniment
