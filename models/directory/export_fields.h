// The fields of the directory's lists as exports and the command line name them.
#pragma once

#include "models/directory/directory.h"
#include "models/export/record_field.h"

#include <vector>

namespace muniment {

using OrgField = RecordField<OrgRow>;
using UserField = RecordField<UserRow>;

using TeamField = RecordField<TeamRow>;
using RoleField = RecordField<RoleRow>;
using ResourceField = RecordField<ResourceRow>;
using GrantField = RecordField<GrantRow>;
using SessionField = RecordField<SessionRow>;
using PlanField = RecordField<PlanRow>;
using SeparationField = RecordField<SeparationRow>;
using ReviewField = RecordField<ReviewRow>;

/// In the order of `org list --json`.
[[nodiscard]] const std::vector<OrgField>& orgFields();
/// In the order of `user list --json`, then what `user show` adds.
[[nodiscard]] const std::vector<UserField>& userFields();
/// Each in the order of its `list --json`, then what `show` adds.
[[nodiscard]] const std::vector<TeamField>& teamFields();
[[nodiscard]] const std::vector<RoleField>& roleFields();
[[nodiscard]] const std::vector<ResourceField>& resourceFields();
[[nodiscard]] const std::vector<GrantField>& grantFields();
[[nodiscard]] const std::vector<SessionField>& sessionFields();
[[nodiscard]] const std::vector<PlanField>& planFields();
[[nodiscard]] const std::vector<SeparationField>& separationFields();
[[nodiscard]] const std::vector<ReviewField>& reviewFields();

} // namespace muniment
