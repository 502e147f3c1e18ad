// What a person is about to write at the cursor of a filter that need not be finished.
#pragma once

#include "models/timeline/filter/filter.h"

#include <string>
#include <string_view>

namespace muniment {

struct CompletionPlace {
    enum class Kind : std::uint8_t {
        Field, ///< the beginning of a condition: a field's name, or free words
        Value, ///< a value of `field`
    };
    Kind kind = Kind::Field;
    FilterField field = FilterField::Words;
    std::string path;         ///< of Payload
    std::string typed;        ///< up to the cursor, without quotes and escapes
    TextRange replaced;       ///< what gives way to the completion: the whole name or value under the cursor
    bool hasOperator = false; ///< of Field: an operator stands behind the name
    bool isInSet = false;     ///< of Value: inside field:( … )
    TextRange condition;      ///< that the cursor is in, with its field, its sign and all its values
};

/// Any text, any cursor (beyond the end: the end). Linear.
[[nodiscard]] CompletionPlace completionPlaceOf(std::string_view text, std::size_t cursor);

/// The filter without the condition under the cursor; everything when what remains is no filter.
[[nodiscard]] FilterNode filterBeside(std::string_view text, const CompletionPlace& place);

} // namespace muniment
