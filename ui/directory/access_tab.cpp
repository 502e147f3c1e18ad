#include "ui/directory/access_tab.h"

#include "models/items/workspace_queries.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/table_columns.h"

#include <QTableView>

namespace muniment {

AccessTab::AccessTab(const PageContext& context, Proposal proposal, QWidget* parent)
    : ListTab(context, "access", Needs::Grant, parent),
      m_proposal(std::move(proposal)),
      m_model(new GrantListModel(askGrants(context.workspace), this)) {
    // To, role, on, state, from, until, organization, created, id.
    const ColumnPlan name{.width = 96, .weight = 1, .least = 64};
    const ColumnPlan time{.width = 138, .isShown = false};
    const ColumnPlan id{.width = 118, .isShown = false};
    setModel(m_model, "access/columns", {name, name, name, {88}, time, {138}, id, time, id});
    table()->setItemDelegateForColumn(GrantListModel::Standing, new StateDelegate(table()));
    for (const int column : {GrantListModel::From, GrantListModel::Until, GrantListModel::Created, GrantListModel::Id})
        table()->setItemDelegateForColumn(column, new FiguresDelegate(table()));
    auto& desk = context.desk;
    addAction(
        ActionId::GrantRole,
        [this, &desk] {
            if (const auto about = m_proposal())
                openAddGrant(desk, *about, window());
        },
        false);
    addAction(
        ActionId::ChangeGrant,
        [this, &desk] {
            if (const auto* grant = m_model->rowAt(chosenLine()))
                openChangeGrant(desk, *grant, window());
        },
        true);
    addAction(
        ActionId::RevokeGrant,
        [this, &desk] {
            if (const auto* grant = m_model->rowAt(chosenLine()))
                desk.send(grantRemoval(desk.workspace(), *grant));
        },
        true);
    setDeleteAction(ActionId::RevokeGrant);
}

void AccessTab::setActive(bool isActive) {
    if (!isActive)
        context().actions.setMet(Needs::Grantee, false);
    ListTab::setActive(isActive);
}

QString AccessTab::title() const {
    return tr("Access");
}

void AccessTab::ask(const ShownEntity& entity) {
    const auto& [tenant, aggregate] = entity.entity;
    GrantQuery query;
    query.asOf = entity.asOf;
    query.tenant = tenant;
    if (aggregate.type == "role")
        query.role = aggregate.id;
    else if (aggregate.type == "resource")
        query.resource = aggregate.id;
    else
        query.subject =
            GrantSubject{aggregate.type == "team" ? GrantSubject::Kind::Team : GrantSubject::Kind::User, aggregate.id};
    m_model->setQuery(query);
}

void AccessTab::updateActions() {
    context().actions.setMet(Needs::Grantee, entity().has_value());
    context().actions.setObjection(ActionId::GrantRole, m_proposal() ? QString() : tr("It is not there any more."));
}

std::pair<QString, QString> AccessTab::emptyWords() const {
    return {tr("Nothing is granted"), tr("No grant names it directly. A role is granted to a user or a team, on one "
                                         "resource or on the whole organization.")};
}

std::optional<EntityRef> AccessTab::entityAt(int line) const {
    const auto* grant = m_model->rowAt(line);
    if (grant == nullptr || !entity())
        return std::nullopt;
    const bool isAboutSubject = entity()->entity.aggregate.type == "user" || entity()->entity.aggregate.type == "team";
    if (isAboutSubject)
        return EntityRef{grant->tenant, {"role", grant->role}};
    const bool isTeam = grant->subject.kind == GrantSubject::Kind::Team;
    return EntityRef{grant->tenant, {isTeam ? "team" : "user", grant->subject.id}};
}

} // namespace muniment
