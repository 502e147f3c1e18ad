// What the bytes of an event's leaf say, field by field (resources/integrity/leaf_v1.md), for people and for other
// programs that make the same bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// How the specification writes a field.
enum class LeafForm { Domain, Text, Number, Instant, Id, OptionalId, Salted };

struct LeafField {
    std::string_view name; ///< as the specification calls it: "aggregate type"
    LeafForm form = LeafForm::Text;
    std::string_view bytes;                ///< of the leaf; all fields, one after the other, are the leaf
    std::optional<std::string> value = {}; ///< as a text; of Salted the hash in hexadecimal. Absent: the field has none
};

/// Valid as long as `leaf`; absent when these are not the bytes of an event's leaf.
[[nodiscard]] std::optional<std::vector<LeafField>> leafFields(std::string_view leaf);

} // namespace muniment
