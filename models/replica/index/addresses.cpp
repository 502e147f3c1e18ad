#include "models/replica/index/addresses.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr std::size_t kMostInMemory = 830'000; ///< fills 2^20 slots

} // namespace

Addresses::Addresses(sqlite3* db)
    : m_db(db),
      m_isWhole(sqlite::queryInteger(db, "SELECT count(*) FROM (SELECT 1 FROM addresses LIMIT 1)") == 0),
      m_codes(kMostInMemory),
      m_find(db, "SELECT code FROM addresses WHERE address = ?"),
      m_add(db, "INSERT INTO addresses (code, address) VALUES (?, ?)") {}

std::int64_t Addresses::codeOf(const std::string& address) {
    const Fingerprint fingerprint = fingerprintOf({address});
    if (const auto held = m_codes.find(fingerprint))
        return held->code;
    std::int64_t code = m_isWhole && !m_codes.hasForgotten() ? 0 : storedCodeOf(address);
    if (code == 0) {
        if (m_next == 0)
            m_next = sqlite::queryInteger(m_db, "SELECT coalesce(max(code), 0) + 1 FROM addresses");
        code = m_next++;
        m_new.push_back({address, code});
    }
    m_codes.put(fingerprint, {code, 0});
    return code;
}

std::int64_t Addresses::storedCodeOf(const std::string& address) {
    flush(); // it may be one that was forgotten before it was written
    m_find.bindBlob(1, address);
    const std::int64_t code = m_find.step() ? m_find.integer(0) : 0;
    m_find.reset();
    return code;
}

void Addresses::flush() {
    std::sort(m_new.begin(), m_new.end(), [](const New& a, const New& b) { return a.address < b.address; });
    for (const New& added : m_new) {
        m_add.bind(1, added.code);
        m_add.bindBlob(2, added.address);
        m_add.run();
    }
    m_new.clear();
}

} // namespace muniment
