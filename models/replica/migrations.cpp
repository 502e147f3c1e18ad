#include "models/replica/migrations.h"

#include "models/replica/index/index_rebuild.h"
#include "models/replica/projections/read_model.h"
#include "models/replica/replica.h"
#include "models/replica/resources.h"
#include "models/replica/sqlite.h"
#include "models/replica/trees/tree_rebuild.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace muniment {

namespace {

void addName(sqlite3* db, std::string_view name, int version) {
    sqlite::Statement add(db, "INSERT INTO read_models (name, version, generation) VALUES (?, ?, 1)");
    add.bindText(1, name);
    add.bind(2, version);
    add.run();
}

/// Those that the file does not have.
void createReadModels(sqlite3* db) {
    for (const ReadModelDescription& model : readModels()) {
        sqlite::Statement known(db, "SELECT 1 FROM read_models WHERE name = ?");
        known.bindText(1, model.name);
        if (known.step())
            continue;
        sqlite::execute(db, replicaResource(model.ddlResource.c_str()));
        addName(db, model.name, model.version);
    }
}

void createVersion1(sqlite3* db) {
    for (const char* name : {"schema_v1.sql", "index_v1.sql", "saved_views_v1.sql", "colour_rules_v1.sql",
                             "annotations_v1.sql", "staged_changes_v1.sql"})
        sqlite::execute(db, replicaResource(name));
    createReadModels(db);
    addName(db, kIndexName, 1);
}

/// What version 1 kept stays as it was.
void bringToVersion2(sqlite3* db) {
    sqlite::execute(db, replicaResource("tenant_zones_v2.sql"));
}

/// Access reviews: nobody wrote of them before this version, so their tables begin empty.
void bringToVersion3(sqlite3* db) {
    createReadModels(db);
}

/// Tenants move: whoever wrote before knew of no move.
void bringToVersion4(sqlite3* db) {
    sqlite::execute(db, replicaResource("tenant_homes_v4.sql"));
}

/// Whoever wrote before had no policy, which allows everything.
void bringToVersion5(sqlite3* db) {
    sqlite::execute(db, replicaResource("replica_policy_v5.sql"));
}

/// Whoever wrote before kept no trees: they are made from the events, which takes about five seconds a million.
void bringToVersion6(sqlite3* db) {
    createTrees(db);
}

/// The first kCheckSize bytes of each of the four that version 6 kept; `checks` of as many leaves.
std::string shortened(std::string_view checks, std::size_t leaves) {
    constexpr std::size_t kBefore = 4;
    if (checks.size() != leaves * kBefore)
        return std::string(checks); // of this version, or damaged: the verifier's question
    std::string shorter;
    for (std::size_t leaf = 0; leaf < leaves; ++leaf)
        shorter += checks.substr(leaf * kBefore, kCheckSize);
    return shorter;
}

/// Less is kept of each leaf's hash, so that a block of them is one page.
void bringToVersion7(sqlite3* db) {
    for (const auto& [read, write] :
         {std::pair("SELECT k, 1024, checks FROM tree_blocks", "UPDATE tree_blocks SET checks = ?2 WHERE k = ?1"),
          std::pair("SELECT tree, size % 1024, checks FROM tree_heads",
                    "UPDATE tree_heads SET checks = ?2 WHERE tree = ?1")}) {
        std::vector<std::pair<std::int64_t, std::string>> rows;
        sqlite::Statement select(db, read);
        while (select.step())
            rows.emplace_back(select.integer(0),
                              shortened(select.text(2), static_cast<std::size_t>(select.integer(1))));
        sqlite::Statement update(db, write);
        for (const auto& [key, checks] : rows) {
            update.bind(1, key);
            update.bindBlob(2, checks);
            update.run();
        }
    }
}

} // namespace

std::span<const Migration> replicaMigrations() {
    static const std::array<Migration, kReplicaSchemaVersion> steps{
        Migration{1, createVersion1},  Migration{2, bringToVersion2}, Migration{3, bringToVersion3},
        Migration{4, bringToVersion4}, Migration{5, bringToVersion5}, Migration{6, bringToVersion6},
        Migration{7, bringToVersion7}};
    return steps;
}

int fileVersion(sqlite3* db) {
    return static_cast<int>(sqlite::queryInteger(db, "PRAGMA user_version"));
}

void migrate(sqlite3* db, std::span<const Migration> steps) {
    for (const Migration& step : steps) {
        if (step.to <= fileVersion(db))
            continue;
        sqlite::WriteTransaction transaction(db);
        step.apply(db);
        sqlite::execute(db, "PRAGMA user_version = " + std::to_string(step.to));
        transaction.commit();
    }
}

} // namespace muniment
