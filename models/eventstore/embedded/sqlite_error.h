// SQLite's result codes as errors a caller can act on.
#pragma once

#include "models/base/result.h"

#include <filesystem>

namespace SQLite {
class Exception;
}

namespace muniment {

/// Context "file". SQLITE_INTERRUPT is Cancelled, SQLITE_BUSY is Timeout: the busy timeout has passed already.
[[nodiscard]] tl::unexpected<Error> sqliteFailure(const SQLite::Exception& exception,
                                                  const std::filesystem::path& file);

} // namespace muniment
