// Questions about bookmarks, tags and notes, asked of an open workspace.
#pragma once

#include "models/items/request_slot.h"
#include "models/replica/annotations.h"
#include "models/timeline/match_cache.h"

#include <memory>
#include <optional>
#include <vector>

namespace muniment {

/// `workspace` must outlive what is asked.
[[nodiscard]] Ask<int, std::vector<TagCount>> askTagsInUse(Workspace& workspace);

/// Annotated events that stand close together in a list.
struct AnnotationMark {
    std::int64_t row = 0;       ///< of the first, newest first
    EventNumber number;         ///< the first
    int count = 0;              ///< how many
    EventAnnotation annotation; ///< of the first; bookmarked when any is

    bool operator==(const AnnotationMark&) const = default;
};

struct AnnotationMarks {
    std::int64_t total = 0;            ///< rows of the list
    std::vector<AnnotationMark> marks; ///< from the top

    bool operator==(const AnnotationMarks&) const = default;
};

/// Where the annotated ones of a question's matches stand, in at most `places` marks.
struct MarksRequest {
    TimelineQuestion question;
    int places = 0;
};

using AskMarks = Ask<MarksRequest, AnnotationMarks>;
[[nodiscard]] AskMarks askAnnotationMarks(Workspace& workspace, std::shared_ptr<MatchCache> cache);
/// What askAnnotationMarks() asks of the query pool.
[[nodiscard]] Result<AnnotationMarks> readAnnotationMarks(Snapshot& snapshot, const MarksRequest& request,
                                                          MatchCache& cache);

/// The next bookmarked one of a question's matches.
struct BookmarkRequest {
    TimelineQuestion question;
    std::optional<EventNumber> from; ///< absent: the newest one
    bool isLater = false;            ///< towards the present
};

/// Absent: there is none further on.
using AskBookmark = Ask<BookmarkRequest, std::optional<EventNumber>>;
[[nodiscard]] AskBookmark askBookmark(Workspace& workspace, std::shared_ptr<MatchCache> cache);
[[nodiscard]] Result<std::optional<EventNumber>> readBookmark(Snapshot& snapshot, const BookmarkRequest& request,
                                                              MatchCache& cache);

/// `is:bookmarked`.
[[nodiscard]] FilterTerm bookmarkedTerm();

} // namespace muniment
