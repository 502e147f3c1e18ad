// Whether a file's index knows words. Two answers, since an index that shall know them must first be rebuilt.
#pragma once

struct sqlite3;

namespace muniment {

/// Of the index in use. Throws sqlite::Failure, as all here.
[[nodiscard]] bool hasWordIndex(sqlite3* db);
/// Of the next one that is built.
[[nodiscard]] bool wantsWordIndex(sqlite3* db);
/// Inside the writer's transaction. A rebuild under way begins anew.
void writeWordIndex(sqlite3* db, bool isWanted);
/// An index that was built as wanted is in use.
void noteWordIndexBuilt(sqlite3* db);

} // namespace muniment
