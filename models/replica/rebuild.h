// Rebuilds something that is made from events (a read model, the index) beside the one in use.
#pragma once

#include "models/replica/replica.h"

#include <cstdint>
#include <memory>
#include <string>

struct sqlite3;

namespace muniment {

/// What is rebuilt. Works inside the writer's transaction; throws sqlite::Failure.
class RebuildTarget {
public:
    RebuildTarget() = default;
    RebuildTarget(const RebuildTarget&) = delete;
    RebuildTarget& operator=(const RebuildTarget&) = delete;
    virtual ~RebuildTarget() = default;

    /// As in read_models.name.
    [[nodiscard]] virtual const std::string& name() const = 0;
    /// Of rules and tables: a rebuild begun with others begins anew.
    [[nodiscard]] virtual int version() const = 0;
    /// Makes the generation's tables, empty, in place of any that were begun.
    virtual void create(std::int64_t generation) = 0;
    /// Goes on with tables that exist. Once, before the first project().
    virtual void open(std::int64_t generation) = 0;
    /// Takes in the run's events from … to, which follow those taken in before.
    virtual void project(std::int64_t run, std::int64_t from, std::int64_t to) = 0;

    /// Everything has been taken in but what project() leaves for the end.
    virtual void finish() {}

    /// Before every commit.
    virtual void flush() = 0;
    /// The generation's tables take the place of those in use. Nothing else is called afterwards.
    virtual void swap(std::int64_t generation) = 0;
};

/// One rebuild under way. All that must survive a kill is in the file (read_models, shadow_bounds, the shadow tables),
/// in the same transaction as the rows: an interrupted rebuild goes on where it was, or begins anew when the rules
/// changed.
class Rebuild {
public:
    Rebuild(sqlite3* db, std::unique_ptr<RebuildTarget> target);

    /// Projects up to `most` further events inside the caller's transaction; when none are left, the shadow tables take
    /// the place of the old ones. Throws sqlite::Failure: the caller rolls back and drops this object.
    [[nodiscard]] ReplicaWriter::RebuildProgress advance(std::int64_t most);

private:
    void beginOrResume();
    void begin(std::int64_t generation);
    /// A tenant that moves meanwhile is taken in otherwise: the rebuild begins anew.
    void beginAnewAfterMoves();
    void swap();

    sqlite3* m_db;
    std::unique_ptr<RebuildTarget> m_target;
    std::int64_t m_generation = 0; ///< of the shadow; 0: not begun
};

} // namespace muniment
