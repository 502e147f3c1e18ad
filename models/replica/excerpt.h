// A file that holds chosen events of logs, and not the logs: what an evidence bundle is read as.
#pragma once

#include "models/replica/replica.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

struct sqlite3;

namespace muniment {

/// As Replica::create(). What is written to the file has no trees, since a tree cannot be grown from some of its
/// leaves, and no event in it is said to be missing. `of` names what the events were chosen from.
[[nodiscard]] Result<std::unique_ptr<Replica>> createExcerpt(const std::filesystem::path& file,
                                                             const ReplicaSettings& settings, const std::string& of);
/// Absent: the file holds whole logs.
[[nodiscard]] Result<std::optional<std::string>> excerptOf(Snapshot& snapshot);
/// Throws sqlite::Failure.
[[nodiscard]] bool isExcerpt(sqlite3* db);

} // namespace muniment
