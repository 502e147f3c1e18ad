// Commands that a person collects before any of them is sent, kept in the workspace file so that a crash loses none.
// The file does not read them: they are lines of text here.
#pragma once

#include "models/base/instant.h"
#include "models/base/uuid.h"
#include "models/replica/snapshot.h"

#include <optional>
#include <string>
#include <vector>

struct sqlite3;

namespace muniment {

struct StagedLine {
    Uuid id;
    std::string line;
    std::optional<Instant> queuedAt = {}; ///< it waits for its region since

    bool operator==(const StagedLine&) const = default;
};

/// In the order in which they are to be sent.
[[nodiscard]] Result<std::vector<StagedLine>> stagedLines(Snapshot& snapshot);

/// Replaces all of them. Throws sqlite::Failure, also when an id occurs twice.
void writeStagedLines(sqlite3* db, const std::vector<StagedLine>& lines);

/// How much a person has to look at before something is sent; "direct", "wide" or "always" in the file.
enum class GuardLevel {
    Direct, ///< what is reversible is just done
    Wide,   ///< what reaches beyond one thing is previewed first
    Always, ///< everything is previewed, and wants a reason
};
[[nodiscard]] std::string_view guardLevelName(GuardLevel level);

/// Direct where none was set.
[[nodiscard]] Result<GuardLevel> guardLevel(Snapshot& snapshot);
void writeGuardLevel(sqlite3* db, GuardLevel level);

} // namespace muniment
