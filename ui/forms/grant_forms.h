// The forms of grants: each sends its command and closes when it was done.
#pragma once

#include "models/directory/grants.h"
#include "ui/forms/command_form.h"
#include "ui/forms/picker_field.h"

namespace muniment {

/// Who gets which role on what; what is known already is chosen at first.
struct GrantProposal {
    TenantId tenant;
    RegionName region;
    std::optional<EntityOption> role = {};
    std::optional<EntityOption> subject = {};
    std::optional<EntityOption> resource = {};
};

FormDialog* openAddGrant(CommandDesk& desk, const GrantProposal& proposal, QWidget* parent);
FormDialog* openChangeGrant(CommandDesk& desk, const GrantRow& grant, QWidget* parent);
/// At once; can be taken back.
[[nodiscard]] Order grantRemoval(const Workspace& workspace, const GrantRow& grant);

} // namespace muniment
