// What the file's SQL can ask about versions beside SQLite's own functions.
#pragma once

#include "models/replica/snapshot.h"

#include <string>

struct sqlite3;

namespace muniment {

/// seen(bounds, from_n, to_n): whether what began with one event and ended with another (NULL: not yet) is seen within
/// bounds: boundsBytes(), or NULL for everything the file holds.
/// holds(text, name, id, searched): whether a listing's texts, see listed_names.h, hold the folded text anywhere;
/// in an id that is a UUID four characters of it or more.
/// stored_id_text(id): the text of an id as stored_id.h writes it; packed_id(text): the reverse.
/// time_text(micros): the instant as formatInstant() writes it; '' for NULL.
/// On every connection that reads the file. Throws sqlite::Failure.
void addVersionFunctions(sqlite3* db);

/// The bounds as seen() takes them: for each run from 0 on, eight bytes of the number of its last event inside.
[[nodiscard]] std::string boundsBytes(const RunBounds& bounds);

} // namespace muniment
