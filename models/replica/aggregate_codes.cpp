#include "models/replica/aggregate_codes.h"

#include "models/replica/aggregate_id.h"
#include "models/replica/text_hash.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace muniment {

namespace {

constexpr std::size_t kMostInMemory = 3'300'000; ///< fills 2^22 slots, 84 MB
constexpr std::size_t kExpectedAhead = 8;        ///< entries

/// aggregate_hashes.stretch
std::int64_t stretchOf(std::int64_t code) {
    return code >> 18;
}

void appendInteger(std::string& key, std::int64_t value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    key.append(bytes, sizeof value);
}

} // namespace

std::int64_t storedHashOf(const AggregateIdentity& identity, std::string& scratch) {
    scratch.assign(identity.id);
    appendInteger(scratch, identity.type);
    appendInteger(scratch, identity.tenant);
    appendInteger(scratch, identity.region);
    return static_cast<std::int64_t>(textHash(scratch));
}

AggregateSearch::AggregateSearch(sqlite3* db)
    : m_find(db,
             "WITH RECURSIVE stretches (stretch) AS (SELECT 0 UNION ALL SELECT stretch + 1 FROM stretches"
             " WHERE stretch < (SELECT max(stretch) FROM aggregate_hashes))"
             " SELECT a.code, coalesce(a.last_sequence, (SELECT last_sequence FROM heads WHERE aggregate = a.code)),"
             " a.id, a.is_listed FROM stretches s"
             " CROSS JOIN aggregate_hashes x ON x.stretch = s.stretch AND x.hash = ?"
             " CROSS JOIN aggregates a ON a.code = x.code"
             " WHERE a.type = ? AND a.tenant = ? AND a.region = ?") {}

AggregateEntry AggregateSearch::find(const AggregateIdentity& identity, std::int64_t hash) {
    m_find.bind(1, hash);
    m_find.bind(2, identity.type);
    m_find.bind(3, identity.tenant);
    m_find.bind(4, identity.region);
    AggregateEntry found;
    while (found.code == 0 && m_find.step())
        if (aggregateIdOf(m_find, 2) == identity.id)
            found = {m_find.integer(0), m_find.integer(1), m_find.integer(1), identity.tenant, m_find.integer(3) != 0};
    m_find.reset();
    return found;
}

AggregateCodes::AggregateCodes(sqlite3* db)
    : m_isWhole(sqlite::queryInteger(db, "SELECT count(*) FROM (SELECT 1 FROM aggregates LIMIT 1)") == 0),
      m_next(sqlite::queryInteger(db, "SELECT coalesce(max(code), 0) + 1 FROM aggregates")),
      m_table(kMostInMemory),
      m_search(db),
      m_add(db, "INSERT OR FAIL INTO aggregates (code, id, type, tenant, region, is_listed, last_sequence)", 7),
      m_addHashes(db, "INSERT OR FAIL INTO aggregate_hashes (stretch, hash, code)", 3),
      m_putHead(db, "REPLACE INTO heads (aggregate, last_sequence) VALUES (?, ?)"),
      m_moveHead(db, "UPDATE aggregates SET last_sequence = ?2 WHERE code = ?1") {}

AggregateEntry AggregateCodes::find(const AggregateIdentity& identity) {
    if (const auto held = m_table.find(identity.fingerprint))
        return {held->code, held->lastSequence, held->lastSequence, identity.tenant, identity.isListed};
    const std::int64_t hash = storedHashOf(identity, m_key);
    if (!m_isWhole || m_table.hasForgotten()) {
        flush(); // it may be one that was forgotten before it was written
        if (const AggregateEntry found = m_search.find(identity, hash); found.code != 0)
            return found;
    }
    m_new.push_back({m_next, hash, identity});
    return {m_next++, 0, -1, identity.tenant, identity.isListed};
}

std::int64_t AggregateCodes::lastSequence(const AggregateIdentity& identity) {
    if (const auto held = m_table.find(identity.fingerprint))
        return held->lastSequence;
    if (m_isWhole && !m_table.hasForgotten())
        return 0;
    flush();
    return m_search.find(identity, storedHashOf(identity, m_key)).lastSequence;
}

void AggregateCodes::keep(const std::vector<AggregateEntry>& entries, const std::vector<Fingerprint>& fingerprints) {
    for (const New& added : m_new) {
        const AggregateIdentity& identity = added.identity;
        const auto packed = identity.isListed ? std::nullopt : packAggregateId(identity.id);
        Added& row = m_added.emplace_back();
        row.code = added.code;
        row.hash = added.hash;
        if (packed)
            row.id = *packed;
        else
            row.id = std::string(identity.id);
        row.region = identity.region;
        row.tenant = identity.tenant;
        row.type = identity.type;
        row.isListed = identity.isListed;
    }
    m_new.clear();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i + kExpectedAhead < entries.size())
            m_table.expect(fingerprints[i + kExpectedAhead]);
        const AggregateEntry& entry = entries[i];
        m_table.put(fingerprints[i], {entry.code, entry.lastSequence});
        if (entry.lastSequence != entry.storedSequence)
            m_heads.push_back({entry.code, entry.lastSequence, entry.isListed});
    }
}

void AggregateCodes::flush() {
    flushHeads();
    if (m_added.empty())
        return;
    addRows();
    addHashes();
    m_added.clear();
}

void AggregateCodes::flushHeads() {
    // Of an aggregate's heads the last one is the highest.
    std::stable_sort(m_heads.begin(), m_heads.end(),
                     [](const Head& a, const Head& b) { return a.aggregate < b.aggregate; });
    auto added = m_added.begin();
    for (std::size_t i = 0; i < m_heads.size(); ++i) {
        const Head& head = m_heads[i];
        if (i + 1 < m_heads.size() && m_heads[i + 1].aggregate == head.aggregate)
            continue;
        added = std::find_if(added, m_added.end(), [&](const Added& row) { return row.code >= head.aggregate; });
        if (!head.isListed && added != m_added.end() && added->code == head.aggregate) {
            added->lastSequence = head.lastSequence;
            continue;
        }
        sqlite::Statement& put = head.isListed ? m_putHead : m_moveHead;
        put.bind(1, head.aggregate);
        put.bind(2, head.lastSequence);
        put.run();
    }
    m_heads.clear();
}

void AggregateCodes::addRows() {
    // By code, which is their order of arrival.
    m_add.run(m_added.size(), [&](std::size_t i, int column, sqlite::FedValue value) {
        const Added& row = m_added[i];
        switch (column) {
        case 0:
            return value.integer(row.code);
        case 1:
            if (const auto* const packed = std::get_if<Uuid>(&row.id))
                return value.blob(bytesOf(*packed));
            return value.text(std::get<std::string>(row.id));
        case 2:
            return value.integer(row.type);
        case 3:
            return value.integer(row.tenant);
        case 4:
            return value.integer(row.region);
        case 5:
            return value.integer(row.isListed ? 1 : 0);
        default:
            return row.isListed ? void() : value.integer(row.lastSequence);
        }
    });
}

void AggregateCodes::addHashes() {
    std::sort(m_added.begin(), m_added.end(), [](const Added& a, const Added& b) {
        return std::pair(stretchOf(a.code), a.hash) < std::pair(stretchOf(b.code), b.hash);
    });
    m_addHashes.run(m_added.size(), [&](std::size_t i, int column, sqlite::FedValue value) {
        const Added& row = m_added[i];
        value.integer(column == 0 ? stretchOf(row.code) : column == 1 ? row.hash : row.code);
    });
}

} // namespace muniment
