// Read model "reviews": resources/replica/reviews_v1.sql says what its rows hold.
#pragma once

#include "models/domain/review.h"
#include "models/replica/projections/listed_names.h"
#include "models/replica/projections/read_model.h"
#include "models/replica/stored_id.h"

namespace muniment {

/// Its state has no decisions: they are rows of their own.
struct ReviewTraits {
    using State = ReviewState;
    using Event = ReviewEvent;

    struct Derived {
        StoredId review, scope, since;
    };

    static constexpr const char* kColumns =
        "review_id, name, scope_kind, scope, since_review, reviewer, due_at, pinned_at, pinned_epoch, pinned_major, "
        "pinned_minor, pinned_in_tx_order, items, state, kept, revoked, undecided";
    static constexpr int kColumnCount = 17;

    [[nodiscard]] static ReadModelDescription description();
    [[nodiscard]] static std::optional<ReviewEvent> decode(std::string_view type,
                                                           const std::optional<std::string>& payload);
    [[nodiscard]] static ReviewState evolve(ReviewState state, const ReviewEvent& event,
                                            const ProjectedEvent& projected);
    [[nodiscard]] static Derived derive(const ReviewState& state, const std::string& id);
    static void bind(sqlite::Statement& row, int first, const ReviewState& state, const std::string& id,
                     const Derived& derived);
    [[nodiscard]] static ReviewState read(const sqlite::Statement& row, int first);
    [[nodiscard]] static Listing listing(const ReviewState& state);
    [[nodiscard]] static bool equal(const ReviewState& a, const ReviewState& b);
};

/// The scope kind of a stored name.
[[nodiscard]] ReviewScope::Kind reviewScopeNamed(std::string_view name);

} // namespace muniment
