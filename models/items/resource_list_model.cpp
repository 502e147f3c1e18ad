#include "models/items/resource_list_model.h"

#include "models/items/access_words.h"

namespace muniment {

namespace {

using Row = ResourceRow;

std::string nameOf(const Row& row) {
    return row.tenant.text() + "/" + row.id.text();
}

std::vector<ListColumn<Row>> columns() {
    return {textColumn<Row>([] { return ResourceListModel::tr("Name"); },
                            [](const Row& row) { return plainText(row.name); }),
            textColumn<Row>([] { return ResourceListModel::tr("Type"); },
                            [](const Row& row) { return plainText(row.type); }),
            textColumn<Row>([] { return ResourceListModel::tr("Path"); },
                            [](const Row& row) { return resourcePathText(row); }),
            countColumn<Row>([] { return ResourceListModel::tr("Below it"); }, &Row::children),
            textColumn<Row>([] { return ResourceListModel::tr("State"); },
                            [](const Row& row) { return presenceText(row.lifecycle == ResourceLifecycle::Removed); }),
            tenantColumn<Row>([] { return ResourceListModel::tr("Organization"); }),
            timeColumn<Row>([] { return ResourceListModel::tr("Changed (%1)"); }, &Row::changedAt),
            idColumn<Row>([] { return ResourceListModel::tr("Id"); }, [](const Row& row) { return row.id.text(); })};
}

} // namespace

ResourceListModel::ResourceListModel(AskResources ask, QObject* parent)
    : ColumnedListModel(columns(), &nameOf, std::move(ask), parent) {}

} // namespace muniment
