// What is odd about who may do what: it never means a yes, and somebody should know of it.
#pragma once

#include "models/access/access_projection.h"
#include "models/access/scope_chain.h"

#include <vector>

namespace muniment {

struct AccessFinding {
    enum class Kind {
        TeamInItself,     ///< `subject` is a team that is, by whatever ways, in itself
        ResourceInItself, ///< `resource`, likewise
        UntoldMember,     ///< `subject`, which no event has told of, is in the team `other`
        UntoldGrantee,    ///< a grant names `subject`, which no event has told of
        UntoldRole,       ///< a grant names `role`, which no event has told of
        UntoldPlace,      ///< a grant, a permission or a resource names `resource`, which no event has told of
        GrantBeforeRole,  ///< a grant names `role` before it was added
    };
    Kind kind = Kind::TeamInItself;
    HomeIndex home;
    SubjectIndex subject = {}, other = {};
    RoleIndex role = {};
    ResourceIndex resource = {};
    Bound event = 0; ///< that made it so, where one did

    bool operator==(const AccessFinding&) const = default;
};

/// Of one home, as of the moment: by kind, then in the order of their numbers.
[[nodiscard]] std::vector<AccessFinding> findOddities(const AccessProjection& projection, HomeIndex home, Seen seen);

} // namespace muniment
