#include "models/items/oddity_list_model.h"

#include "models/items/finding_words.h"

namespace muniment {

namespace {

using Row = Oddity;

std::string nameOf(const Row& row) {
    const PageKey key = pageKeyOf(row);
    return row.tenant.text() + "/" + key.name + "/" + key.id;
}

std::vector<ListColumn<Row>> columns() {
    return {textColumn<Row>([] { return OddityListModel::tr("What is odd"); },
                            [](const Row& row) { return oddityText(row); }),
            timeColumn<Row>([] { return OddityListModel::tr("Since (%1)"); }, [](const Row& row) { return row.since; },
                            [](const Row& row) { return row.tenant; }),
            tenantColumn<Row>([] { return OddityListModel::tr("Organization"); }),
            idColumn<Row>([] { return OddityListModel::tr("Id"); },
                          [](const Row& row) { return row.thing.aggregate.id.text(); })};
}

} // namespace

OddityListModel::OddityListModel(AskOddities ask, QObject* parent)
    : ColumnedListModel(columns(), &nameOf, std::move(ask), parent) {}

} // namespace muniment
