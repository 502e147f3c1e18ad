// Views that a person named: a filter and the columns it is looked at with. In the workspace file, outside the read
// models: no rebuild touches them.
#pragma once

#include "models/replica/snapshot.h"

#include <string>
#include <vector>

struct sqlite3;

namespace muniment {

struct SavedView {
    std::string name;    ///< unique in the file
    std::string filter;  ///< in the filter language
    std::string columns; ///< as the window arranges them; empty: as they are

    bool operator==(const SavedView&) const = default;
};

/// In the order the person gave them.
[[nodiscard]] Result<std::vector<SavedView>> savedViews(Snapshot& snapshot);

/// Replaces all of them. Throws sqlite::Failure, also when a name occurs twice.
void writeSavedViews(sqlite3* db, const std::vector<SavedView>& views);

} // namespace muniment
