// Teams, sorted by name.
#pragma once

#include "models/items/list_columns.h"

namespace muniment {

class TeamListModel : public ColumnedListModel<TeamQuery, TeamRow> {
    Q_OBJECT
public:
    enum Column { Name, Users, Teams, State, Organization, Changed, Id, ColumnCount };

    explicit TeamListModel(AskTeams ask, QObject* parent = nullptr);
};

} // namespace muniment
