// Tables that are sent row by row, in words.
#pragma once

#include "models/items/bulk_check.h"

#include <QString>

namespace muniment {

/// "Users", "Grants", "Team members".
[[nodiscard]] QString bulkKindText(BulkKind kind);
/// What a field of bulkFields() is called: "User name", "Valid until".
[[nodiscard]] QString bulkFieldText(std::string_view field);
/// "comma", "semicolon", "tab", "vertical bar".
[[nodiscard]] QString delimiterText(char delimiter);

/// What the row would do, with things called as the table calls them: "User name: ann, E-mail: ann@acme.example". A row
/// that cannot be sent says what stands in it.
[[nodiscard]] QString bulkRowText(const CheckedTable& checked, std::size_t row);
/// What is odd about the row although nothing forbids it; empty: nothing.
[[nodiscard]] QString noticeSentence(const BulkRow& row);

} // namespace muniment
