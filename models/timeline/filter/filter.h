// The filter language as a tree: what a person typed, with places, before any name is looked up.
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace muniment {

/// Bytes first … first + length − 1 of the filter's UTF-8 text.
struct TextRange {
    std::size_t first = 0;
    std::size_t length = 0;

    bool operator==(const TextRange&) const = default;
};

enum class FilterField : std::uint8_t {
    Words, ///< no field named: tokens anywhere in the event
    Type,
    AggregateType, ///< aggregate:
    Tenant,        ///< by id, unique prefix of an id, or any name it ever had
    Region,
    Actor, ///< by id, user name, e-mail, external id: whoever was called so then
    ActorType,
    Subject, ///< subject: the aggregate by id or by a name it had
    Outcome,
    Ip, ///< an address or CIDR
    Network,
    Os,
    Browser,
    Country,
    Writer,
    Correlation,
    Command,
    Id,       ///< event id
    Sequence, ///< of the aggregate
    Revision,
    Epoch,
    After,    ///< recorded at or after
    Before,   ///< recorded before
    Occurred, ///< the writer's time, compared
    Recorded, ///< the server's time, compared
    Mark,
    Note,    ///< has a note, a tag, a bookmark in this workspace: is:bookmarked, tag:x
    Payload, ///< payload.<path>
};

enum class Comparison : std::uint8_t { Equal, Less, LessOrEqual, Greater, GreaterOrEqual };

/// One value of a term. A `*` outside quotes is a wildcard, anywhere in the value.
struct FilterValue {
    std::string text;      ///< unquoted, escapes undone
    bool isQuoted = false; ///< then nothing in it is special
    bool hasWildcard = false;
    TextRange range;

    bool operator==(const FilterValue& other) const {
        return text == other.text && isQuoted == other.isQuoted && hasWildcard == other.hasWildcard;
    }
};

/// field:value, field:(a b), field>=value, payload.path:value, or free words. Several values: any of them.
struct FilterTerm {
    FilterField field = FilterField::Words;
    std::string path; ///< of a payload field: "roleKeys", "address.city"
    Comparison comparison = Comparison::Equal;
    std::vector<FilterValue> values;
    TextRange range;

    bool operator==(const FilterTerm& other) const {
        return field == other.field && path == other.path && comparison == other.comparison && values == other.values;
    }
};

struct FilterNode;
using FilterNodes = std::vector<FilterNode>;

struct FilterAnd {
    FilterNodes nodes;
    bool operator==(const FilterAnd&) const = default;
};

struct FilterOr {
    FilterNodes nodes;
    bool operator==(const FilterOr&) const = default;
};

struct FilterNot {
    std::vector<FilterNode> node; ///< exactly one
    bool operator==(const FilterNot&) const = default;
};

/// An empty FilterAnd matches everything. Depth is at most kMaxFilterDepth.
struct FilterNode {
    std::variant<FilterAnd, FilterOr, FilterNot, FilterTerm> kind;
    TextRange range;

    bool operator==(const FilterNode& other) const;
};

constexpr int kMaxFilterDepth = 64;
constexpr std::size_t kMaxFilterBytes = 64 * 1024;

enum class FilterFault : std::uint8_t {
    TooLong,
    TooDeep,
    InvalidUtf8,
    UnknownField,
    MissingValue,
    UnclosedQuote,
    UnclosedParenthesis,
    UnexpectedParenthesis,
    UnexpectedOperator,
    NotATime,
    NotANumber,
    NotAnAddress,
    NotComparable,  ///< a field that has no order
    NoWildcardHere, ///< a field whose values are whole
};

/// What is wrong, where, and, for a field that is not known, the nearest ones.
struct FilterError {
    FilterFault fault = FilterFault::MissingValue;
    TextRange range;
    std::vector<std::string> suggestions;

    bool operator==(const FilterError&) const = default;
};

/// `filter` is absent when there is an error. Times relative to now stay relative: they are resolved when asked.
struct ParsedFilter {
    std::optional<FilterNode> filter;
    std::optional<FilterError> error;
};

/// Any bytes. Never throws, linear in time, at most kMaxFilterDepth deep.
[[nodiscard]] ParsedFilter parseFilter(std::string_view text);

/// The shortest text that parses to the same tree.
[[nodiscard]] std::string printFilter(const FilterNode& filter);

/// "type", "payload.": the language's word for a field; and the other way round, aliases included.
[[nodiscard]] std::string_view filterFieldName(FilterField field);
[[nodiscard]] std::optional<FilterField> filterFieldOf(std::string_view name);

/// A chip: a top-level condition. Taking one away gives the text that remains.
struct FilterChip {
    std::string text;
    bool isNegated = false;
    TextRange range;
};

[[nodiscard]] std::vector<FilterChip> chipsOf(const FilterNode& filter);
[[nodiscard]] FilterNode withoutChip(const FilterNode& filter, std::size_t chip);

enum class JoinAs : std::uint8_t { And, Or, AndNot };
/// "Apply as filter": `filter` with one more term, in the text form a person would have typed.
[[nodiscard]] FilterNode joined(const FilterNode& filter, JoinAs how, FilterTerm term);
/// A term that matches just this value, quoted when it must be.
[[nodiscard]] FilterTerm termOf(FilterField field, std::string_view value, std::string_view path = {});

} // namespace muniment
