// What a file may hold, and the record of how that changed and what was taken out. In the workspace file, outside the
// read models.
#pragma once

#include "models/domain/replica_policy.h"
#include "models/replica/snapshot.h"

#include <vector>

struct sqlite3;

namespace muniment {

/// The policy in force. FileCorrupt where it cannot be read: nothing may be fetched then.
[[nodiscard]] Result<ReplicaPolicy> replicaPolicy(Snapshot& snapshot);
/// The newest first.
[[nodiscard]] Result<std::vector<PolicyNote>> policyNotes(Snapshot& snapshot);

/// All of them, oldest first. Throws sqlite::Failure.
void writePolicyNotes(sqlite3* db, const std::vector<PolicyNote>& notes);

} // namespace muniment
