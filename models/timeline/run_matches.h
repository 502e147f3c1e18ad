// The matches of one run as a sequence: the i-th match, and how many lie up to an ordinal.
#pragma once

#include "models/timeline/match_set.h"

#include <cstdint>
#include <vector>

namespace muniment {

/// A view into a MatchSet, which must outlive it. Positions count from 1, as ordinals do.
class RunMatches {
public:
    RunMatches(const MatchSet& matches, RunRecord record);

    [[nodiscard]] const RunRecord& record() const { return m_record; }

    [[nodiscard]] std::int64_t count() const { return m_count; }

    /// `position` is 1 … count().
    [[nodiscard]] std::int64_t ordinalAt(std::int64_t position) const;
    /// Number of matches with ordinals up to and including `ordinal`, which may be anything.
    [[nodiscard]] std::int64_t countThrough(std::int64_t ordinal) const;

private:
    RunRecord m_record;
    const Roaring* m_ordinals = nullptr; ///< absent: all from 1
    std::int64_t m_count = 0;
};

/// The runs in which something matches, ascending. Throws sqlite::Failure.
[[nodiscard]] std::vector<RunMatches> matchesByRun(Snapshot& snapshot, const MatchSet& matches);

} // namespace muniment
