#include "models/replica/projections/role_permissions.h"

#include "models/domain/overloaded.h"

namespace muniment {

ReadModelDescription RolePermissionTraits::description() {
    return {"rolePermissions", "role", "role_permissions", 1, "role_permissions_v1.sql"};
}

std::optional<RolePermissionTraits::Change> RolePermissionTraits::decode(std::string_view type,
                                                                         const std::optional<std::string>& payload) {
    const auto event = decodeRoleEvent(type, payload);
    if (!event)
        return std::nullopt;
    using Kind = Change::Kind;
    return std::visit(Overloaded{
                          [](const RoleAdded&) { return std::optional(Change{Kind::Begin}); },
                          [](const RoleChanged&) { return std::optional<Change>(); },
                          [](const RoleRemoved&) { return std::optional(Change{Kind::End}); },
                          [](const RolePermissionAdded& added) {
                              return std::optional(Change{Kind::Put, added.permission});
                          },
                          [](const RolePermissionRemoved& removed) {
                              return std::optional(Change{Kind::Drop, removed.permission});
                          },
                      },
                      *event);
}

RolePermissionTraits::Derived RolePermissionTraits::derive(const Key& key, const Value&) {
    return {StoredId(key.resource)};
}

void RolePermissionTraits::bind(sqlite::Statement& row, int first, const Key& key, const Value&,
                                const Derived& derived) {
    row.bindText(first, key.action);
    row.bindText(first + 1, key.resourceType);
    derived.resource.bindTo(row, first + 2);
}

void RolePermissionTraits::read(const sqlite::Statement& row, int first, Key& key, Value&) {
    key.action = row.text(first);
    key.resourceType = row.text(first + 1);
    key.resource = storedIdAt(row, first + 2);
}

} // namespace muniment
