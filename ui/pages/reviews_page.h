// Access reviews: campaigns with their progress and what changed since, and the grants of the chosen one.
#pragma once

#include "models/items/review_list_model.h"
#include "ui/pages/directory_page.h"

namespace muniment {

class ReviewItemsTab;

class ReviewsPage : public DirectoryPage {
    Q_OBJECT
public:
    /// `chosenOrg` offers an organization for a new review.
    ReviewsPage(const PageContext& context, std::function<std::optional<OrgRow>()> chosenOrg, QWidget* parent);
    [[nodiscard]] QString chosenJson() const override;
    [[nodiscard]] std::optional<ExportOffer> exportOffer() const override;
    [[nodiscard]] std::optional<ShownReview> chosenReview() const;

    [[nodiscard]] ReviewListModel* model() const { return m_model; }

    [[nodiscard]] ReviewItemsTab* items() const { return m_items; }

protected:
    [[nodiscard]] ExportOffer evidenceOffer(const ShownReview& review) const;
    void applyFilters() override;
    [[nodiscard]] std::optional<ShownEntity> chosenEntity() const override;
    void updateActions() override;
    void retranslatePage() override;

    [[nodiscard]] Needs need() const override { return Needs::Review; }

    [[nodiscard]] bool isTouchedBy(const AppliedBatch& batch) const override;

private:
    ReviewListModel* m_model;
    QComboBox* m_state;
    ReviewItemsTab* m_items;
};

} // namespace muniment
