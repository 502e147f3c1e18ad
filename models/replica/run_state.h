// Where a run stands while the writer appends to it: what each next event is compared with.
#pragma once

#include "models/domain/event.h"
#include "models/replica/event_number.h"
#include "models/replica/recent_ids.h"
#include "models/replica/sqlite.h"

#include <cstdint>
#include <optional>

namespace muniment {

/// The server's clock for an event: recorded_at, or on CockroachDB the wall time in its position when that is less.
[[nodiscard]] Instant serverTimeOf(const RecordedEvent& event);

/// Time inversions of a run: one finding for all of them.
struct TimeInversions {
    std::int64_t count = 0;
    std::int64_t worstMicros = 0; ///< how far back the worst one lies
    std::int64_t worstN = 0;
    bool isDirty = false;
};

/// A run, read from the file and moved on event by event. After a rollback it must be read anew.
class RunState {
public:
    /// runs.run of a region's live run. Throws sqlite::Failure; NotFound for a region the file does not know.
    [[nodiscard]] static std::int64_t liveRun(sqlite3* db, const RegionName& region);
    /// The same of a tenant's closed epoch, which is made if need be; all by their codes.
    [[nodiscard]] static std::int64_t backfillRun(sqlite3* db, std::int64_t tenant, std::int32_t epoch,
                                                  std::int64_t region);

    RunState(sqlite3* db, std::int64_t run);

    struct Place {
        EventNumber number;
        Instant loggedAt;
        std::uint8_t marks = 0; ///< TimeInversion, RepeatedId
        bool beginsBlock = false;
    };

    /// The next event of the log. Throws LogRewound when its key is not beyond the cursor.
    [[nodiscard]] Place advance(const RecordedEvent& event);

    /// `event` will come soon: its memory can be on its way to the processor meanwhile.
    void expect(const RecordedEvent& event) const { m_recentIds.expect(event.eventId); }

    /// What lies up to `key` is in the file already, comes from elsewhere, or is not for it: the log has passed it.
    void pass(const LogKey& key);
    /// Writes cursor, length and time inversions. Before every commit.
    void save();

    [[nodiscard]] std::int64_t region() const { return m_region; }

    /// What the next event will be numbered.
    [[nodiscard]] EventNumber next() const { return EventNumber::of(m_run, m_lastOrdinal + 1); }

    [[nodiscard]] const std::optional<LogKey>& cursor() const { return m_cursor; }

private:
    void loadRecentIds();
    void loadInversions();

    sqlite3* m_db;
    std::int64_t m_region = 0;
    std::int64_t m_run = 0;
    bool m_isLive = true;
    std::int64_t m_lastOrdinal = 0;
    std::int64_t m_added = 0; ///< since the last save
    Instant m_lastLoggedAt{INT64_MIN};
    std::optional<LogKey> m_cursor;
    RecentIds m_recentIds;
    TimeInversions m_inversions;
    sqlite::Statement m_save, m_dropInversions, m_saveInversions;
};

} // namespace muniment
