// The forms of organizations: each sends its command and closes when it was done.
#pragma once

#include "models/directory/organizations.h"
#include "ui/forms/command_form.h"

namespace muniment {

/// `added` is called with what was made.
FormDialog* openCreateOrganization(CommandDesk& desk, QWidget* parent, IdAdded added);
FormDialog* openRenameOrganization(CommandDesk& desk, const OrgRow& org, QWidget* parent);
FormDialog* openChangePlan(CommandDesk& desk, const OrgRow& org, QWidget* parent);
FormDialog* openAddDomain(CommandDesk& desk, const OrgRow& org, QWidget* parent);

/// At once.
[[nodiscard]] Order domainVerification(const Workspace& workspace, const OrgRow& org, const DomainRow& domain);
/// At once; it can be claimed again, and is not verified then.
[[nodiscard]] Order domainRemoval(const Workspace& workspace, const OrgRow& org, const DomainRow& domain);

[[nodiscard]] CommandRequest requestFor(const Workspace& workspace, const OrgRow& org);

} // namespace muniment
