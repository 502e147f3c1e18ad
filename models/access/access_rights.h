// What somebody may do: the reverse of who may do something.
#pragma once

#include "models/access/access_path.h"

#include <stop_token>

namespace muniment {

/// An action on every resource of a type, or on one and what lies in it; only inside `place`.
struct AccessRight {
    std::uint32_t action = 0; ///< of actionName(); may be a pattern
    std::uint32_t target = 0; ///< as in PermissionEdge
    ResourceIndex place;      ///< where it was granted; the root: anywhere

    auto operator<=>(const AccessRight&) const = default;
};

/// A right and one way to it, the nearest.
struct HeldRight {
    AccessRight right;
    GrantEdge grant;
    PermissionEdge permission;
};

/// Everything that the subject may do, each right once, in order. A right that covers no resource at that moment is
/// among them: it covers the next one that is made.
[[nodiscard]] std::vector<HeldRight> rightsOf(const AccessGraph& graph, AccessWalk& walk, SubjectIndex subject,
                                              Seen seen);

/// Whether whoever has `wider` has `narrower`, too, then.
[[nodiscard]] bool coversRight(const AccessGraph& graph, const AccessRight& wider, const AccessRight& narrower,
                               Seen seen);

/// The resources that a right is about, then: each once; stops at `limit`.
[[nodiscard]] std::vector<ResourceIndex> resourcesOf(const AccessGraph& graph, const AccessRight& right, Seen seen,
                                                     std::size_t limit);

struct RightsChange {
    std::vector<HeldRight> gained; ///< held in the second, and covered by nothing of the first
    std::vector<HeldRight> lost;   ///< the reverse

    [[nodiscard]] bool isEmpty() const { return gained.empty() && lost.empty(); }
};

/// Two people at one time, or one at two: what the second has and the first has not.
[[nodiscard]] RightsChange compareRights(const AccessGraph& graph, const std::vector<HeldRight>& first, Seen firstSeen,
                                         const std::vector<HeldRight>& second, Seen secondSeen);

struct SubjectChange {
    SubjectIndex subject;
    RightsChange change;
};

/// Every user of the home whose rights are not the same at both moments, in the order of their numbers. Absent when
/// stopped.
[[nodiscard]] std::vector<SubjectChange> changedSubjects(const AccessGraph& graph, HomeIndex home, Seen first,
                                                         Seen second, const std::stop_token& stop);

} // namespace muniment
