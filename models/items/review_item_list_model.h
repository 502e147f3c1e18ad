// The grants of one access review, newest first.
#pragma once

#include "models/items/list_columns.h"
#include "models/items/review_queries.h"

#include <map>

namespace muniment {

class ReviewItemListModel : public ColumnedListModel<ReviewItemQuery, ReviewItem> {
    Q_OBJECT
public:
    enum Column { To, Role, On, Decision, Why, Peers, LastUse, Now, GrantedBy, Reason, Granted, ColumnCount };

    explicit ReviewItemListModel(AskReviewItems ask, QObject* parent = nullptr);

    /// Decisions that wait among the staged changes, by grant.
    void setStaged(std::map<AggregateId, ReviewDecision> staged);

    [[nodiscard]] bool isDecided(int row) const;
    /// The first row after `row` that nobody has decided on, from the beginning again; −1 when there is none.
    [[nodiscard]] int undecidedAfter(int row) const;

protected:
    [[nodiscard]] QString text(const ReviewItem& item, int column) const override;

private:
    std::map<AggregateId, ReviewDecision> m_staged;
};

} // namespace muniment
