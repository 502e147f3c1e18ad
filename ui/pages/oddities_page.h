// What is odd about who may do what in one organization, and in the log behind it.
#pragma once

#include "models/items/oddity_list_model.h"
#include "ui/pages/computed_list_page.h"

namespace muniment {

class OdditiesPage : public ComputedListPage {
    Q_OBJECT
public:
    OdditiesPage(const PageContext& context, QWidget* parent);

    [[nodiscard]] QString chosenJson() const override;
    [[nodiscard]] std::optional<ExportOffer> exportOffer() const override;

    [[nodiscard]] OddityListModel* model() const { return m_model; }

protected:
    void ask() override;
    [[nodiscard]] std::optional<ShownEntity> chosenEntity() const override;

    void updateActions() override {}

    void retranslatePage() override;

    [[nodiscard]] bool isEmptyOfMoment() const override { return false; }

    [[nodiscard]] Needs need() const override { return Needs::Row; }

    [[nodiscard]] bool isTouchedBy(const AppliedBatch& batch) const override;

private:
    void openRow(const QModelIndex& index);

    OddityListModel* m_model;
};

} // namespace muniment
