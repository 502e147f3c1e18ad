// Codes of source addresses. The writer's side of the dictionary.
#pragma once

#include "models/replica/code_table.h"
#include "models/replica/sqlite.h"

#include <cstdint>
#include <string>
#include <vector>

namespace muniment {

/// Used inside the writer's transaction only; made anew after a rollback, since codes given in it are void. A file that
/// is filled from its first event is held in memory whole (20 bytes an address, up to some 20 MB): what is not there is
/// new, and nothing is searched for.
class Addresses {
public:
    explicit Addresses(sqlite3* db);

    /// Code of an address of 4 or 16 bytes.
    [[nodiscard]] std::int64_t codeOf(const std::string& address);

    /// Writes what is new, by the order of the addresses: many batches then touch a page once. Before every commit.
    void flush();

private:
    struct New {
        std::string address;
        std::int64_t code = 0;
    };

    [[nodiscard]] std::int64_t storedCodeOf(const std::string& address);

    sqlite3* m_db;
    bool m_isWhole;
    CodeTable m_codes;
    std::vector<New> m_new;  ///< not written yet
    std::int64_t m_next = 0; ///< 0: not known yet
    sqlite::Statement m_find, m_add;
};

} // namespace muniment
