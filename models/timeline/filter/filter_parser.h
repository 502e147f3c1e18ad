// The grammar of the filter language, read by recursive descent.
//
//   filter    = [ either ]
//   either    = all { "or" all }
//   all       = condition { [ "and" ] condition }
//   condition = ( "not" | "-" ) condition | "(" either ")" | term
//   term      = field operator ( value | "(" value { [ "or" ] value } ")" ) | value
//   operator  = ":" | [ ":" ] ( "=" | "==" | "!=" | "<" | "<=" | ">" | ">=" )
//
// Blanks may stand around every operator but ":".
#pragma once

#include "models/timeline/filter/filter_fields.h"
#include "models/timeline/filter/filter_scanner.h"

namespace muniment {

/// Reads one text once. Use parseFilter(); this is apart so that its steps can be counted.
class FilterParser {
public:
    /// `text` must be UTF-8, and outlive the parser.
    explicit FilterParser(std::string_view text) : m_scanner(text) {}

    [[nodiscard]] ParsedFilter parse();

    [[nodiscard]] std::size_t steps() const { return m_scanner.steps(); }

private:
    template <class T>
    using Read = tl::expected<T, FilterError>;

    /// A field as it stands in the text.
    struct Head {
        const FilterFieldTraits* field = nullptr;
        std::string path;
        std::size_t first = 0;
    };

    [[nodiscard]] Read<FilterNode> readEither(int depth);
    [[nodiscard]] Read<FilterNode> readAll(int depth);
    [[nodiscard]] Read<FilterNode> readCondition(int depth);
    [[nodiscard]] Read<FilterNode> readNegated(int depth, std::size_t signLength);
    [[nodiscard]] Read<FilterNode> readGroup(int depth);
    [[nodiscard]] Read<FilterNode> readTerm();
    [[nodiscard]] Read<std::optional<Head>> readHead();
    [[nodiscard]] Read<Head> readQuotedPath();
    [[nodiscard]] Read<Head> headOf(std::string_view name);
    [[nodiscard]] Read<FilterNode> readFieldTerm(Head head);
    [[nodiscard]] Read<FilterNode> readWords();
    [[nodiscard]] Read<std::vector<FilterValue>> readSet(const FilterFieldTraits& field, TextRange asked);
    [[nodiscard]] Read<FilterValue> readValue(const FilterFieldTraits& field, Comparison comparison, TextRange asked);
    [[nodiscard]] std::optional<FilterError> missingCondition();

    [[nodiscard]] TextRange rangeFrom(std::size_t first) const { return {first, m_scanner.position() - first}; }

    FilterScanner m_scanner;
    std::optional<TextRange> m_openOperator; ///< an operator whose right side has not been read yet
};

} // namespace muniment
