// What cannot stand without quotes, and how it is quoted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace muniment {

/// Where a text stands decides what it must be quoted for.
enum class TextPlace : std::uint8_t { FreeWord, Value, ValueInSet, PayloadPath };

/// True when `text` without quotes would be read as something else. Says nothing of `*`.
[[nodiscard]] bool needsQuotes(std::string_view text, TextPlace place);
/// Appends `text` in quotes, with as few escapes as it can be read back with.
void appendQuoted(std::string& out, std::string_view text);

} // namespace muniment
