// Tables that are sent row by row, in words.
#pragma once

#include "models/bulk/bulk_plan.h"

#include <QString>

namespace muniment {

/// "Users", "Grants", "Team members".
[[nodiscard]] QString bulkKindText(BulkKind kind);
/// What a field of bulkFields() is called: "User name", "Valid until".
[[nodiscard]] QString bulkFieldText(std::string_view field);
/// "comma", "semicolon", "tab", "vertical bar".
[[nodiscard]] QString delimiterText(char delimiter);

/// What stands in the row, in the words of the table and in the order of the fields: "User name: ann, E-mail:
/// ann@acme.example".
[[nodiscard]] QString bulkRowText(const BulkMapping& mapping, const CsvRow& row);
/// What is odd about the row although nothing forbids it; empty: nothing.
[[nodiscard]] QString noticeSentence(const BulkRow& row);

} // namespace muniment
