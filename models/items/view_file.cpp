#include "models/items/view_file.h"

#include "models/items/kept_lines.h"
#include "models/timeline/filter/filter.h"

#include <map>

namespace muniment {

namespace {

constexpr std::string_view kFormat = "Muniment view 1";

} // namespace

std::string printViewFile(const SavedView& view) {
    std::string text(kFormat);
    text += '\n' + printKeptLine("name", view.name) + printKeptLine("filter", view.filter);
    if (!view.columns.empty())
        text += printKeptLine("columns", view.columns);
    return text;
}

Result<SavedView> parseViewFile(std::string_view text) {
    const auto wrong = [](const char* field) {
        return failure(ErrorCode::InvalidInput, "no view", {{"field", field}});
    };
    const auto lines = parseKeptLines(text, kFormat);
    if (!lines)
        return wrong("format");
    std::map<std::string_view, std::string_view> values;
    for (const auto& [key, value] : *lines)
        values.emplace(key, value);
    SavedView view{std::string(values["name"]), std::string(values["filter"]), std::string(values["columns"])};
    if (view.name.empty())
        return wrong("name");
    if (!parseFilter(view.filter).filter)
        return wrong("filter");
    return view;
}

} // namespace muniment
