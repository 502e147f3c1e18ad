// Roles, sorted by key.
#pragma once

#include "models/items/list_columns.h"

namespace muniment {

class RoleListModel : public ColumnedListModel<RoleQuery, RoleRow> {
    Q_OBJECT
public:
    enum Column { Key, DisplayName, Group, Permissions, Grants, State, Organization, Changed, Id, ColumnCount };

    explicit RoleListModel(AskRoles ask, QObject* parent = nullptr);
};

} // namespace muniment
