#include "app/cli/showing.h"

#include <algorithm>

namespace muniment::cli {

std::string labelOf(const std::string& field) {
    std::string label;
    for (const char c : field) {
        if (c >= 'A' && c <= 'Z') {
            label += ' ';
            label += static_cast<char>(c - 'A' + 'a');
        } else {
            label += c;
        }
    }
    return label;
}

void printFields(const std::vector<std::pair<std::string, RecordValue>>& values, Output& output) {
    std::size_t width = 0;
    for (const auto& [name, value] : values)
        width = std::max(width, labelOf(name).size());
    for (const auto& [name, value] : values) {
        auto label = labelOf(name);
        label.resize(width, ' ');
        output.line(label + "  " + escaped(value.text));
    }
    output.line("");
}

void printParts(const std::vector<ShownPart>& parts, Output& output) {
    for (const auto& part : parts) {
        if (part.objects.empty())
            continue;
        for (const auto& line : part.table.lines())
            output.line(line);
        output.line("");
    }
}

} // namespace muniment::cli
