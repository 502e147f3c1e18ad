// Read model "plans": resources/replica/plans_v1.sql says what its rows hold.
#pragma once

#include "models/domain/plan.h"
#include "models/replica/projections/listed_names.h"
#include "models/replica/projections/read_model.h"
#include "models/replica/sqlite.h"

namespace muniment {

struct PlanTraits {
    using State = PlanState;
    using Event = PlanEvent;

    struct Derived {};

    static constexpr const char* kColumns = "plan_key, name, state";
    static constexpr int kColumnCount = 3;

    [[nodiscard]] static ReadModelDescription description();
    [[nodiscard]] static std::optional<PlanEvent> decode(std::string_view type,
                                                         const std::optional<std::string>& payload);
    [[nodiscard]] static PlanState evolve(PlanState state, const PlanEvent& event, const ProjectedEvent& projected);
    [[nodiscard]] static Derived derive(const PlanState& state, const std::string& id);
    static void bind(sqlite::Statement& row, int first, const PlanState& state, const std::string& id,
                     const Derived& derived);
    [[nodiscard]] static PlanState read(const sqlite::Statement& row, int first);
    [[nodiscard]] static Listing listing(const PlanState& state);
    [[nodiscard]] static bool equal(const PlanState& a, const PlanState& b);
};

} // namespace muniment
