// Whether a file's index knows words. Two answers, since an index that shall know them must first be rebuilt.
#pragma once

#include "models/base/result.h"

struct sqlite3;

namespace muniment {

class Snapshot;

/// Of the index in use. Throws sqlite::Failure, as all here.
[[nodiscard]] bool hasWordIndex(sqlite3* db);
/// The same as a snapshot sees it; throws nothing.
[[nodiscard]] Result<bool> hasWordIndex(Snapshot& snapshot);
/// Of the next one that is built.
[[nodiscard]] bool wantsWordIndex(sqlite3* db);
[[nodiscard]] Result<bool> wantsWordIndex(Snapshot& snapshot);
/// Inside the writer's transaction. A rebuild under way begins anew.
void writeWordIndex(sqlite3* db, bool isWanted);
/// An index that was built as wanted is in use.
void noteWordIndexBuilt(sqlite3* db);

} // namespace muniment
