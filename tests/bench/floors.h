// What the machine can do at most, measured in the same run as the program: rows fetched with nothing done to them, and
// the same rows inserted with nothing derived from them.
#pragma once

#include "models/domain/event.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace muniment::bench {

/// Reads the whole log of `region` in keyset pages of 8,192 binary rows with bare libpq; events per second.
double fetchFloor(const std::string& conninfo, const std::string& region);
/// Inserts the events column by column into one SQLite table (WAL, synchronous=NORMAL, 8 KB pages, a transaction per
/// 65,536 rows) with the C interface; events per second.
double insertFloor(const std::vector<RecordedEvent>& events, const std::filesystem::path& file);

} // namespace muniment::bench
