// The parts of an event in words: who, where, what came of it.
#pragma once

#include "models/directory/directory.h"
#include "models/timeline/timeline.h"

#include <QString>

namespace muniment {

/// Name as it was, else the shortened id; plain text.
[[nodiscard]] QString actorText(const TimelineRow& row);
[[nodiscard]] QString subjectText(const TimelineRow& row);
[[nodiscard]] QString tenantText(const TimelineRow& row);
[[nodiscard]] QString outcomeText(const std::string& outcome);
[[nodiscard]] bool isFailure(const std::string& outcome);
/// What is odd about the event, one sentence a mark; empty when nothing is.
[[nodiscard]] QString marksText(std::uint8_t marks);
[[nodiscard]] QString orgStateText(OrgLifecycle lifecycle);
[[nodiscard]] QString userStateText(UserLifecycle lifecycle);
[[nodiscard]] QString userKindText(UserKind kind);
/// What befell an organization or a user, in two or three words: "Region assigned"; other types as they are.
[[nodiscard]] QString eventTypeText(const std::string& type);
/// A payload or read-model field in words: "Display name" for displayName; unknown ones as they are.
[[nodiscard]] QString fieldText(const std::string& field);

} // namespace muniment
