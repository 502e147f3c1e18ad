// What can be told of JSON bytes without parsing them into a tree: never recurses, one pass each.
#pragma once

#include <string_view>

namespace muniment {

/// Deepest nesting of arrays and objects, brackets inside strings aside. Stops counting beyond `limit`.
[[nodiscard]] int nestingDepth(std::string_view json, int limit);
/// A number by the grammar of RFC 8259.
[[nodiscard]] bool isNumberToken(std::string_view token);
/// True when every token outside strings that begins like a number is one by the grammar.
[[nodiscard]] bool hasOnlyWellFormedNumbers(std::string_view json);
/// A \u escape of half a surrogate pair that has no other half.
[[nodiscard]] bool hasLoneSurrogateEscape(std::string_view json);
/// A NUL, as a byte or as \u0000.
[[nodiscard]] bool hasNul(std::string_view json);

} // namespace muniment
