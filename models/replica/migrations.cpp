#include "models/replica/migrations.h"

#include "models/replica/index/index_rebuild.h"
#include "models/replica/projections/read_model.h"
#include "models/replica/replica.h"
#include "models/replica/resources.h"
#include "models/replica/sqlite.h"

#include <array>
#include <string>

namespace muniment {

namespace {

void createVersion1(sqlite3* db) {
    for (const char* name : {"schema_v1.sql", "index_v1.sql", "saved_views_v1.sql", "colour_rules_v1.sql",
                             "annotations_v1.sql", "staged_changes_v1.sql"})
        sqlite::execute(db, replicaResource(name));
    sqlite::Statement add(db, "INSERT INTO read_models (name, version, generation) VALUES (?, ?, 1)");
    const auto addName = [&](std::string_view name, int version) {
        add.bindText(1, name);
        add.bind(2, version);
        add.run();
    };
    for (const ReadModelDescription& model : readModels()) {
        sqlite::execute(db, replicaResource(model.ddlResource.c_str()));
        addName(model.name, model.version);
    }
    addName(kIndexName, 1);
}

/// What version 1 kept stays as it was.
void bringToVersion2(sqlite3* db) {
    sqlite::execute(db, replicaResource("tenant_zones_v2.sql"));
}

} // namespace

std::span<const Migration> replicaMigrations() {
    static const std::array<Migration, kReplicaSchemaVersion> steps{Migration{1, createVersion1},
                                                                    Migration{2, bringToVersion2}};
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
