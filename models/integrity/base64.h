// Base64 as signed notes have it, and its form for links and mail (RFC 4648 §4 and §5).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace muniment {

/// Standard pads; Url does not.
enum class Base64 { Standard, Url };

[[nodiscard]] std::string toBase64(std::string_view bytes, Base64 form = Base64::Standard);
/// Nothing unless `text` is the very text that toBase64() makes of some bytes: with other padding, spare bits that are
/// set or a line's end, two texts would be one signature.
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text, Base64 form = Base64::Standard);

} // namespace muniment
