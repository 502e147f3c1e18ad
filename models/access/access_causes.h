// Which event gave somebody a right between two moments, or took it.
#pragma once

#include "models/access/access_rights.h"

namespace muniment {

/// Of a right that the subject has at `held` and has not at `other`, by the nearest way at `held`: when `other` is the
/// earlier moment the last event that this way needed, else the first one that broke it. 0: none did; the period of
/// the grant began or ended.
[[nodiscard]] Bound causeOf(const AccessGraph& graph, SubjectIndex subject, const HeldRight& right, Seen held,
                            Seen other);

} // namespace muniment
