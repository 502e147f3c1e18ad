#include "models/integrity/bundle_proof.h"

#include "models/merkle/tree_hash.h"

#include <algorithm>

namespace muniment {

namespace {

/// Those of the next level; the last goes up alone where it is one too many.
std::vector<Hash> parentsOf(const Sha256& sha, const std::vector<Hash>& nodes) {
    std::vector<Hash> parents;
    parents.reserve((nodes.size() + 1) / 2);
    for (std::size_t i = 0; i + 1 < nodes.size(); i += 2)
        parents.push_back(nodeHash(sha, nodes[i], nodes[i + 1]));
    if (nodes.size() % 2 != 0)
        parents.push_back(nodes.back());
    return parents;
}

/// Known nodes and siblings of one level in one row; nothing when two are of one place.
std::optional<std::vector<ProofNode>> merged(const std::vector<ProofNode>& nodes,
                                             std::span<const ProofSibling> siblings) {
    std::vector<ProofNode> row;
    row.reserve(nodes.size() + siblings.size());
    auto node = nodes.begin();
    for (const ProofSibling& sibling : siblings) {
        for (; node != nodes.end() && node->index < sibling.node.index; ++node)
            row.push_back(*node);
        row.push_back(sibling.node);
    }
    row.insert(row.end(), node, nodes.end());
    const auto isAscending = [](const ProofNode& a, const ProofNode& b) { return a.index >= b.index; };
    if (std::ranges::adjacent_find(row, isAscending) != row.end())
        return std::nullopt;
    return row;
}

} // namespace

Hash gatherSiblings(const Sha256& sha, ProofLevel part, std::vector<std::uint64_t> chosen, int to,
                    std::vector<ProofSibling>& siblings) {
    for (; part.level < to; ++part.level) {
        std::vector<std::uint64_t> above;
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            const std::uint64_t index = chosen[i], other = index ^ 1U;
            if (above.empty() || above.back() != index >> 1U)
                above.push_back(index >> 1U);
            const bool isKnown =
                other < index ? i > 0 && chosen[i - 1] == other : i + 1 < chosen.size() && chosen[i + 1] == other;
            if (!isKnown && other - part.first < part.nodes.size())
                siblings.push_back({part.level, {other, part.nodes[other - part.first]}});
        }
        part.nodes = parentsOf(sha, part.nodes);
        part.first >>= 1U;
        chosen = std::move(above);
    }
    return part.nodes.front();
}

std::optional<std::vector<ProofNode>> climb(const Sha256& sha, std::vector<ProofNode> nodes,
                                            std::span<const ProofSibling> siblings, std::uint64_t size, int from,
                                            int to) {
    for (int level = from; level < to; ++level) {
        const auto end = std::ranges::find_if(siblings, [&](const ProofSibling& one) { return one.level != level; });
        const auto ofLevel = static_cast<std::size_t>(end - siblings.begin());
        const auto row = merged(nodes, siblings.first(ofLevel));
        siblings = siblings.subspan(ofLevel);
        const std::uint64_t count = nodesOn(level, size);
        if (!row || row->empty() || row->back().index >= count)
            return std::nullopt;
        nodes.clear();
        for (std::size_t i = 0; i < row->size(); ++i) {
            const ProofNode& left = (*row)[i];
            if (left.index % 2 == 0 && left.index + 1 == count) {
                nodes.push_back({left.index / 2, left.hash});
                continue;
            }
            if (left.index % 2 != 0 || i + 1 == row->size() || (*row)[i + 1].index != left.index + 1)
                return std::nullopt;
            nodes.push_back({left.index / 2, nodeHash(sha, left.hash, (*row)[++i].hash)});
        }
    }
    if (!siblings.empty())
        return std::nullopt;
    return nodes;
}

} // namespace muniment
