#include "models/timeline/evaluation/text_pattern.h"

#include "models/replica/name_folding.h"

#include <algorithm>

namespace muniment {

TextPattern::TextPattern(const FilterValue& value, Compare compare) {
    const std::string text = compare == Compare::Folded ? foldName(value.text) : value.text;
    if (!value.hasWildcard) {
        m_parts.push_back(text);
        return;
    }
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t to = std::min(text.find('*', from), text.size());
        m_parts.push_back(text.substr(from, to - from));
        from = to + 1;
    }
}

bool TextPattern::isAnything() const {
    return hasWildcard() && std::all_of(m_parts.begin(), m_parts.end(), [](const auto& part) { return part.empty(); });
}

// The first and the last part are tied to the ends; those between may be taken where they come first.
bool TextPattern::matches(std::string_view text) const {
    if (!hasWildcard())
        return text == m_parts.front();
    const std::string& first = m_parts.front();
    const std::string& last = m_parts.back();
    if (text.size() < first.size() + last.size() || !text.starts_with(first) || !text.ends_with(last))
        return false;
    text.remove_prefix(first.size());
    text.remove_suffix(last.size());
    for (std::size_t i = 1; i + 1 < m_parts.size(); ++i) {
        const auto at = text.find(m_parts[i]);
        if (at == std::string_view::npos)
            return false;
        text.remove_prefix(at + m_parts[i].size());
    }
    return true;
}

} // namespace muniment
