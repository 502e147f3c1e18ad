// Answers kept between questions, so that scrolling and counting in a filtered timeline evaluate its filter once.
#pragma once

#include "models/timeline/match_set.h"

#include <cstddef>
#include <cstdint>
#include <list>
#include <mutex>

namespace muniment {

/// One per open workspace. Thread-safe; bounded by bytes and by number, the least recently asked go first.
///
/// An answer serves while the snapshot's bounds are those it was made for. When events have come since, only these are
/// evaluated, unless the filter names people or tenants, whose names they may have changed. What asks for bookmarks,
/// tags or notes is evaluated anew when any annotation has changed. Times relative to now
/// ("-30d") stay as they were first asked for kRelativeTimeSlack.
class MatchCache {
public:
    static constexpr std::size_t kMostBytes = 64 * 1024 * 1024;
    static constexpr std::size_t kMostAnswers = 32;
    static constexpr std::int64_t kRelativeTimeSlack = 30 * kMicrosPerSecond;

    /// As evaluate().
    [[nodiscard]] Result<MatchSetPointer> matches(Snapshot& snapshot, const TimelineQuestion& question);

    struct Counters {
        std::int64_t served = 0;    ///< from memory
        std::int64_t extended = 0;  ///< by new events alone
        std::int64_t evaluated = 0; ///< anew
    };

    [[nodiscard]] Counters counters() const;

private:
    struct Answer {
        TimelineQuestion question;
        GrowingMatches growing;
        std::int64_t annotationGeneration = 0; ///< 0 where the filter asks nothing of annotations
    };

    [[nodiscard]] std::optional<Answer> find(const TimelineQuestion& question);
    void keep(Answer answer);

    mutable std::mutex m_mutex;
    std::list<Answer> m_answers; ///< most recently asked first
    Counters m_counters;
};

} // namespace muniment
