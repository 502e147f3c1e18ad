#include "models/replica/projections/reviews.h"

#include "models/base/named_value.h"
#include "models/replica/name_folding.h"

#include <tuple>

namespace muniment {

ReviewScope::Kind reviewScopeNamed(std::string_view name) {
    using Kind = ReviewScope::Kind;
    return valueNamed(name, reviewScopeName, {Kind::Organization, Kind::Role, Kind::Team, Kind::Resource});
}

ReadModelDescription ReviewTraits::description() {
    return {"reviews", "review", "review_versions", 1, "reviews_v1.sql", true, "_listed"};
}

std::optional<ReviewEvent> ReviewTraits::decode(std::string_view type, const std::optional<std::string>& payload) {
    auto event = decodeReviewEvent(type, payload);
    if (event && std::holds_alternative<ReviewItemDecided>(*event))
        return std::nullopt;
    return event;
}

ReviewState ReviewTraits::evolve(ReviewState state, const ReviewEvent& event, const ProjectedEvent&) {
    return muniment::evolve(std::move(state), event);
}

ReviewTraits::Derived ReviewTraits::derive(const ReviewState& state, const std::string& id) {
    return {StoredId(id), StoredId(state.started.scope.id), StoredId(state.started.since)};
}

void ReviewTraits::bind(sqlite::Statement& row, int first, const ReviewState& state, const std::string&,
                        const Derived& derived) {
    const ReviewStarted& started = state.started;
    derived.review.bindTo(row, first);
    row.bindText(first + 1, started.name);
    row.bindText(first + 2, reviewScopeName(started.scope.kind));
    derived.scope.bindTo(row, first + 3);
    derived.since.bindTo(row, first + 4);
    row.bindText(first + 5, started.reviewer);
    if (started.dueAt)
        row.bind(first + 6, started.dueAt->micros);
    else
        row.bindNull(first + 6);
    row.bind(first + 7, started.pin.at.micros);
    row.bind(first + 8, started.pin.epoch);
    row.bind(first + 9, started.pin.key.position.major);
    row.bind(first + 10, started.pin.key.position.minor);
    row.bind(first + 11, started.pin.key.inTxOrder);
    row.bind(first + 12, started.items);
    row.bindText(first + 13, reviewLifecycleName(state.lifecycle));
    row.bind(first + 14, state.counts.kept);
    row.bind(first + 15, state.counts.revoked);
    row.bind(first + 16, state.counts.undecided);
}

ReviewState ReviewTraits::read(const sqlite::Statement& row, int first) {
    ReviewState state;
    ReviewStarted& started = state.started;
    started.name = row.text(first + 1);
    started.scope = {reviewScopeNamed(row.bytes(first + 2)), storedIdAt(row, first + 3)};
    started.since = storedIdAt(row, first + 4);
    started.reviewer = row.text(first + 5);
    if (!row.isNull(first + 6))
        started.dueAt = Instant{row.integer(first + 6)};
    started.pin.at = {row.integer(first + 7)};
    started.pin.epoch = static_cast<std::int32_t>(row.integer(first + 8));
    started.pin.key = {{row.integer(first + 9), static_cast<std::int32_t>(row.integer(first + 10))},
                       row.integer(first + 11)};
    started.items = row.integer(first + 12);
    state.lifecycle =
        valueNamed(row.bytes(first + 13), reviewLifecycleName, {ReviewLifecycle::Open, ReviewLifecycle::Closed});
    state.counts = {row.integer(first + 14), row.integer(first + 15), row.integer(first + 16)};
    return state;
}

Listing ReviewTraits::listing(const ReviewState& state) {
    return {foldName(state.started.name), std::string(reviewLifecycleName(state.lifecycle)),
            std::string(reviewScopeName(state.started.scope.kind)), foldName(state.started.reviewer)};
}

bool ReviewTraits::equal(const ReviewState& a, const ReviewState& b) {
    return std::tie(a.lifecycle, a.started, a.counts) == std::tie(b.lifecycle, b.started, b.counts);
}

} // namespace muniment
