#include "models/replica/rebuild.h"

#include "models/replica/payload_codec.h"
#include "models/replica/resources.h"
#include "models/replica/sqlite.h"

#include <algorithm>

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

Rebuild::Rebuild(sqlite3* db, const ReadModelDescription& model) : m_db(db), m_model(model) {}

ReplicaWriter::RebuildProgress Rebuild::advance(std::int64_t most) {
    if (!m_shadow)
        beginOrResume();

    struct RunProgress {
        std::int64_t run, lastOrdinal, done;
    };

    std::vector<RunProgress> runs;
    {
        sqlite::Statement rows(m_db,
                               "SELECT runs.run, runs.last_ordinal, coalesce(shadow_bounds.last_ordinal, 0) FROM runs"
                               " LEFT JOIN shadow_bounds ON shadow_bounds.run = runs.run AND read_model = ?"
                               " ORDER BY runs.run");
        rows.bindText(1, m_model.name);
        while (rows.step())
            runs.push_back({rows.integer(0), rows.integer(1), rows.integer(2)});
    }
    sqlite::Statement save(m_db, "INSERT INTO shadow_bounds (read_model, run, last_ordinal) VALUES (?, ?, ?)"
                                 " ON CONFLICT (read_model, run) DO UPDATE SET last_ordinal = excluded.last_ordinal");
    ReplicaWriter::RebuildProgress progress;
    for (RunProgress& run : runs) {
        const std::int64_t to = std::min(run.lastOrdinal, run.done + most);
        if (to > run.done) {
            most -= projectRun(run.run, run.done + 1, to);
            run.done = to;
            save.bindText(1, m_model.name);
            save.bind(2, run.run);
            save.bind(3, run.done);
            save.run();
        }
        progress.done += run.done;
        progress.total += run.lastOrdinal;
    }
    m_shadow->flush();
    progress.isFinished = progress.done == progress.total;
    if (progress.isFinished)
        swap();
    return progress;
}

void Rebuild::beginOrResume() {
    std::optional<std::int64_t> shadowVersion;
    {
        sqlite::Statement row(m_db, "SELECT generation, shadow_version FROM read_models WHERE name = ?");
        row.bindText(1, m_model.name);
        if (!row.step())
            throw sqlite::Failure(
                Error{ErrorCode::FileCorrupt, "read model " + m_model.name + " is not in the file", {}});
        m_generation = row.integer(0) + 1;
        if (!row.isNull(1))
            shadowVersion = row.integer(1);
    }
    m_shadowTable = m_model.table + "_g" + std::to_string(m_generation);
    if (shadowVersion != m_model.version) {
        sqlite::execute(m_db, "DROP TABLE IF EXISTS " + m_shadowTable);
        sqlite::execute(m_db, ddlFor(m_model, m_shadowTable));
        sqlite::execute(m_db, "DELETE FROM shadow_bounds WHERE read_model = '" + m_model.name + "'");
        sqlite::execute(m_db, "UPDATE read_models SET shadow_version = " + std::to_string(m_model.version) +
                                  " WHERE name = '" + m_model.name + "'");
    }
    m_shadow = makeReadModel(m_db, m_model, m_shadowTable);
}

std::int64_t Rebuild::projectRun(std::int64_t run, std::int64_t from, std::int64_t to) {
    sqlite::Statement rows(m_db, "SELECT e.n, e.logged_at, e.aggregate, e.tenant, a.region, a.id, e.sequence, e.epoch,"
                                 " type.text, e.payload_form, e.payload FROM events e"
                                 " CROSS JOIN aggregates a ON a.code = e.aggregate"
                                 " CROSS JOIN words type ON type.code = e.type WHERE e.n BETWEEN ? AND ? AND a.type ="
                                 " (SELECT code FROM words WHERE text = ?) ORDER BY e.n");
    rows.bind(1, EventNumber::of(run, from).value);
    rows.bind(2, EventNumber::of(run, to).value);
    rows.bindText(3, m_model.aggregateType);
    while (rows.step()) {
        std::optional<std::string> payload;
        if (!rows.isNull(10)) {
            auto read = decompressPayload(static_cast<int>(rows.integer(9)), rows.bytes(10));
            if (!read)
                throw sqlite::Failure(read.error());
            payload = std::move(*read);
        }
        m_shadow->take({rows.integer(0),
                        {rows.integer(1)},
                        rows.integer(2),
                        rows.integer(3),
                        rows.integer(4),
                        rows.bytes(5),
                        rows.integer(6),
                        static_cast<std::int32_t>(rows.integer(7)),
                        rows.bytes(8),
                        payload});
    }
    return to - from + 1;
}

void Rebuild::swap() {
    m_shadow.reset(); // its statements would keep the table from being renamed
    sqlite::execute(m_db, "DROP TABLE " + m_model.table);
    sqlite::execute(m_db, "ALTER TABLE " + m_shadowTable + " RENAME TO " + m_model.table);
    sqlite::execute(m_db, "DELETE FROM shadow_bounds WHERE read_model = '" + m_model.name + "'");
    sqlite::execute(m_db, "UPDATE read_models SET version = " + std::to_string(m_model.version) +
                              ", generation = " + std::to_string(m_generation) +
                              ", shadow_version = NULL WHERE name = '" + m_model.name + "'");
}

} // namespace muniment
