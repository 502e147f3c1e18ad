// The form in which names are sorted, compared and searched in the file.
#pragma once

#include <string>
#include <string_view>

namespace muniment {

/// Compatibility-decomposed, without marks (é = e), case-folded, trimmed: "Ärzte Süd " -> "arzte sud". Invalid UTF-8
/// becomes U+FFFD. Thread-safe; ASCII and the letters up to U+024F are quick.
[[nodiscard]] std::string foldName(std::string_view name);
/// The same, added to the end of `out`.
void appendFolded(std::string& out, std::string_view name);

} // namespace muniment
