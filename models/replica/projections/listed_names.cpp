#include "models/replica/projections/listed_names.h"

#include "models/replica/stored_id.h"

#include <algorithm>
#include <tuple>

namespace muniment {

ListedNames::ListedNames(sqlite3* db, const std::string& table)
    : m_insert(db, "INSERT INTO " + table +
                       " (name_folded, id, from_n, to_n, entity, tenant, state, kind, searched) VALUES"
                       " (?, ?, ?, NULL, ?, ?, ?, ?, ?)"),
      m_close(db,
              "UPDATE " + table + " SET to_n = ? WHERE name_folded = ? AND id = ? AND to_n IS NULL AND entity = ?") {}

void ListedNames::take(const ProjectedEvent& event, const std::optional<Listing>& before, Listing after) {
    if (before == after)
        return;
    const std::string id(event.aggregateId);
    if (before)
        m_steps.push_back({id, event.n, event.entity, event.tenant, *before, true});
    m_steps.push_back({id, event.n, event.entity, event.tenant, std::move(after), false});
}

void ListedNames::flush() {
    // In order of their keys: one walk through the table. Steps of one key stay in theirs.
    std::stable_sort(m_steps.begin(), m_steps.end(), [](const Step& a, const Step& b) {
        return std::tie(a.listing.name, a.id) < std::tie(b.listing.name, b.id);
    });
    for (const Step& step : m_steps) {
        const StoredId id(step.id);
        sqlite::Statement& row = step.isEnd ? m_close : m_insert;
        if (step.isEnd) {
            row.bind(1, step.n);
            row.bindText(2, step.listing.name);
            id.bindTo(row, 3);
            row.bind(4, step.entity);
        } else {
            row.bindText(1, step.listing.name);
            id.bindTo(row, 2);
            row.bind(3, step.n);
            row.bind(4, step.entity);
            row.bind(5, step.tenant);
            row.bindText(6, step.listing.state);
            row.bindText(7, step.listing.kind);
            row.bindText(8, step.listing.searched);
        }
        row.run();
    }
    m_steps.clear();
}

ListedNamesExaminer::ListedNamesExaminer(sqlite3* db, const std::string& table)
    : m_find(db,
             "SELECT to_n, state, kind, searched FROM " + table + " WHERE name_folded = ? AND id = ? AND from_n = ?") {}

std::string ListedNamesExaminer::compare(const ProjectedEvent& event, const std::optional<Listing>& before,
                                         const Listing& after, std::int64_t& begun) {
    if (before == after)
        return {};
    const std::string id(event.aggregateId);
    if (before)
        if (auto found = difference(id, *before, begun, event.n); !found.empty())
            return found;
    begun = event.n;
    return {};
}

std::string ListedNamesExaminer::finish(const std::string& id, const Listing& last, std::int64_t begun) {
    return difference(id, last, begun, {});
}

std::string ListedNamesExaminer::difference(const std::string& id, const Listing& listing, std::int64_t fromN,
                                            std::optional<std::int64_t> toN) {
    const StoredId stored(id);
    m_find.bindText(1, listing.name);
    stored.bindTo(m_find, 2);
    m_find.bind(3, fromN);
    std::string found;
    if (!m_find.step())
        found = "no listing begins at event " + std::to_string(fromN);
    else if (m_find.isNull(0) == toN.has_value() || (toN && m_find.integer(0) != *toN))
        found = "the listing of event " + std::to_string(fromN) + " ends elsewhere";
    else if (m_find.bytes(1) != listing.state || m_find.bytes(2) != listing.kind || m_find.bytes(3) != listing.searched)
        found = "the listing of event " + std::to_string(fromN) + " is not what its events make";
    m_find.reset();
    return found;
}

} // namespace muniment
