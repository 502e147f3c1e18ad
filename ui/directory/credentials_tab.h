// What a user proves themselves with: tokens, keys and factors, by their fingerprints.
#pragma once

#include "models/items/credential_list_model.h"
#include "ui/directory/list_tab.h"

namespace muniment {

class CredentialsTab : public ListTab {
    Q_OBJECT
public:
    using ChosenUser = std::function<std::optional<UserRow>()>;
    CredentialsTab(const PageContext& context, ChosenUser chosen, QWidget* parent);

    [[nodiscard]] QString title() const override;

    [[nodiscard]] CredentialListModel* model() const { return m_model; }

protected:
    void ask(const ShownEntity& entity) override;
    void updateActions() override;
    [[nodiscard]] std::pair<QString, QString> emptyWords() const override;

private:
    ChosenUser m_chosen;
    CredentialListModel* m_model;
};

} // namespace muniment
