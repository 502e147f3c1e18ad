// Numbered steps from one version of the file to the next.
#pragma once

#include <functional>
#include <span>

struct sqlite3;

namespace muniment {

/// Brings a file of version `to - 1` to version `to`. Runs inside a transaction that also sets the file's version: a
/// file is of the old version or of the new one, never between.
struct Migration {
    int to = 0;
    std::function<void(sqlite3*)> apply; ///< throws sqlite::Failure
};

/// The steps this program knows, ascending without a gap, the last one leading to kReplicaSchemaVersion.
[[nodiscard]] std::span<const Migration> replicaMigrations();
/// The version a file says it has.
[[nodiscard]] int fileVersion(sqlite3* db);
/// Applies the steps beyond the file's version, each in a transaction of its own. Throws sqlite::Failure; steps done
/// before stay done.
void migrate(sqlite3* db, std::span<const Migration> steps);

} // namespace muniment
