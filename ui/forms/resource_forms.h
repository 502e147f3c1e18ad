// The forms of resources: each sends its command and closes when it was done.
#pragma once

#include "models/directory/resources.h"
#include "ui/forms/command_form.h"
#include "ui/forms/picker_field.h"

namespace muniment {

/// `in`: the organization that is offered first; `below`: what it shall lie in, and with it the organization.
FormDialog* openCreateResource(CommandDesk& desk, const std::optional<OrgRow>& in,
                               const std::optional<ResourceRow>& below, QWidget* parent, IdAdded added);
FormDialog* openRenameResource(CommandDesk& desk, const ResourceRow& resource, QWidget* parent);
FormDialog* openMoveResource(CommandDesk& desk, const ResourceRow& resource, QWidget* parent);

} // namespace muniment
