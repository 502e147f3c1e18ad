#include "models/replica/name_folding.h"
#include "models/replica/sqlite.h"
#include "models/timeline/filter_completion.h"

#include <set>

namespace muniment {

namespace {

// From the listings of now, which lie in the order of names: names that begin so are a range of them, a part of any
// text is a walk through all.
constexpr const char* kUsersBeginning = R"(
SELECT (SELECT id FROM aggregates WHERE code = v.entity), v.user_name, v.email
  FROM user_versions_listed AS l CROSS JOIN user_versions AS v ON v.entity = l.entity AND v.to_n IS NULL
 WHERE l.to_n IS NULL AND l.name_folded >= ?1 AND l.name_folded < ?2
 ORDER BY l.name_folded, l.id LIMIT ?3)";
constexpr const char* kUsersHolding = R"(
SELECT (SELECT id FROM aggregates WHERE code = v.entity), v.user_name, v.email
  FROM user_versions_listed AS l CROSS JOIN user_versions AS v ON v.entity = l.entity AND v.to_n IS NULL
 WHERE l.to_n IS NULL AND holds(?1, l.name_folded, l.id, l.searched)
 LIMIT ?2)";
constexpr const char* kOrganizationsBeginning = R"(
SELECT v.org_id, v.name, v.org_id
  FROM org_versions_listed AS l CROSS JOIN org_versions AS v ON v.entity = l.entity AND v.to_n IS NULL
 WHERE l.to_n IS NULL AND l.name_folded >= ?1 AND l.name_folded < ?2
 ORDER BY l.name_folded, l.id LIMIT ?3)";
constexpr const char* kOrganizationsHolding = R"(
SELECT v.org_id, v.name, v.org_id
  FROM org_versions_listed AS l CROSS JOIN org_versions AS v ON v.entity = l.entity AND v.to_n IS NULL
 WHERE l.to_n IS NULL AND holds(?1, l.name_folded, l.id, l.searched)
 LIMIT ?2)";

/// Above every text that begins with `folded`: no text holds this byte.
std::string endOf(const std::string& folded) {
    return folded + '\xFF';
}

class NameList {
public:
    explicit NameList(int limit) : m_limit(static_cast<std::size_t>(limit)) {}

    void add(sqlite::Statement& rows) {
        while (m_items.size() < m_limit && rows.step()) {
            const std::string id = rows.text(0);
            const std::string name = rows.text(1);
            if (name.empty() || !m_ids.insert(id).second)
                continue;
            // A name that two have would stand for both.
            const bool isTaken = !m_names.insert(foldName(name)).second;
            m_items.push_back(
                {FilterCompletion::Kind::Value, isTaken ? id : name, name, rows.text(2), FilterField::Words, {}});
        }
        rows.clear();
    }

    [[nodiscard]] bool isFull() const { return m_items.size() >= m_limit; }

    [[nodiscard]] std::vector<FilterCompletion> take() { return std::move(m_items); }

private:
    std::size_t m_limit;
    std::vector<FilterCompletion> m_items;
    std::set<std::string> m_ids, m_names;
};

std::vector<FilterCompletion> search(Snapshot& snapshot, const char* beginning, const char* holding,
                                     const std::string& typed, int limit) {
    const std::string folded = foldName(typed);
    const std::string end = endOf(folded);
    NameList names(limit);
    auto& first = snapshot.statement(beginning);
    first.bindText(1, folded);
    first.bindText(2, end);
    first.bind(3, limit);
    names.add(first);
    if (!names.isFull()) {
        auto& rest = snapshot.statement(holding);
        rest.bindText(1, folded);
        rest.bind(2, 2 * limit);
        names.add(rest);
    }
    return names.take();
}

} // namespace

std::vector<FilterCompletion> organizationCompletions(Snapshot& snapshot, const std::string& typed, int limit) {
    return search(snapshot, kOrganizationsBeginning, kOrganizationsHolding, typed, limit);
}

std::vector<FilterCompletion> userCompletions(Snapshot& snapshot, const std::string& typed, int limit) {
    return search(snapshot, kUsersBeginning, kUsersHolding, typed, limit);
}

} // namespace muniment
