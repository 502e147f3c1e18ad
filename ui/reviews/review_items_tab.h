// The grants of the chosen review, to be decided on with one key each.
#pragma once

#include "models/items/review_item_list_model.h"
#include "ui/directory/list_tab.h"

class QLabel;

namespace muniment {

class ReviewItemsTab : public ListTab {
    Q_OBJECT
public:
    using ChosenReview = std::function<std::optional<ReviewRow>()>;
    ReviewItemsTab(const PageContext& context, ChosenReview chosen, QWidget* parent);

    [[nodiscard]] QString title() const override;
    void retranslate() override;

    [[nodiscard]] ReviewItemListModel* model() const { return m_model; }

    /// What is known of the chosen grant.
    [[nodiscard]] QString contextText() const;

protected:
    void ask(const ShownEntity& entity) override;
    void updateActions() override;
    [[nodiscard]] std::pair<QString, QString> emptyWords() const override;
    [[nodiscard]] std::optional<EntityRef> entityAt(int line) const override;

private:
    void keep();
    void revoke();
    void goToNextUndecided();
    void showContext();
    void takeStaged();
    void askAgain();
    [[nodiscard]] bool isRegionUp(const RegionName& region) const;

    ChosenReview m_chosen;
    ReviewItemListModel* m_model;
    QLabel* m_context;
    bool m_showsAll = false;
};

} // namespace muniment
