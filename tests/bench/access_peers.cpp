#include "tests/bench/access_peers.h"

#include "models/replica/sqlite.h"
#include "tests/bench/bench_regions.h"

#include <libpq-fe.h>
#include <map>
#include <sqlite3.h>

namespace muniment::bench {

namespace {

// A subject is a user's number, or a team's after all users'. The organization as a whole is the resource −1.
const char* const kTables[] = {
    "CREATE TABLE members (member INTEGER, team INTEGER, begun BIGINT, ended BIGINT)",
    "CREATE TABLE places (child INTEGER, parent INTEGER, begun BIGINT, ended BIGINT)",
    "CREATE TABLE grants (subject INTEGER, role INTEGER, resource INTEGER, begun BIGINT, ended BIGINT)",
    "CREATE TABLE permissions (role INTEGER, action TEXT, type TEXT, begun BIGINT, ended BIGINT)",
    "CREATE TABLE types (resource INTEGER PRIMARY KEY, type TEXT)",
};
const char* const kIndexes[] = {
    "CREATE INDEX members_by_member ON members (member, team, begun, ended)",
    "CREATE INDEX places_by_child ON places (child, parent, begun, ended)",
    "CREATE INDEX grants_by_both ON grants (resource, subject, role, begun, ended)",
    "CREATE INDEX permissions_by_role ON permissions (role, action, type)",
};

std::string question(const char* user, const char* resource, const char* action, const char* bound) {
    const std::string b = bound;
    return "WITH RECURSIVE up (s) AS (SELECT " + std::string(user) +
           " UNION SELECT m.team FROM up JOIN members AS m ON m.member = up.s WHERE m.begun <= " + b +
           " AND m.ended > " + b + "), above (r) AS (SELECT " + resource +
           " UNION SELECT p.parent FROM above JOIN places AS p ON p.child = above.r WHERE p.begun <= " + b +
           " AND p.ended > " + b +
           ") SELECT EXISTS (SELECT 1 FROM (SELECT r FROM above UNION ALL SELECT -1) AS a JOIN grants AS "
           "g ON g.resource = a.r JOIN up ON up.s = g.subject JOIN permissions AS q ON q.role = g.role WHERE g.begun "
           "<= " +
           b + " AND g.ended > " + b + " AND q.begun <= " + b + " AND q.action = " + action +
           " AND q.type = (SELECT type FROM types WHERE resource = " + resource + "))";
}

int subject(bool isTeam, int number) {
    return isTeam ? AccessWorld::kUsers + number : number;
}

/// Gives the rows of each table as values.
template <class Row>
void forRows(const AccessWorld& world, Row&& row) {
    const auto text = [](auto... values) { return std::vector<std::string>{values...}; };
    for (const auto& edge : world.memberships)
        row("members", text(std::to_string(subject(edge.isTeam, edge.from)), std::to_string(subject(true, edge.to)),
                            std::to_string(edge.begun), std::to_string(edge.ended)));
    for (const auto& edge : world.places)
        row("places", text(std::to_string(edge.from), std::to_string(edge.to), std::to_string(edge.begun),
                           std::to_string(edge.ended)));
    for (const auto& grant : world.grants)
        row("grants", text(std::to_string(subject(grant.isTeam, grant.subject)), std::to_string(grant.role),
                           std::to_string(grant.resource), std::to_string(grant.begun), std::to_string(grant.ended)));
    for (const auto& permission : world.permissions)
        row("permissions", text(std::to_string(permission.role), permission.action, permission.type,
                                std::to_string(permission.begun), std::to_string(INT64_MAX)));
    for (std::size_t i = 0; i < world.typeOf.size(); ++i)
        row("types", text(std::to_string(i), AccessWorld::type(world.typeOf[i])));
}

} // namespace

struct SqlitePeer::Impl {
    sqlite3* db = nullptr;
    std::unique_ptr<sqlite::Statement> check;

    ~Impl() {
        check.reset();
        sqlite3_close(db);
    }
};

SqlitePeer::SqlitePeer(const std::string& path, const AccessWorld& world) : m_impl(std::make_unique<Impl>()) {
    if (sqlite3_open(path.c_str(), &m_impl->db) != SQLITE_OK)
        giveUp("make the peer's file", Error{ErrorCode::FileError, path, {}});
    sqlite::execute(m_impl->db, "PRAGMA journal_mode = OFF");
    sqlite::execute(m_impl->db, "PRAGMA cache_size = -262144");
    for (const char* table : kTables)
        sqlite::execute(m_impl->db, table);
    sqlite::execute(m_impl->db, "BEGIN");
    std::map<std::string, sqlite::Statement> inserts;
    forRows(world, [&](const char* table, const std::vector<std::string>& values) {
        auto insert = inserts.find(table);
        if (insert == inserts.end()) {
            std::string sql = "INSERT INTO " + std::string(table) + " VALUES (?";
            for (std::size_t i = 1; i < values.size(); ++i)
                sql += ", ?";
            insert = inserts.emplace(table, sqlite::Statement(m_impl->db, sql + ")")).first;
        }
        for (std::size_t i = 0; i < values.size(); ++i)
            insert->second.bindText(static_cast<int>(i) + 1, values[i]); // the columns make numbers of them
        insert->second.run();
    });
    sqlite::execute(m_impl->db, "COMMIT");
    inserts.clear();
    for (const char* index : kIndexes)
        sqlite::execute(m_impl->db, index);
    m_impl->check = std::make_unique<sqlite::Statement>(m_impl->db, question("?1", "?2", "?3", "?4"));
}

SqlitePeer::~SqlitePeer() = default;

bool SqlitePeer::check(const PeerQuestion& question) {
    auto& statement = *m_impl->check;
    statement.bind(1, question.user);
    statement.bind(2, question.resource);
    statement.bindText(3, question.action);
    statement.bind(4, question.bound);
    const bool isYes = statement.step() && statement.integer(0) != 0;
    statement.reset();
    return isYes;
}

PostgresPeer::PostgresPeer(const std::string& endpoint, const AccessWorld& world)
    : m_connection(PQconnectdb(endpoint.c_str())) {
    if (PQstatus(m_connection) != CONNECTION_OK)
        fail();
    run("CREATE SCHEMA peer");
    run("SET search_path = peer");
    for (const char* table : kTables)
        run(table);
    std::map<std::string, std::string> rows;
    forRows(world, [&](const char* table, const std::vector<std::string>& values) {
        std::string& text = rows[table];
        for (std::size_t i = 0; i < values.size(); ++i)
            text += (i == 0 ? "" : "\t") + values[i];
        text += '\n';
    });
    for (const auto& [table, text] : rows)
        copy(table, text);
    for (const char* index : kIndexes)
        run(index);
    run("VACUUM ANALYZE");
    run("PREPARE ask (integer, integer, text, bigint) AS " + question("$1", "$2", "$3", "$4"));
}

PostgresPeer::~PostgresPeer() {
    PQfinish(m_connection);
}

bool PostgresPeer::check(const PeerQuestion& question) {
    const std::string values[] = {std::to_string(question.user), std::to_string(question.resource), question.action,
                                  std::to_string(question.bound)};
    const char* const parameters[] = {values[0].c_str(), values[1].c_str(), values[2].c_str(), values[3].c_str()};
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(
        PQexecPrepared(m_connection, "ask", 4, parameters, nullptr, nullptr, 0), &PQclear);
    if (PQresultStatus(result.get()) != PGRES_TUPLES_OK)
        fail();
    return PQgetvalue(result.get(), 0, 0)[0] == 't';
}

void PostgresPeer::run(const std::string& sql) {
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(m_connection, sql.c_str()), &PQclear);
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        fail();
}

void PostgresPeer::copy(const std::string& table, const std::string& rows) {
    const std::unique_ptr<PGresult, decltype(&PQclear)> begun(
        PQexec(m_connection, ("COPY " + table + " FROM STDIN").c_str()), &PQclear);
    if (PQresultStatus(begun.get()) != PGRES_COPY_IN ||
        PQputCopyData(m_connection, rows.data(), static_cast<int>(rows.size())) != 1 ||
        PQputCopyEnd(m_connection, nullptr) != 1)
        fail();
    const std::unique_ptr<PGresult, decltype(&PQclear)> ended(PQgetResult(m_connection), &PQclear);
    if (PQresultStatus(ended.get()) != PGRES_COMMAND_OK)
        fail();
    while (PGresult* rest = PQgetResult(m_connection))
        PQclear(rest);
}

void PostgresPeer::fail() {
    giveUp("ask the peer", Error{ErrorCode::Internal, PQerrorMessage(m_connection), {}});
}

} // namespace muniment::bench
