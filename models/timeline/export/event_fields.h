// The fields of an event as exports and the command line name them: members of its JSON, columns of its CSV.
#pragma once

#include "models/timeline/export/record.h"
#include "models/timeline/timeline.h"

#include <functional>
#include <string>
#include <vector>

namespace muniment {

struct EventField {
    std::string name;
    std::function<RecordValue(const TimelineRow&)> valueOf;
    bool isContract = true; ///< there unless fields were picked
};

/// All of them, in the order of the JSON object: those of the contract, then the names as they were when the event was
/// logged, then what the file adds.
[[nodiscard]] const std::vector<EventField>& eventFields();
[[nodiscard]] std::vector<EventField> contractEventFields();
/// "type,actorId,payload.email" -> fields; any member of the payload may be picked by its path. InvalidInput names the
/// one that is not known, and all that are.
[[nodiscard]] Result<std::vector<EventField>> eventFieldsNamed(const std::string& commaList);

[[nodiscard]] std::vector<std::string> namesOf(const std::vector<EventField>& fields);
[[nodiscard]] Record recordOf(const TimelineRow& row, const std::vector<EventField>& fields);

} // namespace muniment
