#include "models/timeline/filter/filter_values.h"

#include "models/base/json_text.h"
#include "models/base/uuid.h"
#include "models/replica/index/tokenizer.h"
#include "models/timeline/filter/address_block.h"

#include <algorithm>
#include <charconv>

namespace muniment {

namespace {

/// Longer texts are no number, no time, no address: they need not be read.
constexpr std::size_t kLongestExactValue = 64;

bool isInteger(std::string_view text) {
    std::int64_t value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && stop == text.data() + text.size();
}

std::optional<FilterFault> wildcardFault(const FilterFieldTraits& field, const FilterValue& value) {
    if (!value.hasWildcard)
        return std::nullopt;
    if (!field.allowsWildcard)
        return FilterFault::NoWildcardHere;
    if (field.kind == FilterValueKind::Words && value.text.find('*') + 1 != value.text.size())
        return FilterFault::WildcardOnlyAtEnd;
    return std::nullopt;
}

std::optional<FilterFault> kindFault(const FilterFieldTraits& field, Comparison comparison, const std::string& text) {
    const bool isShort = text.size() <= kLongestExactValue;
    const auto unless = [&](bool isGood, FilterFault fault) {
        return isGood ? std::optional<FilterFault>() : std::optional(fault);
    };
    switch (field.kind) {
    case FilterValueKind::Words:
        return unless(!tokensOf(text).empty(), FilterFault::NothingToSearchFor);
    case FilterValueKind::Time:
        // Which moment is now only decides how far an offset may reach.
        return unless(isShort && filterTime(text, Instant{}).has_value(), FilterFault::NotATime);
    case FilterValueKind::Number:
        return unless(isShort && isInteger(text), FilterFault::NotANumber);
    case FilterValueKind::Address:
        return unless(isShort && parseAddressBlock(text).has_value(), FilterFault::NotAnAddress);
    case FilterValueKind::Id:
        return unless(parseUuid(text).has_value(), FilterFault::NotAnId);
    case FilterValueKind::Payload:
        return unless(comparison == Comparison::Equal || (isShort && isNumberToken(text)), FilterFault::NotANumber);
    case FilterValueKind::Choice: {
        const auto choices = filterChoices(field.field);
        return unless(std::find(choices.begin(), choices.end(), text) != choices.end(), FilterFault::NotAChoice);
    }
    case FilterValueKind::Text:
    case FilterValueKind::Name:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

std::optional<FilterError> faultOf(const FilterFieldTraits& field, Comparison comparison, const FilterValue& value) {
    auto fault = wildcardFault(field, value);
    const bool isPattern = value.hasWildcard && field.kind != FilterValueKind::Words && comparison == Comparison::Equal;
    if (!fault && !isPattern)
        fault = kindFault(field, comparison, value.text);
    if (!fault)
        return std::nullopt;
    FilterError error{*fault, value.range, {}};
    if (*fault == FilterFault::NotAChoice)
        for (const auto choice : filterChoices(field.field))
            error.suggestions.emplace_back(choice);
    return error;
}

} // namespace muniment
