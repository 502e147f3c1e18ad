#include "models/domain/permission_rules.h"

#include "models/domain/text_rules.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr std::size_t kMaxKeyLength = 100;
constexpr std::string_view kBlanks = " \t\r\n";

bool isWordCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == ':';
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

} // namespace

Result<std::string> checkedRoleKey(std::string_view key) {
    const auto bare = trimmed(key);
    if (bare.empty())
        return refused(Reason::NameMissing, "key");
    const bool isMadeOfKeys =
        std::all_of(bare.begin(), bare.end(), [](char c) { return isWordCharacter(c) || c == '.'; });
    if (!isMadeOfKeys || bare.size() > kMaxKeyLength)
        return refused(Reason::KeyInvalid, "key");
    return std::string(bare);
}

bool isAction(std::string_view action) {
    if (action.size() > kMaxKeyLength)
        return false;
    for (;;) {
        const auto dot = action.find('.');
        const auto word = action.substr(0, dot);
        const bool isLast = dot == std::string_view::npos;
        if (word.empty() || !(std::all_of(word.begin(), word.end(), isWordCharacter) || (isLast && word == "*")))
            return false;
        if (isLast)
            return true;
        action.remove_prefix(dot + 1);
    }
}

Result<void> checkPermission(const Permission& permission) {
    if (!isAction(permission.action))
        return refused(Reason::PermissionInvalid, "action");
    if (permission.resourceType.empty() == permission.resource.isEmpty())
        return refused(Reason::PermissionInvalid, "resource");
    const auto& type = permission.resourceType;
    if (!type.empty() && type != "*" && !isKey(type))
        return refused(Reason::PermissionInvalid, "resourceType");
    return {};
}

} // namespace muniment
