// Settings that a workspace keeps in its file outside the read models, each one text of JSON that is replaced as a
// whole. The file does not read them.
#pragma once

#include "models/replica/snapshot.h"

#include <string>

struct sqlite3;

namespace muniment {

enum class KeptText {
    Intake,    ///< its mappings: models/workspace/intake_settings.h
    Residency, ///< its rules: models/regions/residency_settings.h
    Places,    ///< of regions: models/regions/residency_settings.h
    Placement, ///< what servers told when it was checked, so it is not carried to another file: residency_settings.h
};

/// Empty where none was ever kept.
[[nodiscard]] Result<std::string> keptText(Snapshot& snapshot, KeptText which);
/// Replaces it. Throws sqlite::Failure.
void writeKeptText(sqlite3* db, KeptText which, const std::string& json);

} // namespace muniment
