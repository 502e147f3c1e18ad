// What a server's catalog says of the schema, beside what the installer wrote down about it.
#pragma once

#include "models/base/result.h"
#include "models/eventstore/postgres/query_result.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace muniment::postgres {

/// Of each part, named by kind ("constraint", "default", "right" …) and name, the definition as the server writes it.
using SchemaDescription = std::map<std::pair<std::string, std::string>, std::string>;

struct SchemaDifference {
    enum class Change { IsMissing, IsChanged, IsAdded };
    Change change = Change::IsMissing;
    std::string kind;
    std::string name;
};

/// From rows (kind, name, definition).
[[nodiscard]] SchemaDescription describedBy(const QueryResult& rows);

/// As meta keeps it: a JSON array of [kind, name, definition]. Empty for a text that is none.
[[nodiscard]] SchemaDescription parseDescription(const std::string& json);
[[nodiscard]] std::string formatDescription(const SchemaDescription& description);

/// Tables, indexes, functions and views of the operator's own are his affair; anything else that was added is not.
[[nodiscard]] std::vector<SchemaDifference> differencesBetween(const SchemaDescription& installed,
                                                               const SchemaDescription& present);

/// "constraint payload_length of muniment.payload is missing", "muniment_auditor may not SELECT muniment.events".
[[nodiscard]] std::string findingOf(const SchemaDifference& difference);

/// The findings of a schema whose installed description meta holds as `recorded`.
[[nodiscard]] std::vector<std::string> comparedWith(const std::string& recorded, const SchemaDescription& present);

} // namespace muniment::postgres
