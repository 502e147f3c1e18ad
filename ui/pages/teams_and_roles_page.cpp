#include "ui/pages/teams_and_roles_page.h"

#include "ui/pages/roles_page.h"
#include "ui/pages/teams_page.h"

#include <QEvent>
#include <QTabBar>

namespace muniment {

TeamsAndRolesPage::TeamsAndRolesPage(const PageContext& context,
                                     const std::function<std::optional<OrgRow>()>& chosenOrg, QWidget* parent)
    : SwitchedPage(context, parent),
      m_teams(new TeamsPage(context, chosenOrg, this)),
      m_roles(new RolesPage(context, chosenOrg, this)) {
    addPage("teams", m_teams);
    addPage("roles", m_roles);
    retranslate();
}

void TeamsAndRolesPage::showTeams() {
    showPage(m_teams);
}

void TeamsAndRolesPage::showRoles() {
    showPage(m_roles);
}

void TeamsAndRolesPage::retranslate() {
    bar()->setAccessibleName(tr("Teams or roles"));
    setTitles({tr("Teams"), tr("Roles")});
}

void TeamsAndRolesPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SwitchedPage::changeEvent(event);
}

} // namespace muniment
