// What earlier reviews have signed off, and whether that still holds.
#pragma once

#include "models/directory/grant_origin.h"
#include "models/reviews/review_facts.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace muniment {

/// That a closed review decided to keep a grant.
struct SignOff {
    AggregateId review;
    std::string reviewName;
    Instant at; ///< of the close

    bool operator==(const SignOff&) const = default;
};

/// Why an item is asked about.
enum class ReviewChange {
    NeverSignedOff, ///< no closed review of the chain kept it
    GrantChanged,   ///< it was kept as another version
    AroundChanged,  ///< who is in the team it goes to, or what its role permits, changed since
    Unchanged,      ///< it is signed off as it is
};
/// "neverSignedOff", "grantChanged", "aroundChanged", "unchanged".
[[nodiscard]] std::string_view reviewChangeName(ReviewChange change);

/// The sign-offs that a review builds on: the review `since`, the one that builds on, and so on.
class SignOffs {
public:
    /// `since` empty: there are none. `moment` is the pinned one of the review that asks.
    [[nodiscard]] static Result<SignOffs> read(Snapshot& snapshot, const TenantId& tenant, const AggregateId& since,
                                               const Moment& moment);

    struct Answer {
        ReviewChange change = ReviewChange::NeverSignedOff;
        std::optional<SignOff> signOff; ///< the latest that kept the grant, whether it still holds or not
    };

    /// `grant` as at the moment. A team's members are followed through all teams below it.
    [[nodiscard]] Result<Answer> of(Snapshot& snapshot, const GrantRow& grant);

private:
    struct Kept {
        std::size_t link = 0; ///< of m_chain
        std::int64_t sequence = 0;
    };

    struct Link {
        SignOff signOff;
        ChangedAround around; ///< since it was pinned
    };

    [[nodiscard]] Result<bool> hasTeamChanged(Snapshot& snapshot, const GrantRow& grant,
                                              const std::set<AggregateId>& changed);

    std::vector<Link> m_chain;                           ///< the latest first
    std::map<AggregateId, std::optional<Kept>> m_latest; ///< of each grant decided on; absent within: it was revoked
    std::optional<Moment> m_moment;
    std::map<AggregateId, std::vector<AggregateId>> m_teamsBelow; ///< direct ones, as far as asked
};

/// The latest closed review of the scope; absent when there is none.
[[nodiscard]] Result<std::optional<ReviewRow>> lastSignOff(Snapshot& snapshot, const TenantId& tenant,
                                                           const ReviewScope& scope);

} // namespace muniment
