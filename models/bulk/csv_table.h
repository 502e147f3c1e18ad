// A CSV file as people hand it in: read as RFC 4180 has it, with the delimiter found out, and refused by the line where
// it stops being CSV.
#pragma once

#include "models/base/result.h"

#include <iosfwd>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace muniment {

constexpr std::size_t kMostCsvRows = 200'000;
constexpr std::size_t kMostCsvColumns = 100;
constexpr std::size_t kMostCsvCell = 64 * 1024; ///< bytes

struct CsvRow {
    std::size_t line = 0;           ///< where it begins, as an editor counts
    std::vector<std::string> cells; ///< as many as the header has; UTF-8, without blanks around unquoted ones
};

struct CsvTable {
    std::vector<std::string> header;
    std::vector<CsvRow> rows; ///< empty lines are left out
    char delimiter = ',';
};

/// Reads to the end, or to the first thing that is wrong: InvalidInput with the context "fault" (empty, notUtf8, utf16,
/// quoting, columns, tooManyRows, tooManyColumns, cellTooLarge) and "line". Memory is that of the rows; a stream of any
/// size is given up as soon as a limit is passed. `delimiter`: absent, it is the one of , ; tab | that the first line
/// has most of. Cancelled after `stop`.
[[nodiscard]] Result<CsvTable> readCsv(std::istream& in, std::optional<char> delimiter, const std::stop_token& stop);

} // namespace muniment
