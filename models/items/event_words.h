// The parts of an event in words: who, where, what came of it, and its payload for people.
#pragma once

#include "models/directory/directory.h"
#include "models/items/formats.h"
#include "models/timeline/timeline.h"

#include <QString>

#include <utility>
#include <vector>

namespace muniment {

/// Name as it was, else the shortened id; plain text.
[[nodiscard]] QString actorText(const TimelineRow& row);
[[nodiscard]] QString subjectText(const TimelineRow& row);
[[nodiscard]] QString tenantText(const TimelineRow& row);
[[nodiscard]] QString outcomeText(const std::string& outcome);
[[nodiscard]] bool isFailure(const std::string& outcome);
/// What is odd about the event, one sentence a mark; empty when nothing is.
[[nodiscard]] QString marksText(std::uint8_t marks);
/// What stands in place of a secret.
[[nodiscard]] QString maskedSecret();

/// A line of an event's summary: label in the application's language, value as plain text.
struct EventFact {
    QString label;
    QString value;
    QString whole; ///< the unshortened value for tool tip and copying; empty: as shown
    bool isId = false;
};

[[nodiscard]] std::vector<EventFact> eventFacts(const TimelineRow& row, ClockZone zone);

/// The event's payload as changes: what each top-level field was set to; secrets masked. `before` is empty.
[[nodiscard]] std::vector<FieldChange> payloadFields(const RecordedEvent& event);
/// The payload's bytes with secret members' values replaced; bytes without secrets are as the server had them.
[[nodiscard]] std::string maskedPayload(const RecordedEvent& event);
/// Payload indented for people, secrets masked; several lines of plain text.
[[nodiscard]] QString prettyPayload(const RecordedEvent& event);
/// The bytes as stored and hashed, secrets masked, in one line; empty when the event has no payload.
[[nodiscard]] QString exactPayload(const RecordedEvent& event);

[[nodiscard]] QString orgStateText(OrgLifecycle lifecycle);
[[nodiscard]] QString userStateText(UserLifecycle lifecycle);
[[nodiscard]] QString userKindText(UserKind kind);
/// What befell an organization or a user, in two or three words: "Region assigned"; other types as they are.
[[nodiscard]] QString eventTypeText(const std::string& type);
/// A payload or read-model field in words: "Display name" for displayName; unknown ones as they are.
[[nodiscard]] QString fieldText(const std::string& field);

} // namespace muniment
