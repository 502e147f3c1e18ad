// Why somebody may not: the nearest way, and what is missing on it.
#pragma once

#include "models/access/access_path.h"

#include <optional>
#include <variant>

namespace muniment {

enum class NodeRole : std::uint8_t { Organization, Subject, Team, Role, Resource };

/// Something on the way that does not count then: removed, locked, deactivated, or never told of.
struct MissingNode {
    NodeRole role = NodeRole::Subject;
    std::uint32_t node = UINT32_MAX; ///< HomeIndex, SubjectIndex, RoleIndex or ResourceIndex

    bool operator==(const MissingNode&) const = default;
};

/// What a way lacks. An edge without a span never was; one with a span has ended (endedBy), or its period does not
/// hold.
struct Obstacle {
    std::variant<MissingNode, MembershipEdge, GrantEdge, PermissionEdge, PlaceEdge> what;
    Bound endedBy = 0;            ///< the event that ended it; 0: none did
    bool isOutsidePeriod = false; ///< of a grant that stands: not yet, or no longer

    bool operator==(const Obstacle&) const = default;
};

/// Everything that would have to be otherwise for the answer to be yes, and no more.
struct WhyNot {
    bool isAllowed = false;           ///< it is yes
    bool isOtherOrganization = false; ///< subject and resource do not belong together; nothing can be done about it
    std::vector<Obstacle> obstacles;
};

/// The way with the fewest obstacles; among equals one that was open before, then the one that needs a membership, a
/// grant, a permission.
[[nodiscard]] WhyNot findObstacles(const AccessGraph& graph, const AccessQuestion& question, Seen seen);

} // namespace muniment
