#include "models/replica/sifted_replica.h"

#include "models/merkle/leaf.h"
#include "models/replica/event_mark.h"
#include "models/replica/event_rows.h"
#include "models/replica/events_table.h"
#include "models/replica/prepared_batch.h"
#include "models/replica/sqlite.h"

#include <algorithm>
#include <optional>

namespace muniment {

namespace {

constexpr std::int64_t kBatchEvents = 8'192;
constexpr int kBatchesAtOnce = 8; ///< of a transaction

template <class T>
T orThrow(Result<T> result) {
    if (!result)
        throw sqlite::Failure(result.error());
    return std::move(*result);
}

void orThrow(const Result<void>& result) {
    if (!result)
        throw sqlite::Failure(result.error());
}

class Sifter {
public:
    Sifter(Snapshot& from, ReplicaWriter& into, const SiftPlan& plan, const SiftProgress& progress,
           const std::stop_token& stop)
        : m_from(from),
          m_into(into),
          m_plan(plan),
          m_progress(progress),
          m_stop(stop),
          m_runs(orThrow(from.runs())),
          m_tenants(orThrow(heldTenants(from))) {}

    void run() {
        readBackfills();
        takeMarks();
        for (const auto& [code, tenant] : m_tenants)
            if (tenant.hasMoved && isTakenOver(tenant))
                takeEarlierEpochs(tenant);
        for (const RunRecord& run : m_runs)
            if (isLive(run.run) && !m_plan.refetched.contains(run.region))
                takeRun(run);
        orThrow(m_into.commit());
    }

private:
    void readBackfills() {
        auto& backfills = m_from.statement("SELECT run FROM backfills");
        while (backfills.step())
            m_backfills.insert(backfills.integer(0));
        backfills.reset();
    }

    [[nodiscard]] DataForm formOf(const HeldTenant& tenant) const {
        return m_plan.policy.formOf(tenant.home, tenant.id);
    }

    /// Its events are good for the new file.
    [[nodiscard]] bool isTakenOver(const HeldTenant& tenant) const {
        return formOf(tenant) != DataForm::Nothing && !m_plan.moved.contains(tenant.id) &&
               !m_plan.refetched.contains(tenant.home);
    }

    [[nodiscard]] bool isLive(std::int64_t run) const { return !m_backfills.contains(run); }

    /// Which databases were followed, and how far they are known: of what was taken over.
    void takeMarks() {
        const auto regions = orThrow(m_from.regions());
        for (const RegionRecord& region : regions) {
            if (region.mark)
                orThrow(m_into.recordStoreMark(region.region, *region.mark));
            if (region.knownThrough && !m_plan.refetched.contains(region.region))
                orThrow(m_into.recordKnownThrough(region.region, *region.knownThrough));
        }
    }

    void add(Batch& batch, StoredEvent stored, const HeldTenant& tenant) {
        if (formOf(tenant) == DataForm::Pseudonyms)
            withholdPersons(m_hasher, stored.event);
        if ((stored.marks & static_cast<std::uint8_t>(EventMark::ForgedPosition)) != 0)
            batch.misplaced.push_back(stored.event.key);
        batch.events.push_back(std::move(stored.event));
    }

    void give(Batch& batch) {
        const PreparedBatch prepared(std::exchange(batch, {batch.region, {}, {}, false, {}, batch.backfill}));
        orThrow(m_into.stage(prepared));
        if (++m_staged % kBatchesAtOnce == 0)
            orThrow(m_into.commit());
    }

    void note(std::int64_t events) {
        if (m_stop.stop_requested())
            throw sqlite::Failure(Error{ErrorCode::Cancelled, {}, {}});
        m_done += events;
        if (m_progress)
            m_progress(m_done, total());
    }

    [[nodiscard]] std::int64_t total() const {
        std::int64_t all = 0;
        for (const RunRecord& run : m_runs)
            all += run.lastOrdinal;
        return all;
    }

    [[nodiscard]] StoredEvent stored(EventNumber n) {
        auto& row = m_from.statement(selectStoredEvent(), n.run());
        row.bind(1, n.value);
        if (!row.step())
            throw sqlite::Failure(Error{ErrorCode::FileCorrupt, "an event is missing", {}});
        StoredEvent event = readStoredEvent(row);
        row.reset();
        return event;
    }

    /// As a follower of its home would fetch them: each closed epoch a run of its own.
    void takeEarlierEpochs(const HeldTenant& tenant) {
        std::map<std::int32_t, std::vector<std::pair<LogKey, EventNumber>>> epochs;
        std::map<std::int32_t, RegionName> regions;
        for (const auto& [run, ordinals] : tenant.events)
            for (const std::uint32_t ordinal : ordinals) {
                const EventNumber n = EventNumber::of(run, ordinal);
                const RecordedEvent event = stored(n).event;
                if (event.epoch >= tenant.epoch)
                    break;
                epochs[event.epoch].emplace_back(event.key, n);
                regions[event.epoch] = std::ranges::find(m_runs, run, &RunRecord::run)->region;
            }
        for (auto& [epoch, numbers] : epochs) {
            std::ranges::sort(numbers);
            Batch batch{regions[epoch], {}, {}, false, {}, Backfill{tenant.id, epoch, tenant.root}};
            for (const auto& [key, n] : numbers) {
                add(batch, stored(n), tenant);
                if (std::ssize(batch.events) == kBatchEvents)
                    give(batch);
            }
            if (!batch.events.empty())
                give(batch);
        }
    }

    void takeRun(const RunRecord& run) {
        Batch batch{run.region, {}, {}, false, {}, {}};
        for (std::int64_t from = 1; from <= run.lastOrdinal; from += kBatchEvents) {
            const std::int64_t to = std::min(run.lastOrdinal, from + kBatchEvents - 1);
            auto& rows = m_from.statement(selectStoredEvents(), run.run);
            rows.bind(1, EventNumber::of(run.run, from).value);
            rows.bind(2, EventNumber::of(run.run, to).value);
            while (rows.step()) {
                StoredEvent event = readStoredEvent(rows);
                const HeldTenant& tenant = m_tenants.at(event.tenant);
                // Closed epochs have been taken already.
                if (isTakenOver(tenant) && event.event.epoch >= tenant.epoch)
                    add(batch, std::move(event), tenant);
            }
            rows.reset();
            if (std::ssize(batch.events) >= kBatchEvents / 2)
                give(batch);
            note(to - from + 1);
        }
        // What was left out is behind the cursor all the same.
        batch.passed = cursorOf(run.run);
        if (batch.passed)
            give(batch);
    }

    [[nodiscard]] std::optional<LogKey> cursorOf(std::int64_t run) {
        auto& row = m_from.statement("SELECT cursor_major, cursor_minor, cursor_in_tx_order FROM runs WHERE run = ?"
                                     " AND cursor_major IS NOT NULL");
        row.bind(1, run);
        std::optional<LogKey> cursor;
        if (row.step())
            cursor = LogKey{{row.integer(0), static_cast<std::int32_t>(row.integer(1))}, row.integer(2)};
        row.reset();
        return cursor;
    }

    Snapshot& m_from;
    ReplicaWriter& m_into;
    const SiftPlan& m_plan;
    const SiftProgress& m_progress;
    const std::stop_token& m_stop;
    const std::vector<RunRecord> m_runs;
    const std::map<std::int64_t, HeldTenant> m_tenants; ///< by code
    std::set<std::int64_t> m_backfills;                 ///< runs
    LeafHasher m_hasher;
    std::int64_t m_done = 0;
    int m_staged = 0;
};

} // namespace

Result<void> siftReplica(Replica& from, Replica& into, const SiftPlan& plan, const SiftProgress& progress,
                         const std::stop_token& stop) {
    auto snapshot = from.snapshot();
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    return sqlite::guarded([&] { Sifter(**snapshot, *into.writer(), plan, progress, stop).run(); });
}

std::vector<Purged> purgedBy(const SiftPlan& plan, const std::map<std::int64_t, HeldTenant>& tenants,
                             const ReplicaPolicy& before) {
    std::vector<Purged> purged;
    for (const auto& [code, tenant] : tenants) {
        const auto moved = plan.moved.find(tenant.id);
        const bool hasMoved = moved != plan.moved.end();
        const DataForm was = before.formOf(tenant.home, tenant.id);
        const DataForm is = plan.policy.formOf(hasMoved ? moved->second : tenant.home, tenant.id);
        if (is < was || hasMoved)
            purged.push_back({tenant.id, tenant.home, was, is, tenant.count});
    }
    std::ranges::sort(purged, {}, &Purged::tenant);
    return purged;
}

} // namespace muniment
