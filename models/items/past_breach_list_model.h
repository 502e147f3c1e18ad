// Who ever broke one rule of separation of duties, from when until when, by name.
#pragma once

#include "models/items/list_columns.h"
#include "models/items/rule_queries.h"

namespace muniment {

class PastBreachListModel : public ColumnedListModel<BreachQuery, PastBreachRow> {
    Q_OBJECT
public:
    enum Column { User, From, Until, Id, ColumnCount };

    explicit PastBreachListModel(AskPastBreaches ask, QObject* parent = nullptr);
};

} // namespace muniment
