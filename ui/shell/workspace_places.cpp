// Where a person is in a workspace, and how they get elsewhere: pages, places to go back to, sides of what is chosen.
#include "ui/pages/access_page.h"
#include "ui/pages/findings_page.h"
#include "ui/pages/organizations_page.h"
#include "ui/pages/resources_page.h"
#include "ui/pages/reviews_page.h"
#include "ui/pages/roles_page.h"
#include "ui/pages/rules_page.h"
#include "ui/pages/sessions_page.h"
#include "ui/pages/teams_and_roles_page.h"
#include "ui/pages/teams_page.h"
#include "ui/pages/users_page.h"
#include "ui/shell/status_line.h"
#include "ui/shell/workspace_view.h"
#include "ui/time/time_band.h"
#include "ui/widgets/table_columns.h"

#include <QApplication>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>

namespace muniment {

void WorkspaceView::goTo(Page page) {
    if (page == m_page)
        return;
    m_back.push_back(place());
    m_forward.clear();
    showPage(page);
}

void WorkspaceView::goToEntity(const EntityRef& entity) {
    const auto& [tenant, aggregate] = entity;
    const auto choose =
        [this, id = QString::fromStdString(tenant.text() + "/" + aggregate.id.text())](Page page, DirectoryPage* list) {
            goTo(page);
            list->choose(id);
            list->focusList();
        };
    if (aggregate.type == "org") {
        goTo(Page::Organizations);
        m_organizations->choose(QString::fromStdString(tenant.text()));
        m_organizations->focusList();
    } else if (aggregate.type == "user") {
        choose(Page::Users, m_users);
    } else if (aggregate.type == "team") {
        m_teamsAndRoles->showTeams();
        choose(Page::TeamsAndRoles, m_teamsAndRoles->teams());
    } else if (aggregate.type == "role") {
        m_teamsAndRoles->showRoles();
        choose(Page::TeamsAndRoles, m_teamsAndRoles->roles());
    } else if (aggregate.type == "resource") {
        choose(Page::Resources, m_resources);
    } else if (aggregate.type == "session") {
        choose(Page::Sessions, m_sessions);
    } else if (aggregate.type == "review") {
        choose(Page::Reviews, m_reviews);
    } else if (aggregate.type == "separation") {
        m_findings->showRules(tenant);
        choose(Page::Findings, m_findings->rules());
    }
}

void WorkspaceView::askAccess(const AccessWish& wish) {
    m_access->ask(wish);
    goTo(Page::Access);
    m_access->focusList();
}

WorkspaceView::Place WorkspaceView::place() const {
    return {m_page, current().place()};
}

void WorkspaceView::returnTo(std::vector<Place>& from, std::vector<Place>& to) {
    if (from.empty())
        return;
    to.push_back(place());
    const auto target = from.back();
    from.pop_back();
    if (target.page != m_page)
        showPage(target.page);
    current().goToPlace(target.within);
    updateHistoryActions();
}

void WorkspaceView::goBack() {
    returnTo(m_back, m_forward);
}

void WorkspaceView::goForward() {
    returnTo(m_forward, m_back);
}

void WorkspaceView::showPage(Page page) {
    current().setActive(false);
    m_messages->dismissDone();
    m_page = page;
    m_stack->setCurrentWidget(&current());
    current().setActive(true);
    m_navigation->setCurrent(page);
    m_status->setShown(current().shownText());
    const auto lacksList = current().list() == nullptr ? tr("This page has no list.") : QString();
    for (const auto id : {ActionId::ChooseColumns, ActionId::MoveColumnLeft, ActionId::MoveColumnRight})
        m_actions.setObjection(id, lacksList);
    const auto lacksTabs = current().detailTabs() == nullptr ? tr("This page has no details.") : QString();
    for (const auto id : {ActionId::NextTab, ActionId::PreviousTab, ActionId::FocusDetails})
        m_actions.setObjection(id, lacksTabs);
    m_band->setPageOfNow(current().isOfNowOnly());
    updateHistoryActions();
    updateExportAction();
    updateStale();
}

void WorkspaceView::updateHistoryActions() {
    m_actions.setObjection(ActionId::GoBack, m_back.empty() ? tr("There is no earlier place.") : QString());
    m_actions.setObjection(ActionId::GoForward, m_forward.empty() ? tr("There is no later place.") : QString());
}

void WorkspaceView::chooseColumns() {
    if (auto* list = current().list(); list != nullptr)
        list->findChild<TableColumns*>()->openMenu();
}

void WorkspaceView::moveColumn(bool isToRight) {
    if (auto* list = current().list(); list != nullptr && list->currentIndex().isValid()) {
        list->findChild<TableColumns*>()->move(list->currentIndex().column(), isToRight);
        list->scrollTo(list->currentIndex());
    }
}

void WorkspaceView::stepTab(bool isForward) {
    auto* tabs = current().detailTabs();
    if (tabs == nullptr)
        return;
    const int count = tabs->count();
    tabs->setCurrentIndex((tabs->currentIndex() + (isForward ? 1 : count - 1)) % count);
}

void WorkspaceView::focusDetails() {
    auto* tabs = current().detailTabs();
    if (tabs == nullptr || tabs->isAncestorOf(QApplication::focusWidget()))
        return current().focusList();
    auto* table = tabs->currentWidget()->findChild<QTableView*>();
    if (table == nullptr || !table->isVisible())
        return tabs->setFocus();
    table->setFocus();
    if (!table->currentIndex().isValid())
        table->setCurrentIndex(table->model()->index(0, 0));
}

} // namespace muniment
