// What every bundle carries along, built into the program from resources/integrity.
#pragma once

#include <string>
#include <string_view>

namespace muniment {

/// "verify.sh", "leaf_v1.md", "bundle_v1.md".
[[nodiscard]] std::string integrityResource(std::string_view name);

} // namespace muniment
