// How a filter's value is compared with a text.
#pragma once

#include "models/timeline/filter/filter.h"

#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// A value's text, or with wildcards its parts; each `*` stands for any number of any bytes.
class TextPattern {
public:
    enum class Compare { Whole, Folded };

    TextPattern(const FilterValue& value, Compare compare);

    /// `text` is folded when the comparison is.
    [[nodiscard]] bool matches(std::string_view text) const;

    [[nodiscard]] bool hasWildcard() const { return m_parts.size() > 1; }

    /// Without a wildcard the text itself; with one what must come before it.
    [[nodiscard]] const std::string& beginning() const { return m_parts.front(); }

    /// There is a wildcard, and nothing else.
    [[nodiscard]] bool isAnything() const;

private:
    std::vector<std::string> m_parts; ///< between the wildcards; at least one
};

} // namespace muniment
