#include "models/merkle/compact_range.h"

#include "models/merkle/tree_hash.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace muniment {

void CompactRange::add(const Sha256& sha, Hash node, int level, std::optional<Hash>* block) {
    const std::uint64_t leaves = std::uint64_t{1} << level;
    for (std::uint64_t bit = leaves; (m_size & bit) != 0; bit <<= 1U) {
        node = nodeHash(sha, m_roots.back(), node);
        m_roots.pop_back();
        if (++level == kBlockLevel && block != nullptr)
            *block = node;
    }
    m_roots.push_back(node);
    m_size += leaves;
}

std::optional<Hash> CompactRange::append(const Sha256& sha, const Hash& leaf) {
    std::optional<Hash> block;
    add(sha, leaf, 0, &block);
    return block;
}

void CompactRange::appendBlock(const Sha256& sha, const Hash& root) {
    assert(m_size % kBlockLeaves == 0);
    add(sha, root, kBlockLevel, nullptr);
}

Hash CompactRange::root(const Sha256& sha) const {
    if (m_roots.empty())
        return emptyRoot(sha);
    Hash node = m_roots.back();
    for (auto left = m_roots.rbegin() + 1; left != m_roots.rend(); ++left)
        node = nodeHash(sha, *left, node);
    return node;
}

std::string CompactRange::bytes() const {
    std::string all;
    all.reserve(m_roots.size() * sizeof(Hash));
    for (const Hash& root : m_roots)
        all += bytesOf(root);
    return all;
}

std::optional<CompactRange> CompactRange::restore(std::uint64_t size, std::string_view bytes) {
    const auto roots = static_cast<std::size_t>(std::popcount(size));
    if (bytes.size() != roots * sizeof(Hash))
        return std::nullopt;
    CompactRange range;
    range.m_size = size;
    range.m_roots.resize(roots);
    for (std::size_t i = 0; i < roots; ++i)
        std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(i * sizeof(Hash)), sizeof(Hash),
                    range.m_roots[i].begin());
    return range;
}

CompactRange CompactRange::wholeBlocks() const {
    CompactRange range = *this;
    const std::uint64_t open = m_size % kBlockLeaves;
    range.m_size -= open;
    range.m_roots.resize(m_roots.size() - static_cast<std::size_t>(std::popcount(open)));
    return range;
}

} // namespace muniment
