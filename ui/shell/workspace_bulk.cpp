// What the window has to do with changes from a table: what they are about, and where they show afterwards.
#include "ui/bulk/bulk_desk.h"
#include "ui/pages/organizations_page.h"
#include "ui/pages/teams_and_roles_page.h"
#include "ui/pages/teams_page.h"
#include "ui/pages/timeline_page.h"
#include "ui/shell/workspace_view.h"

namespace muniment {

void WorkspaceView::connectBulk() {
    connect(m_actions.action(ActionId::BulkChange), &QAction::triggered, this, &WorkspaceView::openBulk);
    connect(m_bulk, &BulkDesk::said, m_messages, &MessageBar::say);
    connect(m_bulk, &BulkDesk::runningChanged, this, &WorkspaceView::unfinishedChanged);
    connect(m_bulk, &BulkDesk::timelineWanted, this, [this](const FilterNode& filter) {
        goTo(Page::Timeline);
        m_timeline->applyFilter(filter);
        window()->activateWindow();
    });
}

void WorkspaceView::openBulk() {
    const bool isOfTeams = m_page == Page::TeamsAndRoles && m_teamsAndRoles->shows(m_teamsAndRoles->teams());
    const bool isOfRoles = m_page == Page::TeamsAndRoles && !isOfTeams;
    m_bulk->open(isOfTeams   ? BulkKind::TeamMembers
                 : isOfRoles ? BulkKind::Grants
                             : BulkKind::Users,
                 m_organizations->chosenOrg());
}

} // namespace muniment
