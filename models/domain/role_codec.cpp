// Role events to and from the log's rows. Members are ZITADEL's where it has them (project.role.*).
#include "models/domain/overloaded.h"
#include "models/domain/payload_fields.h"
#include "models/domain/role.h"

namespace muniment {

namespace {

void putPermission(PayloadBuilder& payload, const Permission& permission) {
    payload.text("action", permission.action);
    putUnlessEmpty(payload, "resourceType", permission.resourceType);
    putUnlessEmpty(payload, "resourceId", permission.resource);
}

/// Of one that names a resource and a type, the resource counts: it is the narrower.
std::optional<Permission> readPermission(const PayloadFields& fields) {
    Permission permission{fields.textOrEmpty("action"), fields.textOrEmpty("resourceType"), fields.id("resourceId")};
    if (permission.action.empty() || (permission.resourceType.empty() && permission.resource.isEmpty()))
        return std::nullopt;
    if (!permission.resource.isEmpty())
        permission.resourceType.clear();
    return permission;
}

} // namespace

NewEvent encode(const RoleEvent& event, const std::string& reason) {
    PayloadBuilder payload;
    const auto type = std::visit(Overloaded{
                                     [&](const RoleAdded& added) {
                                         payload.text("key", added.key);
                                         putUnlessEmpty(payload, "displayName", added.displayName);
                                         putUnlessEmpty(payload, "group", added.group);
                                         return "role.added";
                                     },
                                     [&](const RoleChanged& changed) {
                                         putIfPresent(payload, "key", changed.key);
                                         putIfPresent(payload, "displayName", changed.displayName);
                                         putIfPresent(payload, "group", changed.group);
                                         return "role.changed";
                                     },
                                     [](const RoleRemoved&) { return "role.removed"; },
                                     [&](const RolePermissionAdded& added) {
                                         putPermission(payload, added.permission);
                                         return "role.permission.added";
                                     },
                                     [&](const RolePermissionRemoved& removed) {
                                         putPermission(payload, removed.permission);
                                         return "role.permission.removed";
                                     },
                                 },
                                 event);
    return eventOf(type, std::move(payload), reason);
}

std::optional<RoleEvent> decodeRoleEvent(std::string_view type, const std::optional<std::string>& payload) {
    if (!type.starts_with("role."))
        return std::nullopt;
    if (type == "role.removed")
        return RoleRemoved{};

    const PayloadFields fields(payload);
    if (type == "role.added") {
        auto key = fields.text("key");
        if (!key)
            return std::nullopt;
        return RoleAdded{std::move(*key), fields.textOrEmpty("displayName"), fields.textOrEmpty("group")};
    }
    if (type == "role.changed")
        return RoleChanged{fields.text("key"), fields.text("displayName"), fields.text("group")};
    const bool isAddition = type == "role.permission.added";
    if (!isAddition && type != "role.permission.removed")
        return std::nullopt;
    auto permission = readPermission(fields);
    if (!permission)
        return std::nullopt;
    if (isAddition)
        return RolePermissionAdded{std::move(*permission)};
    return RolePermissionRemoved{std::move(*permission)};
}

} // namespace muniment
