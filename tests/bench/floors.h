// What the machine can do at most, measured in the same run as the program: rows fetched with nothing done to them, and
// the same rows inserted with nothing derived from them.
#pragma once

#include "models/domain/event.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace muniment::bench {

struct Floor {
    std::int64_t events = 0;
    double seconds = 0;

    [[nodiscard]] double perSecond() const { return static_cast<double>(events) / seconds; }
};

/// Reads the whole log of `region` in keyset pages of 8,192 binary rows with bare libpq.
Floor fetchFloor(const std::string& conninfo, const std::string& region);
/// Inserts `events` rows column by column into one SQLite table (WAL, synchronous=NORMAL, 8 KB pages, a transaction per
/// 65,536 rows) with the C interface: those of `sample`, over and over.
Floor insertFloor(const std::vector<RecordedEvent>& sample, std::int64_t events, const std::filesystem::path& file);

} // namespace muniment::bench
