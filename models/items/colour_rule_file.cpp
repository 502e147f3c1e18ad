#include "models/items/colour_rule_file.h"

#include "models/items/kept_lines.h"
#include "models/timeline/filter/filter.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr std::string_view kFormat = "Muniment colour rules 1";

Error wrong(const char* field, const std::string& rule = {}) {
    return {ErrorCode::InvalidInput, "no colour rules", {{"field", field}, {"value", rule}}};
}

void take(std::string_view key, std::string_view value, std::vector<ColourRule>& rules) {
    if (key == "rule")
        rules.push_back({std::string(value), {}, "grey", true});
    else if (rules.empty())
        return;
    else if (key == "filter")
        rules.back().filter = value;
    else if (key == "colour")
        rules.back().colour = value;
    else if (key == "enabled")
        rules.back().isEnabled = value != "no";
}

} // namespace

std::string printColourRules(const std::vector<ColourRule>& rules) {
    std::string text(kFormat);
    text += '\n';
    for (const ColourRule& rule : rules) {
        text += '\n' + printKeptLine("rule", rule.name) + printKeptLine("colour", rule.colour) +
                printKeptLine("filter", rule.filter);
        if (!rule.isEnabled)
            text += printKeptLine("enabled", "no");
    }
    return text;
}

Result<std::vector<ColourRule>> parseColourRules(std::string_view text) {
    const auto lines = parseKeptLines(text, kFormat);
    if (!lines)
        return tl::unexpected(wrong("format"));
    std::vector<ColourRule> rules;
    for (const auto& [key, value] : *lines)
        take(key, value, rules);
    for (auto rule = rules.begin(); rule != rules.end(); ++rule) {
        const bool isTwin =
            std::any_of(rules.begin(), rule, [&](const auto& other) { return other.name == rule->name; });
        if (rule->name.empty() || isTwin)
            return tl::unexpected(wrong("rule", rule->name));
        if (rule->filter.empty() || !parseFilter(rule->filter).filter)
            return tl::unexpected(wrong("filter", rule->name));
    }
    return rules;
}

} // namespace muniment
