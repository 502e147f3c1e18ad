// What `org list` and `user list` have in common: options that take one of a few words, and pages of a query as JSON
// lines or as a table.
#pragma once

#include "app/cli/json.h"
#include "app/cli/output.h"
#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "models/directory/directory.h"
#include "models/directory/export_fields.h"
#include "models/directory/list_pages.h"

#include <initializer_list>
#include <limits>
#include <string>
#include <vector>

namespace muniment::cli {

/// The value whose name an option gives; absent when it was not given, InvalidInput naming the words there are.
template <class Value, class NameOf>
[[nodiscard]] Result<std::optional<Value>> oneOf(const Invocation& invocation, const std::string& option,
                                                 std::initializer_list<Value> values, NameOf nameOf) {
    const auto typed = invocation.text(option);
    if (!typed)
        return std::nullopt;
    std::string names;
    for (const Value value : values) {
        if (nameOf(value) == *typed)
            return value;
        names += (names.empty() ? "" : ", ") + std::string(nameOf(value));
    }
    return failure(ErrorCode::InvalidInput, "it is one of " + names, {{"field", option}});
}

/// The organization that --tenant names, as of `asOf`; absent when it was not given.
[[nodiscard]] Result<std::optional<TenantId>> tenantOption(const Invocation& invocation, Snapshot& snapshot,
                                                           std::optional<Moment> asOf = {});

template <class Row, class Query>
struct Listing {
    Result<Query> (*query)(const Invocation&, Snapshot&);
    Result<std::vector<Row>> (*page)(Snapshot&, const Query&);
    const std::vector<RecordField<Row>>& fields;
    std::vector<Table::Column> columns;
    std::vector<std::string> (*cells)(const Row&);
};

template <class Row, class Query>
[[nodiscard]] Result<std::vector<Row>> readPages(ListPages<Row, Query> pages, std::int64_t limit) {
    std::vector<Row> all;
    while (std::ssize(all) < limit) {
        const auto page = pages.next(limit - std::ssize(all));
        if (!page)
            return tl::unexpected(page.error());
        if (page->empty())
            break;
        all.insert(all.end(), page->begin(), page->end());
    }
    return all;
}

template <class Row>
void addFields(JsonObject& json, const Row& row, const std::vector<RecordField<Row>>& fields) {
    for (const auto& field : fields) {
        if (!field.isContract)
            continue;
        std::string value;
        appendJson(value, field.valueOf(row));
        json.raw(field.name, value);
    }
}

/// The row's contract as JSON: what lists show of it.
template <class Row>
[[nodiscard]] JsonObject jsonOf(const Row& row, const std::vector<RecordField<Row>>& fields) {
    JsonObject json;
    addFields(json, row, fields);
    return json;
}

template <class Row, class Query>
[[nodiscard]] Result<Exit> listRows(const Invocation& invocation, Output& output, const Listing<Row, Query>& listing) {
    const auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    const auto query = listing.query(invocation, *file->snapshot);
    if (!query)
        return tl::unexpected(query.error());
    const auto limit = invocation.whole("--limit").value_or(std::numeric_limits<std::int64_t>::max());
    const auto rows = readPages(ListPages<Row, Query>(*file->snapshot, listing.page, *query), limit);
    if (!rows)
        return tl::unexpected(rows.error());
    if (output.wantsJson()) {
        for (const auto& row : *rows)
            output.object(jsonOf(row, listing.fields));
        return Exit::Done;
    }
    Table table(listing.columns);
    for (const auto& row : *rows)
        table.add(listing.cells(row));
    for (const auto& line : table.lines())
        output.line(line);
    return Exit::Done;
}

} // namespace muniment::cli
