// The permissions of a role, sorted by action.
#pragma once

#include "models/items/list_columns.h"

namespace muniment {

class PermissionListModel : public ColumnedListModel<PermissionQuery, PermissionRow> {
    Q_OBJECT
public:
    enum Column { Action, On, Since, ColumnCount };

    explicit PermissionListModel(AskPermissions ask, QObject* parent = nullptr);
};

} // namespace muniment
