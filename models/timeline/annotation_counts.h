// How often bookmarks, tags and notes occur among matches.
#pragma once

#include "models/timeline/match_set.h"

#include <vector>

namespace muniment {

/// Of Is: each kind of annotation, in the language's order, also those that do not occur. Of Tag: the tags that occur,
/// most frequent first, equal counts by text. `code` is 0.
[[nodiscard]] Result<std::vector<FacetCount>> annotationCounts(Snapshot& snapshot, const MatchSet& matches,
                                                               FilterField field);

} // namespace muniment
