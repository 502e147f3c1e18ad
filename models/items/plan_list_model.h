// Plans, sorted by name.
#pragma once

#include "models/items/list_columns.h"

namespace muniment {

class PlanListModel : public ColumnedListModel<PlanQuery, PlanRow> {
    Q_OBJECT
public:
    enum Column { Name, Organizations, State, Changed, Key, ColumnCount };

    explicit PlanListModel(AskPlans ask, QObject* parent = nullptr);
};

} // namespace muniment
