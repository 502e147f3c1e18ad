// Read model "roles": resources/replica/roles_v1.sql says what its rows hold. What they permit: role_permissions.h.
#pragma once

#include "models/domain/role.h"
#include "models/replica/projections/listed_names.h"
#include "models/replica/projections/read_model.h"
#include "models/replica/sqlite.h"

namespace muniment {

struct RoleTraits {
    using State = RoleState; ///< without permissions
    using Event = RoleEvent;

    struct Derived {};

    static constexpr const char* kColumns = "role_id, role_key, state, display_name, role_group";
    static constexpr int kColumnCount = 5;

    [[nodiscard]] static ReadModelDescription description();
    /// Absent for permissions, too: they are rows of their own.
    [[nodiscard]] static std::optional<RoleEvent> decode(std::string_view type,
                                                         const std::optional<std::string>& payload);
    [[nodiscard]] static RoleState evolve(RoleState state, const RoleEvent& event, const ProjectedEvent& projected);
    [[nodiscard]] static Derived derive(const RoleState& state, const std::string& id);
    static void bind(sqlite::Statement& row, int first, const RoleState& state, const std::string& id,
                     const Derived& derived);
    [[nodiscard]] static RoleState read(const sqlite::Statement& row, int first);
    [[nodiscard]] static Listing listing(const RoleState& state);
    [[nodiscard]] static bool equal(const RoleState& a, const RoleState& b);
};

} // namespace muniment
