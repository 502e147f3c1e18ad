#include "models/items/view_file.h"

#include "models/timeline/filter/filter.h"

#include <map>

namespace muniment {

namespace {

constexpr std::string_view kFormat = "Muniment view 1";

/// A value takes one line.
std::string inOneLine(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    std::ranges::replace(text, '\r', ' ');
    return text;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

} // namespace

std::string printViewFile(const SavedView& view) {
    std::string text(kFormat);
    text += "\nname: " + inOneLine(view.name) + "\nfilter: " + inOneLine(view.filter);
    if (!view.columns.empty())
        text += "\ncolumns: " + inOneLine(view.columns);
    return text + "\n";
}

Result<SavedView> parseViewFile(std::string_view text) {
    const auto wrong = [](const char* field) {
        return failure(ErrorCode::InvalidInput, "no view", {{"field", field}});
    };
    std::map<std::string_view, std::string_view> values;
    bool isFirst = true;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = trimmed(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (std::exchange(isFirst, false)) {
            if (line != kFormat)
                return wrong("format");
        } else if (const auto colon = line.find(':'); colon != std::string_view::npos) {
            values.emplace(trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
        }
    }
    if (isFirst)
        return wrong("format");
    SavedView view{std::string(values["name"]), std::string(values["filter"]), std::string(values["columns"])};
    if (view.name.empty())
        return wrong("name");
    if (!parseFilter(view.filter).filter)
        return wrong("filter");
    return view;
}

} // namespace muniment
