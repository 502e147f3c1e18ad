#include "models/replica/index/addresses.h"

namespace muniment {

Addresses::Addresses(sqlite3* db)
    : m_db(db),
      m_find(db, "SELECT code FROM addresses WHERE address = ?"),
      m_add(db, "INSERT INTO addresses (code, address) VALUES (?, ?)") {}

std::int64_t Addresses::codeOf(const std::string& address) {
    if (const auto* code = m_codes.find(std::string_view(address)))
        return *code;
    m_find.bindBlob(1, address);
    std::int64_t code = m_find.step() ? m_find.integer(0) : 0;
    m_find.reset();
    if (code == 0) {
        if (m_next == 0)
            m_next = sqlite::queryInteger(m_db, "SELECT coalesce(max(code), 0) + 1 FROM addresses");
        code = m_next++;
        m_add.bind(1, code);
        m_add.bindBlob(2, address);
        m_add.run();
    }
    return m_codes.insert(address, code);
}

} // namespace muniment
