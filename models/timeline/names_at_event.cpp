#include "models/timeline/names_at_event.h"

#include "models/replica/sqlite.h"

namespace muniment {

namespace {

constexpr const char* kOrganizationAt =
    "SELECT name, '' FROM org_versions WHERE entity = ? AND from_n <= ? ORDER BY from_n DESC LIMIT 1";
constexpr const char* kUserAt =
    "SELECT display_name, user_name FROM user_versions WHERE entity = ? AND from_n <= ? ORDER BY from_n DESC LIMIT 1";
// Somebody of another tenant or region: event numbers do not compare there, times do.
constexpr const char* kUserSomewhereAt = "SELECT display_name, user_name FROM user_versions WHERE entity = ? AND "
                                         "valid_from <= ? ORDER BY from_n DESC LIMIT 1";

} // namespace

const std::vector<NamesAtEvent::Candidate>& NamesAtEvent::aggregates(const char* type, const std::string& id) {
    const auto [found, isNew] = m_aggregates.try_emplace(std::string(type) + ':' + id);
    if (isNew) {
        auto& rows =
            m_snapshot.statement("SELECT code, tenant, region FROM aggregates WHERE is_listed = 1 AND id = ? AND type ="
                                 " (SELECT code FROM words WHERE text = ?) ORDER BY code");
        rows.bindText(1, id);
        rows.bindText(2, type);
        while (rows.step())
            found->second.push_back({rows.integer(0), rows.integer(1), rows.integer(2)});
        rows.clear();
    }
    return found->second;
}

std::string NamesAtEvent::nameAt(const char* sql, std::int64_t entity, std::int64_t n) {
    auto& row = m_snapshot.statement(sql);
    row.bind(1, entity);
    row.bind(2, n);
    std::string name;
    if (row.step()) {
        name = row.text(0);
        if (name.empty())
            name = row.text(1);
    }
    row.reset();
    return name;
}

std::string NamesAtEvent::tenant(const StoredEvent& stored) {
    for (const Candidate& org : aggregates("org", stored.event.tenant.text()))
        if (org.tenant == stored.tenant && org.region == stored.region)
            return nameAt(kOrganizationAt, org.entity, stored.number.value);
    return {};
}

std::string NamesAtEvent::actor(const StoredEvent& stored) {
    const auto& candidates = aggregates("user", stored.event.actor.id.text());
    for (const Candidate& user : candidates)
        if (user.tenant == stored.tenant && user.region == stored.region)
            return nameAt(kUserAt, user.entity, stored.number.value);
    for (const Candidate& user : candidates)
        if (auto name = nameAt(kUserSomewhereAt, user.entity, stored.loggedAt.micros); !name.empty())
            return name;
    return {};
}

std::string NamesAtEvent::subject(const StoredEvent& stored) {
    if (stored.event.aggregate.type == "user")
        return nameAt(kUserAt, stored.aggregate, stored.number.value);
    if (stored.event.aggregate.type == "org")
        return nameAt(kOrganizationAt, stored.aggregate, stored.number.value);
    return {};
}

} // namespace muniment
