// The filter language as a tree: what a person typed, with places, before any name is looked up. What each part means
// is told at FilterField and FilterTerm; nothing else may give it another meaning.
//
//   type:user.human.* -outcome:success (ip:10.0.0.0/8 or country:(DE AT)) seq>=5 payload.roleKeys:admin "Acme AG"
//
// Conditions side by side must all hold ("and" may be written). "or" binds weaker, "not" and "-" bind strongest.
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"

#include <array>
#include <cstdint>
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

/// What a condition looks at. "Whole text" compares the whole value byte by byte; "folded" compares foldName() of both.
/// A wildcard matches the whole text too, each `*` any number of any characters.
///
/// A *name* field (Tenant, Actor, Subject, User) matches an entity by its id (whole text), by one of the names it had
/// when the event was logged (folded), or by the beginning of its id: at least kMinIdPrefix bytes, unquoted, and the
/// beginning of no other id of that kind in the file. With a wildcard: id (whole text) or name (folded).
/// Names of a tenant: its name. Names of a user: user name, e-mail, display name. An event that changes a name counts
/// under the new one. An actor is the user with the actor's id in the event's tenant and region, and where the file has
/// none there, every such user elsewhere, by the time. Of subjects, only those that a read model lists (organizations,
/// users) have names and may be named by a beginning.
enum class FilterField : std::uint8_t {
    Words,         ///< no field named: tokens anywhere in the event, see FilterTerm
    Type,          ///< whole text
    AggregateType, ///< whole text
    Tenant,        ///< a name field
    Region,        ///< folded; of the log it stands in
    Actor,         ///< a name field: who did it
    ActorType,     ///< folded
    Subject,       ///< a name field: the aggregate
    User,          ///< a name field: actor or subject, "everything she did or had done to her"
    Outcome,       ///< folded
    Ip,            ///< the source address lies in this block; ::ffff:a.b.c.d is IPv4, which no block of IPv6 holds
    Network,       ///< whole text of the index's network: "10.1.0.0/16", "2001:db8::/32"
    Os,            ///< folded, as Browser and Country: the payload's top-level member of that name, when it is text
    Browser,
    Country,
    Writer,      ///< folded
    Correlation, ///< as Command and Id a whole UUID in either case
    Command,
    Id,       ///< event id
    Sequence, ///< of the aggregate
    Revision,
    Epoch,
    After,    ///< logged at or after, by the timeline's own order (logged_at)
    Before,   ///< logged before, likewise
    Occurred, ///< the writer's time
    Recorded, ///< the server's time
    Mark,     ///< whole text of one of kEventMarkNames: what was found odd about the event
    Is,       ///< whole text of one of kAnnotationKinds: what a person has put beside the event
    Tag,      ///< normalizedTag() of both: one of the event's tags
    Note,     ///< as Words, of the event's note
    Payload,  ///< payload.<path>, see FilterTerm
};

constexpr std::size_t kMinIdPrefix = 4;

/// Words of Is: a bookmark, at least one tag, a note.
constexpr std::string_view kIsBookmarked = "bookmarked";
constexpr std::string_view kIsTagged = "tagged";
constexpr std::string_view kIsNoted = "noted";
constexpr std::array<std::string_view, 3> kAnnotationKinds{kIsBookmarked, kIsTagged, kIsNoted};

enum class Comparison : std::uint8_t { Equal, Less, LessOrEqual, Greater, GreaterOrEqual };

/// One value of a term. A `*` outside quotes is a wildcard, anywhere in the value; of Words and Note only at its
/// end.
struct FilterValue {
    std::string text;      ///< unquoted, escapes undone
    bool isQuoted = false; ///< then nothing in it is special
    bool hasWildcard = false;
    TextRange range; ///< with its quotes; not compared

    bool operator==(const FilterValue& other) const {
        return text == other.text && isQuoted == other.isQuoted && hasWildcard == other.hasWildcard;
    }
};

/// field:value, field:(a b), field>=value, payload.path:value, or free words. Several values: any of them. A comparison
/// other than Equal has one value. A term about something that an event lacks does not match it; its negation does.
///
/// *Words* (one value a term, of at least one token): every token that tokenizer.h makes of the value occurs among the
/// event's tokens, in any order, wherever; with a wildcard at the end the last token need only be the beginning of one.
/// Tokens are folded.
///
/// *Times* are texts that filterTime() reads. Equal: the time lies in what the text names (a year, a month, a day, a
/// minute, a second; else that very microsecond). Less and Greater compare with the beginning of it: as everywhere,
/// a date means its midnight UTC.
///
/// *Numbers* (Sequence, Revision, Epoch) are 64-bit integers.
///
/// *Payload*: `path` leads through objects by member names joined with dots (a member whose own name holds dots is
/// found as well), and through every element of an array. Only canonical payloads and others that readMembers() reads
/// have members. What is found there matches when it is
///   - Equal, quoted: a string of this very text;
///   - Equal, unquoted: a string of this very text, or a number, true, false or null written so in the JSON;
///   - with a wildcard: a string, number, true, false or null whose text matches; a lone `*` matches whatever is there,
///     objects and empty arrays too;
///   - compared: a JSON number that compares so, as doubles.
struct FilterTerm {
    FilterField field = FilterField::Words;
    std::string path; ///< of Payload: "roleKeys", "address.city"; else empty
    Comparison comparison = Comparison::Equal;
    std::vector<FilterValue> values;
    TextRange range; ///< not compared

    bool operator==(const FilterTerm& other) const {
        return field == other.field && path == other.path && comparison == other.comparison && values == other.values;
    }
};

struct FilterNode;
using FilterNodes = std::vector<FilterNode>;

struct FilterAnd {
    FilterNodes nodes;
    bool operator==(const FilterAnd&) const;
};

struct FilterOr {
    FilterNodes nodes;
    bool operator==(const FilterOr&) const;
};

struct FilterNot {
    FilterNodes node; ///< exactly one
    bool operator==(const FilterNot&) const;
};

/// parseFilter() gives the *normal form*: an And holds no And, an Or no Or, a Not no Not; And and Or hold at least two
/// nodes, but for the empty And at the root, which matches everything.
struct FilterNode {
    std::variant<FilterAnd, FilterOr, FilterNot, FilterTerm> kind;
    TextRange range; ///< not compared

    bool operator==(const FilterNode& other) const;
};

/// Parentheses and negations inside one another.
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
    UnexpectedOperator, ///< and, or, not, -, = … where a condition should stand beside it
    NotATime,
    NotANumber,
    NotAnAddress,
    NotAnId,            ///< not a whole UUID
    NotAChoice,         ///< none of the values that a field has; `suggestions` holds these
    NotComparable,      ///< a field that has no order
    NoWildcardHere,     ///< a field whose values are whole
    WildcardOnlyAtEnd,  ///< in free words
    NothingToSearchFor, ///< free words without a token
};

/// What is wrong, where, and, for a field that is not known, the nearest ones.
struct FilterError {
    FilterFault fault = FilterFault::MissingValue;
    TextRange range;
    std::vector<std::string> suggestions; ///< at most three: "type", "payload.roleKeys"; of NotAChoice all

    bool operator==(const FilterError&) const = default;
};

/// `filter` is absent when there is an error. Times relative to now stay relative: they are resolved when asked.
struct ParsedFilter {
    std::optional<FilterNode> filter;
    std::optional<FilterError> error;
};

/// Any bytes. Never throws, linear in time. The error is the first from the left, but for TooLong and InvalidUtf8,
/// which are about the text as a whole.
[[nodiscard]] ParsedFilter parseFilter(std::string_view text);

/// The shortest text that parses to the same tree, if that is in normal form and its values are such as can be typed;
/// else to one that means the same. Only And at the root may be empty.
[[nodiscard]] std::string printFilter(const FilterNode& filter);

/// "type", "payload.": the language's word for a field, empty for Words; and the other way round, aliases included,
/// in any case.
[[nodiscard]] std::string_view filterFieldName(FilterField field);
[[nodiscard]] std::optional<FilterField> filterFieldOf(std::string_view name);

/// What a time's text names: [begin, end). `end` of a moment is the microsecond after it.
struct NamedTime {
    Instant begin;
    Instant end;

    bool operator==(const NamedTime&) const = default;
};

/// What parseTimeExpression() reads, and besides a year (2026), a month (2026-03), a time without seconds or zone,
/// which is UTC (2026-03-01T10:00), "today" and "yesterday" (UTC). InvalidInput for anything else.
[[nodiscard]] Result<NamedTime> filterTime(std::string_view text, Instant now);

/// A chip: a top-level condition. The chips' texts, separated by blanks, are the filter's text.
struct FilterChip {
    std::string text; ///< with its "-" when it is negated
    bool isNegated = false;
    TextRange range; ///< in the text that was parsed

    bool operator==(const FilterChip&) const = default;
};

[[nodiscard]] std::vector<FilterChip> chipsOf(const FilterNode& filter);
[[nodiscard]] FilterNode withoutChip(const FilterNode& filter, std::size_t chip);

enum class JoinAs : std::uint8_t { And, Or, AndNot };
/// "Apply as filter": `filter` with one more term. A condition that is there already is not repeated, and And and
/// AndNot take away the opposite condition.
[[nodiscard]] FilterNode joined(const FilterNode& filter, JoinAs how, FilterTerm term);
/// What matches both, in normal form: the conditions of `second` behind those of `first`, those that are there already
/// not repeated.
[[nodiscard]] FilterNode bothOf(const FilterNode& first, const FilterNode& second);
/// A term that matches just this value, quoted when it must be.
[[nodiscard]] FilterTerm termOf(FilterField field, std::string_view value, std::string_view path = {});

} // namespace muniment
