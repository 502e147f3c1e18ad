// How an aggregate's id lies in the file. Most aggregates are sessions, named by UUIDs, which nobody looks up by the
// beginning of their text: 16 bytes in place of 36.
#pragma once

#include "models/base/uuid.h"
#include "models/replica/sqlite.h"

#include <optional>
#include <string>
#include <string_view>

namespace muniment {

/// Nothing where the UUID's text would not be exactly `id`.
[[nodiscard]] std::optional<Uuid> packAggregateId(std::string_view id);

/// The text of aggregates.id, which is a TEXT, or a BLOB of 16 bytes. Throws sqlite::Failure with FileCorrupt for a
/// BLOB of another length.
[[nodiscard]] std::string aggregateIdOf(const sqlite::Statement& row, int column);

/// A UUID of 16 bytes; else throws sqlite::Failure with FileCorrupt.
[[nodiscard]] Uuid uuidOf(std::string_view bytes);

} // namespace muniment
