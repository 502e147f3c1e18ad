// The evidence of an embedded store. All functions want an open connection and may throw SQLite::Exception.
#pragma once

#include "models/eventstore/embedded/embedded_connection.h"
#include "models/eventstore/evidence.h"

#include <vector>

namespace muniment {

/// Each as EvidenceStore has it.
[[nodiscard]] Result<bool> publishInto(EmbeddedConnection& connection, const RegionName& region,
                                       const SealedNote& sealed);
[[nodiscard]] Result<CheckpointPage> listCheckpointsOf(EmbeddedConnection& connection, const CheckpointQuery& query);
[[nodiscard]] Result<bool> tellCopyTo(EmbeddedConnection& connection, const RegionName& region, const ToldCopy& copy);
[[nodiscard]] Result<std::vector<KnownCopy>> listCopiesOf(EmbeddedConnection& connection, const RegionName& region);

} // namespace muniment
