// Resources, sorted by name, each with what it lies in.
#pragma once

#include "models/items/list_columns.h"

namespace muniment {

class ResourceListModel : public ColumnedListModel<ResourceQuery, ResourceRow> {
    Q_OBJECT
public:
    enum Column { Name, Type, Path, Children, State, Organization, Changed, Id, ColumnCount };

    explicit ResourceListModel(AskResources ask, QObject* parent = nullptr);
};

} // namespace muniment
