#include "models/directory/named_entities.h"

// CROSS JOIN fixes the order of the loops as written: without statistics the planner would otherwise be free to start
// from the small tables and sort.

namespace muniment::directory {

const std::string& homeName() {
    static const std::string sql = R"((SELECT name FROM regions WHERE code = coalesce(
        (SELECT h.region FROM tenant_homes AS h WHERE h.tenant = v.tenant AND h.root = v.region
            AND (h.from_n IS NULL OR seen(:bounds, h.from_n, NULL)) ORDER BY h.epoch DESC LIMIT 1), v.region)))";
    return sql;
}

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
    return "(SELECT id FROM tenants WHERE code = v.tenant), " + tenantName() + ",\n       " + homeName() +
           R"(, v.state, v.created_at, v.valid_from,
       CASE WHEN :bounds IS NULL THEN (SELECT h.last_sequence FROM heads AS h WHERE h.aggregate = v.entity)
            ELSE v.sequence END)";
}

constexpr const char* kNow = "l.to_n IS NULL";
// The sign keeps SQLite from counting along the partial index of tenants, which takes a look into the table for each
// row.
constexpr const char* kNowOfAll = "+l.to_n IS NULL";
constexpr const char* kThen = "seen(:bounds, l.from_n, l.to_n)";
constexpr const char* kOfTenant = " AND l.tenant = (SELECT code FROM tenants WHERE id = :tenant)";
constexpr const char* kOfTenantIfGiven =
    " AND (:tenant IS NULL OR l.tenant = (SELECT code FROM tenants WHERE id = :tenant))";

/// The version of the listing's entity that is seen within :bounds: there is one, since the listing is.
std::string versionOfListing(const std::string& table) {
    return "(SELECT v.from_n FROM " + table +
           " AS v WHERE v.entity = l.entity AND seen(:bounds, v.from_n, v.to_n) LIMIT 1)";
}

// From the dictionary of ids to the versions, for ids and their beginnings; names and texts from the listings.
FindStatements finds(const NamedEntities& entities, const char* when) {
    const std::string byId =
        "SELECT v.from_n\n  FROM aggregates AS a CROSS JOIN " + entities.table +
        " AS v ON v.entity = a.code\n WHERE seen(:bounds, v.from_n, v.to_n)"
        " AND (:tenant IS NULL OR v.tenant = (SELECT code FROM tenants WHERE id = :tenant))\n   AND a.type ="
        " (SELECT code FROM words WHERE text = '" +
        entities.type + "') AND a.is_listed = 1";
    const std::string listed = "SELECT " + versionOfListing(entities.table) + "\n  FROM " + entities.table +
                               "_listed AS l\n WHERE " + when + kOfTenantIfGiven;
    // A line equal to what is looked for: there is one before and after each.
    const char* const line =
        " AND instr(char(10) || l.searched || char(10), char(10) || :name || char(10)) > 0 LIMIT :limit";
    return {byId + " AND a.id = :id LIMIT :limit", listed + " AND l.name_folded = :name LIMIT :limit", listed + line,
            byId + " AND a.id >= :prefix AND a.id < :prefix_end LIMIT :limit"};
}

} // namespace

EntityStatements::EntityStatements(const NamedEntities& entities)
    : findNow(finds(entities, kNow)),
      findThen(finds(entities, kThen)),
      versions("SELECT v.from_n\n  FROM json_each(:entities) AS page CROSS JOIN " + entities.table +
               " AS v ON v.entity = page.value\n WHERE seen(:bounds, v.from_n, v.to_n)"),
      rows("SELECT " + entities.id + ", " + commonColumns() + ", " + entities.columns +
           "\n  FROM json_each(:versions) AS page CROSS JOIN " + entities.table + " AS v ON v.from_n = page.value"),
      m_table(entities.table),
      m_conditions(entities.conditions) {}

ListStatements EntityStatements::lists(const ListShape& shape) const {
    // In this order, since SQLite asks in the order of WHERE: what is cheap comes first.
    const std::string from = "\n  FROM " + m_table + "_listed AS l\n WHERE " +
                             (shape.isPast     ? kThen
                              : shape.ofTenant ? kNow
                                               : kNowOfAll) +
                             (shape.ofTenant ? kOfTenant : "") + "\n   AND l.state " +
                             (shape.inState ? "= :state" : "<> 'removed'") +
                             (shape.ofKind ? " AND l.kind = :kind" : "") + m_conditions +
                             (shape.hasText ? "\n   AND holds(:text, l.name_folded, l.id, l.searched)" : "");
    const std::string after = "\n   AND (l.name_folded, l.id) > (:after_name, :after_id)";
    const std::string page = after + "\n ORDER BY l.name_folded, l.id\n LIMIT :limit";
    return {"SELECT " + versionOfListing(m_table) + from + page, "SELECT count(*)" + from,
            "SELECT l.entity, l.name_folded, l.id" + from + page, "SELECT count(*)" + from + after};
}

} // namespace muniment::directory
