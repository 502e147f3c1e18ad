#include "models/replica/rebuild.h"

#include "models/replica/sqlite.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace muniment {

namespace {

/// shadow_bounds.run of how many homes of moved tenants the file knew when the rebuild began; no run's number.
constexpr std::int64_t kMoves = -1;

} // namespace

Rebuild::Rebuild(sqlite3* db, std::unique_ptr<RebuildTarget> target) : m_db(db), m_target(std::move(target)) {}

ReplicaWriter::RebuildProgress Rebuild::advance(std::int64_t most) {
    if (m_generation == 0)
        beginOrResume();
    beginAnewAfterMoves();

    struct RunProgress {
        std::int64_t run, lastOrdinal, done;
    };

    std::vector<RunProgress> runs;
    {
        sqlite::Statement rows(m_db,
                               "SELECT runs.run, runs.last_ordinal, coalesce(shadow_bounds.last_ordinal, 0) FROM runs"
                               " LEFT JOIN shadow_bounds ON shadow_bounds.run = runs.run AND read_model = ?"
                               " ORDER BY runs.run");
        rows.bindText(1, m_target->name());
        while (rows.step())
            runs.push_back({rows.integer(0), rows.integer(1), rows.integer(2)});
    }
    sqlite::Statement save(m_db, "INSERT INTO shadow_bounds (read_model, run, last_ordinal) VALUES (?, ?, ?)"
                                 " ON CONFLICT (read_model, run) DO UPDATE SET last_ordinal = excluded.last_ordinal");
    ReplicaWriter::RebuildProgress progress;
    for (RunProgress& run : runs) {
        const std::int64_t to = std::min(run.lastOrdinal, run.done + most);
        if (to > run.done) {
            m_target->project(run.run, run.done + 1, to);
            most -= to - run.done;
            run.done = to;
            save.bindText(1, m_target->name());
            save.bind(2, run.run);
            save.bind(3, run.done);
            save.run();
        }
        progress.done += run.done;
        progress.total += run.lastOrdinal;
    }
    progress.isFinished = progress.done == progress.total;
    if (progress.isFinished)
        m_target->finish();
    m_target->flush();
    if (progress.isFinished)
        swap();
    return progress;
}

void Rebuild::beginOrResume() {
    const std::string& name = m_target->name();
    std::optional<std::int64_t> shadowVersion;
    std::int64_t generation = 0;
    {
        sqlite::Statement row(m_db, "SELECT generation, shadow_version FROM read_models WHERE name = ?");
        row.bindText(1, name);
        if (!row.step())
            throw sqlite::Failure(Error{ErrorCode::FileCorrupt, "read model " + name + " is not in the file", {}});
        generation = row.integer(0) + 1;
        if (!row.isNull(1))
            shadowVersion = row.integer(1);
    }
    if (shadowVersion != m_target->version())
        begin(generation);
    m_target->open(generation);
    m_generation = generation;
}

void Rebuild::begin(std::int64_t generation) {
    const std::string& name = m_target->name();
    m_target->create(generation);
    sqlite::execute(m_db, "DELETE FROM shadow_bounds WHERE read_model = '" + name + "'");
    sqlite::execute(m_db, "INSERT INTO shadow_bounds (read_model, run, last_ordinal) SELECT '" + name + "', " +
                              std::to_string(kMoves) + ", count(*) FROM tenant_homes");
    sqlite::execute(m_db, "UPDATE read_models SET shadow_version = " + std::to_string(m_target->version()) +
                              " WHERE name = '" + name + "'");
}

void Rebuild::beginAnewAfterMoves() {
    sqlite::Statement moves(m_db, "SELECT last_ordinal = (SELECT count(*) FROM tenant_homes) FROM shadow_bounds"
                                  " WHERE read_model = ? AND run = ?");
    moves.bindText(1, m_target->name());
    moves.bind(2, kMoves);
    const bool isSame = !moves.step() || moves.integer(0) == 1;
    moves.reset();
    if (isSame)
        return;
    begin(m_generation);
    m_target->open(m_generation);
}

void Rebuild::swap() {
    const std::string& name = m_target->name();
    m_target->swap(m_generation);
    sqlite::execute(m_db, "DELETE FROM shadow_bounds WHERE read_model = '" + name + "'");
    sqlite::execute(m_db, "UPDATE read_models SET version = " + std::to_string(m_target->version()) +
                              ", generation = " + std::to_string(m_generation) +
                              ", shadow_version = NULL WHERE name = '" + name + "'");
}

} // namespace muniment
