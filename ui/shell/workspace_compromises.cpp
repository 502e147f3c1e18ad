// What the window has to do with accounts that are marked as compromised: who is meant, and who is told of marks.
#include "ui/compromises/compromise_desk.h"
#include "ui/pages/compromises_page.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/users_page.h"
#include "ui/shell/workspace_view.h"

namespace muniment {

void WorkspaceView::connectCompromises() {
    connect(m_compromises, &CompromisesPage::wanted, this, [this] {
        goTo(Page::Compromises);
        m_compromises->focusList();
    });
    connect(m_actions.action(ActionId::ForgetCompromise), &QAction::triggered, this, [this] {
        const auto mark = m_page == Page::Users ? m_users->chosenCompromise() : m_compromises->chosen();
        if (mark)
            m_compromises->forget(*mark);
    });
    connect(&m_workspace, &Workspace::settingsChanged, this, &WorkspaceView::takeCompromises);
    takeCompromises();
}

void WorkspaceView::takeCompromises() {
    m_compromises->takeSettings();
    m_users->takeCompromises();
    const auto count = std::ssize(m_workspace.compromises());
    m_navigation->setCount(Page::Compromises, count > 0 ? count : -1);
}

/// The chosen user, or who did what is chosen in the timeline.
CompromiseProposal WorkspaceView::compromiseProposal() const {
    if (m_page == Page::Users)
        if (const auto user = m_users->chosenUser())
            return {optionOf(*user), {}};
    const auto& row = m_timeline->chosenEvent();
    const bool isByUser = row && (row->event.actor.type == "human" || row->event.actor.type == "machine");
    if (m_page != Page::Timeline || !isByUser)
        return {};
    return {accessOption({row->event.tenant, {"user", AggregateId(row->event.actor.id.text())}}, row->region,
                         row->actorName),
            row->loggedAt};
}

} // namespace muniment
