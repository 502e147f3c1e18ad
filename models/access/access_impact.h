// What drafted events would do to access: who gains, who loses, which organization nobody could run any more, which
// separation of duties would break.
#pragma once

#include "models/access/access_scratch.h"
#include "models/access/access_separation.h"

#include <set>
#include <span>

namespace muniment {

constexpr std::size_t kMovedLimit = 1'000;

/// Somebody reaches, or no longer reaches, a resource because it would lie somewhere else.
struct ReachChange {
    SubjectIndex user;
    ResourceIndex resource;
    std::uint32_t action = 0; ///< of actionName()
    bool isGained = false;

    auto operator<=>(const ReachChange&) const = default;
};

/// A rule that somebody would break who does not break it now.
struct NewBreach {
    std::size_t rule = 0; ///< of those that were given
    Breach breach;
};

struct HomeImpact {
    HomeIndex home;
    std::vector<SubjectChange> users; ///< whose own rights would be others, in the order of their numbers
    std::vector<ReachChange> moved;   ///< in order; of resources that are there before and after
    bool isMovedCut = false;          ///< more than kMovedLimit of them would be reached otherwise
    std::size_t adminsBefore = 0;     ///< users who may do everything in the whole organization
    std::size_t adminsAfter = 0;
    std::vector<NewBreach> breaches;

    [[nodiscard]] bool losesLastAdmin() const { return adminsBefore > 0 && adminsAfter == 0; }

    /// Users that gain or lose something.
    [[nodiscard]] std::set<SubjectIndex> concerned() const;
};

/// Of one organization of the drafts; `rules` are those in force there, in the scratch's numbers. Absent when stopped.
[[nodiscard]] std::optional<HomeImpact> impactOn(const AccessScratch& scratch, HomeIndex home,
                                                 std::span<const SeparatedDuties> rules, Instant at,
                                                 const std::stop_token& stop);

/// Users who may do "*" on the whole organization then.
[[nodiscard]] std::vector<SubjectIndex> adminsOf(const AccessGraph& graph, HomeIndex home, Seen seen);

} // namespace muniment
