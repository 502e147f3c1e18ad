// A saved view as a small text file, to be passed on: what the list shows, without any data in it.
#pragma once

#include "models/replica/saved_views.h"

#include <string>
#include <string_view>

namespace muniment {

/// Lines "key: value" under a first line that names the format; ends with a line feed.
[[nodiscard]] std::string printViewFile(const SavedView& view);
/// InvalidInput, "field" = what is missing or wrong: "format", "name" or "filter" (which must be one). Unknown lines
/// are passed over, so that a later version may add some.
[[nodiscard]] Result<SavedView> parseViewFile(std::string_view text);

} // namespace muniment
