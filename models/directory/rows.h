// Binding questions and reading rows: what every list of the directory shares.
#pragma once

#include "models/replica/snapshot.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <functional>
#include <optional>
#include <string>

namespace muniment::directory {

constexpr int kMostCandidates = 20;

/// Binds by name, and passes over names that a statement does not have: the statements of one question differ in which
/// conditions they need.
class Binder {
public:
    explicit Binder(SQLite::Statement& statement) : m_statement(statement) {}

    Binder& text(const char* name, const std::string& value);
    Binder& optionalText(const char* name, const std::optional<std::string>& value); ///< absent: NULL
    Binder& integer(const char* name, std::int64_t value);
    Binder& optionalInteger(const char* name, const std::optional<std::int64_t>& value); ///< absent: NULL
    Binder& optionalBytes(const char* name, const std::optional<std::string>& value);    ///< absent: NULL
    Binder& id(const char* name, const AggregateId& id); ///< as a read model's row holds it, see stored_id.h
    Binder& optionalId(const char* name, const std::optional<AggregateId>& id); ///< absent: NULL

private:
    SQLite::Statement& m_statement;
};

[[nodiscard]] std::string textAt(const SQLite::Statement& statement, int column);
[[nodiscard]] Instant timeAt(const SQLite::Statement& statement, int column);
[[nodiscard]] std::optional<Instant> optionalTimeAt(const SQLite::Statement& statement, int column);
/// An id as a dictionary or a read model's row holds it: text, or 16 bytes.
[[nodiscard]] AggregateId idAt(const SQLite::Statement& statement, int column);

/// An instant as seen() takes it; absent for now. Throws like SQLite does.
[[nodiscard]] std::optional<std::string> boundsOf(Snapshot& snapshot, std::optional<Moment> asOf);

[[nodiscard]] std::optional<std::string> textOf(const std::optional<TenantId>& tenant);

/// What a list is searched for: without the blanks, quotes, commas and brackets that come with a pasted text, folded.
[[nodiscard]] std::string searchedText(const std::string& typed);

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
