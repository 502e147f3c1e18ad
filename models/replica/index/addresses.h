// Codes of source addresses. The writer's side of the dictionary.
#pragma once

#include "models/replica/generation_cache.h"
#include "models/replica/sqlite.h"

#include <cstdint>
#include <string>

namespace muniment {

/// Used inside the writer's transaction only; made anew after a rollback.
class Addresses {
public:
    explicit Addresses(sqlite3* db);

    /// Code of an address of 4 or 16 bytes.
    [[nodiscard]] std::int64_t codeOf(const std::string& address);

    /// Before every commit.
    void age() { m_codes.age(); }

private:
    sqlite3* m_db;
    GenerationCache<std::string, std::int64_t, TextHash> m_codes{65'536};
    std::int64_t m_next = 0; ///< 0: not known yet
    sqlite::Statement m_find, m_add;
};

} // namespace muniment
