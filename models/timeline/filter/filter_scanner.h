// Reads a filter's text from left to right: blanks, words, quoted texts, operators. Knows no grammar.
#pragma once

#include "models/timeline/filter/filter.h"
#include "models/timeline/filter/filter_text.h"

#include <optional>
#include <string>
#include <string_view>

namespace muniment {

/// What stands between a field and its value. `!=` is Equal, negated.
struct FilterOperator {
    Comparison comparison = Comparison::Equal;
    bool isNegated = false;
    bool mayHaveBlank = false; ///< between it and the value
};

/// Does not own the text. Every byte is looked at a bounded number of times; steps() proves it.
class FilterScanner {
public:
    explicit FilterScanner(std::string_view text) : m_text(text) {}

    [[nodiscard]] std::size_t position() const { return m_position; }

    [[nodiscard]] bool isAtEnd() const { return m_position == m_text.size(); }

    [[nodiscard]] bool isAt(char c) const { return !isAtEnd() && m_text[m_position] == c; }

    [[nodiscard]] std::string_view rest() const { return m_text.substr(m_position); }

    /// Bytes looked at so far.
    [[nodiscard]] std::size_t steps() const { return m_steps; }

    void advance(std::size_t count) { m_position += count; }

    void returnTo(std::size_t position) { m_position = position; }

    void skipBlanks();

    /// Bytes from here to the next blank, quote or parenthesis.
    [[nodiscard]] std::size_t wordLength();
    /// Bytes of a payload path from here: a word that ends before an operator as well.
    [[nodiscard]] std::size_t pathLength();
    /// Bytes of the field name (known or not, with its payload path) that an operator follows at once; 0 for anything
    /// else. The scheme of a URL is no field.
    [[nodiscard]] std::size_t conditionNameLength();

    /// The keyword that the word here is, if it is one.
    [[nodiscard]] std::optional<FilterKeyword> keyword();

    /// `:`, `=`, `<`, `>` or `!=`.
    [[nodiscard]] bool isAtOperator() const;
    /// The same without `:`.
    [[nodiscard]] bool isAtComparison() const;
    /// Goes past the operator: `:`, a comparison, or `:` with a comparison behind it.
    FilterOperator takeOperator();

    /// At a `"`: the text inside, escapes undone, and goes past the closing quote. Absent, at the end, when there is
    /// none.
    [[nodiscard]] std::optional<std::string> takeQuoted();

private:
    std::string_view m_text;
    std::size_t m_position = 0;
    std::size_t m_steps = 0;
};

} // namespace muniment
