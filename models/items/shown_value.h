// A value as people meet it on the screen: words to read, the value to copy, the condition that finds it.
#pragma once

#include "models/export/record.h"
#include "models/timeline/filter/filter.h"

#include <QString>

#include <optional>
#include <string>

namespace muniment {

struct ShownValue {
    QString text = {};                   ///< plain text, perhaps shortened
    QString whole = {};                  ///< the same unshortened; empty: as `text`
    QString hint = {};                   ///< what the tool tip says beyond it
    std::string field = {};              ///< as exports name it: "actorId", "payload.email"
    RecordValue raw = {};                ///< masked where it is a secret
    std::optional<FilterTerm> term = {}; ///< absent: no condition matches it, or none may
    std::string path = {};               ///< in the payload, where a column can be made of it; else empty
    std::string secret = {};             ///< the payload's secret member that this is (in), shown or not; else empty

    [[nodiscard]] const QString& wholeText() const { return whole.isEmpty() ? text : whole; }
};

enum class ValueForm { Text, Csv, Json, Markdown, Filter };

/// Text: what is shown, unshortened; objects and arrays laid out in lines. CSV (with the guard against formulas) and
/// Markdown: a table of one column and one row. JSON: an object of one member. Filter: its condition; empty when there
/// is none.
[[nodiscard]] QString copyText(const ShownValue& value, ValueForm form);

/// The condition on a field's value; absent for one that the field cannot have (a source that is no address).
[[nodiscard]] std::optional<FilterTerm> conditionOn(FilterField field, const std::string& value);

/// The condition on what is found at a path of the payload. No condition compares objects and arrays: theirs matches
/// wherever the path leads to anything. Absent for a value that is too long for a filter, and without a path.
[[nodiscard]] std::optional<FilterTerm> conditionOnPayload(const std::string& path, const RecordValue& value);

} // namespace muniment
