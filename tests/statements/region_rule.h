// The rule "every statement on a regional table names its region", as a question to one statement's tree.
#pragma once

#include <QString>

#include <set>
#include <string>
#include <vector>

namespace muniment::test {

/// A table or view whose rows belong to regions, without its schema.
using RegionalTables = std::set<QString>;

/// Of a schema's script: the tables with a column `region`, and the views that show one of theirs. Partitions of a
/// table and the statements that make tables touch no rows.
[[nodiscard]] RegionalTables regionalTablesOf(const std::string& schema);

/// What of `statement` (one or several) leaves its region open, each a sentence; empty: nothing.
///
/// A table is at its region when the condition that its query stands under (WHERE, ON of a join, every branch of an OR)
/// says `region = …`, `region = ANY (…)` or `region IN (…)` of values that the caller gives, or of a column of
/// something that is at its region itself. An INSERT or COPY has the column in its list, with such a value. An UPDATE
/// must not set it. PL/pgSQL is read statement by statement; a variable counts as a given value.
///
/// Not seen: text that PL/pgSQL builds at run time, unless it begins with a word for rows, which is told; and what
/// value a parameter has (that a value is the right one is what the tests of each statement hold).
[[nodiscard]] std::vector<std::string> leavesRegionOpen(const std::string& statement, const RegionalTables& tables);

/// The same of a statement of CockroachDB's. One that its grammar has alone (SHOW, ALTER … ZONE) reads no rows.
[[nodiscard]] std::vector<std::string> leavesRegionOpenOnCockroach(const std::string& statement,
                                                                   const RegionalTables& tables);

} // namespace muniment::test
