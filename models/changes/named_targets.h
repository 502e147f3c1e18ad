// Requests as people write them, with names where ids belong.
#pragma once

#include "models/commands/command.h"
#include "models/replica/snapshot.h"

#include <set>

namespace muniment {

/// Replaces names and beginnings of ids by ids, and fills in the region, from what the file knows: the tenant by
/// findOrganization(), what the command is about and names by the finders of the directory, within the tenant. What is
/// not found stays as it is, since the server may know it; so do ids in `fresh`, which come into being before this
/// request. Ambiguous when a name fits several things, NotFound for a tenant that nobody knows and that names no
/// region.
[[nodiscard]] Result<CommandRequest> withTargetsFound(Snapshot& snapshot, CommandRequest request,
                                                      const std::set<std::string>& fresh);

} // namespace muniment
