#include "models/items/kept_lines.h"

#include <algorithm>

namespace muniment {

namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// Takes the first line off `text`.
std::string_view nextLine(std::string_view& text) {
    const auto end = text.find('\n');
    const auto line = trimmed(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    return line;
}

} // namespace

std::string printKeptLine(std::string_view key, std::string_view value) {
    std::string line = std::string(key) + ": " + std::string(value);
    std::ranges::replace(line, '\n', ' ');
    std::ranges::replace(line, '\r', ' ');
    return line + '\n';
}

std::optional<std::vector<KeptLine>> parseKeptLines(std::string_view text, std::string_view format) {
    if (nextLine(text) != format)
        return std::nullopt;
    std::vector<KeptLine> lines;
    while (!text.empty()) {
        const auto line = nextLine(text);
        if (const auto colon = line.find(':'); colon != std::string_view::npos)
            lines.push_back({trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1))});
    }
    return lines;
}

} // namespace muniment
