// The part of an RFC 6962 tree that is needed to make it grow: roots of its perfect subtrees, from the widest to the
// narrowest, one for each bit of its size.
#pragma once

#include "models/merkle/sha256.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// Leaves of a block: its roots are kept, so that proofs need not begin with the leaves.
constexpr std::uint64_t kBlockLeaves = 1024;
constexpr int kBlockLevel = 10; ///< 1024 = 2^10

class CompactRange {
public:
    CompactRange() = default;

    [[nodiscard]] std::uint64_t size() const { return m_size; }

    /// Adds a leaf hash. When it completes a block: the block's root.
    std::optional<Hash> append(const Sha256& sha, const Hash& leaf);
    [[nodiscard]] Hash root(const Sha256& sha) const;

    /// The subtrees' roots, 32 bytes each: with the size all that restore() needs.
    [[nodiscard]] std::string bytes() const;
    /// Absent: `bytes` are not those of a tree of `size`.
    [[nodiscard]] static std::optional<CompactRange> restore(std::uint64_t size, std::string_view bytes);
    /// The same range, of a tree without its last, incomplete block.
    [[nodiscard]] CompactRange wholeBlocks() const;
    /// Adds a whole block by its root; only where no block is open.
    void appendBlock(const Sha256& sha, const Hash& root);

    bool operator==(const CompactRange&) const = default;

private:
    void add(const Sha256& sha, Hash node, int level, std::optional<Hash>* block);

    std::uint64_t m_size = 0;
    std::vector<Hash> m_roots;
};

} // namespace muniment
