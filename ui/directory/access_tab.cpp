#include "ui/directory/access_tab.h"

#include "models/base/clock.h"
#include "models/items/access_queries.h"
#include "models/items/access_sentence.h"
#include "models/items/workspace_queries.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_columns.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTableView>

namespace muniment {

AccessTab::AccessTab(const PageContext& context, Proposal proposal, QWidget* parent)
    : ListTab(context, "access", Needs::Grant, parent),
      m_proposal(std::move(proposal)),
      m_model(new GrantListModel(askGrants(context.workspace), this)),
      m_effective(new QWidget(this)),
      m_effectiveText(makeLabel(m_effective, TextSize::Normal, Tone::Quiet)),
      m_rights(this, askRights(context.workspace, context.access),
               [this](const RightsRequest& request, const Result<RightsAnswer>& answer) {
                   if (entity() && answer && request.subject == entity()->entity.aggregate)
                       tellEffective(sentenceText(rightsSentence(request, *answer, entity()->zone)));
               }),
      m_who(this, askWho(context.workspace, context.access),
            [this](const WhoRequest& request, const Result<WhoAnswer>& answer) {
                if (entity() && answer && request.resource == entity()->entity.aggregate.id)
                    tellEffective(sentenceText(whoSentence(request, *answer, entity()->zone)));
            }) {
    auto* line = new QHBoxLayout(m_effective);
    line->setContentsMargins(0, 0, 0, 0);
    m_effectiveText->setWordWrap(true);
    line->addWidget(m_effectiveText, 1);
    line->addWidget(makeActionButton(m_effective, context.actions.action(ActionId::ExplainAccess)));
    static_cast<QVBoxLayout*>(layout())->insertWidget(0, m_effective);
    m_effective->hide();
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
    for (const auto why : {ActionId::ExplainAccess, ActionId::ExplainRefusal})
        table()->addAction(context.actions.action(why));
}

QString AccessTab::effectiveText() const {
    return m_effectiveText->text();
}

void AccessTab::tellEffective(const QString& sentence) {
    m_effectiveText->setText(sentence);
    m_effective->setVisible(!sentence.isEmpty());
}

void AccessTab::clear() {
    tellEffective({});
    ListTab::clear();
}

void AccessTab::refresh() {
    ListTab::refresh();
    if (isVisible() && entity())
        askEffective();
}

void AccessTab::askEffective() {
    const auto& [tenant, aggregate] = entity()->entity;
    if (aggregate.type == "user" || aggregate.type == "team")
        m_rights.request({tenant, aggregate, {}, entity()->asOf, systemClock().now()});
    else if (aggregate.type == "resource")
        m_who.request({tenant, {}, aggregate.id, entity()->asOf, systemClock().now()});
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
    tellEffective({});
    askEffective();
}

void AccessTab::updateActions() {
    context().actions.setMet(Needs::Grantee, entity().has_value());
    context().actions.setObjection(ActionId::GrantRole, m_proposal() ? QString() : tr("It is not there any more."));
}

std::pair<QString, QString> AccessTab::emptyWords() const {
    return {tr("Nothing is granted"), tr("No grant names it directly. A role is granted to a user or a team, on one "
                                         "resource or on the whole organization.")};
}

std::optional<AccessWish> AccessTab::accessWish(bool isWhyNot) const {
    const auto* grant = m_model->rowAt(chosenLine());
    if (grant == nullptr)
        return std::nullopt;
    const auto option = [grant](const char* type, const AggregateId& id, const std::string& name) {
        return accessOption({grant->tenant, {type, id}}, grant->region, name);
    };
    const bool isTeam = grant->subject.kind == GrantSubject::Kind::Team;
    AccessWish wish;
    wish.who = option(isTeam ? "team" : "user", grant->subject.id, grant->subjectName);
    if (!isWhyNot) {
        wish.kind = AccessWish::Kind::What;
        wish.role = option("role", grant->role, grant->roleKey);
        return wish;
    }
    wish.what = grant->resource.isEmpty() ? wholeOrganization(grant->tenant, grant->region, grant->tenantName)
                                          : option("resource", grant->resource, grant->resourceName);
    return wish;
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
