// Lines of words with one space between them, as entries of bundles have them.
#pragma once

#include <charconv>
#include <string_view>

namespace muniment {

/// Takes the first word off the line, with the space behind it.
inline std::string_view takeWord(std::string_view& line) {
    const auto end = line.find(' ');
    const auto word = line.substr(0, end);
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
    return word;
}

/// False when `text` is no number, or more than one.
template <class Number>
[[nodiscard]] bool readNumber(std::string_view text, Number& value) {
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && stop == text.data() + text.size();
}

} // namespace muniment
