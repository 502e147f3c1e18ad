// The language's characters and operator words. Reading and printing share them, so that what is printed reads back.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace muniment {

enum class FilterKeyword : unsigned char { And, Or, Not };

/// ASCII letters in any case; everything else byte by byte.
[[nodiscard]] bool isEqualAnyCase(std::string_view a, std::string_view b);

/// Bytes of the blank at the text's beginning, also of blanks beyond ASCII (no-break, ideographic …); 0 for none.
[[nodiscard]] std::size_t blankLength(std::string_view text);
/// `"`, `(` or `)`: ends a word as a blank does.
[[nodiscard]] bool isWordEnd(char c);
/// Begins a comparison: `:`, `=`, `<` or `>`.
[[nodiscard]] bool isOperatorSign(char c);
/// A letter begins a field's name; letters, digits, `_`, `-` and `.` continue it.
[[nodiscard]] bool isFieldNameStart(char c);
[[nodiscard]] bool isFieldNamePart(char c);
/// The whole word is and, or, not, in any case.
[[nodiscard]] std::optional<FilterKeyword> filterKeyword(std::string_view word);

} // namespace muniment
