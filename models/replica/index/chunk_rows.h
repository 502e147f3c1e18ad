// Rows of the index for one stretch of a run: deltas while the chunk is open, containers and buckets once it is full.
#pragma once

#include "models/replica/index/index_layout.h"
#include "models/replica/index/postings.h"
#include "models/replica/sqlite.h"

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// A stretch of ordinals in one chunk. Postings of it are written together with those of the stretches before it that
/// it is joined with, whose deltas go.
struct Stretch {
    std::int64_t run = 0;
    std::int64_t firstOrdinal = 0;
    std::int64_t lastOrdinal = 0;
    std::vector<std::int64_t> joined; ///< first ordinals of those before, ascending

    [[nodiscard]] std::int64_t chunk() const { return firstOrdinal / kChunkSize; }

    [[nodiscard]] bool fillsChunk() const { return (lastOrdinal + 1) % kChunkSize == 0; }

    /// Of what is written.
    [[nodiscard]] std::int64_t begin() const { return joined.empty() ? firstOrdinal : joined.front(); }
};

/// Throws sqlite::Failure.
class ChunkRows {
public:
    ChunkRows(sqlite3* db, std::string_view prefix);

    void writeFacet(const Stretch& stretch, Facet facet, OwnPostings<std::uint64_t> own);
    void writeKey(const Stretch& stretch, IndexKey key, OwnPostings<std::uint64_t> own);
    void writeWords(const Stretch& stretch, OwnPostings<std::string_view> own);
    /// Writes the deltas that are still apart. Before every commit: of a backlog's, nearly all have been joined by
    /// then.
    void flush();

private:
    /// Those of the stretches joined with; their bytes live in m_read until the next call.
    template <class Value, class Read>
    [[nodiscard]] Postings<Value> joined(const Stretch& stretch, IndexKind kind, Postings<Value> own, Read&& read);
    [[nodiscard]] Postings<std::uint64_t> joinedCodes(const Stretch& stretch, IndexKind kind,
                                                      Postings<std::uint64_t> own);
    /// The delta's bytes; empty: there is none. It is gone then.
    [[nodiscard]] std::string takeDelta(std::int64_t k);
    void insert(sqlite::Statement& statement, std::int64_t k, std::string_view body);
    void insertDelta(const Stretch& stretch, IndexKind kind, const Postings<std::uint64_t>& postings);
    void insertWordRows(const Stretch& stretch, const Postings<std::string_view>& postings);

    std::map<std::int64_t, std::string> m_deltas; ///< by k; not written yet
    std::deque<std::string> m_read;
    std::deque<std::string> m_terms; ///< words of m_read
    sqlite::Statement m_readDelta, m_dropDelta, m_insertDelta, m_insertFacet, m_insertKey, m_insertWord,
        m_insertWordContainer;
};

} // namespace muniment
