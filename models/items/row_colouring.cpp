#include "models/items/row_colouring.h"

namespace muniment {

RowColouring rowColouring(const std::vector<ColourRule>& rules) {
    RowColouring colouring;
    for (const ColourRule& rule : rules) {
        auto parsed = parseFilter(rule.filter);
        if (!rule.isEnabled || !parsed.filter)
            continue;
        colouring.rules.push_back(rule);
        colouring.filters.push_back(std::move(*parsed.filter));
    }
    return colouring;
}

} // namespace muniment
