// Payloads of stored events one after another, for who needs little else of them.
#pragma once

#include "models/replica/generation_cache.h"
#include "models/replica/payload_references.h"
#include "models/replica/sqlite.h"

#include <cstdint>
#include <optional>
#include <string>

namespace muniment {

/// Reads payloads from rows that select kColumns of `events e`. What a payload repeats of its event is looked up only
/// where it does, and remembered. For one thread.
class StoredPayloads {
public:
    static constexpr const char* kColumns = "e.payload_form, e.payload, e.tenant, e.actor, e.aggregate, e.source_ip,"
                                            " e.logged_at, e.recorded_back, e.occurred_back";

    explicit StoredPayloads(sqlite3* db);

    /// Of a row whose columns from `first` on are kColumns; absent: no data. Throws sqlite::Failure with FileCorrupt
    /// for a row that no writer made.
    [[nodiscard]] std::optional<std::string> read(const sqlite::Statement& row, int first);

private:
    class Ids {
    public:
        Ids(sqlite3* db, const char* select) : m_select(db, select) {}

        [[nodiscard]] const std::string& of(std::int64_t code);

    private:
        sqlite::Statement m_select;
        GenerationCache<std::int64_t, std::string> m_known{20'000};
    };

    [[nodiscard]] std::string textOf(PayloadReference reference, const sqlite::Statement& row, int first);

    Ids m_tenants, m_actors, m_aggregates;
};

} // namespace muniment
