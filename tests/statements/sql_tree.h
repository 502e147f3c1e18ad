// SQL texts as trees, by PostgreSQL's own grammar (libpg_query, of version 15).
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace muniment::test {

struct SqlStatement {
    std::string text;
    QString kind; ///< "SelectStmt", "InsertStmt" …
    QJsonObject tree;
};

struct SqlScript {
    std::vector<SqlStatement> statements;
    std::string error; ///< what the grammar did not take; then there are no statements
};

[[nodiscard]] SqlScript parseSql(const std::string& text);

/// Of a script in whichever dialect: at the semicolons that stand in no literal, body or comment.
[[nodiscard]] std::vector<std::string> splitSql(const std::string& script);

/// The SQL inside of a PL/pgSQL function or DO block, expressions as "SELECT …". Absent: it cannot be read.
struct PlpgsqlText {
    std::vector<std::string> queries;
    std::vector<std::string> builtAtRunTime; ///< the expressions that EXECUTE is given
};

[[nodiscard]] std::optional<PlpgsqlText> parsePlpgsql(const std::string& statement);

/// The same for every text of one statement that differs in constants, spaces and letter case only; of a DO block or a
/// function, whose body is a constant, in spaces only. Empty: it is no SQL.
[[nodiscard]] std::string shapeOf(const std::string& statement);

/// A query of CockroachDB's in words that PostgreSQL's grammar takes: without AS OF SYSTEM TIME and index hints, with
/// what SHOW answers in place of [SHOW …]. What those could hide is no table's rows: none of them takes a query.
[[nodiscard]] std::string cockroachAsPostgres(const std::string& statement);

} // namespace muniment::test
