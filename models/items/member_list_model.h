// The direct members of a team: users first, then teams.
#pragma once

#include "models/items/list_columns.h"

namespace muniment {

class MemberListModel : public ColumnedListModel<MemberQuery, MemberRow> {
    Q_OBJECT
public:
    enum Column { Name, Kind, Detail, Since, ColumnCount };

    explicit MemberListModel(AskMembers ask, QObject* parent = nullptr);
};

} // namespace muniment
