// From a record to the command that a mapping makes of it.
#pragma once

#include "models/commands/command.h"
#include "models/eventstore/intake.h"
#include "models/intake/intake_mapping.h"
#include "models/replica/snapshot.h"

#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace muniment {

struct MappedRecord {
    Uuid record;
    Result<CommandRequest> request; ///< or why there is none
};

/// What the mapping makes of the record, with names as the record has them. A text is taken as it stands, a number as
/// it is written; null counts as absent. InvalidInput with the context "field" (the command's member) and "pointer"
/// when a value is missing or of the wrong kind, or the command's line cannot be read.
[[nodiscard]] Result<CommandRequest> mapRecord(const IntakeMapping& mapping, const RegionName& region,
                                               const IntakeRecord& record);
/// Of each record, with names replaced by the ids that the file knows (withTargetsFound()). Cancelled, after `stop`,
/// for those that are left.
[[nodiscard]] std::vector<MappedRecord> mapRecords(Snapshot& snapshot, const IntakeMapping& mapping,
                                                   const RegionName& region, std::span<const IntakeRecord> records,
                                                   const std::stop_token& stop);

/// A value of a record that a mapping could point at.
struct PointedValue {
    std::string pointer;
    std::string value; ///< as it would be taken
};

/// Texts and numbers of headers and body in the order in which they stand, outer ones first; at most `most`.
[[nodiscard]] std::vector<PointedValue> valuesIn(const IntakeRecord& record, std::size_t most);

} // namespace muniment
