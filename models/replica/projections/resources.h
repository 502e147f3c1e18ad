// Read model "resources": resources/replica/resources_v1.sql says what its rows hold.
#pragma once

#include "models/domain/resource.h"
#include "models/replica/projections/listed_names.h"
#include "models/replica/projections/read_model.h"
#include "models/replica/stored_id.h"

namespace muniment {

struct ResourceTraits {
    using State = ResourceState;
    using Event = ResourceEvent;

    struct Derived {
        StoredId parent;
    };

    static constexpr const char* kColumns = "resource_id, name, state, type, parent";
    static constexpr int kColumnCount = 5;

    [[nodiscard]] static ReadModelDescription description();
    [[nodiscard]] static std::optional<ResourceEvent> decode(std::string_view type,
                                                             const std::optional<std::string>& payload);
    [[nodiscard]] static ResourceState evolve(ResourceState state, const ResourceEvent& event,
                                              const ProjectedEvent& projected);
    [[nodiscard]] static Derived derive(const ResourceState& state, const std::string& id);
    static void bind(sqlite::Statement& row, int first, const ResourceState& state, const std::string& id,
                     const Derived& derived);
    [[nodiscard]] static ResourceState read(const sqlite::Statement& row, int first);
    [[nodiscard]] static Listing listing(const ResourceState& state);
    [[nodiscard]] static bool equal(const ResourceState& a, const ResourceState& b);
};

} // namespace muniment
