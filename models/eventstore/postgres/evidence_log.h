// The evidence tables of a server: one text for both engines, whose names for types they share are used.
#pragma once

#include "models/eventstore/evidence.h"
#include "models/eventstore/postgres/connection.h"

#include <vector>

namespace muniment::postgres {

/// One row when the note is new: its digest.
[[nodiscard]] Statement checkpointPublication(const RegionName& region, const SealedNote& sealed);
/// Binary rows: published_at, digest, note, published_by.
[[nodiscard]] Statement checkpointList(const CheckpointQuery& query);
/// The holder's last word: policy, has_ended, whether it is less than an hour old.
[[nodiscard]] Statement lastWordOf(const RegionName& region, const std::string& holder);
[[nodiscard]] Statement copyTelling(const RegionName& region, const ToldCopy& copy);
/// Binary rows: holder, workstation, policy, as_of, has_ended, told_by, since, told_at.
[[nodiscard]] Statement copyList(const RegionName& region);

/// Each as EvidenceStore has it.
[[nodiscard]] Result<bool> publishInto(Connection& connection, const RegionName& region, const SealedNote& sealed);
[[nodiscard]] Result<CheckpointPage> listCheckpoints(Connection& connection, const CheckpointQuery& query);
[[nodiscard]] Result<bool> tellCopyTo(Connection& connection, const RegionName& region, const ToldCopy& copy);
[[nodiscard]] Result<std::vector<KnownCopy>> listCopies(Connection& connection, const RegionName& region);

} // namespace muniment::postgres
