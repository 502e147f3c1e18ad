#include "models/replica/projections/teams.h"

#include "models/base/named_value.h"
#include "models/replica/name_folding.h"

#include <tuple>

namespace muniment {

ReadModelDescription TeamTraits::description() {
    return {"teams", "team", "team_versions", 1, "teams_v1.sql", true, "_listed"};
}

std::optional<TeamEvent> TeamTraits::decode(std::string_view type, const std::optional<std::string>& payload) {
    if (type.starts_with("team.member."))
        return std::nullopt;
    return decodeTeamEvent(type, payload);
}

TeamState TeamTraits::evolve(TeamState state, const TeamEvent& event, const ProjectedEvent&) {
    return muniment::evolve(std::move(state), event);
}

TeamTraits::Derived TeamTraits::derive(const TeamState&, const std::string&) {
    return {};
}

void TeamTraits::bind(sqlite::Statement& row, int first, const TeamState& state, const std::string& id,
                      const Derived&) {
    row.bindText(first, id);
    row.bindText(first + 1, state.name);
    row.bindText(first + 2, teamLifecycleName(state.lifecycle));
    row.bindText(first + 3, state.description);
}

TeamState TeamTraits::read(const sqlite::Statement& row, int first) {
    TeamState state;
    state.name = row.text(first + 1);
    state.lifecycle =
        valueNamed(row.bytes(first + 2), teamLifecycleName, {TeamLifecycle::Active, TeamLifecycle::Removed});
    state.description = row.text(first + 3);
    return state;
}

Listing TeamTraits::listing(const TeamState& state) {
    return {foldName(state.name), std::string(teamLifecycleName(state.lifecycle)), {}, foldName(state.description)};
}

bool TeamTraits::equal(const TeamState& a, const TeamState& b) {
    return std::tie(a.lifecycle, a.name, a.description) == std::tie(b.lifecycle, b.name, b.description);
}

} // namespace muniment
