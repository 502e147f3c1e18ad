// Grants in force that nobody uses, newest first.
#pragma once

#include "models/items/finding_queries.h"
#include "models/items/list_columns.h"

namespace muniment {

class UnusedGrantListModel : public ColumnedListModel<UnusedGrantQuery, UnusedGrant> {
    Q_OBJECT
public:
    enum Column { Holder, Role, On, LastUse, Since, Until, Organization, Id, ColumnCount };

    explicit UnusedGrantListModel(AskUnusedGrants ask, QObject* parent = nullptr);
};

} // namespace muniment
