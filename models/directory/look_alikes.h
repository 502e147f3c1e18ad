// Names that could be taken for another one of the same organization.
#pragma once

#include "models/domain/event.h"
#include "models/replica/snapshot.h"

#include <optional>
#include <stop_token>
#include <string>

namespace muniment {

enum class NamedKind { User, Team };

struct NameQuestion {
    TenantId tenant;
    NamedKind kind = NamedKind::User;
    std::string name;   ///< a user name or e-mail address; of a team its name
    AggregateId except; ///< whose name it is; empty: nobody's yet

    bool operator==(const NameQuestion&) const = default;
};

/// Another name there that looksAlike(), of somebody who is not removed; looks through all of them. Cancelled after
/// `stop`.
[[nodiscard]] Result<std::optional<std::string>> findLookAlike(Snapshot& snapshot, const NameQuestion& question,
                                                               const std::stop_token& stop);

} // namespace muniment
