// Which column of a table says what about the things that are to be made of its rows.
#pragma once

#include "models/bulk/csv_table.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// What each row is: a person or machine to add, a role to grant, a member to take into a team.
enum class BulkKind { Users, Grants, TeamMembers };
/// "users", "grants", "members".
[[nodiscard]] std::string_view bulkKindName(BulkKind kind);

struct BulkField {
    std::string_view name; ///< "userName", "email", "role", "team", "user", "resource", "until" …
    bool isRequired = false;
};

[[nodiscard]] std::span<const BulkField> bulkFields(BulkKind kind);

/// For each field of the kind, in the order of bulkFields(), the column it is read from; absent: none.
struct BulkMapping {
    BulkKind kind = BulkKind::Users;
    std::vector<std::optional<std::size_t>> columns;

    /// Without the apostrophe that exports put before what a spreadsheet could take for a formula.
    [[nodiscard]] std::string cell(const CsvRow& row, std::string_view field) const;
    /// The first required field without a column.
    [[nodiscard]] std::optional<std::string_view> missing() const;

    bool operator==(const BulkMapping&) const = default;
};

/// By the words of the header, in English and German, whatever their case and punctuation ("E-Mail", "user_name",
/// "Vorname"). A column serves one field.
[[nodiscard]] BulkMapping suggestMapping(BulkKind kind, const std::vector<std::string>& header);

/// The kind whose required fields the header has, and most of whose others; absent: none.
[[nodiscard]] std::optional<BulkKind> likelyKind(const std::vector<std::string>& header);

} // namespace muniment
