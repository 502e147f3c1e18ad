#include "models/replica/projections/plans.h"

#include "models/replica/name_folding.h"

namespace muniment {

namespace {

constexpr std::string_view kRemoved = "removed";

std::string_view stateName(PlanState::Lifecycle lifecycle) {
    return lifecycle == PlanState::Lifecycle::Active ? "active" : kRemoved;
}

} // namespace

ReadModelDescription PlanTraits::description() {
    return {"plans", "plan", "plan_versions", 1, "plans_v1.sql", true, "_listed"};
}

std::optional<PlanEvent> PlanTraits::decode(std::string_view type, const std::optional<std::string>& payload) {
    return decodePlanEvent(type, payload);
}

PlanState PlanTraits::evolve(PlanState state, const PlanEvent& event, const ProjectedEvent&) {
    return muniment::evolve(std::move(state), event);
}

PlanTraits::Derived PlanTraits::derive(const PlanState&, const std::string&) {
    return {};
}

void PlanTraits::bind(sqlite::Statement& row, int first, const PlanState& state, const std::string& id,
                      const Derived&) {
    row.bindText(first, id);
    row.bindText(first + 1, state.name);
    row.bindText(first + 2, stateName(state.lifecycle));
}

PlanState PlanTraits::read(const sqlite::Statement& row, int first) {
    PlanState state;
    state.name = row.text(first + 1);
    state.lifecycle = row.bytes(first + 2) == kRemoved ? PlanState::Lifecycle::Removed : PlanState::Lifecycle::Active;
    return state;
}

Listing PlanTraits::listing(const PlanState& state) {
    return {foldName(state.name), std::string(stateName(state.lifecycle)), {}, {}};
}

bool PlanTraits::equal(const PlanState& a, const PlanState& b) {
    return a.lifecycle == b.lifecycle && a.name == b.name;
}

} // namespace muniment
