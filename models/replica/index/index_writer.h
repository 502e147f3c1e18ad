// Writing side of the index. Layout: resources/replica/index_v1.sql.
#pragma once

#include "models/replica/dictionaries.h"
#include "models/replica/event_number.h"
#include "models/replica/index/addresses.h"
#include "models/replica/index/batch_traits.h"
#include "models/replica/index/chunk_rows.h"
#include "models/replica/index/index_layout.h"
#include "models/replica/index/open_chunk.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace muniment {

/// What the writer knows of a batch's events beside their traits: numbers of names by event, codes by number.
struct IndexedCodes {
    const std::vector<std::uint32_t>& aggregateOf;
    std::vector<std::int64_t> aggregates; ///< aggregates.code
    const std::vector<std::uint32_t>& actorOf;
    std::vector<std::int64_t> actors;    ///< actors.code
    std::span<const std::uint8_t> marks; ///< EventMark bits, by event
};

/// Writes into the tables of one prefix (those in use, or a rebuild's) of `db`, inside the writer's transaction. What
/// it keeps in memory is a function of what is committed: after a rollback it must be made anew, as its dictionaries
/// must.
class IndexWriter {
public:
    IndexWriter(sqlite3* db, Dictionaries& dictionaries, Addresses& addresses, bool hasWords,
                std::string_view prefix = kIndexPrefix);

    /// Whether it wants words in a batch's traits.
    [[nodiscard]] bool hasWords() const { return m_hasWords; }

    /// Takes in the events that follow those taken in before, `first` being the first one's number. Throws
    /// sqlite::Failure.
    void write(EventNumber first, const BatchTraits& traits, const IndexedCodes& codes);

    /// Before every commit.
    void flush() { m_rows.flush(); }

private:
    struct Columns;

    [[nodiscard]] Columns columnsOf(const BatchTraits& traits, const IndexedCodes& codes);
    void writeStretch(const Stretch& stretch, const Columns& columns, std::size_t begin, std::size_t end);

    Dictionaries& m_dictionaries;
    Addresses& m_addresses;
    bool m_hasWords;
    OpenChunks m_openChunks;
    ChunkRows m_rows;
};

} // namespace muniment
