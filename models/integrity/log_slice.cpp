#include "models/integrity/log_slice.h"

#include "models/replica/policy_notes.h"
#include "models/replica/replica.h"
#include "models/replica/sqlite.h"
#include "models/replica/trees/tree_reader.h"

#include <algorithm>

namespace muniment {

namespace {

template <class T>
T orThrow(Result<T> result) {
    if (!result)
        throw sqlite::Failure(result.error());
    return std::move(*result);
}

} // namespace

HeldScope::HeldScope(Snapshot& snapshot) : policy(orThrow(replicaPolicy(snapshot))) {
    for (const TreeRecord& tree : orThrow(treeRecords(snapshot))) {
        std::int32_t& newest = epochs[tree.tenant];
        newest = std::max(newest, tree.epoch);
    }
}

RunRecord liveRunOf(Snapshot& snapshot, const RegionName& region) {
    const auto runs = orThrow(snapshot.runs());
    auto& live = snapshot.statement("SELECT run FROM runs WHERE region = (SELECT code FROM regions WHERE name = ?)"
                                    " AND kind = 'live'");
    live.bindText(1, region.text());
    const std::int64_t number = live.step() ? live.integer(0) : 0;
    live.clear();
    const auto run = std::ranges::find(runs, number, &RunRecord::run);
    return run == runs.end() ? RunRecord{} : *run;
}

SliceReader::SliceReader(Snapshot& snapshot, RegionName region)
    : m_snapshot(snapshot),
      m_region(std::move(region)),
      m_run(liveRunOf(snapshot, m_region)) {
    const auto records = orThrow(snapshot.regions());
    const auto record = std::ranges::find(records, m_region, &RegionRecord::region);
    if (record != records.end() && m_run.run != 0)
        m_cursor = record->cursor;
}

SliceReader::Place SliceReader::placeAt(std::int64_t ordinal) {
    auto& row = m_snapshot.statement("SELECT n, major, minor, in_tx_order FROM events_of_run WHERE n BETWEEN ? AND ?"
                                     " ORDER BY n DESC LIMIT 1",
                                     m_run.run);
    row.bind(1, EventNumber::of(m_run.run, 1).value);
    row.bind(2, EventNumber::of(m_run.run, ordinal).value);
    Place place;
    if (ordinal > 0 && row.step())
        place = {EventNumber{row.integer(0)}.ordinal(),
                 {{row.integer(1), static_cast<std::int32_t>(row.integer(2))}, row.integer(3)}};
    row.reset();
    return place;
}

std::int64_t SliceReader::lastUpTo(const LogKey& key) {
    std::int64_t least = 0, most = m_run.lastOrdinal;
    while (least < most) {
        const std::int64_t middle = most - (most - least) / 2;
        const Place place = placeAt(middle);
        if (place.ordinal == 0 || place.key <= key)
            least = middle;
        else
            most = place.ordinal - 1;
    }
    return least;
}

LogSlice SliceReader::before(const LogKey& upTo, std::int64_t most) {
    const std::int64_t last = lastUpTo(upTo);
    const Place before = placeAt(std::max<std::int64_t>(0, last - most));
    LogSlice slice;
    slice.span = {m_region, {}, upTo};
    if (before.ordinal > 0)
        slice.span.after = before.key;
    slice.size = last - before.ordinal;
    const auto texts = std::make_shared<AskedEventTexts>(m_snapshot);
    LeafScan scan(m_snapshot, texts);
    scan.read(m_run.run, before.ordinal + 1, last, slice.leaves,
              [](EventNumber, const Error& error) { throw sqlite::Failure(error); });
    for (const ScannedLeaf& leaf : slice.leaves)
        if (!slice.tenants.contains(leaf.tenant))
            slice.tenants.emplace(leaf.tenant, TenantId(texts->tenant(leaf.tenant)));
    return slice;
}

} // namespace muniment
