// Grants, newest first: who has which role on what, from when until when.
#pragma once

#include "models/items/list_columns.h"

namespace muniment {

class GrantListModel : public ColumnedListModel<GrantQuery, GrantRow> {
    Q_OBJECT
public:
    enum Column { Subject, Role, On, Standing, From, Until, Organization, Created, Id, ColumnCount };

    explicit GrantListModel(AskGrants ask, QObject* parent = nullptr);
};

} // namespace muniment
