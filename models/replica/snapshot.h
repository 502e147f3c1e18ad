// A consistent read-only view of the workspace file: one read transaction on one pooled connection.
#pragma once

#include "models/domain/event.h"
#include "models/replica/event_number.h"
#include "models/replica/fences.h"
#include "models/replica/moment.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace SQLite {
class Database;
}

namespace muniment {

namespace sqlite {
class Statement;
}

struct RegionRecord;
struct Finding;

/// For each run the highest ordinal that is inside; what an instant becomes. Runs that are absent are wholly outside.
struct RunBounds {
    std::map<std::int64_t, std::int64_t> lastOrdinal;

    [[nodiscard]] bool holds(EventNumber n) const {
        const auto run = lastOrdinal.find(n.run());
        return run != lastOrdinal.end() && n.ordinal() <= run->second;
    }
};

/// A run: events stored in one log order.
struct RunRecord {
    std::int64_t run = 0;
    RegionName region;
    std::int64_t lastOrdinal = 0; ///< ordinals start at 1
};

/// Used by one thread at a time; ends its read transaction when destroyed.
class Snapshot {
public:
    Snapshot() = default;
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;
    virtual ~Snapshot() = default;

    [[nodiscard]] virtual Result<std::vector<RegionRecord>> regions() = 0;
    [[nodiscard]] virtual Result<std::vector<RunRecord>> runs() = 0;
    [[nodiscard]] virtual Result<std::string> operatorName() = 0;
    [[nodiscard]] virtual Result<std::vector<Finding>> findings(int limit) = 0;
    /// Everything that lies inside `asOf`; absent: everything in the snapshot.
    [[nodiscard]] virtual Result<RunBounds> bounds(std::optional<Moment> asOf) = 0;
    /// The event as the server had it, payload bytes included.
    [[nodiscard]] virtual Result<RecordedEvent> event(EventNumber n) = 0;
    [[nodiscard]] virtual Result<std::optional<EventNumber>> findEvent(const RegionName& region, const LogKey& key) = 0;
    /// Calls `interrupt` on the running query when `stop` is requested, until the guard dies; the query fails with
    /// Cancelled.
    [[nodiscard]] virtual std::unique_ptr<std::stop_callback<std::function<void()>>>
    interruptOn(std::stop_token stop) = 0;
    /// The stop that interruptOn() was given last is requested. Long work between statements asks: an interrupt that
    /// meets no running statement is forgotten.
    [[nodiscard]] virtual bool isStopped() const = 0;
    /// For models/timeline, models/directory and models/replica only.
    [[nodiscard]] virtual SQLite::Database& database() = 0;
    /// A statement of this connection, prepared once and kept; bindings and rows of the last use are gone. `sql` must
    /// live as long as the program. May throw sqlite::Failure: for the same three, inside sqlite::guarded().
    [[nodiscard]] virtual sqlite::Statement& statement(const char* sql) = 0;
    /// The same for SQL that names kEventsOfRun (events_table.h), of a run of the snapshot.
    [[nodiscard]] virtual sqlite::Statement& statement(const char* sql, std::int64_t run) = 0;
    /// Of an event; absent: it is not in the file. May throw sqlite::Failure.
    [[nodiscard]] virtual std::optional<Instant> loggedAt(EventNumber n) = 0;
    /// Times of the run's blocks, for at least as many events as the snapshot holds. May throw sqlite::Failure.
    [[nodiscard]] virtual RunFences fences(const RunRecord& run) = 0;
};

} // namespace muniment
