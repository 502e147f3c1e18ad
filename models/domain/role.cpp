#include "models/domain/role.h"

#include "models/domain/fold.h"
#include "models/domain/noted_change.h"
#include "models/domain/overloaded.h"
#include "models/domain/permission_rules.h"
#include "models/domain/text_rules.h"

namespace muniment {

namespace {

using Events = Result<std::vector<RoleEvent>>;

Events one(RoleEvent event) {
    return std::vector<RoleEvent>{std::move(event)};
}

Result<std::string> checkedDisplayName(std::string_view name) {
    return checkedOptionalText(name, "displayName", kMaxNameLength);
}

Result<std::string> checkedGroup(std::string_view group) {
    return checkedOptionalText(group, "group", kMaxNameLength);
}

Events add(const RoleState& state, const AddRole& command) {
    if (state.lifecycle != RoleLifecycle::None)
        return refused(state.lifecycle == RoleLifecycle::Removed ? Reason::AlreadyRemoved : Reason::AlreadyExists);
    auto key = checkedRoleKey(command.key);
    auto displayName = checkedDisplayName(command.displayName);
    auto group = checkedGroup(command.group);
    for (auto* checked : {&key, &displayName, &group}) {
        if (!*checked)
            return tl::unexpected(std::move(checked->error()));
    }
    return one(RoleAdded{std::move(*key), std::move(*displayName), std::move(*group)});
}

Events change(const RoleState& state, const ChangeRole& command) {
    RoleChanged changed;
    auto noted = noteChange(changed.key, command.key, state.key, checkedRoleKey);
    if (noted)
        noted = noteChange(changed.displayName, command.displayName, state.displayName, checkedDisplayName);
    if (noted)
        noted = noteChange(changed.group, command.group, state.group, checkedGroup);
    if (!noted)
        return tl::unexpected(std::move(noted.error()));
    if (changed == RoleChanged{})
        return refused(Reason::NothingChanges);
    return one(std::move(changed));
}

Events addPermission(const RoleState& state, const Permission& permission, const RoleSurroundings& surroundings) {
    if (const auto checked = checkPermission(permission); !checked)
        return tl::unexpected(checked.error());
    if (state.permissions.contains(permission))
        return refused(Reason::PermissionExists, "action");
    if (!permission.resource.isEmpty() && !surroundings.isResourceThere)
        return refused(Reason::ResourceUnknown, "resource");
    return one(RolePermissionAdded{permission});
}

/// Neither its form nor whether the resource still exists matters: what is there can be taken away.
Events removePermission(const RoleState& state, const Permission& permission) {
    if (!state.permissions.contains(permission))
        return refused(Reason::PermissionMissing, "action");
    return one(RolePermissionRemoved{permission});
}

} // namespace

std::string_view roleLifecycleName(RoleLifecycle lifecycle) {
    switch (lifecycle) {
    case RoleLifecycle::None:
        return "none";
    case RoleLifecycle::Active:
        return "active";
    case RoleLifecycle::Removed:
        return "removed";
    }
    return "none";
}

Result<std::vector<RoleEvent>> decide(const RoleState& state, const RoleCommand& command,
                                      const RoleSurroundings& surroundings) {
    if (const auto* addition = std::get_if<AddRole>(&command))
        return add(state, *addition);
    if (state.lifecycle != RoleLifecycle::Active)
        return refused(state.lifecycle == RoleLifecycle::Removed ? Reason::AlreadyRemoved : Reason::DoesNotExist);
    return std::visit(
        Overloaded{
            [](const AddRole&) -> Events { return refused(Reason::AlreadyExists); },
            [&](const ChangeRole& wish) { return change(state, wish); },
            [](const RemoveRole&) { return one(RoleRemoved{}); },
            [&](const AddPermission& wish) { return addPermission(state, wish.permission, surroundings); },
            [&](const RemovePermission& wish) { return removePermission(state, wish.permission); },
        },
        command);
}

RoleState evolve(RoleState state, const RoleEvent& event) {
    // A removed role stays removed, whatever a careless writer adds behind it.
    if (state.lifecycle == RoleLifecycle::Removed && !std::holds_alternative<RoleAdded>(event))
        return state;
    std::visit(Overloaded{
                   [&](const RoleAdded& added) {
                       state.lifecycle = RoleLifecycle::Active;
                       state.key = added.key;
                       state.displayName = added.displayName;
                       state.group = added.group;
                   },
                   [&](const RoleChanged& changed) {
                       state.key = changed.key.value_or(state.key);
                       state.displayName = changed.displayName.value_or(state.displayName);
                       state.group = changed.group.value_or(state.group);
                   },
                   [&](const RoleRemoved&) {
                       state.lifecycle = RoleLifecycle::Removed;
                       state.permissions.clear();
                   },
                   [&](const RolePermissionAdded& added) { state.permissions.insert(added.permission); },
                   [&](const RolePermissionRemoved& removed) { state.permissions.erase(removed.permission); },
               },
               event);
    return state;
}

RoleState foldRole(const std::vector<RecordedEvent>& events) {
    return fold<RoleState>(events, decodeRoleEvent);
}

} // namespace muniment
