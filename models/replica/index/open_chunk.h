// The chunk of a run that is not full yet, kept as rows of deltas: a small batch writes a small row.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

struct sqlite3;

namespace muniment {

/// Stretches of ordinals that have rows of deltas of their own. When eight of about the same length have gathered they
/// become one, so a chunk has a few dozen at most, and an event's postings are written again six times at most.
class OpenChunks {
public:
    /// Over the table of deltas.
    OpenChunks(sqlite3* db, const std::string& deltas) : m_db(db), m_deltas(deltas) {}

    /// Takes in the next stretch of the run, which lies in one chunk. Says the first ordinals of the stretches before
    /// it that it shall be joined with, ascending: all when it fills the chunk.
    [[nodiscard]] std::vector<std::int64_t> take(std::int64_t run, std::int64_t firstOrdinal, std::int64_t lastOrdinal);

private:
    [[nodiscard]] std::vector<std::int64_t>& stretchesOf(std::int64_t run);

    sqlite3* m_db;
    std::string m_deltas;
    std::map<std::int64_t, std::vector<std::int64_t>> m_stretches; ///< first ordinals, by run
};

} // namespace muniment
