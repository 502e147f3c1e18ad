// Who breaks one rule of separation of duties, by name.
#pragma once

#include "models/items/list_columns.h"
#include "models/items/rule_queries.h"

namespace muniment {

class BreachListModel : public ColumnedListModel<BreachQuery, BreachRow> {
    Q_OBJECT
public:
    enum Column { User, First, FirstRole, Second, SecondRole, Id, ColumnCount };

    explicit BreachListModel(AskBreaches ask, QObject* parent = nullptr);
};

} // namespace muniment
