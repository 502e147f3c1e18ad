#include "models/items/colour_rule_file.h"

#include "models/timeline/filter/filter.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr std::string_view kFormat = "Muniment colour rules 1";

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
        text += "\nrule: " + inOneLine(rule.name) + "\ncolour: " + inOneLine(rule.colour) +
                "\nfilter: " + inOneLine(rule.filter) + "\n";
        if (!rule.isEnabled)
            text += "enabled: no\n";
    }
    return text;
}

Result<std::vector<ColourRule>> parseColourRules(std::string_view text) {
    std::vector<ColourRule> rules;
    bool isFirst = true;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = trimmed(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (std::exchange(isFirst, false)) {
            if (line != kFormat)
                return tl::unexpected(wrong("format"));
        } else if (const auto colon = line.find(':'); colon != std::string_view::npos) {
            take(trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)), rules);
        }
    }
    if (isFirst)
        return tl::unexpected(wrong("format"));
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
