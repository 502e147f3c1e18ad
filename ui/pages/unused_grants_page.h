// Grants in force that nobody has used, ever or for some time, in one organization.
#pragma once

#include "models/items/unused_grant_list_model.h"
#include "ui/pages/computed_list_page.h"

namespace muniment {

class UnusedGrantsPage : public ComputedListPage {
    Q_OBJECT
public:
    UnusedGrantsPage(const PageContext& context, QWidget* parent);

    [[nodiscard]] QString chosenJson() const override;
    [[nodiscard]] std::optional<ExportOffer> exportOffer() const override;

    [[nodiscard]] UnusedGrantListModel* model() const { return m_model; }

    [[nodiscard]] QComboBox* period() const { return m_period; }

protected:
    void ask() override;
    [[nodiscard]] std::optional<ShownEntity> chosenEntity() const override;
    void updateActions() override;
    void retranslatePage() override;

    [[nodiscard]] bool isEmptyOfMoment() const override { return false; }

    [[nodiscard]] Needs need() const override { return Needs::Grant; }

    [[nodiscard]] bool isTouchedBy(const AppliedBatch& batch) const override;

private:
    [[nodiscard]] UnusedGrantQuery query() const;
    [[nodiscard]] std::optional<GrantRow> chosenGrant() const;
    [[nodiscard]] QString periodText(int days) const;
    void revoke();
    void showHolder(const QModelIndex& index);

    UnusedGrantListModel* m_model;
    QComboBox* m_period;
};

} // namespace muniment
