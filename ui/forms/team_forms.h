// The forms of teams: each sends its command and closes when it was done.
#pragma once

#include "models/directory/teams.h"
#include "ui/forms/command_form.h"
#include "ui/forms/picker_field.h"

namespace muniment {

/// `in`: the organization that is offered first; `added` is called with what was made.
FormDialog* openCreateTeam(CommandDesk& desk, const std::optional<OrgRow>& in, QWidget* parent, IdAdded added);
FormDialog* openChangeTeam(CommandDesk& desk, const TeamRow& team, QWidget* parent);
FormDialog* openAddMember(CommandDesk& desk, const TeamRow& team, QWidget* parent);
/// At once; can be taken back.
[[nodiscard]] Order memberRemoval(const Workspace& workspace, const TeamRow& team, const MemberRow& member);

} // namespace muniment
