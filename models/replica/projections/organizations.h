// Read model "organizations": resources/replica/organizations_v1.sql says what its rows hold.
#pragma once

#include "models/domain/org.h"
#include "models/replica/projections/listed_names.h"
#include "models/replica/projections/read_model.h"
#include "models/replica/sqlite.h"

namespace muniment {

struct OrganizationTraits {
    struct State {
        OrgState org; ///< without domains
        std::int32_t epoch = 1;
    };

    using Event = OrgEvent;

    struct Derived {};

    static constexpr const char* kColumns = "org_id, name, plan, state, assigned_region, epoch";
    static constexpr int kColumnCount = 6;

    [[nodiscard]] static ReadModelDescription description();
    /// Absent for domains, too: they are rows of their own.
    [[nodiscard]] static std::optional<OrgEvent> decode(std::string_view type,
                                                        const std::optional<std::string>& payload);
    [[nodiscard]] static State evolve(State state, const OrgEvent& event, const ProjectedEvent& projected);
    [[nodiscard]] static Derived derive(const State& state, const std::string& id);
    static void bind(sqlite::Statement& row, int first, const State& state, const std::string& id,
                     const Derived& derived);
    [[nodiscard]] static State read(const sqlite::Statement& row, int first);
    [[nodiscard]] static Listing listing(const State& state);
    [[nodiscard]] static bool equal(const State& a, const State& b);
};

} // namespace muniment
