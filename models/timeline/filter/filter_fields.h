// The table of the language's fields: their words, what their values are, and what may be asked of them.
#pragma once

#include "models/timeline/filter/filter.h"

#include <span>
#include <string_view>

namespace muniment {

/// What the values of a field are; decides how a value is checked when it is read.
enum class FilterValueKind : std::uint8_t { Words, Text, Name, Time, Number, Address, Id, Choice, Payload };

struct FilterFieldTraits {
    FilterField field = FilterField::Words;
    std::string_view name;
    std::span<const std::string_view> aliases;
    FilterValueKind kind = FilterValueKind::Text;
    bool isComparable = false;   ///< <, <=, > and >= make sense
    bool allowsWildcard = false; ///< `*` outside quotes
};

/// In the order in which a person is offered them; Words is not among them.
[[nodiscard]] std::span<const FilterFieldTraits> filterFields();
[[nodiscard]] const FilterFieldTraits& filterFieldTraits(FilterField field);

/// All values a field can have, where these are fixed (Mark, Is); empty for every other field.
[[nodiscard]] std::span<const std::string_view> filterChoices(FilterField field);

/// "payload." begins the name of every payload field.
constexpr std::string_view kPayloadPrefix = "payload.";

/// At most three fields that somebody who typed `name` may have meant, nearest first; also a payload field of the event
/// catalogue, with its prefix. Constant time: names that are too long to be a slip get none.
[[nodiscard]] std::vector<std::string> nearestFilterFields(std::string_view name);

} // namespace muniment
