#include "models/eventstore/postgres/server_words.h"

#include <algorithm>

namespace muniment::postgres {

namespace {

constexpr std::string_view kBlanks = " \t\r";
constexpr std::string_view kSourceOfServer = "LOCATION:";

std::string_view trimmed(std::string_view line) {
    const std::size_t first = line.find_first_not_of(kBlanks);
    return first == std::string_view::npos ? std::string_view()
                                           : line.substr(first, line.find_last_not_of(kBlanks) - first + 1);
}

} // namespace

std::string oneLine(std::string_view words) {
    std::string folded;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find('\n'), words.size());
        const std::string_view raw = words.substr(0, end);
        words.remove_prefix(std::min(end + 1, words.size()));
        const std::string_view line = trimmed(raw);
        if (line.empty() || line.starts_with(kSourceOfServer))
            continue;
        if (!folded.empty())
            folded += raw.front() == '\t' || folded.back() == ':' ? " " : "; ";
        folded += line;
    }
    return folded;
}

} // namespace muniment::postgres
