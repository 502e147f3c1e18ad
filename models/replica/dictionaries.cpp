#include "models/replica/dictionaries.h"

namespace muniment {

namespace {

constexpr std::size_t kMostActors = 1'600'000; ///< fills 2^21 slots, 42 MB

bool isEmpty(sqlite3* db, const char* table) {
    return sqlite::queryInteger(db, std::string("SELECT count(*) FROM (SELECT 1 FROM ") + table + " LIMIT 1)") == 0;
}

} // namespace

Dictionaries::Dictionaries(sqlite3* db)
    : m_db(db),
      m_actors(kMostActors),
      m_hasAllActors(isEmpty(db, "actors")),
      m_findWord(db, "SELECT code FROM words WHERE text = ?"),
      m_addWord(db, "INSERT INTO words (code, text) VALUES (?, ?)"),
      m_findTenant(db, "SELECT code FROM tenants WHERE id = ?"),
      m_addTenant(db, "INSERT INTO tenants (code, id) VALUES (?, ?)"),
      m_findActor(db, "SELECT code FROM actors WHERE id = ? AND type = ?"),
      m_addActor(db, "INSERT INTO actors (code, id, type) VALUES (?, ?, ?)"),
      m_findKind(db, "SELECT code FROM kinds WHERE type = ? AND outcome = ? AND writer = ? AND epoch = ?"
                     " AND revision = ?"),
      m_addKind(db, "INSERT INTO kinds (type, outcome, writer, epoch, revision, code) VALUES (?, ?, ?, ?, ?, ?)") {}

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

std::int64_t Dictionaries::aggregateType(const std::string& text) {
    if (m_lastAggregateType.code == 0 || m_lastAggregateType.text != text)
        m_lastAggregateType = {text, word(text)};
    return m_lastAggregateType.code;
}

std::int64_t Dictionaries::kind(const RecordedEvent& event) {
    const std::int64_t type = word(event.type);
    const std::int64_t outcome = word(event.outcome);
    const std::int64_t writer = word(event.writer);
    const auto bind = [&](sqlite::Statement& statement) {
        statement.bind(1, type);
        statement.bind(2, outcome);
        statement.bind(3, writer);
        statement.bind(4, event.epoch);
        statement.bind(5, event.revision);
    };
    bind(m_findKind);
    const bool isKnown = m_findKind.step();
    const std::int64_t code = isKnown ? m_findKind.integer(0) : nextCode(m_nextKind, "kinds");
    m_findKind.reset();
    if (!isKnown) {
        bind(m_addKind);
        m_addKind.bind(6, code);
        m_addKind.run();
    }
    return code;
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

std::int64_t Dictionaries::actor(const Actor& actor, const Fingerprint& fingerprint) {
    if (const auto held = m_actors.find(fingerprint))
        return held->code;
    const std::int64_t type = word(actor.type);
    bool isKnown = false;
    std::int64_t code = 0;
    if (!m_hasAllActors || m_actors.hasForgotten()) {
        m_findActor.bindText(1, actor.id.text());
        m_findActor.bind(2, type);
        isKnown = m_findActor.step();
        code = isKnown ? m_findActor.integer(0) : 0;
        m_findActor.reset();
    }
    if (!isKnown) {
        code = nextCode(m_nextActor, "actors");
        m_addActor.bind(1, code);
        m_addActor.bindText(2, actor.id.text());
        m_addActor.bind(3, type);
        m_addActor.run();
    }
    m_actors.put(fingerprint, {code, 0});
    return code;
}

void Dictionaries::age() {
    m_words.age();
    m_tenants.age();
}

} // namespace muniment
