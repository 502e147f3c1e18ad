// By which clocks the times of each tenant are read: a reading aid of whoever has the file, no event. In the workspace
// file, outside the read models: no rebuild touches it.
#pragma once

#include "models/replica/snapshot.h"

#include <map>
#include <string>

struct sqlite3;

namespace muniment {

/// IANA ids ("Europe/Berlin") of those tenants that have one. A file from another machine may name a zone that this
/// one does not know; it is kept all the same.
using TenantZones = std::map<TenantId, std::string>;

[[nodiscard]] Result<TenantZones> tenantZones(Snapshot& snapshot);

/// Each replaces what its tenant had; an empty id takes it away. Throws sqlite::Failure.
void writeTenantZones(sqlite3* db, const TenantZones& changed);

} // namespace muniment
