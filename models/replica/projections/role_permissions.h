// Read model "rolePermissions": resources/replica/role_permissions_v1.sql says what its rows hold.
#pragma once

#include "models/domain/role.h"
#include "models/replica/projections/relation.h"
#include "models/replica/stored_id.h"

namespace muniment {

struct RolePermissionTraits {
    using Key = Permission;
    using Value = NoValue;
    using Change = RelationChange<Key, Value>;

    struct Derived {
        StoredId resource;
    };

    static constexpr const char* kColumns = "action, resource_type, resource";
    static constexpr int kColumnCount = 3;

    [[nodiscard]] static ReadModelDescription description();
    [[nodiscard]] static std::optional<Change> decode(std::string_view type, const std::optional<std::string>& payload);
    [[nodiscard]] static Derived derive(const Key& key, const Value& value);
    static void bind(sqlite::Statement& row, int first, const Key& key, const Value& value, const Derived& derived);
    static void read(const sqlite::Statement& row, int first, Key& key, Value& value);
};

} // namespace muniment
