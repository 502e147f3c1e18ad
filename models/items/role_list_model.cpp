#include "models/items/role_list_model.h"

#include "models/items/access_words.h"

namespace muniment {

namespace {

using Row = RoleRow;

std::string nameOf(const Row& row) {
    return row.tenant.text() + "/" + row.id.text();
}

std::vector<ListColumn<Row>> columns() {
    return {
        textColumn<Row>([] { return RoleListModel::tr("Key"); }, [](const Row& row) { return plainText(row.key); }),
        textColumn<Row>([] { return RoleListModel::tr("Display name"); },
                        [](const Row& row) { return plainText(row.displayName); }),
        textColumn<Row>([] { return RoleListModel::tr("Group"); }, [](const Row& row) { return plainText(row.group); }),
        countColumn<Row>([] { return RoleListModel::tr("Permissions"); }, &Row::permissions),
        countColumn<Row>([] { return RoleListModel::tr("Grants"); }, &Row::grants),
        textColumn<Row>([] { return RoleListModel::tr("State"); },
                        [](const Row& row) { return presenceText(row.lifecycle == RoleLifecycle::Removed); }),
        tenantColumn<Row>([] { return RoleListModel::tr("Organization"); }),
        timeColumn<Row>([] { return RoleListModel::tr("Changed (%1)"); }, &Row::changedAt),
        idColumn<Row>([] { return RoleListModel::tr("Id"); }, [](const Row& row) { return row.id.text(); })};
}

} // namespace

RoleListModel::RoleListModel(AskRoles ask, QObject* parent)
    : ColumnedListModel(columns(), &nameOf, std::move(ask), parent) {}

} // namespace muniment
