#include "models/replica/index/event_index.h"

#include "models/replica/index/batch_traits.h"
#include "models/replica/index/container.h"
#include "models/replica/index/index_layout.h"
#include "models/replica/sqlite.h"

#include <algorithm>
#include <map>

namespace muniment {

namespace {

constexpr const char* kReadDeltas = "SELECT k, body FROM index_deltas WHERE k BETWEEN ? AND ? ORDER BY k";

sqlite::Statement& rowsBetween(Snapshot& snapshot, const char* sql, std::int64_t first, std::int64_t last) {
    auto& rows = snapshot.statement(sql);
    rows.bind(1, first);
    rows.bind(2, last);
    return rows;
}

/// Places of the wanted values, which ascend. take(places) as they are found.
template <class Take>
void findValues(std::string_view body, std::span<const std::uint64_t> wanted, Take&& take) {
    CodePostingsReader reader(body);
    std::size_t next = 0;
    while (next < wanted.size() && reader.next()) {
        while (next < wanted.size() && wanted[next] < reader.posting().value)
            ++next;
        if (next == wanted.size() || wanted[next] != reader.posting().value)
            continue;
        if (!reader.posting().places.ascend())
            failIndexRow("places of the index do not ascend");
        take(reader.posting().places);
    }
}

/// Ordinals found in any order.
class OrdinalSet {
public:
    explicit OrdinalSet(std::int64_t lastOrdinal) : m_lastOrdinal(lastOrdinal) {}

    void add(std::int64_t chunk, Places places) {
        for (std::size_t i = 0; i < places.count(); ++i) {
            const std::int64_t ordinal = chunk * kChunkSize + places[i];
            if (ordinal <= m_lastOrdinal)
                m_ordinals.push_back(static_cast<std::uint32_t>(ordinal));
        }
    }

    [[nodiscard]] Roaring finish() {
        std::sort(m_ordinals.begin(), m_ordinals.end());
        Roaring ordinals;
        ordinals.addMany(m_ordinals.size(), m_ordinals.data());
        return ordinals;
    }

private:
    std::int64_t m_lastOrdinal;
    std::vector<std::uint32_t> m_ordinals;
};

std::vector<std::uint64_t> ascending(std::span<const std::int64_t> values) {
    std::vector<std::uint64_t> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    return sorted;
}

/// A stretch's rows lie where their first ordinal says; a forged one could claim any chunk.
std::int64_t chunkOfDelta(std::int64_t k) {
    return chunkOf(firstOrdinalOfDelta(k));
}

} // namespace

EventIndex::EventIndex(Snapshot& snapshot, RunBounds bounds) : m_snapshot(snapshot), m_bounds(std::move(bounds)) {
    for (const auto& [run, lastOrdinal] : m_bounds.lastOrdinal)
        if (lastOrdinal > 0)
            m_runs.push_back(run);
}

void EventIndex::narrow(std::int64_t run, std::int64_t first, std::int64_t last) {
    m_narrowed.insert_or_assign(run, std::pair(first, last));
}

std::int64_t EventIndex::lastOf(std::int64_t run) const {
    const auto found = m_bounds.lastOrdinal.find(run);
    const std::int64_t last = found == m_bounds.lastOrdinal.end() ? 0 : std::min(found->second, kMostIndexedOrdinal);
    const auto narrowed = m_narrowed.find(run);
    return narrowed == m_narrowed.end() ? last : std::min(last, narrowed->second.second);
}

std::int64_t EventIndex::firstChunkOf(std::int64_t run) const {
    const auto narrowed = m_narrowed.find(run);
    return narrowed == m_narrowed.end() ? 0 : chunkOf(narrowed->second.first);
}

Roaring EventIndex::present(std::int64_t run) {
    Roaring all;
    if (const std::int64_t last = lastOf(run); last > 0)
        all.addRange(1, static_cast<std::uint64_t>(last) + 1);
    return all;
}

Roaring EventIndex::facet(std::int64_t run, Facet facet, std::int64_t code) {
    const std::int64_t last = lastOf(run);
    RoaringAssembly assembly(last);
    if (last == 0 || code < 0 || code > kMostFacetCode)
        return assembly.finish();
    auto& rows = rowsBetween(m_snapshot, "SELECT k, body FROM index_facets WHERE k BETWEEN ? AND ? ORDER BY k",
                             facetRow(facet, code, run, firstChunkOf(run)), facetRow(facet, code, run, chunkOf(last)));
    while (rows.step())
        assembly.addContainer(chunkOfRow(rows.integer(0)), rows.bytes(1));
    rows.reset();
    auto& deltas = rowsBetween(m_snapshot, kReadDeltas, deltaRow(facet, run, 0), deltaRow(facet, run, last));
    const std::uint64_t wanted[]{static_cast<std::uint64_t>(code)};
    while (deltas.step())
        findValues(deltas.bytes(1), wanted,
                   [&](Places places) { assembly.addPlaces(chunkOfDelta(deltas.integer(0)), places); });
    deltas.reset();
    return assembly.finish();
}

Roaring EventIndex::facetAny(std::int64_t run, Facet facet, std::span<const std::int64_t> codes) {
    std::vector<Roaring> sets;
    for (const std::uint64_t code : ascending(codes))
        sets.push_back(this->facet(run, facet, static_cast<std::int64_t>(code)));
    std::vector<const Roaring*> pointers;
    for (const Roaring& set : sets)
        pointers.push_back(&set);
    return sets.empty() ? Roaring() : Roaring::fastunion(pointers.size(), pointers.data());
}

Roaring EventIndex::key(std::int64_t run, IndexKey key, std::span<const std::int64_t> values) {
    const std::int64_t last = lastOf(run);
    OrdinalSet found(last);
    if (last == 0)
        return found.finish();
    const std::vector<std::uint64_t> wanted = ascending(values);
    std::map<std::int64_t, std::vector<std::uint64_t>> byBucket;
    for (const std::uint64_t value : wanted)
        byBucket[static_cast<std::int64_t>(value % kBuckets)].push_back(value / kBuckets);
    for (const auto& [bucket, wantedThere] : byBucket) {
        auto& rows =
            rowsBetween(m_snapshot, "SELECT k, body FROM index_keys WHERE k BETWEEN ? AND ? ORDER BY k",
                        bucketRow(key, bucket, run, firstChunkOf(run)), bucketRow(key, bucket, run, chunkOf(last)));
        while (rows.step())
            findValues(rows.bytes(1), wantedThere,
                       [&](Places places) { found.add(chunkOfRow(rows.integer(0)), places); });
        rows.reset();
    }
    auto& deltas = rowsBetween(m_snapshot, kReadDeltas, deltaRow(key, run, 0), deltaRow(key, run, last));
    while (deltas.step())
        findValues(deltas.bytes(1), wanted, [&](Places places) { found.add(chunkOfDelta(deltas.integer(0)), places); });
    deltas.reset();
    return found.finish();
}

Roaring EventIndex::correlated(std::int64_t run, const Uuid& correlation) {
    const std::int64_t fingerprint[]{static_cast<std::int64_t>(correlationFingerprint(correlation))};
    Roaring equal;
    for (const std::uint32_t ordinal : key(run, IndexKey::Correlation, fingerprint)) {
        const auto event = m_snapshot.event(EventNumber::of(run, ordinal));
        if (!event)
            throw sqlite::Failure(event.error());
        if (event->correlationId == correlation)
            equal.add(ordinal);
    }
    return equal;
}

std::vector<std::int64_t> EventIndex::codes(Facet facet) {
    std::vector<std::int64_t> codes;
    // One seek a value: its rows of every run and chunk are leapt over.
    auto& next = m_snapshot.statement("SELECT k FROM index_facets WHERE k BETWEEN ? AND ? ORDER BY k LIMIT 1");
    next.bind(2, facetRow(facet, kMostFacetCode, kMostIndexedRun, kChunkSize - 1));
    for (std::int64_t code = 0; code <= kMostFacetCode; ++code) {
        next.bind(1, facetRow(facet, code, 0, 0));
        const bool isFound = next.step();
        if (isFound)
            codes.push_back(code = codeOfFacetRow(next.integer(0)));
        next.reset();
        if (!isFound)
            break;
    }
    auto& deltas = rowsBetween(m_snapshot, kReadDeltas, deltaRow(facet, 0, 0),
                               deltaRow(facet, kMostIndexedRun, kMostIndexedOrdinal));
    while (deltas.step()) {
        CodePostingsReader reader(deltas.bytes(1));
        while (reader.next())
            codes.push_back(static_cast<std::int64_t>(reader.posting().value));
    }
    deltas.reset();
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

std::vector<FacetValue> EventIndex::values(Facet facet) {
    std::vector<FacetValue> values;
    auto& text = m_snapshot.statement(facet == Facet::Tenant ? "SELECT id FROM tenants WHERE code = ?"
                                                             : "SELECT text FROM words WHERE code = ?");
    for (const std::int64_t code : codes(facet)) {
        if (facet == Facet::Mark) {
            values.push_back({code, std::string(markName(code))});
            continue;
        }
        text.bind(1, code);
        if (!text.step())
            failIndexRow("the index names a code that no dictionary has");
        values.push_back({code, text.text(0)});
        text.reset();
    }
    return values;
}

std::vector<std::int64_t> EventIndex::addresses(std::string_view first, std::string_view last) {
    std::vector<std::int64_t> codes;
    // Bytes compare from the front: an address of the other length can lie between, but is not of the network.
    auto& rows =
        m_snapshot.statement("SELECT code FROM addresses WHERE address BETWEEN ? AND ? AND length(address) = ?");
    rows.bindBlob(1, first);
    rows.bindBlob(2, last);
    rows.bind(3, static_cast<std::int64_t>(first.size()));
    while (rows.step())
        codes.push_back(rows.integer(0));
    rows.reset();
    return codes;
}

} // namespace muniment
