// The fields of organizations and users as exports and the command line name them.
#pragma once

#include "models/directory/directory.h"
#include "models/export/record_field.h"

#include <vector>

namespace muniment {

using OrgField = RecordField<OrgRow>;
using UserField = RecordField<UserRow>;

/// In the order of `org list --json`.
[[nodiscard]] const std::vector<OrgField>& orgFields();
/// In the order of `user list --json`, then what `user show` adds.
[[nodiscard]] const std::vector<UserField>& userFields();

} // namespace muniment
