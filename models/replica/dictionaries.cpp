#include "models/replica/dictionaries.h"

#include <algorithm>
#include <cstring>

namespace muniment {

namespace {

void appendInteger(std::string& key, std::int64_t value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    key.append(bytes, sizeof value);
}

} // namespace

Dictionaries::Dictionaries(sqlite3* db)
    : m_db(db),
      m_findWord(db, "SELECT code FROM words WHERE text = ?"),
      m_addWord(db, "INSERT INTO words (code, text) VALUES (?, ?)"),
      m_findTenant(db, "SELECT code FROM tenants WHERE id = ?"),
      m_addTenant(db, "INSERT INTO tenants (code, id) VALUES (?, ?)"),
      m_findActor(db, "SELECT code FROM actors WHERE id = ? AND type = ?"),
      m_addActor(db, "INSERT INTO actors (code, id, type) VALUES (?, ?, ?)"),
      m_findAggregate(db, "SELECT a.code, h.last_sequence FROM aggregates a CROSS JOIN heads h ON h.aggregate = a.code"
                          " WHERE a.hash = ? AND a.id = ? AND a.type = ? AND a.tenant = ? AND a.region = ?"),
      m_addAggregate(
          db, "INSERT INTO aggregates (code, hash, id, type, tenant, region, is_listed) VALUES (?, ?, ?, ?, ?, ?, ?)"),
      m_addHead(db, "INSERT INTO heads (aggregate, last_sequence) VALUES (?, ?)"),
      m_moveHead(db, "UPDATE heads SET last_sequence = ? WHERE aggregate = ?") {}

std::int64_t Dictionaries::nextCode(std::int64_t& next, const char* table) {
    if (next == 0)
        next = sqlite::queryInteger(m_db, std::string("SELECT coalesce(max(code), 0) + 1 FROM ") + table);
    return next++;
}

std::int64_t Dictionaries::word(std::string_view text) {
    if (const auto* code = m_words.find(text))
        return *code;
    m_findWord.bindText(1, text);
    const bool isKnown = m_findWord.step();
    const std::int64_t code = isKnown ? m_findWord.integer(0) : nextCode(m_nextWord, "words");
    m_findWord.reset();
    if (!isKnown) {
        m_addWord.bind(1, code);
        m_addWord.bindText(2, text);
        m_addWord.run();
    }
    return m_words.insert(std::string(text), code);
}

std::int64_t Dictionaries::word(Role role, const std::string& text) {
    LastWord& last = m_lastWords[static_cast<std::size_t>(role)];
    if (last.code == 0 || last.text != text)
        last = {text, word(text)};
    return last.code;
}

std::int64_t Dictionaries::tenant(const TenantId& tenant) {
    if (const auto* code = m_tenants.find(tenant.text()))
        return *code;
    m_findTenant.bindText(1, tenant.text());
    const bool isKnown = m_findTenant.step();
    const std::int64_t code = isKnown ? m_findTenant.integer(0) : nextCode(m_nextTenant, "tenants");
    m_findTenant.reset();
    if (!isKnown) {
        m_addTenant.bind(1, code);
        m_addTenant.bindText(2, tenant.text());
        m_addTenant.run();
    }
    return m_tenants.insert(tenant.text(), code);
}

std::int64_t Dictionaries::actor(const Actor& actor) {
    const std::int64_t type = word(actor.type);
    m_key.assign(actor.id.text());
    appendInteger(m_key, type);
    if (const auto* code = m_actors.find(std::string_view(m_key)))
        return *code;
    m_findActor.bindText(1, actor.id.text());
    m_findActor.bind(2, type);
    const bool isKnown = m_findActor.step();
    const std::int64_t code = isKnown ? m_findActor.integer(0) : nextCode(m_nextActor, "actors");
    m_findActor.reset();
    if (!isKnown) {
        m_addActor.bind(1, code);
        m_addActor.bindText(2, actor.id.text());
        m_addActor.bind(3, type);
        m_addActor.run();
    }
    return m_actors.insert(m_key, code);
}

AggregateEntry& Dictionaries::aggregate(std::int64_t region, std::int64_t tenant, std::int64_t type,
                                        std::string_view id, bool isListed) {
    m_key.assign(id);
    appendInteger(m_key, type);
    appendInteger(m_key, tenant);
    appendInteger(m_key, region);
    const HashedView key{textHash(m_key), m_key};
    if (auto* entry = m_aggregates.find(key))
        return *entry;
    const auto hash = static_cast<std::int64_t>(key.hash);
    m_findAggregate.bind(1, hash);
    m_findAggregate.bindText(2, id);
    m_findAggregate.bind(3, type);
    m_findAggregate.bind(4, tenant);
    m_findAggregate.bind(5, region);
    AggregateEntry entry;
    const bool isKnown = m_findAggregate.step();
    if (isKnown)
        entry = {m_findAggregate.integer(0), m_findAggregate.integer(1), false};
    m_findAggregate.reset();
    if (isKnown)
        return m_aggregates.insert({key.hash, m_key}, entry);
    entry.code = nextCode(m_nextAggregate, "aggregates");
    entry.isDirty = true; // written by flush(), with the sequence it has by then
    AggregateEntry& kept = m_aggregates.insert({key.hash, m_key}, entry);
    m_newAggregates.push_back({&kept, hash, id, type, tenant, region, isListed});
    return kept;
}

void Dictionaries::noteSequence(AggregateEntry& entry, std::int64_t sequence) {
    if (sequence <= entry.lastSequence)
        return;
    entry.lastSequence = sequence;
    if (!entry.isDirty) {
        entry.isDirty = true;
        m_changedAggregates.push_back(&entry);
    }
}

void Dictionaries::flush() {
    // By code, which is their order of arrival already: a batch walks the table once.
    for (const NewAggregate& added : m_newAggregates) {
        m_addAggregate.bind(1, added.entry->code);
        m_addAggregate.bind(2, added.hash);
        m_addAggregate.bindText(3, added.id);
        m_addAggregate.bind(4, added.type);
        m_addAggregate.bind(5, added.tenant);
        m_addAggregate.bind(6, added.region);
        m_addAggregate.bind(7, added.isListed ? 1 : 0);
        m_addAggregate.run();
    }
    for (const NewAggregate& added : m_newAggregates) {
        m_addHead.bind(1, added.entry->code);
        m_addHead.bind(2, added.entry->lastSequence);
        m_addHead.run();
    }
    std::sort(m_changedAggregates.begin(), m_changedAggregates.end(),
              [](const AggregateEntry* a, const AggregateEntry* b) { return a->code < b->code; });
    for (AggregateEntry* entry : m_changedAggregates) {
        m_moveHead.bind(1, entry->lastSequence);
        m_moveHead.bind(2, entry->code);
        m_moveHead.run();
        entry->isDirty = false;
    }
    for (const NewAggregate& added : m_newAggregates)
        added.entry->isDirty = false;
    m_newAggregates.clear();
    m_changedAggregates.clear();
    m_words.age();
    m_tenants.age();
    m_actors.age();
    m_aggregates.age();
}

void Dictionaries::forget() {
    m_words.clear();
    for (LastWord& last : m_lastWords)
        last = {};
    m_tenants.clear();
    m_actors.clear();
    m_aggregates.clear();
    m_newAggregates.clear();
    m_changedAggregates.clear();
    m_nextWord = m_nextTenant = m_nextActor = m_nextAggregate = 0;
}

} // namespace muniment
