// Rules of separation of duties: who breaks each, at the moment that is shown.
#pragma once

#include "models/items/rule_list_model.h"
#include "ui/pages/directory_page.h"

namespace muniment {

class BreachTab;

class RulesPage : public DirectoryPage {
    Q_OBJECT
public:
    RulesPage(const PageContext& context, QWidget* parent);

    /// Only the rules of this organization; absent: of all. It is offered to a new rule.
    void setOrganization(const std::optional<EntityOption>& org);

    [[nodiscard]] TextTable chosenRow() const override;
    [[nodiscard]] QString chosenCell() const override;
    [[nodiscard]] QString chosenJson() const override;
    [[nodiscard]] std::optional<ExportOffer> exportOffer() const override;
    [[nodiscard]] std::optional<ShownRule> chosenRule() const;

    [[nodiscard]] RuleListModel* model() const { return m_model; }

    [[nodiscard]] BreachTab* breaches() const { return m_breaches; }

protected:
    void applyFilters() override;
    [[nodiscard]] std::optional<ShownEntity> chosenEntity() const override;
    void updateActions() override;
    void retranslatePage() override;

    [[nodiscard]] Needs need() const override { return Needs::Rule; }

    [[nodiscard]] bool isTouchedBy(const AppliedBatch& batch) const override;

private:
    RuleListModel* m_model;
    QComboBox* m_state;
    BreachTab* m_breaches;
    std::optional<EntityOption> m_org;
};

} // namespace muniment
