// The forms of plans: each sends its command and closes when it was done.
#pragma once

#include "models/directory/plans.h"
#include "ui/forms/command_form.h"

namespace muniment {

FormDialog* openAddPlan(CommandDesk& desk, QWidget* parent, IdAdded added);
FormDialog* openRenamePlan(CommandDesk& desk, const PlanRow& plan, QWidget* parent);
/// At once; it can be added again under its key.
[[nodiscard]] Order planRemoval(const Workspace& workspace, const PlanRow& plan);

} // namespace muniment
