#include "models/replica/projections/separations.h"

#include "models/base/named_value.h"
#include "models/replica/name_folding.h"

#include <tuple>

namespace muniment {

using Lifecycle = SeparationState::Lifecycle;

ReadModelDescription SeparationTraits::description() {
    return {"separations", "separation", "separation_versions", 1, "separations_v1.sql", true, "_listed"};
}

std::optional<SeparationEvent> SeparationTraits::decode(std::string_view type,
                                                        const std::optional<std::string>& payload) {
    return decodeSeparationEvent(type, payload);
}

SeparationState SeparationTraits::evolve(SeparationState state, const SeparationEvent& event, const ProjectedEvent&) {
    return muniment::evolve(std::move(state), event);
}

SeparationTraits::Derived SeparationTraits::derive(const SeparationState& state, const std::string&) {
    return {StoredId(state.first.resource), StoredId(state.second.resource)};
}

void SeparationTraits::bind(sqlite::Statement& row, int first, const SeparationState& state, const std::string& id,
                            const Derived& derived) {
    row.bindText(first, id);
    row.bindText(first + 1, state.name);
    row.bindText(first + 2, separationLifecycleName(state.lifecycle));
    row.bindText(first + 3, state.first.action);
    row.bindText(first + 4, state.first.resourceType);
    derived.firstResource.bindTo(row, first + 5);
    row.bindText(first + 6, state.second.action);
    row.bindText(first + 7, state.second.resourceType);
    derived.secondResource.bindTo(row, first + 8);
}

SeparationState SeparationTraits::read(const sqlite::Statement& row, int first) {
    SeparationState state;
    state.name = row.text(first + 1);
    state.lifecycle =
        valueNamed(row.bytes(first + 2), separationLifecycleName, {Lifecycle::Active, Lifecycle::Removed});
    state.first = {row.text(first + 3), row.text(first + 4), storedIdAt(row, first + 5)};
    state.second = {row.text(first + 6), row.text(first + 7), storedIdAt(row, first + 8)};
    return state;
}

Listing SeparationTraits::listing(const SeparationState& state) {
    return {foldName(state.name),
            std::string(separationLifecycleName(state.lifecycle)),
            {},
            foldName(state.first.action) + '\n' + foldName(state.second.action)};
}

bool SeparationTraits::equal(const SeparationState& a, const SeparationState& b) {
    return std::tie(a.lifecycle, a.name, a.first, a.second) == std::tie(b.lifecycle, b.name, b.first, b.second);
}

} // namespace muniment
