// Grows the tenants' trees in the writer's transaction.
#pragma once

#include "models/domain/event.h"
#include "models/merkle/compact_range.h"
#include "models/merkle/leaf.h"
#include "models/replica/event_number.h"
#include "models/replica/sqlite.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

namespace muniment {

/// Which tree: codes of the file.
struct TreeKey {
    std::int64_t region = 0;
    std::int64_t tenant = 0;
    std::int32_t epoch = 1;

    bool operator==(const TreeKey&) const = default;
};

/// Used inside a transaction; made anew after a rollback. May throw sqlite::Failure.
class TreeWriter {
public:
    /// `prefix`: of the tables' names.
    explicit TreeWriter(sqlite3* db, const std::string& prefix = "tree_");

    /// The next event of the tree's log. A first event of a later epoch needs the epoch before, whole, in these tables.
    void add(const TreeKey& key, const RecordedEvent& event, EventNumber n, const Hash& leaf);
    /// Writes what has grown. Before every commit.
    void flush();

private:
    struct Tree {
        std::int64_t code = 0; ///< 0: not in the file yet
        CompactRange range;
        std::optional<std::int64_t> firstN;
        std::string checks;
        LogKey last;
        bool isDirty = false;
    };

    struct KeyHash {
        std::size_t operator()(const TreeKey& key) const noexcept {
            return static_cast<std::size_t>(key.tenant * 1'000'003 + key.region * 8'191 + key.epoch);
        }
    };

    [[nodiscard]] Tree& treeOf(const TreeKey& key, const TenantId& tenant);
    [[nodiscard]] Tree load(const TreeKey& key);
    void save(const TreeKey& key, Tree& tree);
    void append(Tree& tree, const TreeKey& key, const Hash& leaf);
    /// How the tenant's epoch ended, in the region where it lived; without leaves when the file does not know.
    [[nodiscard]] TreeHead headOf(std::int64_t tenant, std::int32_t epoch);

    sqlite3* m_db;
    LeafHasher m_hasher;
    sqlite::Statement m_select, m_insert, m_update, m_insertBlock, m_home;
    std::unordered_map<TreeKey, Tree, KeyHash> m_trees;
    TreeKey m_lastKey;
    Tree* m_last = nullptr; ///< of m_lastKey
};

} // namespace muniment
