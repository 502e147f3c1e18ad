#include "models/replica/file_snapshot.h"

#include "models/replica/event_rows.h"
#include "models/replica/policy_notes.h"
#include "models/replica/replica.h"

#include <algorithm>
#include <sqlite3.h>

namespace muniment {

namespace {

constexpr const char* kLoggedAt = "SELECT logged_at FROM events_of_run WHERE n = ?";

} // namespace

FileSnapshot::FileSnapshot(std::shared_ptr<ReaderPool> pool, std::unique_ptr<ReadConnection> connection)
    : m_pool(std::move(pool)),
      m_connection(std::move(connection)) {}

FileSnapshot::~FileSnapshot() {
    m_pool->giveBack(std::move(m_connection));
}

SQLite::Database& FileSnapshot::database() {
    return m_connection->database();
}

sqlite::Statement& FileSnapshot::statement(const char* sql) {
    return m_connection->statement(sql);
}

sqlite::Statement& FileSnapshot::statement(const char* sql, std::int64_t run) {
    return m_connection->statement(sql, run);
}

std::optional<Instant> FileSnapshot::loggedAt(EventNumber n) {
    if (!holdsRunOf(n))
        return std::nullopt;
    auto& row = statement(kLoggedAt, n.run());
    row.bind(1, n.value);
    const auto time = row.step() ? std::optional(Instant{row.integer(0)}) : std::nullopt;
    row.reset();
    return time;
}

RunFences FileSnapshot::fences(const RunRecord& run) {
    return m_pool->fences().fences(m_connection->handle(), run.run, run.lastOrdinal);
}

std::unique_ptr<std::stop_callback<std::function<void()>>> FileSnapshot::interruptOn(std::stop_token stop) {
    m_stop = stop;
    return std::make_unique<std::stop_callback<std::function<void()>>>(
        std::move(stop), [db = m_connection->handle()] { sqlite3_interrupt(db); });
}

const std::vector<RunRecord>& FileSnapshot::readRuns() {
    if (!m_runs) {
        std::vector<RunRecord> runs;
        auto& rows = statement("SELECT run, name, last_ordinal FROM runs JOIN regions ON regions.code = runs.region"
                               " ORDER BY run");
        while (rows.step())
            runs.push_back({rows.integer(0), RegionName(rows.text(1)), rows.integer(2)});
        rows.reset();
        m_runs = std::move(runs);
    }
    return *m_runs;
}

bool FileSnapshot::holdsRunOf(EventNumber n) {
    return std::ranges::any_of(readRuns(), [&](const RunRecord& run) { return run.run == n.run(); });
}

Result<std::vector<RunRecord>> FileSnapshot::runs() {
    return sqlite::guarded([&] { return readRuns(); });
}

Result<std::vector<RegionRecord>> FileSnapshot::regions() {
    const auto policy = replicaPolicy(*this);
    return sqlite::guarded([&] {
        std::vector<RegionRecord> regions;
        auto& rows =
            statement("SELECT name, endpoint, known_through, installation, system_identifier, run, last_ordinal,"
                      " events, cursor_major, cursor_minor, cursor_in_tx_order"
                      " FROM regions JOIN runs ON runs.region = regions.code AND runs.kind = 'live'"
                      " WHERE place IS NOT NULL ORDER BY place");
        while (rows.step()) {
            RegionRecord& region = regions.emplace_back();
            region.region = RegionName(rows.text(0));
            region.endpoint = rows.text(1);
            region.form = policy ? policy->formOf(region.region) : DataForm::Nothing;
            if (!rows.isNull(2))
                region.knownThrough = Instant{rows.integer(2)};
            if (!rows.isNull(3))
                region.mark = StoreMark{rows.text(3), rows.text(4)};
            region.events = rows.integer(7);
            if (rows.isNull(8))
                continue;
            region.cursor = LogKey{{rows.integer(8), static_cast<std::int32_t>(rows.integer(9))}, rows.integer(10)};
            if (rows.integer(6) == 0) // nothing in the log was news
                continue;
            auto newest = event(EventNumber::of(rows.integer(5), rows.integer(6)));
            if (!newest)
                throw sqlite::Failure(newest.error());
            region.newestHeld = HeldEvent{region.region,    newest->tenant,  newest->aggregate,
                                          newest->sequence, newest->eventId, newest->key};
        }
        rows.reset();
        return regions;
    });
}

Result<std::string> FileSnapshot::operatorName() {
    return sqlite::guarded([&] {
        auto& row = statement("SELECT value FROM meta WHERE key = 'operator'");
        std::string name = row.step() ? row.text(0) : std::string();
        row.reset();
        return name;
    });
}

Result<std::vector<Finding>> FileSnapshot::findings(int limit) {
    return sqlite::guarded([&] {
        std::vector<Finding> findings;
        auto& rows = statement("SELECT kind, name, n, count, detail FROM findings"
                               " JOIN regions ON regions.code = findings.region ORDER BY id DESC LIMIT ?");
        rows.bind(1, limit);
        while (rows.step()) {
            Finding& finding = findings.emplace_back();
            finding.kind = rows.text(0);
            finding.region = RegionName(rows.text(1));
            if (!rows.isNull(2))
                finding.event = EventNumber{rows.integer(2)};
            finding.detail = rows.text(4);
            if (rows.integer(3) > 1)
                finding.detail = std::to_string(rows.integer(3)) + " events, " + finding.detail;
        }
        rows.reset();
        return findings;
    });
}

template <class IsInside>
std::int64_t FileSnapshot::partition(std::int64_t first, std::int64_t last, IsInside&& isInside) {
    while (first <= last) {
        const std::int64_t middle = first + (last - first) / 2;
        if (isInside(middle))
            first = middle + 1;
        else
            last = middle - 1;
    }
    return first - 1;
}

Result<RunBounds> FileSnapshot::bounds(std::optional<Moment> asOf) {
    return sqlite::guarded([&] {
        RunBounds bounds;
        for (const RunRecord& run : readRuns()) {
            if (run.lastOrdinal == 0)
                continue;
            std::int64_t last = run.lastOrdinal;
            if (asOf) {
                // The fences name the block, six rows of it the event.
                auto& time = statement(kLoggedAt, run.run);
                const RunFences held = fences(run);
                const auto blocks = held->begin() + blockOf(run.lastOrdinal) + 1;
                const std::int64_t block = std::upper_bound(held->begin(), blocks, asOf->at.micros) - held->begin() - 1;
                if (block < 0)
                    continue;
                last = partition(firstOrdinalOf(block), std::min(last, firstOrdinalOf(block + 1) - 1),
                                 [&](std::int64_t ordinal) {
                                     time.bind(1, EventNumber::of(run.run, ordinal).value);
                                     const bool isInside = time.step() && time.integer(0) <= asOf->at.micros;
                                     time.reset();
                                     return isInside;
                                 });
                if (asOf->before && asOf->before->run() == run.run)
                    last = std::min(last, asOf->before->ordinal() - 1);
            }
            if (last > 0)
                bounds.lastOrdinal[run.run] = last;
        }
        return bounds;
    });
}

Result<RecordedEvent> FileSnapshot::event(EventNumber n) {
    auto stored = sqlite::guarded([&]() -> std::optional<RecordedEvent> {
        std::optional<RecordedEvent> found;
        if (!holdsRunOf(n))
            return found;
        auto& row = statement(selectStoredEvent(), n.run());
        row.bind(1, n.value);
        if (row.step())
            found = readStoredEvent(row).event;
        row.reset();
        return found;
    });
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return failure(ErrorCode::NotFound, {}, {{"what", "event"}, {"id", std::to_string(n.value)}});
    return std::move(**stored);
}

Result<std::optional<EventNumber>> FileSnapshot::findEvent(const RegionName& region, const LogKey& key) {
    return sqlite::guarded([&] {
        std::optional<EventNumber> found;
        const auto keyOf = [&](EventNumber n) -> std::optional<LogKey> {
            auto& row = statement("SELECT major, minor, in_tx_order FROM events_of_run WHERE n = ?", n.run());
            row.bind(1, n.value);
            std::optional<LogKey> read;
            if (row.step())
                read = LogKey{{row.integer(0), static_cast<std::int32_t>(row.integer(1))}, row.integer(2)};
            row.reset();
            return read;
        };
        for (const RunRecord& run : readRuns()) {
            if (run.region != region)
                continue;
            const std::int64_t ordinal = partition(1, run.lastOrdinal, [&](std::int64_t candidate) {
                const auto read = keyOf(EventNumber::of(run.run, candidate));
                return read && *read <= key;
            });
            const EventNumber n = EventNumber::of(run.run, ordinal);
            if (ordinal > 0 && keyOf(n) == key)
                found = n;
        }
        return found;
    });
}

} // namespace muniment
