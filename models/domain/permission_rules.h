// What role keys and permissions must look like.
#pragma once

#include "models/domain/role.h"

#include <string>
#include <string_view>

namespace muniment {

/// Without blanks around it: 1 to 100 of A-Z, a-z, 0-9, "-", "_", ".", ":". NameMissing or KeyInvalid for "key".
[[nodiscard]] Result<std::string> checkedRoleKey(std::string_view key);
/// 1 to 100 characters: dotted words of A-Z, a-z, 0-9, "-", "_", ":"; the last, or the only one, may be "*".
[[nodiscard]] bool isAction(std::string_view action);
/// PermissionInvalid for "action", "resourceType" (neither a key nor "*"), or "resource" (both named, or neither).
[[nodiscard]] Result<void> checkPermission(const Permission& permission);

} // namespace muniment
