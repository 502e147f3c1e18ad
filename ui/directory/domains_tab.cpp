#include "ui/directory/domains_tab.h"

#include "models/items/workspace_queries.h"
#include "ui/forms/org_forms.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/table_columns.h"

#include <QTableView>

namespace muniment {

DomainsTab::DomainsTab(const PageContext& context, ChosenOrg chosen, QWidget* parent)
    : ListTab(context, "domains", Needs::Domain, parent),
      m_chosen(std::move(chosen)),
      m_model(new DomainListModel(askDomains(context.workspace), this)) {
    // Domain, state, since.
    setModel(m_model, "domains/columns", {{160, 1}, {110}, {138}});
    table()->setItemDelegateForColumn(DomainListModel::Since, new FiguresDelegate(table()));
    auto& desk = context.desk;
    addAction(
        ActionId::AddDomain,
        [this, &desk] {
            if (const auto org = m_chosen())
                openAddDomain(desk, *org, window());
        },
        false);
    for (const auto id : {ActionId::VerifyDomain, ActionId::RemoveDomain})
        addAction(
            id,
            [this, &desk, id] {
                const auto org = m_chosen();
                const auto* domain = m_model->rowAt(chosenLine());
                if (org && domain != nullptr)
                    desk.send(id == ActionId::VerifyDomain ? domainVerification(desk.workspace(), *org, *domain)
                                                           : domainRemoval(desk.workspace(), *org, *domain));
            },
            true);
}

QString DomainsTab::title() const {
    return tr("Domains");
}

void DomainsTab::ask(const ShownEntity& entity) {
    DomainQuery query;
    query.asOf = entity.asOf;
    query.tenant = entity.entity.tenant;
    m_model->setQuery(query);
}

void DomainsTab::updateActions() {
    const auto org = m_chosen();
    const auto* domain = m_model->rowAt(chosenLine());
    const bool isGone = org && org->lifecycle == OrgLifecycle::Removed;
    const QString gone = isGone ? tr("The organization was removed.") : QString();
    const bool isVerified = domain != nullptr && domain->isVerified;
    context().actions.setObjection(ActionId::AddDomain, gone);
    context().actions.setObjection(ActionId::RemoveDomain, gone);
    context().actions.setObjection(ActionId::VerifyDomain, isVerified ? tr("It is verified.") : gone);
}

std::pair<QString, QString> DomainsTab::emptyWords() const {
    return {tr("No domains"), tr("A verified domain is one organization's alone.")};
}

} // namespace muniment
