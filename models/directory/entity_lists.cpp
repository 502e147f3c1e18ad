#include "models/directory/entity_lists.h"

#include <algorithm>
#include <string_view>

namespace muniment::directory {

namespace {

ListStatements listsFor(const EntityStatements& statements, const ListQuestion& question) {
    const auto asksFor = [&](const char* name) {
        return std::ranges::any_of(question.conditions, [&](const auto& condition) {
            return name == std::string_view(condition.first) && condition.second;
        });
    };
    return statements.lists({.isPast = question.asOf.has_value(),
                             .ofTenant = question.tenant.has_value(),
                             .inState = question.state.has_value(),
                             .ofKind = asksFor(":kind"),
                             .hasText = !searchedText(question.text).empty()});
}

SQLite::Statement prepare(Snapshot& snapshot, const std::string& sql, const ListQuestion& question) {
    SQLite::Statement statement(snapshot.database(), sql);
    Binder binder(statement);
    binder.optionalBytes(":bounds", boundsOf(snapshot, question.asOf)).text(":text", searchedText(question.text));
    binder.optionalText(":tenant", textOf(question.tenant)).optionalText(":state", question.state);
    for (const auto& [name, value] : question.conditions)
        binder.optionalText(name, value);
    for (const auto& [name, id] : question.ids)
        binder.optionalId(name, id);
    const PageKey after = question.after.value_or(PageKey{});
    binder.text(":after_name", after.name).id(":after_id", AggregateId(after.id)).integer(":limit", question.limit);
    return statement;
}

std::vector<std::int64_t> numbersOf(SQLite::Statement& statement) {
    std::vector<std::int64_t> numbers;
    while (statement.executeStep())
        numbers.push_back(statement.getColumn(0).getInt64());
    return numbers;
}

std::int64_t countOf(Snapshot& snapshot, const std::string& sql, const ListQuestion& question) {
    auto statement = prepare(snapshot, sql, question);
    statement.executeStep();
    return statement.getColumn(0).getInt64();
}

} // namespace

std::string jsonArray(const std::vector<std::int64_t>& numbers) {
    std::string text = "[";
    for (const std::int64_t number : numbers)
        (text += text.size() > 1 ? "," : "") += std::to_string(number);
    return text += "]";
}

std::vector<std::int64_t> findPage(Snapshot& snapshot, const EntityStatements& statements,
                                   const ListQuestion& question) {
    auto statement = prepare(snapshot, listsFor(statements, question).page, question);
    return numbersOf(statement);
}

CountedRows<std::int64_t> findCounted(Snapshot& snapshot, const EntityStatements& statements,
                                      const ListQuestion& question) {
    const ListStatements lists = listsFor(statements, question);
    std::vector<std::int64_t> entities;
    ListQuestion rest = question;
    auto matches = prepare(snapshot, lists.matches, question);
    while (matches.executeStep()) {
        entities.push_back(matches.getColumn(0).getInt64());
        if (std::ssize(entities) == question.limit)
            rest.after = PageKey{textAt(matches, 1), idAt(matches, 2).text()};
    }
    CountedRows<std::int64_t> found;
    SQLite::Statement versions(snapshot.database(), statements.versions);
    Binder(versions).optionalBytes(":bounds", boundsOf(snapshot, question.asOf));
    Binder(versions).text(":entities", jsonArray(entities));
    found.rows = numbersOf(versions);
    found.total = std::ssize(entities);
    if (found.total == question.limit)
        found.total += countOf(snapshot, lists.rest, rest);
    return found;
}

std::int64_t countMatches(Snapshot& snapshot, const EntityStatements& statements, const ListQuestion& question) {
    return countOf(snapshot, listsFor(statements, question).count, question);
}

std::vector<std::int64_t> findVersions(Snapshot& snapshot, const std::string& sql, const Search& search) {
    SQLite::Statement statement(snapshot.database(), sql);
    Binder binder(statement);
    binder.optionalBytes(":bounds", boundsOf(snapshot, search.asOf)).optionalText(":tenant", textOf(search.tenant));
    binder.text(":id", search.typed).text(":name", foldName(search.typed)).text(":prefix", search.typed);
    binder.text(":prefix_end", prefixEnd(search.typed)).integer(":limit", kMostCandidates);
    return numbersOf(statement);
}

} // namespace muniment::directory
