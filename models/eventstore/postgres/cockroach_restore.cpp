#include "models/eventstore/postgres/cockroach_restore.h"

#include <array>
#include <optional>
#include <set>
#include <sstream>

namespace muniment::postgres {

namespace {

using enum SchemaDifference::Change;

constexpr std::array kTables{"meta", "plans", "tenants", "events", "claims", "intake", "checkpoints", "copies"};
constexpr std::array kViews{"meta_public", "event_documents"};
constexpr std::string_view kOurs = "('muniment_auditor', 'muniment_admin', 'muniment_mover', 'public')";

std::string rightsOn(const std::string& relation) {
    return "SELECT 'right', grantee || ' may ' || privilege_type || ' " + relation +
           "', ''\n  FROM [SHOW GRANTS ON TABLE " + relation + "] WHERE grantee IN " + std::string(kOurs);
}

/// `CREATE TABLE IF NOT EXISTS muniment.NAME (` begins each; the lines after it hold one definition each.
std::vector<std::string> definitionsOf(const std::vector<std::string>& installation, const std::string& table) {
    std::vector<std::string> lines;
    const std::string head = "CREATE TABLE IF NOT EXISTS " + table + " (";
    for (const std::string& statement : installation) {
        if (!statement.starts_with(head))
            continue;
        std::istringstream text(statement.substr(head.size()));
        for (std::string line; std::getline(text, line);) {
            line.erase(0, line.find_first_not_of(' '));
            if (line.ends_with(','))
                line.pop_back();
            if (!line.empty() && !line.starts_with(')'))
                lines.push_back(line);
        }
    }
    return lines;
}

/// What follows `mark` in the one line that holds it, up to `end`.
std::optional<std::string> after(const std::string& line, const std::string& mark, const std::string& end = {}) {
    const std::size_t at = line.find(mark);
    if (at == std::string::npos)
        return std::nullopt;
    const std::string rest = line.substr(at + mark.size());
    return end.empty() ? rest : rest.substr(0, rest.find(end));
}

struct Column {
    std::string table;
    std::string name;
};

/// "muniment.TABLE.COLUMN"
Column columnNamed(const std::string& name) {
    const std::size_t dot = name.rfind('.');
    return {name.substr(0, dot), name.substr(dot + 1)};
}

class Restoration {
public:
    explicit Restoration(const std::vector<std::string>& installation) : m_installation(installation) {}

    void undo(const SchemaDifference& difference) {
        if (difference.kind == "constraint" && difference.change != IsAdded)
            restoreConstraint(difference);
        else if (difference.kind == "default")
            restoreDefault(columnNamed(*after(difference.name, "of ")));
        else if (difference.kind == "column" && difference.change == IsChanged)
            restoreNotNull(columnNamed(difference.name));
        else if (difference.kind == "index" && difference.change != IsAdded)
            restoreIndex(difference);
        else if (difference.kind == "view" && difference.change == IsChanged)
            statements.push_back("DROP VIEW " + difference.name);
        else if (difference.kind == "right" && difference.change == IsAdded)
            revoke(difference.name);
    }

    std::vector<std::string> statements;
    std::set<std::string> tables; ///< whose definition changes

private:
    void alter(const std::string& table, const std::string& change) {
        tables.insert(table);
        statements.push_back("ALTER TABLE " + table + " " + change);
    }

    /// "NAME of muniment.TABLE"; a primary key cannot go, and a unique one is an index.
    void restoreConstraint(const SchemaDifference& difference) {
        const std::string name = difference.name.substr(0, difference.name.find(' '));
        const std::string table = *after(difference.name, " of ");
        for (const std::string& line : definitionsOf(m_installation, table)) {
            const auto check = after(line, "CONSTRAINT " + name + " CHECK ");
            if (!check)
                continue;
            if (difference.change == IsChanged)
                alter(table, "DROP CONSTRAINT " + name);
            alter(table, "ADD CONSTRAINT " + name + " CHECK " + *check);
        }
    }

    void restoreDefault(const Column& column) {
        for (const std::string& line : definitionsOf(m_installation, column.table)) {
            if (!line.starts_with(column.name + " "))
                continue;
            const auto value = after(line, " DEFAULT ", " CONSTRAINT ");
            alter(column.table,
                  "ALTER COLUMN " + column.name + (value ? " SET DEFAULT " + *value : std::string(" DROP DEFAULT")));
        }
    }

    void restoreNotNull(const Column& column) {
        for (const std::string& line : definitionsOf(m_installation, column.table))
            if (line.starts_with(column.name + " ") && line.find(" NOT NULL") != std::string::npos)
                alter(column.table, "ALTER COLUMN " + column.name + " SET NOT NULL");
    }

    /// "muniment.TABLE@NAME"
    void restoreIndex(const SchemaDifference& difference) {
        const std::size_t at = difference.name.find('@');
        const std::string table = difference.name.substr(0, at);
        const std::string name = difference.name.substr(at + 1);
        for (const std::string& line : definitionsOf(m_installation, table)) {
            const auto columns = after(line, "INDEX " + name + " ");
            if (!columns)
                continue;
            tables.insert(table);
            if (difference.change == IsChanged)
                statements.push_back("DROP INDEX " + difference.name + " CASCADE");
            statements.push_back(std::string("CREATE ") + (line.starts_with("UNIQUE ") ? "UNIQUE " : "") +
                                 "INDEX IF NOT EXISTS " + name + " ON " + table + " " + *columns);
        }
    }

    /// "ROLE may PRIVILEGE muniment.TABLE" or "ROLE may PRIVILEGE in schema muniment"
    void revoke(const std::string& right) {
        const std::string role = right.substr(0, right.find(' '));
        const std::string privilege = *after(right, " may ", " muniment.");
        if (const auto schema = right.find(" in schema "); schema != std::string::npos)
            statements.push_back("REVOKE " + *after(right, " may ", " in schema ") + " ON SCHEMA muniment FROM " +
                                 role);
        else
            statements.push_back("REVOKE " + privilege + " ON TABLE muniment." + *after(right, " muniment.") +
                                 " FROM " + role);
    }

    const std::vector<std::string>& m_installation;
};

} // namespace

std::vector<std::string> cockroachDescription() {
    std::vector<std::string> statements;
    for (const char* table : kTables) {
        const std::string name = std::string("muniment.") + table;
        statements.push_back("SELECT 'constraint', constraint_name || ' of " + name +
                             "', details || CASE WHEN validated THEN '' ELSE ' (not validated)' END\n"
                             "  FROM [SHOW CONSTRAINTS FROM " +
                             name + "]");
        statements.push_back("SELECT 'column', '" + name +
                             ".' || column_name, data_type || CASE WHEN is_nullable THEN '' ELSE ' NOT NULL' END\n"
                             "  FROM [SHOW COLUMNS FROM " +
                             name + "] WHERE NOT is_hidden");
        statements.push_back("SELECT 'default', 'of " + name +
                             ".' || column_name, column_default\n  FROM [SHOW COLUMNS FROM " + name +
                             "] WHERE NOT is_hidden AND column_default IS NOT NULL");
        statements.push_back("SELECT 'index', '" + name +
                             "@' || index_name, string_agg(column_name, ',' ORDER BY seq_in_index)\n"
                             "  FROM [SHOW INDEXES FROM " +
                             name + "] WHERE NOT storing AND NOT implicit GROUP BY index_name");
        statements.push_back(rightsOn(name));
    }
    for (const char* view : kViews) {
        const std::string name = std::string("muniment.") + view;
        statements.push_back("SELECT 'view', '" + name + "', create_statement FROM [SHOW CREATE VIEW " + name + "]");
        statements.push_back(rightsOn(name));
    }
    statements.push_back("SELECT 'right', grantee || ' may ' || privilege_type || ' in schema muniment', ''\n"
                         "  FROM [SHOW GRANTS ON SCHEMA muniment] WHERE grantee IN " +
                         std::string(kOurs));
    return statements;
}

std::vector<std::string> cockroachRestoration(const std::vector<std::string>& installation,
                                              const std::vector<SchemaDifference>& differences,
                                              const CockroachVersion& version) {
    Restoration restoration(installation);
    for (const SchemaDifference& difference : differences)
        restoration.undo(difference);
    // cockroachdb.md §3.2: tables are born locked from 26.1 on.
    if (version < CockroachVersion{26, 1, 0})
        return restoration.statements;
    std::vector<std::string> unlocked;
    for (const std::string& table : restoration.tables)
        unlocked.push_back("ALTER TABLE " + table + " SET (schema_locked = false)");
    unlocked.insert(unlocked.end(), restoration.statements.begin(), restoration.statements.end());
    for (const std::string& table : restoration.tables)
        unlocked.push_back("ALTER TABLE " + table + " SET (schema_locked = true)");
    return unlocked;
}

} // namespace muniment::postgres
