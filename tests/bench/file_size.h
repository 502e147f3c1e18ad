// Where the bytes of a workspace file are.
#pragma once

#include "tests/bench/report.h"

#include <filesystem>

namespace muniment::bench {

struct FileSize {
    double bytesPerEvent = 0;
    Section tables{"tables"}; ///< bytes per event of each table and index, the largest first
};

/// Of a file that nobody has open; `events` are those it holds.
[[nodiscard]] FileSize measureFileSize(const std::filesystem::path& file, double events);

} // namespace muniment::bench
