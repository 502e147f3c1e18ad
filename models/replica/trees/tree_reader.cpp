#include "models/replica/trees/tree_reader.h"

#include "models/merkle/tree_hash.h"
#include "models/replica/sqlite.h"
#include "models/replica/trees/tree_layout.h"

#include <algorithm>
#include <tuple>

namespace muniment {

namespace {

constexpr const char* kSelectAll =
    "SELECT h.tree, h.region, h.tenant, r.name, t.id, h.epoch, h.size, h.roots, h.last_major, h.last_minor,"
    " h.last_in_tx_order, h.first_n, h.checks FROM tree_heads h JOIN regions r ON r.code = h.region"
    " JOIN tenants t ON t.code = h.tenant";
constexpr const char* kSelectOne =
    "SELECT h.tree, h.region, h.tenant, r.name, t.id, h.epoch, h.size, h.roots, h.last_major, h.last_minor,"
    " h.last_in_tx_order, h.first_n, h.checks FROM tree_heads h JOIN regions r ON r.code = h.region"
    " JOIN tenants t ON t.code = h.tenant WHERE r.name = ? AND t.id = ? AND h.epoch = ?";

TreeRecord recordOf(const sqlite::Statement& row) {
    TreeRecord tree;
    tree.code = row.integer(0);
    tree.regionCode = row.integer(1);
    tree.tenantCode = row.integer(2);
    tree.region = RegionName(row.text(3));
    tree.tenant = TenantId(row.text(4));
    tree.epoch = static_cast<std::int32_t>(row.integer(5));
    auto range = CompactRange::restore(static_cast<std::uint64_t>(row.integer(6)), row.bytes(7));
    if (!range)
        throw sqlite::Failure(Error{ErrorCode::FileCorrupt,
                                    "a tree's roots are not those of its size",
                                    {{"tenant", tree.tenant.text()}, {"epoch", std::to_string(tree.epoch)}}});
    tree.range = std::move(*range);
    tree.last = {{row.integer(8), static_cast<std::int32_t>(row.integer(9))}, row.integer(10)};
    if (!row.isNull(11))
        tree.firstOfOpen = EventNumber{row.integer(11)};
    tree.checks = row.text(12);
    return tree;
}

Error notWhole(const TreeRecord& tree, std::uint64_t block) {
    return {ErrorCode::FileCorrupt,
            "a tree's blocks are not whole",
            {{"tenant", tree.tenant.text()}, {"block", std::to_string(block)}}};
}

TreeBlock blockOf(const sqlite::Statement& row, const TreeRecord& tree) {
    TreeBlock block{static_cast<std::uint64_t>(row.integer(0)) & ((std::uint64_t{1} << kBlockBits) - 1),
                    {row.integer(1)},
                    {},
                    row.text(3)};
    const std::string_view root = row.bytes(2);
    if (root.size() != block.root.size())
        throw sqlite::Failure(notWhole(tree, block.number));
    std::copy(root.begin(), root.end(), block.root.begin());
    return block;
}

} // namespace

Result<std::vector<TreeRecord>> treeRecords(Snapshot& snapshot) {
    return sqlite::guarded([&] {
        std::vector<TreeRecord> trees;
        auto& rows = snapshot.statement(kSelectAll);
        while (rows.step())
            trees.push_back(recordOf(rows));
        rows.reset();
        std::ranges::sort(trees, {}, [](const TreeRecord& tree) {
            return std::tuple(tree.tenant.text(), tree.epoch, tree.region.text());
        });
        return trees;
    });
}

Result<std::optional<TreeRecord>> findTree(Snapshot& snapshot, const RegionName& region, const TenantId& tenant,
                                           std::int32_t epoch) {
    return sqlite::guarded([&] {
        auto& row = snapshot.statement(kSelectOne);
        row.bindText(1, region.text());
        row.bindText(2, tenant.text());
        row.bind(3, epoch);
        std::optional<TreeRecord> tree;
        if (row.step())
            tree = recordOf(row);
        row.clear();
        return tree;
    });
}

Result<TreeRecord> treeOf(Snapshot& snapshot, EventNumber event) {
    const auto stored = snapshot.event(event);
    if (!stored)
        return tl::unexpected(stored.error());
    const auto runs = snapshot.runs();
    if (!runs)
        return tl::unexpected(runs.error());
    const auto run = std::ranges::find(*runs, event.run(), &RunRecord::run);
    auto tree = run == runs->end() ? Result<std::optional<TreeRecord>>(std::nullopt)
                                   : findTree(snapshot, run->region, stored->tenant, stored->epoch);
    if (!tree)
        return tl::unexpected(tree.error());
    if (!*tree)
        return failure(ErrorCode::NotFound, "the event is in no tree", {{"event", std::to_string(event.value)}});
    return std::move(**tree);
}

Result<TreeHead> closedBefore(Snapshot& snapshot, const TreeRecord& tree) {
    auto region = sqlite::guarded([&] {
        auto& home = snapshot.statement("SELECT r.name FROM tenant_homes h JOIN regions r ON r.code = h.region"
                                        " WHERE h.tenant = ? AND h.epoch = ?");
        home.bind(1, tree.tenantCode);
        home.bind(2, tree.epoch - 1);
        std::string name = home.step() ? home.text(0) : std::string();
        home.reset();
        return name;
    });
    if (!region)
        return tl::unexpected(region.error());
    const auto closed = findTree(snapshot, RegionName(*region), tree.tenant, tree.epoch - 1);
    if (!closed)
        return tl::unexpected(closed.error());
    const Sha256 sha;
    return *closed ? (*closed)->head(sha) : TreeHead{0, emptyRoot(sha)};
}

Result<std::optional<TreeBlock>> treeBlock(Snapshot& snapshot, const TreeRecord& tree, std::uint64_t number) {
    return sqlite::guarded([&] {
        auto& row = snapshot.statement("SELECT k, first_n, root, checks FROM tree_blocks WHERE k = ?");
        row.bind(1, (tree.code << kBlockBits) | static_cast<std::int64_t>(number));
        std::optional<TreeBlock> block;
        if (row.step())
            block = blockOf(row, tree);
        row.reset();
        return block;
    });
}

Result<std::vector<TreeBlock>> treeBlocks(Snapshot& snapshot, const TreeRecord& tree) {
    return sqlite::guarded([&] {
        std::vector<TreeBlock> blocks;
        auto& rows = snapshot.statement("SELECT k, first_n, root, checks FROM tree_blocks WHERE k BETWEEN ? AND ?"
                                        " ORDER BY k");
        rows.bind(1, tree.code << kBlockBits);
        rows.bind(2, ((tree.code + 1) << kBlockBits) - 1);
        while (rows.step()) {
            blocks.push_back(blockOf(rows, tree));
            if (blocks.back().number != blocks.size() - 1)
                throw sqlite::Failure(notWhole(tree, blocks.size() - 1));
        }
        rows.reset();
        return blocks;
    });
}

Result<std::vector<std::int64_t>> treeRuns(Snapshot& snapshot, const TreeRecord& tree) {
    return sqlite::guarded([&] {
        // What a region's own log lacks of an epoch came later.
        auto& rows = snapshot.statement("SELECT run FROM runs WHERE region = ?1 AND kind = 'live' UNION ALL"
                                        " SELECT run FROM backfills WHERE tenant = ?2 AND epoch = ?3");
        rows.bind(1, tree.regionCode);
        rows.bind(2, tree.tenantCode);
        rows.bind(3, tree.epoch);
        std::vector<std::int64_t> runs;
        while (rows.step())
            runs.push_back(rows.integer(0));
        rows.reset();
        return runs;
    });
}

} // namespace muniment
