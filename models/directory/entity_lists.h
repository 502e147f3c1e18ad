// Lists, counts and searches over a kind of named entity: one way for all of them.
#pragma once

#include "models/directory/named_entities.h"
#include "models/directory/page_key.h"
#include "models/directory/rows.h"
#include "models/replica/name_folding.h"
#include "models/replica/sqlite.h"

#include <SQLiteCpp/Statement.h>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace muniment::directory {

/// What every list is asked, from a Query; `conditions` are the entity's own, by parameter.
struct ListQuestion {
    std::optional<Moment> asOf;
    std::string text;
    std::optional<TenantId> tenant;
    std::optional<std::string> state; ///< absent: all but removed
    std::optional<PageKey> after;
    int limit = kListLimit;
    std::vector<std::pair<const char*, std::optional<std::string>>> conditions{};
    std::vector<std::pair<const char*, std::optional<AggregateId>>> ids{};
};

/// The members that all queries have.
template <class Query>
[[nodiscard]] ListQuestion questionOf(const Query& query) {
    ListQuestion question;
    question.asOf = query.asOf;
    question.text = query.text;
    question.after = query.after;
    question.limit = query.limit;
    return question;
}

/// from_n of the versions on the page. These throw like SQLite does.
[[nodiscard]] std::vector<std::int64_t> findPage(Snapshot& snapshot, const EntityStatements& statements,
                                                 const ListQuestion& question);
[[nodiscard]] std::int64_t countMatches(Snapshot& snapshot, const EntityStatements& statements,
                                        const ListQuestion& question);

/// The first page and the count in one walk through all that matches; for a text, where looking is what costs.
[[nodiscard]] CountedRows<std::int64_t> findCounted(Snapshot& snapshot, const EntityStatements& statements,
                                                    const ListQuestion& question);

/// Numbers as a statement takes many of them.
[[nodiscard]] std::string jsonArray(const std::vector<std::int64_t>& numbers);

/// The rows of versions, called as they were within an instant.
template <class Row>
[[nodiscard]] std::vector<Row> readRows(Snapshot& snapshot, const std::string& sql, std::optional<Moment> asOf,
                                        const std::vector<std::int64_t>& versions,
                                        Row (*rowAt)(const SQLite::Statement&)) {
    SQLite::Statement statement(snapshot.database(), sql);
    Binder(statement).optionalBytes(":bounds", boundsOf(snapshot, asOf)).text(":versions", jsonArray(versions));
    std::vector<Row> rows;
    rows.reserve(versions.size());
    while (statement.executeStep())
        rows.push_back(rowAt(statement));
    return rows;
}

template <class Row>
[[nodiscard]] Result<std::vector<Row>> listEntities(Snapshot& snapshot, const EntityStatements& statements,
                                                    const ListQuestion& question,
                                                    Row (*rowAt)(const SQLite::Statement&)) {
    return sqlite::guarded([&] {
        return readRows(snapshot, statements.rows, question.asOf, findPage(snapshot, statements, question), rowAt);
    });
}

template <class Row>
[[nodiscard]] Result<CountedRows<Row>> listCountedEntities(Snapshot& snapshot, const EntityStatements& statements,
                                                           const ListQuestion& question,
                                                           Row (*rowAt)(const SQLite::Statement&)) {
    return sqlite::guarded([&] {
        const auto found = findCounted(snapshot, statements, question);
        return CountedRows<Row>{found.total, readRows(snapshot, statements.rows, question.asOf, found.rows, rowAt)};
    });
}

[[nodiscard]] inline Result<std::int64_t> countEntities(Snapshot& snapshot, const EntityStatements& statements,
                                                        const ListQuestion& question) {
    return sqlite::guarded([&] { return countMatches(snapshot, statements, question); });
}

/// How something is looked for by what a person typed.
struct Search {
    std::string what; ///< "user": names the kind in errors
    std::string typed;
    std::optional<Moment> asOf;
    std::optional<TenantId> tenant;
    bool byLine = false; ///< any searched text, not only the name
};

[[nodiscard]] std::vector<std::int64_t> findVersions(Snapshot& snapshot, const std::string& sql, const Search& search);

template <class Row>
[[nodiscard]] Result<Row> findEntity(Snapshot& snapshot, const EntityStatements& statements, const Search& search,
                                     Row (*rowAt)(const SQLite::Statement&),
                                     const std::function<bool(const Row&)>& isRemoved,
                                     const std::function<std::string(const Row&)>& label) {
    const auto found = sqlite::guarded([&] {
        const FindStatements& find = search.asOf ? statements.findThen : statements.findNow;
        std::vector<std::function<std::vector<Row>()>> ways;
        const auto add = [&](const std::string& sql) {
            ways.push_back([&] {
                return readRows(snapshot, statements.rows, search.asOf, findVersions(snapshot, sql, search), rowAt);
            });
        };
        if (!search.typed.empty()) {
            add(find.byId);
            add(find.byName);
            add(find.byPrefix);
            if (search.byLine)
                add(find.byLine);
        }
        return chooseOne<Row>(search.what, search.typed, ways, isRemoved, label);
    });
    return found ? *found : tl::unexpected(found.error());
}

} // namespace muniment::directory
