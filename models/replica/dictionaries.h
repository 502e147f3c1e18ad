// The codes under which texts lie in the file. The writer's side: finds a text's code, or gives the next one.
#pragma once

#include "models/domain/event.h"
#include "models/replica/generation_cache.h"
#include "models/replica/sqlite.h"
#include "models/replica/text_hash.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// An aggregate of one region, with what a batch must remember of it.
struct AggregateEntry {
    std::int64_t code = 0;
    std::int64_t lastSequence = 0; ///< the highest seen in the region's log
    bool isDirty = false;
};

/// Used inside the writer's transaction only. flush() before every commit; forget() after every rollback, since codes
/// given in it are void.
class Dictionaries {
public:
    explicit Dictionaries(sqlite3* db);

    [[nodiscard]] std::int64_t word(std::string_view text);
    [[nodiscard]] std::int64_t tenant(const TenantId& tenant);
    [[nodiscard]] std::int64_t actor(const Actor& actor);
    /// As word(), for a place in the row that mostly holds the same text as in the row before.
    enum class Role { AggregateType, Writer, Outcome };
    [[nodiscard]] std::int64_t word(Role role, const std::string& text);
    /// Valid until flush(), and so must `id` be. isListed: a read model lists aggregates of this type.
    [[nodiscard]] AggregateEntry& aggregate(std::int64_t region, std::int64_t tenant, std::int64_t type,
                                            std::string_view id, bool isListed);
    void noteSequence(AggregateEntry& entry, std::int64_t sequence);
    void flush();
    void forget();

private:
    using Codes = GenerationCache<std::string, std::int64_t, TextHash>;

    struct NewAggregate {
        AggregateEntry* entry;
        std::int64_t hash;
        std::string_view id;
        std::int64_t type, tenant, region;
        bool isListed;
    };

    [[nodiscard]] std::int64_t nextCode(std::int64_t& next, const char* table);

    struct LastWord {
        std::string text;
        std::int64_t code = 0; ///< 0: none yet
    };

    sqlite3* m_db;
    std::string m_key; ///< scratch
    LastWord m_lastWords[3];
    Codes m_words{4'096};
    Codes m_tenants{16'384};
    Codes m_actors{65'536};
    GenerationCache<HashedText, AggregateEntry, HashOfHashed> m_aggregates{131'072};
    std::vector<NewAggregate> m_newAggregates;
    std::vector<AggregateEntry*> m_changedAggregates;
    std::int64_t m_nextWord = 0, m_nextTenant = 0, m_nextActor = 0, m_nextAggregate = 0; ///< 0: not known yet
    sqlite::Statement m_findWord, m_addWord, m_findTenant, m_addTenant, m_findActor, m_addActor, m_findAggregate,
        m_addAggregate, m_addHead, m_moveHead;
};

} // namespace muniment
