// What simulated companies call their teams, roles and resources.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace muniment {

struct PermissionTemplate {
    const char* action;
    const char* resourceType;
};

struct RoleTemplate {
    const char* key;
    const char* displayName;
    const char* group;
    std::span<const PermissionTemplate> permissions;
};

[[nodiscard]] std::span<const RoleTemplate> roleTemplates();
/// Departments; the parts of one are named after it.
[[nodiscard]] std::span<const char* const> departmentNames();
[[nodiscard]] std::span<const char* const> departmentParts();
[[nodiscard]] std::span<const char* const> projectNames();
[[nodiscard]] std::span<const char* const> documentNames();
/// Why somebody is granted a role for a while.
[[nodiscard]] std::span<const char* const> grantReasons();

} // namespace muniment
