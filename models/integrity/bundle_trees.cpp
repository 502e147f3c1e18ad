#include "models/integrity/bundle_trees.h"

#include "models/integrity/base64.h"
#include "models/integrity/line_words.h"

#include <algorithm>
#include <array>
#include <optional>

namespace muniment {

namespace {

constexpr std::array<std::string_view, 3> kProofs{"kept", "now", "state"}; ///< by BundleProof

tl::unexpected<Error> refused(std::string_view line) {
    return failure(ErrorCode::InvalidInput, "not a tree: " + std::string(line.substr(0, 500)), {{"field", "trees"}});
}

std::string lineOf(const BundleTree& tree) {
    return originOf(tree) + ' ' + std::to_string(tree.head.size) + ' ' + toBase64(bytesOf(tree.head.root)) + ' ' +
           std::string(kProofs[static_cast<std::size_t>(tree.proof)]) + ' ' + std::to_string(tree.number) + '\n';
}

std::optional<BundleTree> treeOf(std::string_view line) {
    const std::string_view whole = line;
    BundleTree tree;
    const auto origin = takeWord(line);
    auto log = parseTenantLog(origin);
    auto state = parseRegionState(origin);
    const bool hasSize = readNumber(takeWord(line), tree.head.size);
    const auto root = fromBase64(takeWord(line));
    const auto proof = std::ranges::find(kProofs, takeWord(line));
    const bool hasNumber = readNumber(takeWord(line), tree.number);
    if ((!log && !state) || !hasSize || tree.head.size == 0 || tree.head.size >> 62U != 0 || !root ||
        root->size() != tree.head.root.size() || proof == kProofs.end() || !hasNumber)
        return std::nullopt;
    if (log)
        tree.of = std::move(*log);
    else
        tree.of = std::move(*state);
    std::copy(root->begin(), root->end(), tree.head.root.begin());
    tree.proof = static_cast<BundleProof>(proof - kProofs.begin());
    if (lineOf(tree) != std::string(whole) + '\n')
        return std::nullopt;
    return tree;
}

/// A state is proved by what was kept, and proves trees of its region.
bool holdsTogether(const BundleTree& tree, const std::vector<BundleTree>& trees) {
    if (tree.log() == nullptr)
        return tree.proof == BundleProof::Kept;
    if (tree.proof != BundleProof::State)
        return true;
    return tree.number < trees.size() && trees[tree.number].log() == nullptr &&
           regionOf(trees[tree.number]) == regionOf(tree);
}

} // namespace

std::string originOf(const BundleTree& tree) {
    return std::visit([](const auto& one) { return originOf(one); }, tree.of);
}

const RegionName& regionOf(const BundleTree& tree) {
    return std::visit([](const auto& one) -> const RegionName& { return one.region; }, tree.of);
}

std::string printBundleTrees(const std::vector<BundleTree>& trees) {
    std::string text;
    for (const BundleTree& tree : trees)
        text += lineOf(tree);
    return text;
}

Result<std::vector<BundleTree>> parseBundleTrees(std::string_view text) {
    std::vector<BundleTree> trees;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        auto tree = end == std::string_view::npos ? std::nullopt : treeOf(line);
        if (!tree)
            return refused(line);
        trees.push_back(std::move(*tree));
        text.remove_prefix(end + 1);
    }
    for (const BundleTree& tree : trees)
        if (!holdsTogether(tree, trees))
            return refused(lineOf(tree));
    return trees;
}

} // namespace muniment
