#include "ui/directory/credentials_tab.h"

#include "models/items/workspace_queries.h"
#include "ui/forms/credential_forms.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/table_columns.h"

#include <QTableView>

namespace muniment {

CredentialsTab::CredentialsTab(const PageContext& context, ChosenUser chosen, QWidget* parent)
    : ListTab(context, "credentials", Needs::Credential, parent),
      m_chosen(std::move(chosen)),
      m_model(new CredentialListModel(askCredentials(context.workspace), this)) {
    // Kind, name, fingerprint, until, scopes, since.
    setModel(m_model, "credentials/columns", {{104}, {96, 1, true, 64}, {120}, {138}, {96, 0, false}, {138, 0, false}});
    for (const int column : {CredentialListModel::Fingerprint, CredentialListModel::Until, CredentialListModel::Since})
        table()->setItemDelegateForColumn(column, new FiguresDelegate(table()));
    auto& desk = context.desk;
    const auto open = [this, &desk](auto openForm) {
        return [this, &desk, openForm] {
            if (const auto user = m_chosen())
                openForm(desk, *user, window());
        };
    };
    addAction(ActionId::AddToken, open(&openAddToken), false);
    addAction(ActionId::AddKey, open(&openAddKey), false);
    addAction(
        ActionId::RemoveCredential,
        [this, &desk] {
            const auto user = m_chosen();
            if (const auto* credential = m_model->rowAt(chosenLine()); user && credential != nullptr)
                desk.send(credentialRemoval(desk.workspace(), *user, *credential));
        },
        true);
}

QString CredentialsTab::title() const {
    return tr("Credentials");
}

void CredentialsTab::ask(const ShownEntity& entity) {
    CredentialQuery query;
    query.asOf = entity.asOf;
    query.tenant = entity.entity.tenant;
    query.user = entity.entity.aggregate.id;
    m_model->setQuery(query);
}

void CredentialsTab::updateActions() {
    const auto user = m_chosen();
    const bool isGone = user && user->lifecycle == UserLifecycle::Removed;
    const bool isHuman = user && user->kind == UserKind::Human;
    const QString gone = isGone ? tr("The user was removed.") : QString();
    context().actions.setObjection(ActionId::AddToken, gone);
    context().actions.setObjection(ActionId::AddKey, isHuman ? tr("Keys are for machines.") : gone);
}

std::pair<QString, QString> CredentialsTab::emptyWords() const {
    return {tr("No tokens, keys or factors"),
            tr("Access tokens and keys are made here and shown once; one-time passwords and passkeys are set up where "
               "the user signs in.")};
}

} // namespace muniment
