// The mappings of a workspace's intake, kept in the file outside the read models. The file does not read them: they are
// one text of JSON here.
#pragma once

#include "models/replica/snapshot.h"

#include <string>

struct sqlite3;

namespace muniment {

/// Empty where none were ever kept.
[[nodiscard]] Result<std::string> intakeMappingsText(Snapshot& snapshot);
/// Replaces it. Throws sqlite::Failure.
void writeIntakeMappingsText(sqlite3* db, const std::string& json);

} // namespace muniment
