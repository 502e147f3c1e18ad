// A row of a list as one JSON object, as the command line prints it.
#pragma once

#include "models/export/record_field.h"

#include <algorithm>
#include <string>

namespace muniment {

enum class RecordExtent { Listed, Whole };

/// The fields that a list has; or all of them and the sequence of a row that has one, as when one is shown. In their
/// order.
template <class Row>
[[nodiscard]] std::string recordJson(const Row& row, const std::vector<RecordField<Row>>& fields, RecordExtent extent) {
    std::string json;
    for (const auto& field : fields) {
        if (extent == RecordExtent::Listed && !field.isContract)
            continue;
        json += json.empty() ? '{' : ',';
        appendJson(json, RecordValue::ofText(field.name));
        json += ':';
        appendJson(json, field.valueOf(row));
    }
    const bool hasSequence = std::ranges::any_of(fields, [](const auto& field) { return field.name == "sequence"; });
    if constexpr (requires { row.sequence; })
        if (extent == RecordExtent::Whole && !hasSequence)
            json += (json.empty() ? "{\"sequence\":" : ",\"sequence\":") + std::to_string(row.sequence);
    return json.empty() ? "{}" : json + '}';
}

} // namespace muniment
