// The codes of aggregates, and how far each one's events have been seen. The writer's side.
#pragma once

#include "models/base/uuid.h"
#include "models/replica/code_table.h"
#include "models/replica/row_feed.h"
#include "models/replica/sqlite.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace muniment {

/// An aggregate of one region, while a batch is written.
struct AggregateEntry {
    std::int64_t code = 0;         ///< 0: not asked for yet
    std::int64_t lastSequence = 0; ///< the highest seen in the region's log
    std::int64_t storedSequence = 0;
    std::int64_t tenant = 0; ///< tenants.code
    bool isListed = false;   ///< see AggregateIdentity

    /// None of its events came before the batch.
    [[nodiscard]] bool isNew() const { return storedSequence < 0; }
};

/// What tells an aggregate apart. The id must stay where it is until keep().
struct AggregateIdentity {
    std::int64_t region = 0, tenant = 0, type = 0; ///< codes
    std::string_view id;
    bool isListed = false; ///< a read model lists aggregates of this type
    Fingerprint fingerprint;
};

/// Finds aggregates in the file, by their hashes.
class AggregateSearch {
public:
    explicit AggregateSearch(sqlite3* db);
    /// The first of them where several are equal, as only damage makes them; code 0: there is none.
    [[nodiscard]] AggregateEntry find(const AggregateIdentity& identity, std::int64_t hash);

private:
    sqlite::Statement m_find;
};

/// Used inside the writer's transaction only; made anew after a rollback, since codes given in it are void. A file that
/// is filled from its first event is held in memory whole (20 bytes an aggregate, up to some 84 MB): whoever is not
/// there is new, and nothing is searched for.
class AggregateCodes {
public:
    explicit AggregateCodes(sqlite3* db);

    /// The aggregate of this fingerprint will be asked for soon.
    void expect(const Fingerprint& fingerprint) const { m_table.expect(fingerprint); }

    /// Finds the aggregate's code, or gives it the next one.
    [[nodiscard]] AggregateEntry find(const AggregateIdentity& identity);
    /// How far the aggregate's events have been seen; 0: none. Gives no code.
    [[nodiscard]] std::int64_t lastSequence(const AggregateIdentity& identity);
    /// At the end of a batch, with the entry of each of its fingerprints: takes note of what is new and what has moved.
    void keep(const std::vector<AggregateEntry>& entries, const std::vector<Fingerprint>& fingerprints);
    /// Writes aggregates, hashes and heads. Before every commit: many batches then touch a page once, and nearly every
    /// session is written whole.
    void flush();

private:
    struct New {
        std::int64_t code = 0;
        std::int64_t hash = 0;
        AggregateIdentity identity;
    };

    struct Added {
        std::int64_t code = 0;
        std::int64_t hash = 0;
        std::variant<Uuid, std::string> id; ///< as the row holds it
        std::int64_t region = 0, tenant = 0, type = 0;
        bool isListed = false;
        std::int64_t lastSequence = 0;
    };

    struct Head {
        std::int64_t aggregate = 0, lastSequence = 0;
        bool isListed = false;
    };

    void flushHeads();
    void addRows();
    void addHashes();

    bool m_isWhole;
    std::int64_t m_next;
    CodeTable m_table;
    std::string m_key;          ///< scratch
    std::vector<New> m_new;     ///< of the batch
    std::vector<Added> m_added; ///< not written yet, by code
    std::vector<Head> m_heads;  ///< not written yet; an aggregate once for each batch that moved it
    AggregateSearch m_search;
    sqlite::RowFeed m_add, m_addHashes;
    sqlite::Statement m_putHead, m_moveHead;
};

/// aggregate_hashes.hash of an aggregate; `scratch` is overwritten.
[[nodiscard]] std::int64_t storedHashOf(const AggregateIdentity& identity, std::string& scratch);

} // namespace muniment
