// Read model "teams": resources/replica/teams_v1.sql says what its rows hold. Who is in them: team_members.h.
#pragma once

#include "models/domain/team.h"
#include "models/replica/projections/listed_names.h"
#include "models/replica/projections/read_model.h"
#include "models/replica/sqlite.h"

namespace muniment {

struct TeamTraits {
    using State = TeamState; ///< without members
    using Event = TeamEvent;

    struct Derived {};

    static constexpr const char* kColumns = "team_id, name, state, description";
    static constexpr int kColumnCount = 4;

    [[nodiscard]] static ReadModelDescription description();
    /// Absent for members, too: they are rows of their own.
    [[nodiscard]] static std::optional<TeamEvent> decode(std::string_view type,
                                                         const std::optional<std::string>& payload);
    [[nodiscard]] static TeamState evolve(TeamState state, const TeamEvent& event, const ProjectedEvent& projected);
    [[nodiscard]] static Derived derive(const TeamState& state, const std::string& id);
    static void bind(sqlite::Statement& row, int first, const TeamState& state, const std::string& id,
                     const Derived& derived);
    [[nodiscard]] static TeamState read(const sqlite::Statement& row, int first);
    [[nodiscard]] static Listing listing(const TeamState& state);
    [[nodiscard]] static bool equal(const TeamState& a, const TeamState& b);
};

} // namespace muniment
