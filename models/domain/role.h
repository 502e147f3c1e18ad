// Roles: named bundles of permissions of one tenant.
#pragma once

#include "models/domain/event.h"
#include "models/domain/reason.h"

#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace muniment {

/// An action on one resource, or on every resource of a type. Exactly one of `resourceType` and `resource` is set.
/// `action` is a dotted word; "*" alone, or as its last part ("docs.*"), stands for every action below. `resourceType`
/// may be "*". What a wildcard covers is decided by whoever asks (models/access), not here.
struct Permission {
    std::string action;
    std::string resourceType;
    AggregateId resource;

    auto operator<=>(const Permission&) const = default;
};

struct RoleAdded {
    std::string key, displayName, group;
    bool operator==(const RoleAdded&) const = default;
};

struct RoleChanged { ///< only what changed is present
    std::optional<std::string> key, displayName, group;
    bool operator==(const RoleChanged&) const = default;
};

struct RoleRemoved {
    bool operator==(const RoleRemoved&) const = default;
};

struct RolePermissionAdded {
    Permission permission;
    bool operator==(const RolePermissionAdded&) const = default;
};

struct RolePermissionRemoved {
    Permission permission;
    bool operator==(const RolePermissionRemoved&) const = default;
};

using RoleEvent = std::variant<RoleAdded, RoleChanged, RoleRemoved, RolePermissionAdded, RolePermissionRemoved>;

struct AddRole {
    std::string key; ///< unique in the tenant without case; letters, digits, "-", "_", ".", ":"
    std::string displayName, group;
    bool operator==(const AddRole&) const = default;
};

/// Absent members stay as they are.
struct ChangeRole {
    std::optional<std::string> key, displayName, group;
    bool operator==(const ChangeRole&) const = default;
};

struct RemoveRole {
    bool operator==(const RemoveRole&) const = default;
};

struct AddPermission {
    Permission permission;
    bool operator==(const AddPermission&) const = default;
};

struct RemovePermission {
    Permission permission;
    bool operator==(const RemovePermission&) const = default;
};

using RoleCommand = std::variant<AddRole, ChangeRole, RemoveRole, AddPermission, RemovePermission>;

enum class RoleLifecycle { None, Active, Removed };
/// "active", "removed"; "none" for a role that never was.
[[nodiscard]] std::string_view roleLifecycleName(RoleLifecycle lifecycle);

struct RoleState {
    RoleLifecycle lifecycle = RoleLifecycle::None;
    std::string key, displayName, group;
    std::set<Permission> permissions;
};

struct RoleSurroundings {
    bool isResourceThere = false; ///< the resource a permission names exists and is not removed
};

[[nodiscard]] Result<std::vector<RoleEvent>> decide(const RoleState& state, const RoleCommand& command,
                                                    const RoleSurroundings& surroundings);
[[nodiscard]] RoleState evolve(RoleState state, const RoleEvent& event);

[[nodiscard]] NewEvent encode(const RoleEvent& event, const std::string& reason = {});
/// Absent for a type that is not a role's, or a payload that lacks what the type needs. Lenient otherwise.
[[nodiscard]] std::optional<RoleEvent> decodeRoleEvent(std::string_view type,
                                                       const std::optional<std::string>& payload);
[[nodiscard]] RoleState foldRole(const std::vector<RecordedEvent>& events);

} // namespace muniment
