#include "models/replica/run_state.h"

#include "models/replica/event_mark.h"
#include "models/replica/event_rows.h"
#include "models/replica/events_table.h"
#include "models/replica/fences.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace muniment {

namespace {

// PostgreSQL's positions are transaction ids, which no server can bring this far; CockroachDB's are nanoseconds since
// 1970, which passed it in 2001.
constexpr std::int64_t kFirstHlc = 1'000'000'000'000'000'000;

[[noreturn]] void failRewound(const std::string& why) {
    throw sqlite::Failure(Error{ErrorCode::LogRewound, "an event came that is not beyond the cursor", {{"why", why}}});
}

} // namespace

Instant serverTimeOf(const RecordedEvent& event) {
    const std::int64_t major = event.key.position.major;
    return major < kFirstHlc ? event.recordedAt : std::min(event.recordedAt, Instant{major / 1'000});
}

std::int64_t RunState::liveRun(sqlite3* db, const RegionName& region) {
    sqlite::Statement row(db, "SELECT run FROM runs JOIN regions ON regions.code = runs.region"
                              " WHERE regions.name = ? AND runs.kind = 'live'");
    row.bindText(1, region.text());
    if (!row.step())
        throw sqlite::Failure(Error{ErrorCode::NotFound,
                                    "the file does not know this region",
                                    {{"what", "region"}, {"id", region.text()}, {"region", region.text()}}});
    return row.integer(0);
}

std::int64_t RunState::backfillRun(sqlite3* db, std::int64_t tenant, std::int32_t epoch, std::int64_t region) {
    sqlite::Statement known(db, "SELECT run FROM backfills WHERE tenant = ? AND epoch = ?");
    known.bind(1, tenant);
    known.bind(2, epoch);
    if (known.step())
        return known.integer(0);
    sqlite::Statement add(db, "INSERT INTO runs (region, kind, last_ordinal, events) VALUES (?, 'backfill', 0, 0)"
                              " RETURNING run");
    add.bind(1, region);
    std::ignore = add.step();
    const std::int64_t run = add.integer(0);
    sqlite::Statement note(db, "INSERT INTO backfills (run, tenant, epoch) VALUES (?, ?, ?)");
    note.bind(1, run);
    note.bind(2, tenant);
    note.bind(3, epoch);
    note.run();
    createEventsTable(db, run);
    return run;
}

RunState::RunState(sqlite3* db, std::int64_t run)
    : m_db(db),
      m_run(run),
      m_save(db, "UPDATE runs SET last_ordinal = ?, events = events + ?, last_logged_at = ?, cursor_major = ?,"
                 " cursor_minor = ?, cursor_in_tx_order = ? WHERE run = ?"),
      m_dropInversions(db, "DELETE FROM findings WHERE kind = 'time.inversion' AND region = ?"),
      m_saveInversions(db,
                       "INSERT INTO findings (kind, region, n, count, detail) VALUES ('time.inversion', ?, ?, ?, ?)") {
    sqlite::Statement row(db, "SELECT kind, region, last_ordinal, last_logged_at, cursor_major, cursor_minor,"
                              " cursor_in_tx_order FROM runs WHERE run = ?");
    row.bind(1, run);
    if (!row.step())
        throw sqlite::Failure(Error{ErrorCode::FileCorrupt, "run " + std::to_string(run) + " is missing", {}});
    m_isLive = row.bytes(0) == "live";
    m_region = row.integer(1);
    m_lastOrdinal = row.integer(2);
    if (m_lastOrdinal > 0)
        m_lastLoggedAt = {row.integer(3)};
    if (!row.isNull(4))
        m_cursor = LogKey{{row.integer(4), static_cast<std::int32_t>(row.integer(5))}, row.integer(6)};
    if (m_isLive)
        loadInversions();
    loadRecentIds();
}

void RunState::loadInversions() {
    sqlite::Statement inversions(m_db,
                                 "SELECT count, n, detail FROM findings WHERE kind = 'time.inversion' AND region = ?");
    inversions.bind(1, m_region);
    if (inversions.step())
        m_inversions = {inversions.integer(0), std::strtoll(inversions.text(2).c_str(), nullptr, 10),
                        inversions.integer(1), false};
}

void RunState::loadRecentIds() {
    sqlite::Statement ids(m_db,
                          eventsSql("SELECT n, event_id FROM events_of_run WHERE n BETWEEN ? AND ? ORDER BY n", m_run));
    ids.bind(1, EventNumber::of(m_run, RecentIds::firstNeeded(m_lastOrdinal + 1)).value);
    ids.bind(2, EventNumber::of(m_run, m_lastOrdinal).value);
    while (ids.step()) {
        Uuid id;
        const std::string_view bytes = ids.bytes(1);
        std::copy_n(bytes.begin(), std::min(bytes.size(), id.bytes.size()), id.bytes.begin());
        m_recentIds.insert(EventNumber{ids.integer(0)}.ordinal(), id);
    }
}

RunState::Place RunState::advance(const RecordedEvent& event) {
    if (m_cursor && event.key <= *m_cursor)
        failRewound(event.key == *m_cursor ? "the newest event came again"
                                           : "an earlier position came after a later one");
    m_cursor = event.key;
    Place place;
    place.number = EventNumber::of(m_run, ++m_lastOrdinal);
    ++m_added;
    const Instant time = serverTimeOf(event);
    // Marked is what a reader of the log would wonder at: recorded_at itself stepping back.
    // Who followed the region has been told; a part of its log has inversions of its own.
    if (event.recordedAt < m_lastLoggedAt && m_isLive) {
        place.marks |= static_cast<std::uint8_t>(EventMark::TimeInversion);
        const std::int64_t back = wrappingDifference(m_lastLoggedAt, event.recordedAt);
        ++m_inversions.count;
        m_inversions.isDirty = true;
        if (back > m_inversions.worstMicros || m_inversions.worstN == 0) {
            m_inversions.worstMicros = back;
            m_inversions.worstN = place.number.value;
        }
    }
    place.loggedAt = m_lastLoggedAt = std::max(m_lastLoggedAt, time);
    if (m_recentIds.insert(m_lastOrdinal, event.eventId))
        place.marks |= static_cast<std::uint8_t>(EventMark::RepeatedId);
    place.beginsBlock = (m_lastOrdinal - 1) % kFenceInterval == 0;
    return place;
}

void RunState::pass(const LogKey& key) {
    if (!m_cursor || key > *m_cursor)
        m_cursor = key;
}

void RunState::save() {
    if (!m_cursor)
        return;
    m_save.bind(1, m_lastOrdinal);
    m_save.bind(2, m_added);
    if (m_lastOrdinal > 0)
        m_save.bind(3, m_lastLoggedAt.micros);
    else
        m_save.bindNull(3);
    m_save.bind(4, m_cursor->position.major);
    m_save.bind(5, m_cursor->position.minor);
    m_save.bind(6, m_cursor->inTxOrder);
    m_save.bind(7, m_run);
    m_save.run();
    m_added = 0;
    if (!m_inversions.isDirty)
        return;
    m_dropInversions.bind(1, m_region);
    m_dropInversions.run();
    const std::string detail = std::to_string(m_inversions.worstMicros) + " µs back at worst";
    m_saveInversions.bind(1, m_region);
    m_saveInversions.bind(2, m_inversions.worstN);
    m_saveInversions.bind(3, m_inversions.count);
    m_saveInversions.bindText(4, detail);
    m_saveInversions.run();
    m_inversions.isDirty = false;
}

} // namespace muniment
