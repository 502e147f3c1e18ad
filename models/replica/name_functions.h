// What the file's SQL can ask about names beside SQLite's own functions.
#pragma once

struct sqlite3;

namespace muniment {

/// folded_lines(text, …): each text as foldName() makes it, one a line. What lists and filters search for names in; it
/// is made when it is asked for, since a stored copy would be a quarter of every version. On every connection that
/// reads the file. Throws sqlite::Failure.
void addNameFunctions(sqlite3* db);

} // namespace muniment
