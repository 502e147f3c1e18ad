// Making, opening and judging the file itself: header, version, mode, connections.
#pragma once

#include "models/base/result.h"
#include "models/replica/migrations.h"

#include <SQLiteCpp/Database.h>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>

namespace muniment {

/// "Muni" in the header's application id.
constexpr int kApplicationId = 0x4D756E69;
constexpr int kPageSize = 8192;
constexpr int kWriterCacheKiB = 32 * 1024;
/// The WAL grows to about 160 MB before the writer copies it into the file, and is then written over from its start.
constexpr int kAutoCheckpointPages = 20'000;

/// A new file with the tables of the newest version and what `fill` adds. It gets its name only when it is whole:
/// FileExists when there is one by then. Mode 0600.
[[nodiscard]] Result<void> createReplicaFile(const std::filesystem::path& file,
                                             const std::function<void(sqlite3*)>& fill);
/// Brings all of a file that nobody here has open into the file itself, so that it has no -wal and -shm beside it.
/// FileInUse (context "readers") when another process has it open.
[[nodiscard]] Result<void> leaveWal(const std::filesystem::path& file);
/// `by` takes the place and name of `file`, at once and for good.
[[nodiscard]] Result<void> replaceFile(const std::filesystem::path& file, const std::filesystem::path& by);
/// Reads the header only and changes nothing: FileMissing, FileError (a folder), NotAWorkspace, FileCorrupt,
/// FileTooNew.
[[nodiscard]] Result<void> checkHeader(const std::filesystem::path& file);
/// The connection that writes, and checkpoints where no Checkpointer does. Migrates by `steps`, then checks the
/// structure. The caller holds the writer's lock.
[[nodiscard]] Result<std::unique_ptr<SQLite::Database>> openWriter(const std::filesystem::path& file,
                                                                   std::span<const Migration> steps);
/// A connection beside the writer's that does nothing but checkpoint, for Checkpointer.
[[nodiscard]] Result<std::unique_ptr<SQLite::Database>> openForCheckpoints(const std::filesystem::path& file);
/// A connection that can only read, and never checkpoints (SQLite 3.40 can corrupt the file when two do). A file in a
/// folder that cannot be written is opened without its locks when no WAL lies beside it.
[[nodiscard]] Result<std::unique_ptr<SQLite::Database>> openReader(const std::filesystem::path& file);
/// Refuses a file that lacks pages, tables or the events its runs speak of, in time that does not grow with the file.
/// Throws sqlite::Failure.
void checkStructure(sqlite3* db, const std::filesystem::path& file);

} // namespace muniment
