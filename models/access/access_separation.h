// Separation of duties: who holds two permissions that nobody may hold together, now or ever.
#pragma once

#include "models/access/access_entities.h"
#include "models/access/access_rights.h"
#include "models/access/access_times.h"
#include "models/domain/role.h"

#include <stop_token>

namespace muniment {

/// A permission as a rule names it.
struct Duty {
    std::string action;     ///< may be a pattern
    std::string type;       ///< of resources; "*": of any; empty: `resource` is meant
    ResourceIndex resource; ///< none: nobody holds it
};

/// Nobody may hold both. A right is a hold on a duty when both cover some action on some resource; a right on all of a
/// type counts also while nothing is of that type, as it covers the next one that is made.
struct SeparatedDuties {
    Duty first, second;
};

/// Of a rule of the home. May throw sqlite::Failure.
[[nodiscard]] SeparatedDuties dutiesOf(AccessEntities& entities, HomeIndex home, const Permission& first,
                                       const Permission& second);

/// A user and the first right of each kind.
struct Breach {
    SubjectIndex user;
    HeldRight first, second;
};

/// Absent: the user does not break it then.
[[nodiscard]] std::optional<Breach> breachOf(const AccessGraph& graph, AccessWalk& walk, SubjectIndex user,
                                             const SeparatedDuties& duties, Seen seen);

/// Every user of the home who breaks it then, in the order of their numbers; not all of them when stopped.
[[nodiscard]] std::vector<Breach> findBreaches(const AccessGraph& graph, HomeIndex home, const SeparatedDuties& duties,
                                               Seen seen, const std::stop_token& stop);

/// From when until when a user held both.
struct PastBreach {
    SubjectIndex user;
    std::vector<AccessInterval> intervals; ///< not empty; as findIntervals() has them
};

/// Every user who ever did, up to `seen`; not all of them when stopped.
[[nodiscard]] std::vector<PastBreach> findPastBreaches(const AccessGraph& graph, HomeIndex home,
                                                       const SeparatedDuties& duties, Seen seen,
                                                       const LoggedAt& loggedAt, const std::stop_token& stop);

} // namespace muniment
