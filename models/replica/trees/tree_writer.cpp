#include "models/replica/trees/tree_writer.h"

#include "models/merkle/tree_hash.h"
#include "models/replica/trees/tree_layout.h"

#include <sqlite3.h>

namespace muniment {

namespace {

constexpr std::size_t kMostHeld = 16'384; ///< trees; one takes up to 5 KB

std::optional<std::int64_t> numberOrNull(const sqlite::Statement& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}

} // namespace

TreeWriter::TreeWriter(sqlite3* db, const std::string& prefix)
    : m_db(db),
      m_select(db, treeSql("SELECT tree, size, roots, first_n, checks, last_major, last_minor, last_in_tx_order"
                           " FROM tree_heads WHERE region = ? AND tenant = ? AND epoch = ?",
                           prefix)),
      m_insert(db, treeSql("INSERT INTO tree_heads (size, roots, first_n, checks, last_major, last_minor,"
                           " last_in_tx_order, region, tenant, epoch) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                           prefix)),
      m_update(db, treeSql("UPDATE tree_heads SET size = ?, roots = ?, first_n = ?, checks = ?, last_major = ?,"
                           " last_minor = ?, last_in_tx_order = ? WHERE tree = ?",
                           prefix)),
      m_insertBlock(db, treeSql("INSERT INTO tree_blocks (k, first_n, root, checks) VALUES (?, ?, ?, ?)", prefix)),
      m_home(db, "SELECT region FROM tenant_homes WHERE tenant = ? AND epoch = ?") {}

TreeWriter::Tree TreeWriter::load(const TreeKey& key) {
    m_select.bind(1, key.region);
    m_select.bind(2, key.tenant);
    m_select.bind(3, key.epoch);
    Tree tree;
    if (m_select.step()) {
        tree.code = m_select.integer(0);
        auto range = CompactRange::restore(static_cast<std::uint64_t>(m_select.integer(1)), m_select.bytes(2));
        if (!range)
            throw sqlite::Failure(Error{ErrorCode::FileCorrupt, "a tree's roots are not those of its size", {}});
        tree.range = std::move(*range);
        tree.firstN = numberOrNull(m_select, 3);
        tree.checks = m_select.text(4);
        tree.last = {{m_select.integer(5), static_cast<std::int32_t>(m_select.integer(6))}, m_select.integer(7)};
    }
    m_select.reset();
    return tree;
}

TreeHead TreeWriter::headOf(std::int64_t tenant, std::int32_t epoch) {
    m_home.bind(1, tenant);
    m_home.bind(2, epoch);
    const std::int64_t region = m_home.step() ? m_home.integer(0) : 0;
    m_home.reset();
    const TreeKey key{region, tenant, epoch};
    const auto held = m_trees.find(key);
    const CompactRange range = held != m_trees.end() ? held->second.range : load(key).range;
    return {range.size(), range.root(m_hasher.sha())};
}

TreeWriter::Tree& TreeWriter::treeOf(const TreeKey& key, const TenantId& tenant) {
    if (m_last != nullptr && m_lastKey == key)
        return *m_last;
    auto found = m_trees.find(key);
    if (found == m_trees.end()) {
        Tree tree = load(key);
        const bool isFirst = tree.range.size() == 0;
        found = m_trees.emplace(key, std::move(tree)).first;
        if (isFirst && key.epoch > 1) {
            const TreeHead closed = headOf(key.tenant, key.epoch - 1);
            append(found->second, key, m_hasher.epochHash(tenant, key.epoch - 1, closed));
        }
    }
    m_lastKey = key;
    m_last = &found->second;
    return found->second;
}

void TreeWriter::add(const TreeKey& key, const RecordedEvent& event, EventNumber n, const Hash& leaf) {
    Tree& tree = treeOf(key, event.tenant);
    if (!tree.firstN)
        tree.firstN = n.value;
    tree.last = event.key;
    append(tree, key, leaf);
}

void TreeWriter::append(Tree& tree, const TreeKey& key, const Hash& leaf) {
    tree.isDirty = true;
    tree.checks += bytesOf(leaf).substr(0, kCheckSize);
    const auto block = tree.range.append(m_hasher.sha(), leaf);
    if (!block)
        return;
    if (tree.code == 0)
        save(key, tree);
    const auto number = static_cast<std::int64_t>(tree.range.size() / kBlockLeaves) - 1;
    m_insertBlock.bind(1, (tree.code << kBlockBits) | number);
    m_insertBlock.bind(2, tree.firstN.value_or(0));
    m_insertBlock.bindBlob(3, bytesOf(*block));
    m_insertBlock.bindBlob(4, tree.checks);
    m_insertBlock.run();
    tree.checks.clear();
    tree.firstN.reset();
}

void TreeWriter::save(const TreeKey& key, Tree& tree) {
    sqlite::Statement& save = tree.code == 0 ? m_insert : m_update;
    const std::string roots = tree.range.bytes();
    save.bind(1, static_cast<std::int64_t>(tree.range.size()));
    save.bindBlob(2, roots);
    if (tree.firstN)
        save.bind(3, *tree.firstN);
    else
        save.bindNull(3);
    save.bindBlob(4, tree.checks);
    save.bind(5, tree.last.position.major);
    save.bind(6, tree.last.position.minor);
    save.bind(7, tree.last.inTxOrder);
    if (tree.code == 0) {
        save.bind(8, key.region);
        save.bind(9, key.tenant);
        save.bind(10, key.epoch);
    } else {
        save.bind(8, tree.code);
    }
    save.run();
    if (tree.code == 0)
        tree.code = sqlite3_last_insert_rowid(m_db);
    tree.isDirty = false;
}

void TreeWriter::flush() {
    for (auto& [key, tree] : m_trees)
        if (tree.isDirty)
            save(key, tree);
    if (m_trees.size() > kMostHeld) {
        m_trees.clear();
        m_last = nullptr;
    }
}

} // namespace muniment
