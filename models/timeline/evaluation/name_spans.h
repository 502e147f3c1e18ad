// When somebody was called something: stretches of an organization's or a user's life, from the version tables.
#pragma once

#include "models/replica/event_number.h"
#include "models/replica/snapshot.h"
#include "models/timeline/evaluation/text_pattern.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// From one event of an entity's region up to another; `until` absent: to this day. Codes are those of the file.
struct NameSpan {
    std::int64_t entity = 0; ///< aggregates.code
    std::string id;
    std::int64_t tenant = 0;
    std::int64_t region = 0;
    EventNumber from;
    Instant validFrom;
    std::optional<EventNumber> until;
    std::optional<Instant> validUntil;

    /// Its ordinals in a run of its region.
    [[nodiscard]] std::int64_t firstIn(std::int64_t run) const;
    [[nodiscard]] std::int64_t lastIn(std::int64_t run) const;
};

enum class NamedKind { Organization, User };

/// Names of organizations: their name. Names of users: user name, e-mail, display name. `patterns` are folded. In order
/// of entity and time. Throws sqlite::Failure.
[[nodiscard]] std::vector<NameSpan> spansOfNames(Snapshot& snapshot, NamedKind kind,
                                                 const std::vector<TextPattern>& patterns);

} // namespace muniment
