// Organizations, sorted by name.
#pragma once

#include "models/items/paged_list_model.h"

namespace muniment {

class OrgListModel : public PagedListModel<OrgQuery, OrgRow> {
    Q_OBJECT
public:
    enum Column { Name, State, Plan, Region, Created, Changed, Id, ColumnCount };

    explicit OrgListModel(AskOrganizations ask, QObject* parent = nullptr);

protected:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(const OrgRow& row, int column) const override;
    [[nodiscard]] QString wholeText(const OrgRow& row, int column) const override;
    [[nodiscard]] QString tip(const OrgRow& row, int column) const override;
};

} // namespace muniment
