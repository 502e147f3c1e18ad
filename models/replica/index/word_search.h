// Finds words of the index: one row a chunk, and what is not in a full chunk yet.
#pragma once

#include "models/replica/snapshot.h"

#include <cstdint>
#include <roaring/roaring.hh>
#include <string>
#include <string_view>

namespace muniment {

/// One token, or all that begin with it. Throws sqlite::Failure.
class WordSearch {
public:
    WordSearch(std::string_view token, bool isPrefix);

    /// Ordinals of the run from `firstChunk` up to `lastOrdinal` whose stored words hold it.
    [[nodiscard]] Roaring find(Snapshot& snapshot, std::int64_t run, std::int64_t firstChunk,
                               std::int64_t lastOrdinal) const;

private:
    /// Whether `term` is looked for; `isBeyond`: so is none that follows it.
    [[nodiscard]] bool matches(std::string_view term, bool& isBeyond) const;
    [[nodiscard]] Roaring findInBucket(Snapshot& snapshot, std::int64_t bucket, std::int64_t run,
                                       std::int64_t firstChunk, std::int64_t lastOrdinal) const;
    [[nodiscard]] Roaring findInDeltas(Snapshot& snapshot, std::int64_t run, std::int64_t lastOrdinal) const;

    std::string m_token;
    std::string m_packed; ///< of a whole token
    bool m_isPrefix;
    bool m_mayBeginUuid;
};

} // namespace muniment
