// Plans: what an organization can be sold, and how many have each; add, rename, remove.
#pragma once

#include "models/items/plan_list_model.h"
#include "ui/pages/directory_page.h"

namespace muniment {

class PlansPage : public DirectoryPage {
    Q_OBJECT
public:
    PlansPage(const PageContext& context, QWidget* parent);
    [[nodiscard]] QString chosenJson() const override;
    [[nodiscard]] std::optional<ExportOffer> exportOffer() const override;
    [[nodiscard]] std::optional<PlanRow> chosenPlan() const;

    [[nodiscard]] PlanListModel* model() const { return m_model; }

protected:
    void applyFilters() override;
    [[nodiscard]] std::optional<ShownEntity> chosenEntity() const override;
    void updateActions() override;
    void retranslatePage() override;

    [[nodiscard]] Needs need() const override { return Needs::Plan; }

    [[nodiscard]] bool isTouchedBy(const AppliedBatch& batch) const override;

private:
    PlanListModel* m_model;
    QComboBox* m_state;
};

} // namespace muniment
