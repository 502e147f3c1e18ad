// What is done to a session at once.
#pragma once

#include "models/directory/sessions.h"
#include "ui/forms/command_form.h"

namespace muniment {

[[nodiscard]] Order sessionEnd(const Workspace& workspace, const SessionRow& session);

} // namespace muniment
