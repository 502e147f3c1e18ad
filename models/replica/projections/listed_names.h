// What lists are made of, beside the versions: one row for each stretch of an entity's life in which nothing changed
// that a list is sorted, narrowed or searched by. Kept in the order of lists, for every instant, so that a page stops
// early and a count reads nothing else. resources/replica/organizations_v1.sql says what the rows hold.
#pragma once

#include "models/replica/projections/read_model.h"
#include "models/replica/sqlite.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// What a list knows of an entity: a function of its state alone.
struct Listing {
    std::string name; ///< folded; lists are in its order
    std::string state;
    std::string kind;     ///< what else lists of it are narrowed by; may be empty
    std::string searched; ///< folded: what else is looked for a text in, a line each

    bool operator==(const Listing&) const = default;
};

/// The table of listings that belongs to a table of versions.
[[nodiscard]] inline std::string listedTable(const std::string& versions) {
    return versions + "_listed";
}

class ListedNames {
public:
    ListedNames(sqlite3* db, const std::string& table);

    /// An event has made `after` of `before` (absent: it is the first one); nothing happens when they are equal.
    void take(const ProjectedEvent& event, const std::optional<Listing>& before, Listing after);
    void flush();

private:
    /// That a stretch ends, or that one begins.
    struct Step {
        std::string id;
        std::int64_t n = 0;
        std::int64_t entity = 0;
        std::int64_t tenant = 0;
        Listing listing;
        bool isEnd = false;
    };

    std::vector<Step> m_steps;
    sqlite::Statement m_insert, m_close;
};

/// The doctor's side.
class ListedNamesExaminer {
public:
    ListedNamesExaminer(sqlite3* db, const std::string& table);

    /// As ListedNames::take. What differs, in words; empty when nothing does. `begun` is kept by the caller for each
    /// entity: where its present stretch begins.
    [[nodiscard]] std::string compare(const ProjectedEvent& event, const std::optional<Listing>& before,
                                      const Listing& after, std::int64_t& begun);
    /// After the last event.
    [[nodiscard]] std::string finish(const std::string& id, const Listing& last, std::int64_t begun);

private:
    [[nodiscard]] std::string difference(const std::string& id, const Listing& listing, std::int64_t fromN,
                                         std::optional<std::int64_t> toN);

    sqlite::Statement m_find;
};

} // namespace muniment
