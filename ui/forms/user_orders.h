// What is done to a user at once, without a form.
#pragma once

#include "models/directory/users.h"
#include "ui/actions/action_registry.h"
#include "ui/shell/command_desk.h"

namespace muniment {

/// With the words for it and, where there is such a thing, what takes it back. Absent: the action needs a form, or is
/// not about users.
[[nodiscard]] std::optional<Order> userOrder(ActionId action, const Workspace& workspace, const UserRow& user);

} // namespace muniment
