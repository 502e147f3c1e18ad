#include "models/directory/named_entities.h"

// CROSS JOIN fixes the order of the loops as written: without statistics the planner would otherwise be free to start
// from the small tables and sort.

namespace muniment::directory {

const std::string& tenantName() {
    static const std::string sql = R"((SELECT o.name
          FROM aggregates AS oa CROSS JOIN org_versions AS o ON o.entity = oa.code
         WHERE oa.id = (SELECT id FROM tenants WHERE code = v.tenant) AND oa.is_listed = 1
           AND oa.type = (SELECT code FROM words WHERE text = 'org') AND oa.tenant = v.tenant AND oa.region = v.region
           AND seen(:bounds, o.from_n, o.to_n)
         LIMIT 1))";
    return sql;
}

std::string userNameOf(const std::string& entity) {
    return "(SELECT coalesce(nullif(n.display_name, ''), n.user_name) FROM user_versions AS n WHERE n.entity = " +
           entity + " AND seen(:bounds, n.from_n, n.to_n) LIMIT 1)";
}

std::string nameOf(const std::string& type, const std::string& table, const std::string& name, const std::string& id) {
    return "(SELECT " + name + " FROM aggregates AS na CROSS JOIN " + table +
           " AS n ON n.entity = na.code WHERE na.id = stored_id_text(" + id +
           ") AND na.is_listed = 1 AND na.type = (SELECT code FROM words WHERE text = '" + type +
           "') AND na.tenant = v.tenant AND na.region = v.region AND seen(:bounds, n.from_n, n.to_n) LIMIT 1)";
}

std::string memberNameOf(const std::string& kind, const std::string& id) {
    return "CASE " + kind + " WHEN 'team' THEN " + nameOf("team", "team_versions", "n.name", id) + " ELSE " +
           nameOf("user", "user_versions", "coalesce(nullif(n.display_name, ''), n.user_name)", id) + " END";
}

std::string memberDetailOf(const std::string& kind, const std::string& id) {
    return "CASE " + kind + " WHEN 'team' THEN " + nameOf("team", "team_versions", "n.description", id) + " ELSE " +
           nameOf("user", "user_versions", "n.user_name", id) + " END";
}

namespace {

// The sequence a command of today must name may be newer than the version's: events that change nothing shown.
std::string commonColumns() {
    return "(SELECT id FROM tenants WHERE code = v.tenant), " + tenantName() + R"(,
       (SELECT name FROM regions WHERE code = v.region), v.state, v.created_at, v.valid_from,
       CASE WHEN :bounds IS NULL THEN (SELECT h.last_sequence FROM heads AS h WHERE h.aggregate = v.entity)
            ELSE v.sequence END)";
}

constexpr const char* kNow = "v.to_n IS NULL";
constexpr const char* kThen = "seen(:bounds, v.from_n, v.to_n)";
constexpr const char* kOfTenant = " AND v.tenant = (SELECT code FROM tenants WHERE id = :tenant)";
constexpr const char* kOfTenantIfGiven =
    " AND (:tenant IS NULL OR v.tenant = (SELECT code FROM tenants WHERE id = :tenant))";

// In this order, since SQLite asks in the order of WHERE: names are folded of rows that pass the rest, and only for a
// text.
std::string conditionsOf(const NamedEntities& entities) {
    return "\n   AND (v.state = :state OR (:state IS NULL AND v.state <> 'removed'))" + entities.conditions +
           "\n   AND (:text = '' OR instr(folded_lines(" + entities.searched + "), :text) > 0)";
}

ListStatements lists(const NamedEntities& entities, const std::string& where) {
    const std::string rows = "\n  FROM " + entities.table + " AS v\n WHERE " + where + conditionsOf(entities);
    return {"SELECT v.from_n" + rows + "\n   AND (v.name_folded, v." + entities.id +
                ") > (:after_name, :after_id)\n ORDER BY v.name_folded, v." + entities.id + "\n LIMIT :limit",
            "SELECT count(*)" + rows};
}

// From the dictionary of ids to the versions, for ids and their beginnings.
FindStatements finds(const NamedEntities& entities, const std::string& seen) {
    const std::string byId = "SELECT v.from_n\n  FROM aggregates AS a CROSS JOIN " + entities.table +
                             " AS v ON v.entity = a.code\n WHERE " + seen + kOfTenantIfGiven +
                             "\n   AND a.type = (SELECT code FROM words WHERE text = '" + entities.type +
                             "') AND a.is_listed = 1";
    const std::string rows = "SELECT v.from_n\n  FROM " + entities.table + " AS v\n WHERE " + seen + kOfTenantIfGiven;
    // A line equal to what is looked for: there is one before and after each.
    const std::string line =
        " AND instr(folded_lines('', " + entities.searched + ", ''), char(10) || :name || char(10)) > 0 LIMIT :limit";
    return {byId + " AND a.id = :id LIMIT :limit", rows + " AND v.name_folded = :name LIMIT :limit", rows + line,
            byId + " AND a.id >= :prefix AND a.id < :prefix_end LIMIT :limit"};
}

} // namespace

EntityStatements::EntityStatements(const NamedEntities& entities)
    : now(lists(entities, kNow)),
      nowOfTenant(lists(entities, std::string(kNow) + kOfTenant)),
      then(lists(entities, std::string(kThen) + kOfTenantIfGiven)),
      findNow(finds(entities, kNow)),
      findThen(finds(entities, kThen)),
      row("SELECT v." + entities.id + ", " + commonColumns() + ", " + entities.columns + "\n  FROM " + entities.table +
          " AS v WHERE v.from_n = :n") {}

} // namespace muniment::directory
