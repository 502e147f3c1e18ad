// What schema install, status and repair need on either engine.
#pragma once

#include "models/eventstore/postgres/session.h"
#include "models/eventstore/schema.h"

namespace muniment::postgres {

[[nodiscard]] Result<SchemaStatus> installOnPostgres(Session& session, const SchemaRequest& request);
[[nodiscard]] Result<SchemaStatus> statusOnPostgres(Session& session);
[[nodiscard]] Result<SchemaStatus> repairOnPostgres(Session& session);

[[nodiscard]] Result<SchemaStatus> installOnCockroach(Session& session, const SchemaRequest& request);
[[nodiscard]] Result<SchemaStatus> statusOnCockroach(Session& session);

/// Version from the text in meta; SchemaTooNew when it is beyond ours.
[[nodiscard]] Result<int> checkedVersion(const std::string& text);
/// 32 random bytes as hex: what claims are hashed with.
[[nodiscard]] std::string newClaimKey();

} // namespace muniment::postgres
