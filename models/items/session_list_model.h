// Sessions, newest first.
#pragma once

#include "models/items/list_columns.h"

namespace muniment {

class SessionListModel : public ColumnedListModel<SessionQuery, SessionRow> {
    Q_OBJECT
public:
    enum Column { User, State, From, Begun, LastSeen, Ended, Organization, Id, ColumnCount };

    explicit SessionListModel(AskSessions ask, QObject* parent = nullptr);
};

} // namespace muniment
