// Access reviews, sorted by name.
#pragma once

#include "models/items/list_columns.h"
#include "models/items/review_queries.h"

namespace muniment {

class ReviewListModel : public ColumnedListModel<ReviewQuery, ShownReview> {
    Q_OBJECT
public:
    enum Column { Name, State, Progress, Drift, Due, Scope, Reviewer, Organization, Changed, Id, ColumnCount };

    explicit ReviewListModel(AskReviews ask, QObject* parent = nullptr);
};

} // namespace muniment
