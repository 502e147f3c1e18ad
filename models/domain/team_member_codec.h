// A user or a team in a payload, as team members and grants' subjects are written: userId or teamId.
#pragma once

#include "models/domain/payload_fields.h"
#include "models/domain/team.h"

#include <optional>

namespace muniment {

void putMember(PayloadBuilder& payload, const TeamMember& member);
/// Absent when neither is named, or both: who was meant cannot be told then.
[[nodiscard]] std::optional<TeamMember> readMember(const PayloadFields& fields);

} // namespace muniment
