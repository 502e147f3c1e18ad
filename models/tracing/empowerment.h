// Which events give somebody access or a way in, to whom, and whether it still stands.
#pragma once

#include "models/domain/event.h"
#include "models/domain/team.h"

#include <optional>
#include <vector>

namespace muniment {

struct Empowerment {
    std::vector<TeamMember> whom;    ///< of a role's permission: nobody yet, its holders are
    std::optional<AggregateId> role; ///< whose holders are empowered
    bool isNewUser = false;          ///< the user came into being by it
    bool stands = false;             ///< it is so by the end of `course`, and a command can take it back
};

/// `course`: every event of the same aggregate that decides what it is, ascending; `event` is among them. Absent for an
/// event that empowers nobody, or that failed.
[[nodiscard]] std::optional<Empowerment> empowermentBy(const RecordedEvent& event,
                                                       const std::vector<RecordedEvent>& course);

} // namespace muniment
