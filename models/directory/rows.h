// From bound statements to rows: what organizations.cpp and users.cpp share.
#pragma once

#include "models/directory/directory.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <functional>
#include <optional>
#include <string>

namespace muniment::directory {

constexpr int kMostCandidates = 20;

/// Binds by name, and passes over names that a statement does not have: the statements of one question differ in which
/// filters they need.
class Binder {
public:
    explicit Binder(SQLite::Statement& statement) : m_statement(statement) {}

    Binder& text(const char* name, const std::string& value);
    Binder& optionalText(const char* name, const std::optional<std::string>& value); ///< absent: NULL
    Binder& integer(const char* name, std::int64_t value);

private:
    SQLite::Statement& m_statement;
};

[[nodiscard]] std::string textAt(const SQLite::Statement& statement, int column);

/// The bounds of an instant as the statements take them; empty without one. Throws like SQLite does.
[[nodiscard]] std::string boundsParameter(Snapshot& snapshot, std::optional<Instant> asOf);

/// End of the range of ids that begin with `prefix`.
[[nodiscard]] std::string prefixEnd(const std::string& prefix);

/// What was typed, as one of several ways to name a thing: the first way that fits anything decides. Rows that are
/// removed count only where nothing else fits.
template <class Row>
[[nodiscard]] Result<Row>
chooseOne(const std::string& what, const std::string& typed, const std::vector<std::function<std::vector<Row>()>>& ways,
          const std::function<bool(const Row&)>& isRemoved, const std::function<std::string(const Row&)>& label) {
    for (const auto& way : ways) {
        std::vector<Row> rows = way();
        if (const auto isLiving = std::not_fn(isRemoved); std::any_of(rows.begin(), rows.end(), isLiving))
            std::erase_if(rows, isRemoved);
        if (rows.size() == 1)
            return rows.front();
        if (rows.empty())
            continue;
        std::string candidates;
        for (const auto& row : rows)
            candidates.append(candidates.empty() ? "" : ", ").append(label(row));
        return failure(ErrorCode::Ambiguous, what + " '" + typed + "' fits several",
                       {{"what", what}, {"id", typed}, {"candidates", candidates}});
    }
    return failure(ErrorCode::NotFound, "no " + what + " '" + typed + "'", {{"what", what}, {"id", typed}});
}

} // namespace muniment::directory
