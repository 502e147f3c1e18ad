// Rules of separation of duties, sorted by name.
#pragma once

#include "models/items/list_columns.h"
#include "models/items/rule_queries.h"

namespace muniment {

class RuleListModel : public ColumnedListModel<SeparationQuery, ShownRule> {
    Q_OBJECT
public:
    enum Column { Name, First, Second, Breaches, State, Organization, Changed, Id, ColumnCount };

    explicit RuleListModel(AskRules ask, QObject* parent = nullptr);
};

} // namespace muniment
