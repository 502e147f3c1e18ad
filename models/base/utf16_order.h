// The key order of RFC 8785 §3.2.3: by UTF-16 code units, which differs from byte order above U+FFFF.
#pragma once

#include <string_view>

namespace muniment {

/// Negative, zero or positive like memcmp. Both texts are valid UTF-8.
[[nodiscard]] int compareAsUtf16(std::string_view a, std::string_view b);

} // namespace muniment
