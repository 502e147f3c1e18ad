// A place in a region's log as people read it.
#pragma once

#include "models/base/position.h"

#include <string>

namespace muniment {

/// "81204112/17", with the position in the form of the database that it is of.
[[nodiscard]] std::string formatLogKey(const LogKey& key);

} // namespace muniment
