// The domains of an organization, sorted by name.
#pragma once

#include "models/items/list_columns.h"

namespace muniment {

class DomainListModel : public ColumnedListModel<DomainQuery, DomainRow> {
    Q_OBJECT
public:
    enum Column { Domain, State, Since, ColumnCount };

    explicit DomainListModel(AskDomains ask, QObject* parent = nullptr);
};

} // namespace muniment
