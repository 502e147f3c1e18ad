// Accounts that a person has marked as compromised, with the time for which they were in the wrong hands. In the
// workspace file, outside the read models: no rebuild and no migration loses them.
//
// A mark is this workstation's case file and no event. An event would be a fact for everybody who reads the log, the
// intruder among them, while the case is still looked into, and could never be taken back; what follows from a case,
// the lock and the revocations, is written as commands, and those are events with the reason in them. Nothing exports
// marks.
#pragma once

#include "models/replica/snapshot.h"

#include <optional>
#include <string>
#include <vector>

struct sqlite3;

namespace muniment {

struct CompromiseMark {
    TenantId tenant;
    AggregateId user; ///< one mark for each account
    Instant from;
    std::optional<Instant> until; ///< inclusive; absent: up to whenever it is looked at
    std::string reason;           ///< becomes the reason of what takes things back
    Instant markedAt;

    bool operator==(const CompromiseMark&) const = default;
};

/// In the order in which they were made. What this version cannot read is left out.
[[nodiscard]] Result<std::vector<CompromiseMark>> compromiseMarks(Snapshot& snapshot);

/// Replaces all of them. Throws sqlite::Failure.
void writeCompromiseMarks(sqlite3* db, const std::vector<CompromiseMark>& marks);

} // namespace muniment
