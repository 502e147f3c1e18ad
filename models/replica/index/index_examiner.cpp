#include "models/replica/index/index_examiner.h"

#include "models/replica/index/event_index.h"
#include "models/replica/index/index_layout.h"
#include "models/replica/index/indexed_events.h"
#include "models/replica/index/postings.h"
#include "models/replica/index/word_postings.h"
#include "models/replica/index/word_setting.h"
#include "models/replica/resources.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <set>

namespace muniment {

namespace {

constexpr std::array kKeys{IndexKey::Actor, IndexKey::Aggregate, IndexKey::Address, IndexKey::Correlation};

std::optional<std::string> bodyOf(sqlite3* db, const char* table, std::int64_t k) {
    sqlite::Statement row(db, std::string("SELECT body FROM ") + table + " WHERE k = ?");
    row.bind(1, k);
    return row.step() ? std::optional(row.text(0)) : std::nullopt;
}

std::vector<std::int64_t> rowsBetween(sqlite3* db, const char* table, std::int64_t first, std::int64_t last) {
    std::vector<std::int64_t> keys;
    sqlite::Statement rows(db, std::string("SELECT k FROM ") + table + " WHERE k BETWEEN ? AND ? ORDER BY k");
    rows.bind(1, first);
    rows.bind(2, last);
    while (rows.step())
        keys.push_back(rows.integer(0));
    return keys;
}

/// Bytes of all stretches of a chunk as if they were one.
std::string joinedDelta(sqlite3* db, IndexKind kind, std::int64_t run, std::int64_t chunk) {
    const std::int64_t first = chunk * kChunkSize;
    std::deque<std::string> bodies, terms;
    for (const std::int64_t k :
         rowsBetween(db, "index_deltas", deltaRow(kind, run, first), deltaRow(kind, run, first + kChunkSize - 1)))
        bodies.push_back(*bodyOf(db, "index_deltas", k));
    if (kind.number() == IndexKind(IndexKey::Word).number()) {
        std::vector<Postings<std::string_view>> parts;
        for (const std::string& body : bodies)
            parts.push_back(readWordPostings(body, terms.emplace_back()));
        WordPostingsBody joined;
        forEachValue(merged(std::move(parts)),
                     [&](std::string_view term, Places places) { joined.append(term, places); });
        return joined.bytes();
    }
    std::vector<Postings<std::uint64_t>> parts;
    for (const std::string& body : bodies)
        parts.push_back(readCodePostings(body));
    CodePostingsBody joined;
    forEachValue(merged(std::move(parts)), [&](std::uint64_t value, Places places) { joined.append(value, places); });
    return joined.bytes();
}

} // namespace

IndexExaminer::IndexExaminer(Snapshot& snapshot)
    : m_snapshot(snapshot),
      m_again(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
    sqlite::execute(m_again.getHandle(), replicaResource("index_v1.sql"));
}

void IndexExaminer::add(const char* kind, std::string detail) {
    Finding finding = m_place;
    finding.kind = kind;
    finding.detail = std::move(detail);
    m_findings.push_back(std::move(finding));
}

std::vector<Finding> IndexExaminer::examine(const RunRecord& run, std::int64_t chunk) {
    m_findings.clear();
    const std::int64_t first = std::max<std::int64_t>(chunk * kChunkSize, 1);
    const std::int64_t last = std::min(run.lastOrdinal, (chunk + 1) * kChunkSize - 1);
    m_place = {{}, run.region, EventNumber::of(run.run, first), {}};
    const auto made = sqlite::guarded([&] { makeAgain(run, first, last); });
    const auto compared = made ? sqlite::guarded([&] {
        if (placeInChunk(last) == kChunkSize - 1)
            compareFull(run, chunk);
        else
            compareOpen(run, chunk);
    })
                               : Result<void>();
    for (const auto* result : {&made, &compared}) {
        if (*result)
            continue;
        if (result->error().code == ErrorCode::Cancelled)
            throw sqlite::Failure(result->error());
        add(result == &made ? "index.events" : "index.delta", result->error().detail);
    }
    return std::move(m_findings);
}

void IndexExaminer::makeAgain(const RunRecord& run, std::int64_t first, std::int64_t last) {
    sqlite3* const again = m_again.getHandle();
    for (const char* const table : kIndexTables)
        sqlite::execute(again, std::string("DELETE FROM ") + table);
    // The snapshot cannot be written: a value that its dictionaries lack makes them fail.
    sqlite3* const db = m_snapshot.database().getHandle();
    Dictionaries dictionaries(db);
    Addresses addresses(db);
    IndexWriter writer(again, dictionaries, addresses, hasWordIndex(db));
    IndexedEvents(db, run.run, first, last).writeInto(writer);
    writer.flush();
    addresses.flush();
}

void IndexExaminer::compareRow(const char* table, std::int64_t k, const char* kind, const std::string& what) {
    const auto stored = bodyOf(m_snapshot.database().getHandle(), table, k);
    const auto expected = bodyOf(m_again.getHandle(), table, k);
    if (stored != expected)
        add(kind, what + (stored ? expected ? " is not what its events make" : " is of no event" : " is missing"));
}

void IndexExaminer::compareFull(const RunRecord& run, std::int64_t chunk) {
    RunBounds bounds;
    bounds.lastOrdinal[run.run] = run.lastOrdinal;
    EventIndex index(m_snapshot, bounds);
    for (const Facet facet : kFacets) {
        const auto stored = index.codes(facet);
        std::set<std::int64_t> codes(stored.begin(), stored.end());
        for (const std::int64_t k : rowsBetween(m_again.getHandle(), "index_facets", facetRow(facet, 0, 0, 0),
                                                facetRow(facet, kMostFacetCode, kMostIndexedRun, kChunkSize - 1)))
            codes.insert(codeOfFacetRow(k));
        for (const std::int64_t code : codes)
            compareRow("index_facets", facetRow(facet, code, run.run, chunk), "index.facet",
                       std::string(facetName(facet)) + " " + std::to_string(code));
    }
    for (std::int64_t bucket = 0; bucket < kBuckets; ++bucket) {
        for (const IndexKey key : kKeys)
            compareRow("index_keys", bucketRow(key, bucket, run.run, chunk), "index.key",
                       "bucket " + std::to_string(bucket) + " of key " + std::to_string(static_cast<int>(key)));
        compareRow("index_words", bucketRow(IndexKey::Word, bucket, run.run, chunk), "index.word",
                   "bucket " + std::to_string(bucket));
    }
    std::set<std::int64_t> containers;
    for (sqlite3* const db : {m_snapshot.database().getHandle(), m_again.getHandle()})
        for (const std::int64_t k : rowsBetween(db, "index_word_containers", wordContainerRow(run.run, chunk, 0),
                                                wordContainerRow(run.run, chunk, kMostWordContainers - 1)))
            containers.insert(k);
    for (const std::int64_t k : containers)
        compareRow("index_word_containers", k, "index.word", "container " + std::to_string(k & 0xFFFF));
    compareOpen(run, chunk); // no stretch of it may be left
}

void IndexExaminer::compareOpen(const RunRecord& run, std::int64_t chunk) {
    const auto compare = [&](IndexKind kind, const std::string& what) {
        if (joinedDelta(m_snapshot.database().getHandle(), kind, run.run, chunk) !=
            joinedDelta(m_again.getHandle(), kind, run.run, chunk))
            add("index.delta", what + " of the open chunk is not what its events make");
    };
    for (const Facet facet : kFacets)
        compare(facet, std::string(facetName(facet)));
    for (const IndexKey key : kKeys)
        compare(key, "key " + std::to_string(static_cast<int>(key)));
    compare(IndexKey::Word, "word");
}

} // namespace muniment
