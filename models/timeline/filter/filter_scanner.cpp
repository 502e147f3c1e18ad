#include "models/timeline/filter/filter_scanner.h"

#include "models/timeline/filter/filter_fields.h"

#include <array>

namespace muniment {

namespace {

constexpr std::size_t kLongestKeyword = 3;

bool isPayloadName(std::string_view text) {
    return isEqualAnyCase(text.substr(0, kPayloadPrefix.size()), kPayloadPrefix);
}

bool isOperator(std::string_view text) {
    return !text.empty() && (isOperatorSign(text.front()) || text.starts_with("!="));
}

} // namespace

void FilterScanner::skipBlanks() {
    while (const std::size_t length = blankLength(rest())) {
        m_position += length;
        ++m_steps;
    }
    ++m_steps;
}

std::size_t FilterScanner::wordLength() {
    const auto text = rest();
    std::size_t length = 0;
    while (length < text.size() && !isWordEnd(text[length]) && blankLength(text.substr(length)) == 0)
        ++length;
    m_steps += length + 1;
    return length;
}

std::size_t FilterScanner::pathLength() {
    const auto text = rest();
    std::size_t length = 0;
    while (length < text.size() && !isWordEnd(text[length]) && blankLength(text.substr(length)) == 0 &&
           !isOperator(text.substr(length)))
        ++length;
    m_steps += length + 1;
    return length;
}

std::size_t FilterScanner::conditionNameLength() {
    const auto text = rest();
    if (text.empty() || !isFieldNameStart(text.front()))
        return 0;
    if (isPayloadName(text)) {
        const std::size_t length = pathLength();
        return isOperator(text.substr(length)) ? length : 0;
    }
    std::size_t length = 1;
    while (length < text.size() && isFieldNamePart(text[length]))
        ++length;
    m_steps += length + 1;
    const auto behind = text.substr(length);
    if (!isOperator(behind) || (behind.starts_with("://") && !filterFieldOf(text.substr(0, length))))
        return 0;
    return length;
}

std::optional<FilterKeyword> FilterScanner::keyword() {
    const auto text = rest();
    std::size_t length = 0;
    while (length < text.size() && length <= kLongestKeyword && !isWordEnd(text[length]) &&
           blankLength(text.substr(length)) == 0)
        ++length;
    m_steps += length + 1;
    return filterKeyword(text.substr(0, length));
}

bool FilterScanner::isAtOperator() const {
    return isOperator(rest());
}

bool FilterScanner::isAtComparison() const {
    return isAtOperator() && !isAt(':');
}

FilterOperator FilterScanner::takeOperator() {
    m_steps += 3;
    if (isAt(':'))
        ++m_position;

    struct Sign {
        std::string_view text;
        Comparison comparison;
        bool isNegated;
    };

    static constexpr std::array<Sign, 7> kSigns{{{"<=", Comparison::LessOrEqual, false},
                                                 {">=", Comparison::GreaterOrEqual, false},
                                                 {"!=", Comparison::Equal, true},
                                                 {"==", Comparison::Equal, false},
                                                 {"<", Comparison::Less, false},
                                                 {">", Comparison::Greater, false},
                                                 {"=", Comparison::Equal, false}}};
    for (const auto& sign : kSigns)
        if (rest().starts_with(sign.text)) {
            m_position += sign.text.size();
            return {sign.comparison, sign.isNegated, true};
        }
    return {};
}

std::optional<std::string> FilterScanner::takeQuoted() {
    std::string inside;
    for (++m_position; !isAtEnd(); ++m_position) {
        ++m_steps;
        if (isAt('"')) {
            ++m_position;
            return inside;
        }
        const auto text = rest();
        if (text.starts_with("\\\"") || text.starts_with("\\\\"))
            ++m_position;
        inside += m_text[m_position];
    }
    return std::nullopt;
}

} // namespace muniment
