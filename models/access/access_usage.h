// Which grants have been used: by what was done, each time by whatever way it was allowed then.
#pragma once

#include "models/access/access_path.h"

#include <map>
#include <span>

namespace muniment {

/// That a user did something with a resource: a resource.accessed event.
struct AccessUse {
    AccessQuestion question;
    Seen seen; ///< at that event
};

/// For each grant that lay on a way to one of the uses the last of them, by aggregates.code of the grant. A use that
/// nothing allowed then says nothing about any grant.
[[nodiscard]] std::map<std::uint32_t, Bound> lastUses(const AccessGraph& graph, std::span<const AccessUse> uses);

} // namespace muniment
