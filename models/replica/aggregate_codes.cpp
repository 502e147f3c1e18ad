#include "models/replica/aggregate_codes.h"

#include "models/replica/aggregate_id.h"
#include "models/replica/text_hash.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace muniment {

namespace {

constexpr std::size_t kMostInMemory = 3'300'000; ///< fills 2^22 slots, 84 MB

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
    : m_find(db, "WITH RECURSIVE stretches (stretch) AS (SELECT 0 UNION ALL SELECT stretch + 1 FROM stretches"
                 " WHERE stretch < (SELECT max(stretch) FROM aggregate_hashes))"
                 " SELECT a.code, h.last_sequence, a.id FROM stretches s"
                 " CROSS JOIN aggregate_hashes x ON x.stretch = s.stretch AND x.hash = ?"
                 " CROSS JOIN aggregates a ON a.code = x.code CROSS JOIN heads h ON h.aggregate = a.code"
                 " WHERE a.type = ? AND a.tenant = ? AND a.region = ?") {}

AggregateEntry AggregateSearch::find(const AggregateIdentity& identity, std::int64_t hash) {
    m_find.bind(1, hash);
    m_find.bind(2, identity.type);
    m_find.bind(3, identity.tenant);
    m_find.bind(4, identity.region);
    AggregateEntry found;
    while (found.code == 0 && m_find.step())
        if (aggregateIdOf(m_find, 2) == identity.id)
            found = {m_find.integer(0), m_find.integer(1), m_find.integer(1), identity.tenant};
    m_find.reset();
    return found;
}

AggregateCodes::AggregateCodes(sqlite3* db)
    : m_isWhole(sqlite::queryInteger(db, "SELECT count(*) FROM (SELECT 1 FROM aggregates LIMIT 1)") == 0),
      m_next(sqlite::queryInteger(db, "SELECT coalesce(max(code), 0) + 1 FROM aggregates")),
      m_table(kMostInMemory),
      m_search(db),
      m_add(db, "INSERT INTO aggregates (code, id, type, tenant, region, is_listed) VALUES (?, ?, ?, ?, ?, ?)"),
      m_addHash(db, "INSERT INTO aggregate_hashes (stretch, hash, code) VALUES (?, ?, ?)"),
      m_putHead(db, "REPLACE INTO heads (aggregate, last_sequence) VALUES (?, ?)") {}

AggregateEntry AggregateCodes::find(const AggregateIdentity& identity) {
    if (const auto held = m_table.find(identity.fingerprint))
        return {held->code, held->lastSequence, held->lastSequence, identity.tenant};
    const std::int64_t hash = storedHashOf(identity, m_key);
    if (!m_isWhole || m_table.hasForgotten()) {
        flush(); // it may be one that was forgotten before it was written
        if (const AggregateEntry found = m_search.find(identity, hash); found.code != 0)
            return found;
    }
    m_new.push_back({m_next, hash, identity});
    return {m_next++, 0, -1, identity.tenant};
}

void AggregateCodes::keep(const std::vector<AggregateEntry>& entries, const std::vector<Fingerprint>& fingerprints) {
    // By code, which is their order of arrival already: a batch walks the table once.
    for (const New& added : m_new) {
        m_add.bind(1, added.code);
        const auto packed = added.identity.isListed ? std::nullopt : packAggregateId(added.identity.id);
        if (packed)
            m_add.bindBlob(2, bytesOf(*packed));
        else
            m_add.bindText(2, added.identity.id);
        m_add.bind(3, added.identity.type);
        m_add.bind(4, added.identity.tenant);
        m_add.bind(5, added.identity.region);
        m_add.bind(6, added.identity.isListed ? 1 : 0);
        m_add.run();
    }
    for (const New& added : m_new)
        m_hashes.push_back({added.hash, added.code});
    m_new.clear();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        m_table.put(fingerprints[i], {entries[i].code, entries[i].lastSequence});
        if (entries[i].lastSequence != entries[i].storedSequence)
            m_heads.push_back({entries[i].code, entries[i].lastSequence});
    }
}

void AggregateCodes::flush() {
    std::sort(m_hashes.begin(), m_hashes.end(), [](const Hash& a, const Hash& b) {
        return std::pair(stretchOf(a.code), a.hash) < std::pair(stretchOf(b.code), b.hash);
    });
    for (const Hash& added : m_hashes) {
        m_addHash.bind(1, stretchOf(added.code));
        m_addHash.bind(2, added.hash);
        m_addHash.bind(3, added.code);
        m_addHash.run();
    }
    m_hashes.clear();
    // Of an aggregate's heads the last one is the highest.
    std::stable_sort(m_heads.begin(), m_heads.end(),
                     [](const Head& a, const Head& b) { return a.aggregate < b.aggregate; });
    for (std::size_t i = 0; i < m_heads.size(); ++i) {
        if (i + 1 < m_heads.size() && m_heads[i + 1].aggregate == m_heads[i].aggregate)
            continue;
        m_putHead.bind(1, m_heads[i].aggregate);
        m_putHead.bind(2, m_heads[i].lastSequence);
        m_putHead.run();
    }
    m_heads.clear();
}

} // namespace muniment
