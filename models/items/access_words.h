// Teams, roles, grants, sessions and credentials in words.
#pragma once

#include "models/directory/directory.h"

#include <QString>

namespace muniment {

/// "Active" or "Removed", as other states are called.
[[nodiscard]] QString presenceText(bool isRemoved);
[[nodiscard]] QString grantStandingText(GrantStanding standing);
[[nodiscard]] QString sessionStateText(const SessionRow& session);
[[nodiscard]] QString memberKindText(TeamMember::Kind kind);
[[nodiscard]] QString credentialKindText(CredentialKind kind);
/// What it is on: "every document", "everything", the name of one resource.
[[nodiscard]] QString permissionPlaceText(const Permission& permission, const std::string& resourceName);
/// Names from the outermost to its own.
[[nodiscard]] QString resourcePathText(const ResourceRow& row);

} // namespace muniment
