// What each part of a filter's text is, for colouring it: works on text that is being typed and need not be finished.
#pragma once

#include "models/timeline/filter/filter.h"

#include <string_view>
#include <vector>

namespace muniment {

struct FilterSpan {
    enum class Kind : std::uint8_t { Field, Sign, Value, Keyword, Words };
    Kind kind = Kind::Words;
    TextRange range;

    bool operator==(const FilterSpan&) const = default;
};

/// From left to right, without blanks. Any bytes; linear.
[[nodiscard]] std::vector<FilterSpan> filterSpans(std::string_view text);

} // namespace muniment
