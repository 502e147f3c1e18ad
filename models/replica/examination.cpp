// The doctor: what the quick checks at open leave out. It reads everything once and changes nothing.
#include "models/replica/aggregate_examination.h"
#include "models/replica/event_rows.h"
#include "models/replica/events_table.h"
#include "models/replica/index/index_examiner.h"
#include "models/replica/index/index_layout.h"
#include "models/replica/projections/read_model.h"
#include "models/replica/replica.h"
#include "models/replica/run_state.h"
#include "models/replica/sqlite.h"

#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <map>
#include <tuple>

namespace muniment {

namespace {

constexpr std::int64_t kReportInterval = 10'000;
constexpr std::size_t kIdsInMemory = 8'000'000; ///< 64 MB; a longer log is read once for every so many ids
constexpr int kMostStructureFindings = 100;

class Examination {
public:
    Examination(Snapshot& snapshot, int sample, std::stop_token stop, const std::function<void(double)>& progress)
        : m_snapshot(snapshot),
          m_db(snapshot.database().getHandle()),
          m_sample(std::max(sample, 1)),
          m_stop(std::move(stop)),
          m_progress(progress) {}

    std::vector<Finding> run() {
        examineStructure();
        for (std::string& difference : examineAggregates(m_db, m_sample))
            add("file.aggregate", {}, {}, std::move(difference));
        const auto runs = m_snapshot.runs();
        if (!runs)
            throw sqlite::Failure(runs.error());
        readMoves();
        for (const RunRecord& record : *runs)
            m_total += 3 * record.lastOrdinal;
        for (const RunRecord& record : *runs) {
            examineRun(record);
            examineIds(record);
            examineIndex(record);
        }
        examineMoved();
        for (const auto& [model, examiner] : m_examiners)
            if (auto difference = examiner->finish(); !difference.empty())
                add("file.projection", {}, {}, model->name + ": " + difference);
        return std::move(m_findings);
    }

private:
    void add(std::string kind, const RegionName& region, std::optional<EventNumber> event, std::string detail) {
        m_findings.push_back({std::move(kind), region, event, std::move(detail)});
    }

    void step() {
        if (++m_done % kReportInterval != 0)
            return;
        if (m_stop.stop_requested())
            throw sqlite::Failure(Error{ErrorCode::Cancelled, {}, {}});
        if (m_progress)
            m_progress(static_cast<double>(m_done) / static_cast<double>(std::max<std::int64_t>(m_total, 1)));
    }

    void examineStructure() {
        sqlite::Statement check(m_db, "PRAGMA integrity_check(" + std::to_string(kMostStructureFindings) + ")");
        while (check.step())
            if (check.bytes(0) != "ok")
                add("file.structure", {}, {}, check.text(0));
    }

    void examineRun(const RunRecord& record) {
        sqlite::Statement head(m_db, "SELECT events, last_logged_at, cursor_major, cursor_minor, cursor_in_tx_order"
                                     " FROM runs WHERE run = ?");
        head.bind(1, record.run);
        if (!head.step())
            return;
        sqlite::Statement rows(m_db, eventsSql(selectStoredEvents(), record.run));
        rows.bind(1, EventNumber::of(record.run, 0).value);
        rows.bind(2, EventNumber::of(record.run + 1, 0).value - 1);
        std::int64_t events = 0;
        Instant loggedAt{INT64_MIN};
        std::optional<LogKey> key;
        EventNumber number;
        const RunFences fences = m_snapshot.fences(record);
        while (rows.step()) {
            step();
            ++events;
            number = {rows.integer(0)};
            std::optional<StoredEvent> stored;
            if (auto read = sqlite::guarded([&] { return readStoredEvent(rows); }); read)
                stored = std::move(*read);
            else
                add("file.event", record.region, number, read.error().detail);
            if (!stored)
                continue;
            if (key && stored->event.key <= *key)
                add("file.order", record.region, number, "its place in the log is not after its predecessor's");
            key = stored->event.key;
            loggedAt = std::max(loggedAt, serverTimeOf(stored->event));
            if (stored->loggedAt != loggedAt)
                add("file.time", record.region, number, "logged_at is not the running maximum");
            // A damaged run may hold events beyond its end, where it has no fences.
            const auto block = static_cast<std::size_t>(blockOf(number.ordinal()));
            if ((number.ordinal() - 1) % kFenceInterval == 0 &&
                (block >= fences->size() || (*fences)[block] != stored->loggedAt.micros))
                add("file.fence", record.region, number, "its fence holds another time");
            examineProjections(*stored);
        }
        if (events != head.integer(0))
            add("file.count", record.region, {},
                "the run says " + std::to_string(head.integer(0)) + " events and holds " + std::to_string(events));
        if (events == 0)
            return;
        const LogKey cursor{{head.integer(2), static_cast<std::int32_t>(head.integer(3))}, head.integer(4)};
        // The log of a region goes on with events of tenants that have moved away, which are no news.
        const bool isCursorDue = cursor == key || (!m_roots.empty() && cursor > key);
        if (number.ordinal() != record.lastOrdinal || !isCursorDue || head.integer(1) != loggedAt.micros)
            add("file.cursor", record.region, number, "the cursor is not the newest event's");
    }

    void readMoves() {
        sqlite::Statement homes(m_db, "SELECT tenant, root FROM tenant_homes");
        while (homes.step())
            m_roots[homes.integer(0)] = homes.integer(1);
    }

    /// The events of a tenant that has moved lie in several runs: they are looked at as its epochs follow.
    void examineMoved() {
        std::sort(m_moved.begin(), m_moved.end());
        for (const auto& [epoch, key, n] : m_moved) {
            step();
            sqlite::Statement row(m_db, eventsSql(selectStoredEvents(), EventNumber{n}.run()));
            row.bind(1, n);
            row.bind(2, n);
            if (!row.step())
                continue;
            StoredEvent stored = readStoredEvent(row);
            stored.region = m_roots[stored.tenant];
            compareProjections(stored);
        }
    }

    void examineProjections(const StoredEvent& stored) {
        if (stored.aggregate % m_sample != 0)
            return;
        if (m_roots.contains(stored.tenant))
            m_moved.emplace_back(stored.event.epoch, stored.event.key, stored.number.value);
        else
            compareProjections(stored);
    }

    void compareProjections(const StoredEvent& stored) {
        if (m_examiners.empty())
            for (const ReadModelDescription& model : readModels())
                m_examiners.emplace_back(&model, makeExaminer(m_db, model));
        const RecordedEvent& event = stored.event;
        for (const auto& [model, examiner] : m_examiners) {
            if (event.aggregate.type != model->aggregateType)
                continue;
            const std::string difference =
                examiner->compare({stored.number.value, stored.loggedAt, stored.aggregate, stored.tenant, stored.region,
                                   event.aggregate.id.text(), event.sequence, event.epoch, event.type, event.payload});
            if (!difference.empty())
                add("file.projection", {}, stored.number, model->name + ": " + difference);
        }
    }

    /// Every m_sample-th chunk and the last one.
    void examineIndex(const RunRecord& record) {
        IndexExaminer examiner(m_snapshot);
        for (std::int64_t chunk = 0; record.lastOrdinal > 0 && chunk <= chunkOf(record.lastOrdinal); ++chunk) {
            if (chunk % m_sample == 0 || chunk == chunkOf(record.lastOrdinal))
                for (Finding& finding : examiner.examine(record, chunk))
                    m_findings.push_back(std::move(finding));
            const std::int64_t last = std::min(record.lastOrdinal, (chunk + 1) * kChunkSize - 1);
            for (std::int64_t ordinal = chunk * kChunkSize; ordinal <= last; ++ordinal)
                step();
        }
    }

    /// The writer looks for repeated ids in a window only; here all of the run is compared.
    void examineIds(const RunRecord& record) {
        const auto passes = static_cast<std::uint64_t>(record.lastOrdinal) / kIdsInMemory + 1;
        for (std::uint64_t pass = 0; pass < passes; ++pass) {
            std::vector<std::pair<std::uint64_t, std::int64_t>> prints;
            sqlite::Statement rows(
                m_db, eventsSql("SELECT n, event_id FROM events_of_run WHERE n BETWEEN ? AND ?", record.run));
            rows.bind(1, EventNumber::of(record.run, 1).value);
            rows.bind(2, EventNumber::of(record.run, record.lastOrdinal).value);
            while (rows.step()) {
                step();
                const std::uint64_t print = std::hash<std::string_view>{}(rows.bytes(1));
                if (print % passes == pass)
                    prints.emplace_back(print, rows.integer(0));
            }
            std::sort(prints.begin(), prints.end());
            for (std::size_t i = 1; i < prints.size(); ++i)
                if (prints[i].first == prints[i - 1].first && idOf({prints[i].second}) == idOf({prints[i - 1].second}))
                    add("event.repeated", record.region, EventNumber{prints[i].second},
                        "same id as event " + std::to_string(prints[i - 1].second));
        }
    }

    std::string idOf(EventNumber n) {
        auto& row = m_snapshot.statement("SELECT event_id FROM events_of_run WHERE n = ?", n.run());
        row.bind(1, n.value);
        std::string id = row.step() ? row.text(0) : std::string();
        row.reset();
        return id;
    }

    Snapshot& m_snapshot;
    sqlite3* m_db;
    int m_sample;
    std::stop_token m_stop;
    const std::function<void(double)>& m_progress;
    std::int64_t m_done = 0;
    std::int64_t m_total = 0;
    std::vector<Finding> m_findings;
    std::map<std::int64_t, std::int64_t> m_roots; ///< by tenant that has moved
    std::vector<std::tuple<std::int32_t, LogKey, std::int64_t>> m_moved;
    std::vector<std::pair<const ReadModelDescription*, std::unique_ptr<ReadModelExaminer>>> m_examiners;
};

} // namespace

Result<std::vector<Finding>> examineReplica(Snapshot& snapshot, int sample, std::stop_token stop,
                                            const std::function<void(double)>& progress) {
    const auto interrupt = snapshot.interruptOn(stop);
    return sqlite::guarded([&] { return Examination(snapshot, sample, stop, progress).run(); });
}

} // namespace muniment
