#include "tests/residency/scripted_cluster.h"

#include <array>

namespace muniment::test {

namespace {

constexpr std::array kSections{std::pair{"encode(digest", "sampledClaim"},
                               std::pair{"ORDER BY aggregate_type", "sampledEvents"},
                               std::pair{"FROM muniment.tenants AS OF", "tenantRows"},
                               std::pair{"SELECT DISTINCT tenant_id", "tenantIds"},
                               std::pair{"meta_public", "installation"},
                               std::pair{"current_database", "database"},
                               std::pair{"SHOW LOCALITY", "locality"},
                               std::pair{"SHOW CLUSTER SETTING version", "clusterVersion"},
                               std::pair{"SHOW REGIONS FROM CLUSTER", "clusterRegions"},
                               std::pair{"SHOW REGIONS FROM DATABASE", "databaseRegions"},
                               std::pair{"SHOW SURVIVAL GOAL", "survivalGoal"},
                               std::pair{"SHOW SUPER REGIONS", "superRegions"},
                               std::pair{"SHOW CREATE DATABASE", "createDatabase"},
                               std::pair{"SHOW TABLES", "tables"},
                               std::pair{"SHOW ZONE CONFIGURATION", "zone"},
                               std::pair{"SHOW PARTITIONS", "partitions"},
                               std::pair{"SHOW RANGE FROM", "rowRange"},
                               std::pair{"SHOW JOBS", "jobs"},
                               std::pair{"clock_timestamp", "clock"},
                               std::pair{"SELECT EXISTS", "rows"},
                               std::pair{"SELECT id FROM muniment.tenants", "read"}};

} // namespace

std::string ScriptedCluster::sectionOf(const std::string& sql) {
    for (const auto& [words, section] : kSections)
        if (sql.find(words) != std::string::npos)
            return section;
    return {};
}

ScriptedCluster::ScriptedCluster(const QString& family) : m_answers(answersOf(family)) {
    m_answers["installation"] = {{"installation", "schema_version", "system"}, {{"6f6d", "1", "6f6d"}}};
    m_answers["tenantRows"] = {{"id", "name", "state", "epoch", "moved_to"}, {}};
    m_answers["tenantIds"] = {{"tenant_id"}, {}};
    m_answers["database"] = {{"database"}, {{"movr"}}};
    m_answers["clusterVersion"] = {{"version"}, {{family.toStdString()}}};
    m_answers["clock"] = {{"now", "horizon"}, {{"1786877563585252", "1786877563585252761.0000000000"}}};
    m_answers["rows"] = {{"held"}, {{"f"}}};
    m_answers["read"] = {{"id"}, {{"acme"}}};
}

Result<AnswerTable> ScriptedCluster::ask(const postgres::Statement& statement) {
    m_asked.push_back(statement.sql);
    if (m_onAsk)
        m_onAsk(sectionOf(statement.sql));
    const std::lock_guard lock(m_mutex);
    const std::string section = m_answers.contains(statement.sql) ? statement.sql : sectionOf(statement.sql);
    if (const auto refused = m_refused.find(section); refused != m_refused.end())
        return tl::unexpected(refused->second);
    const auto found = m_answers.find(section);
    if (found == m_answers.end())
        return AnswerTable({}, {});
    return found->second;
}

Error permissionDenied() {
    return {ErrorCode::PermissionDenied, "user ann does not have the privilege", {{"sqlstate", "42501"}}};
}

} // namespace muniment::test
