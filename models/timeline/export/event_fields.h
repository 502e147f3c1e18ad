// The fields of an event as exports and the command line name them: members of its JSON, columns of its CSV.
#pragma once

#include "models/export/record_field.h"
#include "models/timeline/timeline.h"

#include <string>
#include <vector>

namespace muniment {

struct PayloadMember;

using EventField = RecordField<TimelineRow>;

/// All of them, in the order of the JSON object: those of the contract, then the names as they were when the event was
/// logged, then what the file adds.
[[nodiscard]] const std::vector<EventField>& eventFields();
[[nodiscard]] std::vector<EventField> contractEventFields();
/// "type,actorId,payload.email" -> fields; any member of the payload may be picked by its path. InvalidInput names the
/// one that is not known, and all that are.
[[nodiscard]] Result<std::vector<EventField>> eventFieldsNamed(const std::string& commaList);

/// The member of the payload at a path: "email", "address.city".
[[nodiscard]] EventField payloadField(const std::string& path);

/// A member of a payload as a value of its own.
[[nodiscard]] RecordValue valueOfMember(const PayloadMember& member);

} // namespace muniment
