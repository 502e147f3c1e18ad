// role list | show: roles and what they permit as the file knows them, now or as of an instant.
#include "app/cli/showing.h"

namespace muniment::cli {

namespace {

Result<RoleQuery> queryOf(const Invocation& invocation, Snapshot& snapshot) {
    RoleQuery query;
    const auto asOf = instantOption(invocation, "--as-of");
    if (!asOf)
        return tl::unexpected(asOf.error());
    const auto state = oneOf(invocation, "--state", {RoleLifecycle::Active, RoleLifecycle::Removed}, roleLifecycleName);
    if (!state)
        return tl::unexpected(state.error());
    const auto tenant = tenantOption(invocation, snapshot, *asOf);
    if (!tenant)
        return tl::unexpected(tenant.error());
    query.asOf = *asOf;
    query.lifecycle = *state;
    query.tenant = *tenant;
    query.text = invocation.text("--text").value_or("");
    return query;
}

std::vector<std::string> cells(const RoleRow& row) {
    return {row.id.text(),
            row.key,
            row.displayName,
            row.group,
            std::to_string(row.permissions),
            std::to_string(row.grants),
            std::string(roleLifecycleName(row.lifecycle)),
            row.tenantName,
            formatInstant(row.changedAt)};
}

Result<Exit> list(const Invocation& invocation, Output& output) {
    return listRows<RoleRow, RoleQuery>(invocation, output,
                                        {queryOf,
                                         listRoles,
                                         roleFields(),
                                         {{"ID"},
                                          {"KEY"},
                                          {"NAME"},
                                          {"GROUP"},
                                          {"PERMISSIONS", true},
                                          {"GRANTS", true},
                                          {"STATE"},
                                          {"ORGANIZATION"},
                                          {"CHANGED"}},
                                         cells});
}

std::optional<std::string> textUnlessEmpty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

Result<std::vector<ShownPart>> permissionsOf(Snapshot& snapshot, const RoleRow& role, std::optional<Moment> asOf) {
    PermissionQuery query;
    query.asOf = asOf;
    query.tenant = role.tenant;
    query.role = role.id;
    const auto permissions = readPages(ListPages<PermissionRow, PermissionQuery>(snapshot, listPermissions, query),
                                       std::numeric_limits<std::int64_t>::max());
    if (!permissions)
        return tl::unexpected(permissions.error());
    ShownPart part{"permissionList", {}, Table({{"ACTION"}, {"ON TYPE"}, {"ON RESOURCE"}, {"NAME"}, {"SINCE"}})};
    for (const auto& row : *permissions) {
        const auto& permission = row.permission;
        part.objects.push_back(JsonObject()
                                   .text("action", permission.action)
                                   .optionalText("resourceType", textUnlessEmpty(permission.resourceType))
                                   .optionalText("resourceId", textUnlessEmpty(permission.resource.text()))
                                   .text("resourceName", row.resourceName)
                                   .instant("since", row.since));
        part.table.add({permission.action, permission.resourceType, permission.resource.text(), row.resourceName,
                        formatInstant(row.since)});
    }
    return std::vector<ShownPart>{std::move(part)};
}

MUNIMENT_COMMAND(list,
                 {.name = "role list",
                  .summary = "Lists roles in order of their keys",
                  .positionals = {filePositional()},
                  .options = {asOfOption(),
                              {"--tenant", "ORG", "of one organization: id, beginning of it, or name"},
                              {"--state", "S", "active or removed; else all but removed"},
                              {"--text", "TEXT", "whose key, name, group or id holds TEXT, without case and accents"},
                              {"--limit", "N", "at most N", Option::Kind::Whole}},
                  .example = "muniment role list acme.muniment --tenant 'Acme Ltd' --json",
                  .run = list,
                  .opensWindow = {}});
MUNIMENT_COMMAND(show, showCommand<RoleRow>("Shows one role, what it permits and its history",
                                            {roleKind(), roleFields, permissionsOf, roleHistory}));

} // namespace

} // namespace muniment::cli
