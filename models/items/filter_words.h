// Filters in words for people: what one means, what is wrong with one, what a field is.
#pragma once

#include "models/items/formats.h"
#include "models/timeline/filter/filter.h"

#include <QString>

#include <string_view>

namespace muniment {

/// What the filter asks for, as one sentence that leaves nothing open: groups in parentheses, times as the instants
/// they mean at `now`. Plain text.
[[nodiscard]] QString filterWords(const FilterNode& filter, Instant now, const ClockZone& zone);

/// What is wrong, and where: "Column 12: There is no field “tpye”. Did you mean “type”?"
[[nodiscard]] QString filterErrorSentence(const FilterError& error, std::string_view text);

/// The place of an error in two lines of plain text, to be set in a monospace below each other: the part of the filter
/// around it, and carets under what is wrong.
struct FilterErrorPlace {
    QString excerpt;
    QString carets;
};

[[nodiscard]] FilterErrorPlace filterErrorPlace(const FilterError& error, std::string_view text);
/// Where the byte is, counted in characters from 1.
[[nodiscard]] int filterColumn(std::string_view text, std::size_t byte);

/// "organization" for tenant:, as it stands inside a sentence.
[[nodiscard]] QString filterFieldLabel(FilterField field);
/// What the field looks at, in a few words, for a list of fields to choose from.
[[nodiscard]] QString filterFieldDescription(FilterField field);

} // namespace muniment
