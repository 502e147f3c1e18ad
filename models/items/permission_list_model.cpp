#include "models/items/permission_list_model.h"

#include "models/items/access_words.h"

namespace muniment {

namespace {

using Row = PermissionRow;

std::string nameOf(const Row& row) {
    return row.permission.action + "/" + row.permission.resourceType + "/" + row.permission.resource.text();
}

std::vector<ListColumn<Row>> columns() {
    return {textColumn<Row>([] { return PermissionListModel::tr("Action"); },
                            [](const Row& row) { return plainText(row.permission.action); }),
            textColumn<Row>([] { return PermissionListModel::tr("On"); },
                            [](const Row& row) { return permissionPlaceText(row.permission, row.resourceName); }),
            timeColumn<Row>([] { return PermissionListModel::tr("Since (%1)"); },
                            [](const Row& row) { return std::optional(row.since); },
                            [](const Row&) { return TenantId(); })};
}

} // namespace

PermissionListModel::PermissionListModel(AskPermissions ask, QObject* parent)
    : ColumnedListModel(columns(), &nameOf, std::move(ask), parent) {}

} // namespace muniment
