// Versions that are not there yet: the way from one to the next is tested on steps that take long enough to be killed
// in.
#pragma once

#include "models/replica/migrations.h"
#include "models/replica/replica.h"
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

/// The first copies and changes every event in several statements; the second builds on what it made.
inline std::span<const Migration> syntheticMigrations() {
    static const std::array<Migration, 2> steps{
        Migration{kReplicaSchemaVersion + 1,
                  [](sqlite3* db) {
                      sqlite::execute(db, "CREATE TABLE second (n INTEGER PRIMARY KEY, id BLOB)");
                      sqlite::execute(db, "INSERT INTO second SELECT n, event_id FROM events_1");
                      sqlite::execute(db, "ALTER TABLE events_1 ADD COLUMN extra INTEGER NOT NULL DEFAULT 0");
                      sqlite::execute(db, "UPDATE events_1 SET extra = sequence");
                  }},
        Migration{kReplicaSchemaVersion + 2, [](sqlite3* db) {
                      sqlite::execute(db, "CREATE INDEX second_by_id ON second (id)");
                      sqlite::execute(db, "DELETE FROM second WHERE n % 2 = 0");
                  }}};
    return steps;
}

} // namespace muniment::test
