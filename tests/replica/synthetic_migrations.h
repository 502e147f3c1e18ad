// Versions that never were, so that the way from one to the next is tested before the first real one comes.
#pragma once

#include "models/replica/migrations.h"
#include "models/replica/sqlite.h"
#include "tests/replica/sample_log.h"

#include <array>

namespace muniment::test {

constexpr int kKilledBatch = 200;
/// Events that one change annotates.
constexpr int kAnnotatedTogether = 150;

/// The log that the crash tests write.
inline SampleLogSettings killedLog() {
    SampleLogSettings settings;
    settings.seed = 99;
    settings.isRough = true;
    return settings;
}

/// Version 2 copies and changes every event in several statements; version 3 builds on what 2 made.
inline std::span<const Migration> syntheticMigrations() {
    static const std::array<Migration, 3> steps{
        Migration{1, [](sqlite3*) {}},
        Migration{2,
                  [](sqlite3* db) {
                      sqlite::execute(db, "CREATE TABLE second (n INTEGER PRIMARY KEY, id BLOB)");
                      sqlite::execute(db, "INSERT INTO second SELECT n, event_id FROM events");
                      sqlite::execute(db, "ALTER TABLE events ADD COLUMN extra INTEGER NOT NULL DEFAULT 0");
                      sqlite::execute(db, "UPDATE events SET extra = sequence");
                  }},
        Migration{3, [](sqlite3* db) {
                      sqlite::execute(db, "CREATE INDEX second_by_id ON second (id)");
                      sqlite::execute(db, "DELETE FROM second WHERE n % 2 = 0");
                  }}};
    return steps;
}

} // namespace muniment::test
