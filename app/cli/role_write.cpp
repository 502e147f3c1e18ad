// role add | change | remove | permission add | permission remove.
#include "app/cli/entity_command.h"

namespace muniment::cli {

namespace {

Result<AnyCommand> added(const Invocation& typed, Snapshot&, const OrgRow&) {
    return RoleCommand(
        AddRole{*typed.text("--key"), typed.text("--display-name").value_or(""), typed.text("--group").value_or("")});
}

Result<AnyCommand> changed(const Invocation& typed, Snapshot&, const RoleRow&) {
    return RoleCommand(ChangeRole{typed.text("--key"), typed.text("--display-name"), typed.text("--group")});
}

Result<Permission> typedPermission(const Invocation& typed, Snapshot& snapshot, const RoleRow& role) {
    if (typed.has("--resource") == typed.has("--resource-type"))
        return failure(ErrorCode::InvalidInput, "give --resource or --resource-type", {{"field", "--resource"}});
    return typedResource(typed, snapshot, role.tenant, "--resource").map([&](AggregateId resource) {
        return Permission{*typed.text("--action"), typed.text("--resource-type").value_or(""), std::move(resource)};
    });
}

Result<AnyCommand> permissionAdded(const Invocation& typed, Snapshot& snapshot, const RoleRow& role) {
    return typedPermission(typed, snapshot, role).map([](Permission permission) {
        return AnyCommand(RoleCommand(AddPermission{std::move(permission)}));
    });
}

Result<AnyCommand> permissionRemoved(const Invocation& typed, Snapshot& snapshot, const RoleRow& role) {
    return typedPermission(typed, snapshot, role).map([](Permission permission) {
        return AnyCommand(RoleCommand(RemovePermission{std::move(permission)}));
    });
}

std::vector<Option> permissionOptions() {
    return {{"--action", "A", "dotted word; '*' alone or at its end stands for all below", Option::Kind::Text, true},
            {"--resource", "RES", "on one resource: id, beginning of it, or name"},
            {"--resource-type", "T", "or on every resource of a type; '*' for all"}};
}

const Option kDisplayName{"--display-name", "D", "the name shown"};
const Option kGroup{"--group", "G", "under which it is listed"};

MUNIMENT_COMMAND(addRole, additionCommand("role", "Creates a role in an organization; prints its id",
                                          {{"--key", "K", "by which services know it", Option::Kind::Text, true},
                                           kDisplayName,
                                           kGroup},
                                          " --key editor --display-name Editor", added));
MUNIMENT_COMMAND(change, entityCommand<RoleRow>(roleKind(), "change",
                                                "Changes a role's key, name or group; what is not given stays",
                                                {{"--key", "K", "its new key"}, kDisplayName, kGroup},
                                                " --display-name 'Chief Editor'", changed));
MUNIMENT_COMMAND(addPermission,
                 entityCommand<RoleRow>(roleKind(), "permission add", "Lets a role do something", permissionOptions(),
                                        " --action 'documents.*' --resource-type document", permissionAdded));
MUNIMENT_COMMAND(removePermission,
                 entityCommand<RoleRow>(roleKind(), "permission remove", "Takes a permission from a role",
                                        permissionOptions(), " --action 'documents.*' --resource-type document",
                                        permissionRemoved));
MUNIMENT_COMMAND(remove, removalCommand<RoleRow>(roleKind(), "Removes a role for good, its grants with it",
                                                 RoleCommand(RemoveRole{})));

} // namespace

} // namespace muniment::cli
