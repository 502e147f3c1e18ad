// What is odd about who may do what in one organization, by kind.
#pragma once

#include "models/items/finding_queries.h"
#include "models/items/list_columns.h"

namespace muniment {

class OddityListModel : public ColumnedListModel<OddityQuery, Oddity> {
    Q_OBJECT
public:
    enum Column { What, Since, Organization, Id, ColumnCount };

    explicit OddityListModel(AskOddities ask, QObject* parent = nullptr);
};

} // namespace muniment
