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
    StoredPayloads payloads(m_db);
    sqlite::Statement rows(
        m_db, eventsSql(std::string("SELECT e.n, e.logged_at, e.aggregate, e.tenant, a.region, a.id,"
                                    " e.sequence, kind.epoch, type.text, ") +
                            StoredPayloads::kColumns +
                            " FROM events_of_run e CROSS JOIN aggregates a ON a.code = e.aggregate"
                            " CROSS JOIN kinds kind ON kind.code = e.kind"
                            " CROSS JOIN words type ON type.code = kind.type"
                            " WHERE e.n BETWEEN ? AND ? AND a.type = (SELECT code FROM words WHERE text = ?)"
                            " ORDER BY e.n",
                        run));
    rows.bind(1, EventNumber::of(run, from).value);
    rows.bind(2, EventNumber::of(run, to).value);
    rows.bindText(3, m_model.aggregateType);
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
                        payload});
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
