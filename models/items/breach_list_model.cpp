#include "models/items/breach_list_model.h"

#include "models/items/rule_words.h"

namespace muniment {

namespace {

using Row = BreachRow;

std::string nameOf(const Row& row) {
    return row.user.entity.tenant.text() + "/" + row.user.entity.aggregate.id.text();
}

std::vector<ListColumn<Row>> columns() {
    return {
        namedColumn<Row>([] { return BreachListModel::tr("User"); },
                         [](const Row& row) { return std::pair(row.user.name, row.user.entity.aggregate.id.text()); }),
        textColumn<Row>([] { return BreachListModel::tr("May"); },
                        [](const Row& row) { return heldRightText(row.first); }),
        textColumn<Row>([] { return BreachListModel::tr("By the role"); },
                        [](const Row& row) { return heldByText(row.first, row.user); }),
        textColumn<Row>([] { return BreachListModel::tr("And may"); },
                        [](const Row& row) { return heldRightText(row.second); }),
        textColumn<Row>([] { return BreachListModel::tr("And by the role"); },
                        [](const Row& row) { return heldByText(row.second, row.user); }),
        idColumn<Row>([] { return BreachListModel::tr("Id"); },
                      [](const Row& row) { return row.user.entity.aggregate.id.text(); })};
}

} // namespace

BreachListModel::BreachListModel(AskBreaches ask, QObject* parent)
    : ColumnedListModel(columns(), &nameOf, std::move(ask), parent) {}

} // namespace muniment
