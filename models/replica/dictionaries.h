// The codes under which texts lie in the file. The writer's side: finds a text's code, or gives the next one.
#pragma once

#include "models/domain/event.h"
#include "models/replica/code_table.h"
#include "models/replica/generation_cache.h"
#include "models/replica/sqlite.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace muniment {

/// Used inside the writer's transaction only; made anew after a rollback, since codes given in it are void.
class Dictionaries {
public:
    explicit Dictionaries(sqlite3* db);

    [[nodiscard]] std::int64_t word(std::string_view text);
    [[nodiscard]] std::int64_t tenant(const TenantId& tenant);

    /// `fingerprint`'s actor will be asked for soon.
    void expectActor(const Fingerprint& fingerprint) const { m_actors.expect(fingerprint); }

    [[nodiscard]] std::int64_t actor(const Actor& actor, const Fingerprint& fingerprint);
    /// Of the event's type, outcome, writer, epoch and revision.
    [[nodiscard]] std::int64_t kind(const RecordedEvent& event);
    /// As word(), for what is mostly the same as it was the last time.
    [[nodiscard]] std::int64_t aggregateType(const std::string& text);
    /// Between batches: lets go of what has not been asked for lately.
    void age();

private:
    using Codes = GenerationCache<std::string, std::int64_t, TextHash>;

    [[nodiscard]] std::int64_t nextCode(std::int64_t& next, const char* table);

    struct LastWord {
        std::string text;
        std::int64_t code = 0; ///< 0: none yet
    };

    sqlite3* m_db;
    LastWord m_lastAggregateType;
    Codes m_words{4'096};
    Codes m_tenants{16'384};
    CodeTable m_actors;
    bool m_hasAllActors;
    std::int64_t m_nextWord = 0, m_nextTenant = 0, m_nextActor = 0, m_nextKind = 0; ///< 0: not known yet
    sqlite::Statement m_findWord, m_addWord, m_findTenant, m_addTenant, m_findActor, m_addActor, m_findKind, m_addKind;
};

} // namespace muniment
