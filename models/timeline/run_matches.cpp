#include "models/timeline/run_matches.h"

#include "models/replica/sqlite.h"

#include <algorithm>

namespace muniment {

RunMatches::RunMatches(const MatchSet& matches, RunRecord record) : m_record(std::move(record)) {
    if (matches.isEverything) {
        const auto bound = matches.bounds.lastOrdinal.find(m_record.run);
        if (bound != matches.bounds.lastOrdinal.end())
            m_count = std::clamp<std::int64_t>(bound->second, 0, m_record.lastOrdinal);
        return;
    }
    static const Roaring nothing;
    const auto held = matches.ordinals.find(m_record.run);
    m_ordinals = held == matches.ordinals.end() ? &nothing : &held->second;
    m_count = static_cast<std::int64_t>(m_ordinals->cardinality());
}

std::int64_t RunMatches::ordinalAt(std::int64_t position) const {
    if (!m_ordinals)
        return position;
    std::uint32_t ordinal = 0;
    if (!m_ordinals->select(static_cast<std::uint32_t>(position - 1), &ordinal))
        throw sqlite::Failure(Error{ErrorCode::Internal, "a match beyond the last one was asked for", {}});
    return ordinal;
}

std::int64_t RunMatches::countThrough(std::int64_t ordinal) const {
    if (ordinal <= 0)
        return 0;
    if (!m_ordinals)
        return std::min(ordinal, m_count);
    if (ordinal >= UINT32_MAX)
        return m_count;
    return static_cast<std::int64_t>(m_ordinals->rank(static_cast<std::uint32_t>(ordinal)));
}

std::vector<RunMatches> matchesByRun(Snapshot& snapshot, const MatchSet& matches) {
    auto runs = snapshot.runs();
    if (!runs)
        throw sqlite::Failure(runs.error());
    std::vector<RunMatches> found;
    for (RunRecord& record : *runs) {
        RunMatches inRun(matches, std::move(record));
        if (inRun.count() > 0)
            found.push_back(std::move(inRun));
    }
    return found;
}

} // namespace muniment
