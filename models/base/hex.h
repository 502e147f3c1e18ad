// Bytes as hexadecimal digits.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace muniment {

/// Two digits a byte, in lower case.
[[nodiscard]] std::string toHex(std::string_view bytes);
/// Absent: `text` is not made of pairs of digits, in either case.
[[nodiscard]] std::optional<std::string> fromHex(std::string_view text);

} // namespace muniment
