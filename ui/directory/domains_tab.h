// The domain names an organization claims.
#pragma once

#include "models/items/domain_list_model.h"
#include "ui/directory/list_tab.h"

namespace muniment {

class DomainsTab : public ListTab {
    Q_OBJECT
public:
    using ChosenOrg = std::function<std::optional<OrgRow>()>;
    DomainsTab(const PageContext& context, ChosenOrg chosen, QWidget* parent);

    [[nodiscard]] QString title() const override;

    [[nodiscard]] DomainListModel* model() const { return m_model; }

protected:
    void ask(const ShownEntity& entity) override;
    void updateActions() override;
    [[nodiscard]] std::pair<QString, QString> emptyWords() const override;

private:
    ChosenOrg m_chosen;
    DomainListModel* m_model;
};

} // namespace muniment
