// The trees as something that is rebuilt from the events.
#pragma once

#include "models/replica/rebuild.h"
#include "models/replica/trees/tree_layout.h"
#include "models/replica/trees/tree_writer.h"

#include <memory>
#include <string>

namespace muniment {

class TreeRebuild final : public RebuildTarget {
public:
    explicit TreeRebuild(sqlite3* db);

    [[nodiscard]] const std::string& name() const override { return kTreesName; }

    [[nodiscard]] int version() const override { return 1; }

    void create(std::int64_t generation) override;
    void open(std::int64_t generation) override;
    /// All but the events of tenants that have moved.
    void project(std::int64_t run, std::int64_t from, std::int64_t to) override;
    /// Those: epoch by epoch, since each begins with the end of the one before.
    void finish() override;
    void flush() override;
    void swap(std::int64_t generation) override;

private:
    void take(const sqlite::Statement& row, std::int64_t run);

    sqlite3* m_db;
    LeafHasher m_hasher;
    std::unique_ptr<TreeWriter> m_shadow;
};

/// Makes the tables, and in them the trees of the events that the file has. Inside a transaction.
void createTrees(sqlite3* db);

} // namespace muniment
