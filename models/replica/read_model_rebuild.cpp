#include "models/replica/read_model_rebuild.h"

#include "models/replica/aggregate_id.h"
#include "models/replica/events_table.h"
#include "models/replica/resources.h"
#include "models/replica/sqlite.h"
#include "models/replica/stored_payload.h"

namespace muniment {

namespace {

/// The model's tables under another name: every name in its DDL begins with the table's.
std::string ddlFor(const ReadModelDescription& model, const std::string& table) {
    std::string ddl = replicaResource(model.ddlResource.c_str());
    for (std::size_t at = ddl.find(model.table); at != std::string::npos; at = ddl.find(model.table, at + table.size()))
        ddl.replace(at, model.table.size(), table);
    return ddl;
}

/// Rows of events_of_run as take() reads them.
std::string projected() {
    return std::string("SELECT e.n, e.logged_at, e.aggregate, e.tenant, a.region, a.id,"
                       " e.sequence, kind.epoch, type.text, ") +
           StoredPayloads::kColumns +
           ", e.major AS major, e.minor AS minor, e.in_tx_order AS in_tx_order"
           " FROM events_of_run e CROSS JOIN aggregates a ON a.code = e.aggregate"
           " CROSS JOIN kinds kind ON kind.code = e.kind"
           " CROSS JOIN words type ON type.code = kind.type";
}

} // namespace

std::string ReadModelRebuild::tableOf(std::int64_t generation) const {
    return m_model.table + "_g" + std::to_string(generation);
}

std::string ReadModelRebuild::shadowOf(const std::string& table, std::int64_t generation) const {
    return tableOf(generation) + table.substr(m_model.table.size());
}

void ReadModelRebuild::create(std::int64_t generation) {
    for (const std::string& table : m_model.tables())
        sqlite::execute(m_db, "DROP TABLE IF EXISTS " + shadowOf(table, generation));
    sqlite::execute(m_db, ddlFor(m_model, tableOf(generation)));
}

void ReadModelRebuild::open(std::int64_t generation) {
    m_shadow = makeReadModel(m_db, m_model, tableOf(generation));
}

void ReadModelRebuild::project(std::int64_t run, std::int64_t from, std::int64_t to) {
    sqlite::Statement rows(m_db, eventsSql(projected() + " WHERE e.n BETWEEN ?2 AND ?3 AND a.type = (SELECT code FROM"
                                                         " words WHERE text = ?1)"
                                                         " AND e.tenant NOT IN (SELECT tenant FROM tenant_homes)"
                                                         " ORDER BY e.n",
                                           run));
    rows.bindText(1, m_model.aggregateType);
    rows.bind(2, EventNumber::of(run, from).value);
    rows.bind(3, EventNumber::of(run, to).value);
    take(rows, false);
}

void ReadModelRebuild::finish() {
    if (sqlite::queryInteger(m_db, "SELECT count(*) FROM tenant_homes") == 0)
        return;
    std::string all;
    sqlite::Statement runs(m_db, "SELECT run FROM runs WHERE last_ordinal > 0");
    while (runs.step())
        all += (all.empty() ? "" : " UNION ALL ") +
               eventsSql(projected() + " WHERE a.type = (SELECT code FROM words WHERE text = ?1)"
                                       " AND e.tenant IN (SELECT tenant FROM tenant_homes)",
                         runs.integer(0));
    if (all.empty())
        return;
    sqlite::Statement rows(m_db, all + " ORDER BY 4, 8, major, minor, in_tx_order");
    rows.bindText(1, m_model.aggregateType);
    take(rows, true);
}

void ReadModelRebuild::take(sqlite::Statement& rows, bool hasMoved) {
    StoredPayloads payloads(m_db);
    while (rows.step()) {
        const std::optional<std::string> payload = payloads.read(rows, 9);
        const std::string id = aggregateIdOf(rows, 5);
        m_shadow->take({rows.integer(0),
                        {rows.integer(1)},
                        rows.integer(2),
                        rows.integer(3),
                        rows.integer(4),
                        id,
                        rows.integer(6),
                        static_cast<std::int32_t>(rows.integer(7)),
                        rows.bytes(8),
                        payload,
                        false,
                        hasMoved});
    }
}

void ReadModelRebuild::flush() {
    m_shadow->flush();
}

void ReadModelRebuild::swap(std::int64_t generation) {
    m_shadow.reset(); // its statements would keep the table from being renamed
    for (const std::string& table : m_model.tables()) {
        sqlite::execute(m_db, "DROP TABLE " + table);
        sqlite::execute(m_db, "ALTER TABLE " + shadowOf(table, generation) + " RENAME TO " + table);
    }
}

} // namespace muniment
