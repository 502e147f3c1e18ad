// Which grants reach somebody, and by which way: why they have a role.
#pragma once

#include "models/access/access_path.h"

namespace muniment {

/// A grant in force and the nearest way to it; the subject is in the first team, that in the next …
struct HeldGrant {
    std::vector<MembershipEdge> memberships; ///< empty: granted to the subject itself
    GrantEdge grant;

    bool operator==(const HeldGrant&) const = default;
};

struct HeldGrants {
    std::vector<HeldGrant> grants; ///< those with the fewest memberships first
    bool isCut = false;            ///< there are more than the limit
};

/// Every grant that counts for the subject then, each once. Of something that is not there, locked or removed: none.
[[nodiscard]] HeldGrants heldGrants(const AccessGraph& graph, SubjectIndex subject, Seen seen, std::size_t limit);

} // namespace muniment
