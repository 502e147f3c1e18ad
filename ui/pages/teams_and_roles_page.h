// Teams and roles, one list at a time.
#pragma once

#include "models/directory/organizations.h"
#include "ui/pages/switched_page.h"

#include <functional>

namespace muniment {

class RolesPage;
class TeamsPage;

class TeamsAndRolesPage : public SwitchedPage {
    Q_OBJECT
public:
    /// `chosenOrg` offers an organization for a new team or role.
    TeamsAndRolesPage(const PageContext& context, const std::function<std::optional<OrgRow>()>& chosenOrg,
                      QWidget* parent);

    void showTeams();
    void showRoles();

    [[nodiscard]] TeamsPage* teams() const { return m_teams; }

    [[nodiscard]] RolesPage* roles() const { return m_roles; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    TeamsPage* m_teams;
    RolesPage* m_roles;
};

} // namespace muniment
