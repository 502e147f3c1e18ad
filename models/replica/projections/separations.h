// Read model "separations": resources/replica/separations_v1.sql says what its rows hold.
#pragma once

#include "models/domain/separation.h"
#include "models/replica/projections/listed_names.h"
#include "models/replica/projections/read_model.h"
#include "models/replica/sqlite.h"
#include "models/replica/stored_id.h"

namespace muniment {

struct SeparationTraits {
    using State = SeparationState;
    using Event = SeparationEvent;

    struct Derived {
        StoredId firstResource, secondResource;
    };

    static constexpr const char* kColumns = "separation_id, name, state, first_action, first_type, first_resource, "
                                            "second_action, second_type, second_resource";
    static constexpr int kColumnCount = 9;

    [[nodiscard]] static ReadModelDescription description();
    [[nodiscard]] static std::optional<SeparationEvent> decode(std::string_view type,
                                                               const std::optional<std::string>& payload);
    [[nodiscard]] static SeparationState evolve(SeparationState state, const SeparationEvent& event,
                                                const ProjectedEvent& projected);
    [[nodiscard]] static Derived derive(const SeparationState& state, const std::string& id);
    static void bind(sqlite::Statement& row, int first, const SeparationState& state, const std::string& id,
                     const Derived& derived);
    [[nodiscard]] static SeparationState read(const sqlite::Statement& row, int first);
    [[nodiscard]] static Listing listing(const SeparationState& state);
    [[nodiscard]] static bool equal(const SeparationState& a, const SeparationState& b);
};

} // namespace muniment
