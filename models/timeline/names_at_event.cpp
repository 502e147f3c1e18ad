#include "models/timeline/names_at_event.h"

#include "models/base/canonical_json.h"
#include "models/replica/aggregate_id.h"
#include "models/replica/sqlite.h"

#include <array>
#include <map>

namespace muniment {

namespace {

/// How a kind of entity is called: the first name, else the second, of the version at or before an event.
struct NamedType {
    std::string_view type;
    const char* sql;
};

constexpr std::array<NamedType, 8> kNamedTypes{{
    {"org", "SELECT name, '' FROM org_versions WHERE entity = ? AND from_n <= ? ORDER BY from_n DESC LIMIT 1"},
    {"user", "SELECT display_name, user_name FROM user_versions WHERE entity = ? AND from_n <= ? ORDER BY from_n DESC"
             " LIMIT 1"},
    {"team", "SELECT name, '' FROM team_versions WHERE entity = ? AND from_n <= ? ORDER BY from_n DESC LIMIT 1"},
    {"role", "SELECT display_name, role_key FROM role_versions WHERE entity = ? AND from_n <= ? ORDER BY from_n DESC"
             " LIMIT 1"},
    {"resource",
     "SELECT name, '' FROM resource_versions WHERE entity = ? AND from_n <= ? ORDER BY from_n DESC LIMIT 1"},
    {"separation",
     "SELECT name, '' FROM separation_versions WHERE entity = ? AND from_n <= ? ORDER BY from_n DESC LIMIT 1"},
    {"plan", "SELECT name, plan_key FROM plan_versions WHERE entity = ? AND from_n <= ? ORDER BY from_n DESC LIMIT 1"},
    {"review", "SELECT name, '' FROM review_versions WHERE entity = ? AND from_n <= ? ORDER BY from_n DESC LIMIT 1"},
}};

// Somebody of another tenant or region: event numbers do not compare there, times do.
constexpr const char* kUserSomewhereAt = "SELECT display_name, user_name FROM user_versions WHERE entity = ? AND "
                                         "valid_from <= ? ORDER BY from_n DESC LIMIT 1";

struct NamingMember {
    std::string_view member;
    std::string_view type; ///< of the aggregate whose id it holds
};

constexpr std::array<NamingMember, 5> kNamingMembers{{
    {"userId", "user"},
    {"teamId", "team"},
    {"roleId", "role"},
    {"resourceId", "resource"},
    {"parentId", "resource"},
}};

const char* sqlFor(std::string_view type) {
    for (const NamedType& named : kNamedTypes)
        if (named.type == type)
            return named.sql;
    return nullptr;
}

constexpr const char* kGrantAt = "SELECT role, subject_kind, subject FROM grant_versions WHERE entity = ? AND from_n <="
                                 " ? ORDER BY from_n DESC LIMIT 1";

std::string withTimes(std::string sql) {
    for (const auto& [number, time] : {std::pair<std::string_view, std::string_view>{"from_n <= ?", "valid_from <= ?"},
                                       {"ORDER BY from_n DESC", "ORDER BY valid_from DESC, sequence DESC"}})
        sql.replace(sql.find(number), number.size(), time);
    return sql;
}

/// The same by times: events of a tenant that has moved lie in several runs, where numbers do not compare.
const char* byTimeOf(const char* sql) {
    static const std::map<std::string_view, std::string> all = [] {
        std::map<std::string_view, std::string> made{{kGrantAt, withTimes(kGrantAt)}};
        for (const NamedType& named : kNamedTypes)
            made.emplace(named.sql, withTimes(named.sql));
        return made;
    }();
    return all.at(sql).c_str();
}

bool namesOthers(std::string_view type) {
    return type == "team" || type == "role" || type == "resource" || type == "grant" || type == "review";
}

} // namespace

const std::vector<NamesAtEvent::Candidate>& NamesAtEvent::aggregates(std::string_view type, const std::string& id) {
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

bool NamesAtEvent::hasMoved(std::int64_t tenant) {
    if (!m_moved) {
        auto& rows = m_snapshot.statement("SELECT DISTINCT tenant FROM tenant_homes");
        m_moved.emplace();
        while (rows.step())
            m_moved->insert(rows.integer(0));
        rows.reset();
    }
    return m_moved->contains(tenant);
}

std::string NamesAtEvent::nameBefore(const char* sql, std::int64_t entity, const StoredEvent& stored) {
    if (!hasMoved(stored.tenant))
        return nameAt(sql, entity, stored.number.value);
    return nameAt(byTimeOf(sql), entity, stored.loggedAt.micros);
}

std::string NamesAtEvent::nameAt(const char* sql, std::int64_t entity, std::int64_t bound) {
    auto& row = m_snapshot.statement(sql);
    row.bind(1, entity);
    row.bind(2, bound);
    std::string name;
    if (row.step()) {
        name = row.text(0);
        if (name.empty())
            name = row.text(1);
    }
    row.reset();
    return name;
}

std::string NamesAtEvent::nameOf(std::string_view type, const std::string& id, const StoredEvent& stored) {
    for (const Candidate& candidate : aggregates(type, id))
        if (candidate.tenant == stored.tenant && candidate.region == stored.region)
            return nameBefore(sqlFor(type), candidate.entity, stored);
    return {};
}

std::string NamesAtEvent::tenant(const StoredEvent& stored) {
    return nameOf("org", stored.event.tenant.text(), stored);
}

std::string NamesAtEvent::actor(const StoredEvent& stored) {
    const auto& candidates = aggregates("user", stored.event.actor.id.text());
    for (const Candidate& user : candidates)
        if (user.tenant == stored.tenant && user.region == stored.region)
            return nameBefore(sqlFor("user"), user.entity, stored);
    for (const Candidate& user : candidates)
        if (auto name = nameAt(kUserSomewhereAt, user.entity, stored.loggedAt.micros); !name.empty())
            return name;
    return {};
}

std::string NamesAtEvent::subject(const StoredEvent& stored) {
    if (stored.event.aggregate.type == "grant")
        return grantAt(stored);
    const char* const sql = sqlFor(stored.event.aggregate.type);
    return sql ? nameBefore(sql, stored.aggregate, stored) : std::string();
}

std::string NamesAtEvent::grantAt(const StoredEvent& stored) {
    const bool isByTime = hasMoved(stored.tenant);
    auto& row = m_snapshot.statement(isByTime ? byTimeOf(kGrantAt) : kGrantAt);
    row.bind(1, stored.aggregate);
    row.bind(2, isByTime ? stored.loggedAt.micros : stored.number.value);
    std::string role, kind, subject;
    if (row.step()) {
        role = aggregateIdOf(row, 0);
        kind = row.text(1);
        subject = aggregateIdOf(row, 2);
    }
    row.reset();
    const std::string roleName = nameOf("role", role, stored);
    const std::string subjectName = nameOf(kind == "team" ? "team" : "user", subject, stored);
    return roleName.empty() || subjectName.empty() ? std::string() : roleName + ", " + subjectName;
}

NamedMembers NamesAtEvent::members(const StoredEvent& stored) {
    NamedMembers named;
    if (!namesOthers(stored.event.aggregate.type) || !stored.event.payload)
        return named;
    const auto members = readMembers(*stored.event.payload);
    if (!members)
        return named;
    for (const PayloadMember& member : *members)
        for (const NamingMember& naming : kNamingMembers)
            if (member.key == naming.member && member.kind == PayloadMember::Kind::Text)
                if (auto name = nameOf(naming.type, member.value, stored); !name.empty())
                    named.emplace(member.key, std::move(name));
    return named;
}

} // namespace muniment
