// Rules of separation of duties: who breaks each, at the moment that is shown.
#pragma once

#include "models/items/rule_list_model.h"
#include "ui/pages/computed_list_page.h"

namespace muniment {

class BreachTab;
class PastBreachTab;

class RulesPage : public ComputedListPage {
    Q_OBJECT
public:
    RulesPage(const PageContext& context, QWidget* parent);

    [[nodiscard]] TextTable chosenRow() const override;
    [[nodiscard]] QString chosenCell() const override;
    [[nodiscard]] QString chosenJson() const override;
    [[nodiscard]] std::optional<ExportOffer> exportOffer() const override;
    [[nodiscard]] std::optional<ShownRule> chosenRule() const;

    [[nodiscard]] RuleListModel* model() const { return m_model; }

    [[nodiscard]] BreachTab* breaches() const { return m_breaches; }

    [[nodiscard]] PastBreachTab* pastBreaches() const { return m_past; }

protected:
    void ask() override;
    [[nodiscard]] std::optional<ShownEntity> chosenEntity() const override;
    void updateActions() override;
    void retranslatePage() override;

    [[nodiscard]] Needs need() const override { return Needs::Rule; }

    [[nodiscard]] bool isTouchedBy(const AppliedBatch& batch) const override;

private:
    /// Of the side that has the keyboard; nullptr: the page's own.
    [[nodiscard]] const QTableView* focusedSide() const;

    RuleListModel* m_model;
    QComboBox* m_state;
    BreachTab* m_breaches;
    PastBreachTab* m_past;
};

} // namespace muniment
