// Rules that colour the timeline's rows: ordered, named, each a filter. In the workspace file, outside the read models.
#pragma once

#include "models/replica/snapshot.h"

#include <string>
#include <vector>

struct sqlite3;

namespace muniment {

struct ColourRule {
    std::string name;   ///< unique in the file
    std::string filter; ///< in the filter language
    std::string colour; ///< a name of the window's palette of row colours, see ui/look; light and dark have their own
    bool isEnabled = true;

    bool operator==(const ColourRule&) const = default;
};

/// In their order: the first that matches a row colours it.
[[nodiscard]] Result<std::vector<ColourRule>> colourRules(Snapshot& snapshot);

/// Replaces all of them. Throws sqlite::Failure, also when a name occurs twice.
void writeColourRules(sqlite3* db, const std::vector<ColourRule>& rules);

} // namespace muniment
