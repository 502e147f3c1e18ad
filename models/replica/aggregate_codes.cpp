#include "models/replica/aggregate_codes.h"

#include "models/replica/text_hash.h"

#include <algorithm>
#include <cstring>

namespace muniment {

namespace {

constexpr std::size_t kMostInMemory = 3'300'000; ///< fills 2^22 slots, 100 MB

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

AggregateCodes::AggregateCodes(sqlite3* db)
    : m_isWhole(sqlite::queryInteger(db, "SELECT count(*) FROM (SELECT 1 FROM aggregates LIMIT 1)") == 0),
      m_next(sqlite::queryInteger(db, "SELECT coalesce(max(code), 0) + 1 FROM aggregates")),
      m_table(kMostInMemory),
      m_find(db, "SELECT a.code, h.last_sequence FROM aggregate_hashes x CROSS JOIN aggregates a ON a.code = x.code"
                 " CROSS JOIN heads h ON h.aggregate = a.code"
                 " WHERE x.hash = ? AND a.id = ? AND a.type = ? AND a.tenant = ? AND a.region = ?"),
      m_add(db, "INSERT INTO aggregates (code, id, type, tenant, region, is_listed) VALUES (?, ?, ?, ?, ?, ?)"),
      m_addHash(db, "INSERT INTO aggregate_hashes (hash, code) VALUES (?, ?)"),
      m_addHead(db, "INSERT INTO heads (aggregate, last_sequence) VALUES (?, ?)"),
      m_moveHead(db, "UPDATE heads SET last_sequence = ? WHERE aggregate = ?") {}

AggregateEntry AggregateCodes::find(const AggregateIdentity& identity) {
    if (const auto held = m_table.find(identity.fingerprint))
        return {held->code, held->lastSequence, held->lastSequence, identity.tenant};
    const std::int64_t hash = storedHashOf(identity, m_key);
    if (!m_isWhole || m_table.hasForgotten())
        if (const AggregateEntry found = search(identity, hash); found.code != 0)
            return found;
    m_new.push_back({m_next, hash, identity});
    return {m_next++, 0, -1, identity.tenant};
}

AggregateEntry AggregateCodes::search(const AggregateIdentity& identity, std::int64_t hash) {
    m_find.bind(1, hash);
    m_find.bindText(2, identity.id);
    m_find.bind(3, identity.type);
    m_find.bind(4, identity.tenant);
    m_find.bind(5, identity.region);
    AggregateEntry found;
    if (m_find.step())
        found = {m_find.integer(0), m_find.integer(1), m_find.integer(1), identity.tenant};
    m_find.reset();
    return found;
}

void AggregateCodes::keep(const std::vector<AggregateEntry>& entries, const std::vector<Fingerprint>& fingerprints) {
    // By code, which is their order of arrival already: a batch walks the table once.
    for (const New& added : m_new) {
        m_add.bind(1, added.code);
        m_add.bindText(2, added.identity.id);
        m_add.bind(3, added.identity.type);
        m_add.bind(4, added.identity.tenant);
        m_add.bind(5, added.identity.region);
        m_add.bind(6, added.identity.isListed ? 1 : 0);
        m_add.run();
    }
    std::sort(m_new.begin(), m_new.end(), [](const New& a, const New& b) { return a.hash < b.hash; });
    for (const New& added : m_new) {
        m_addHash.bind(1, added.hash);
        m_addHash.bind(2, added.code);
        m_addHash.run();
    }
    m_new.clear();

    std::vector<AggregateEntry> moved;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        m_table.put(fingerprints[i], {entries[i].code, entries[i].lastSequence});
        if (entries[i].lastSequence != entries[i].storedSequence)
            moved.push_back(entries[i]);
    }
    std::sort(moved.begin(), moved.end(),
              [](const AggregateEntry& a, const AggregateEntry& b) { return a.code < b.code; });
    for (const AggregateEntry& entry : moved) {
        const bool isNew = entry.storedSequence < 0;
        sqlite::Statement& statement = isNew ? m_addHead : m_moveHead;
        statement.bind(isNew ? 2 : 1, entry.lastSequence);
        statement.bind(isNew ? 1 : 2, entry.code);
        statement.run();
    }
}

} // namespace muniment
