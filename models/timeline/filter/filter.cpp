#include "models/timeline/filter/filter.h"

#include "models/base/utf8.h"
#include "models/timeline/filter/filter_parser.h"

namespace muniment {

bool FilterAnd::operator==(const FilterAnd&) const = default;
bool FilterOr::operator==(const FilterOr&) const = default;
bool FilterNot::operator==(const FilterNot&) const = default;

bool FilterNode::operator==(const FilterNode& other) const {
    return kind == other.kind;
}

ParsedFilter parseFilter(std::string_view text) {
    if (text.size() > kMaxFilterBytes)
        return {{}, FilterError{FilterFault::TooLong, {kMaxFilterBytes, text.size() - kMaxFilterBytes}, {}}};
    if (const std::size_t valid = validUtf8Length(text); valid < text.size())
        return {{}, FilterError{FilterFault::InvalidUtf8, {valid, 1}, {}}};
    return FilterParser(text).parse();
}

} // namespace muniment
