#include "models/items/past_breach_list_model.h"

namespace muniment {

namespace {

using Row = PastBreachRow;
using Column = ListColumn<Row>;

std::string nameOf(const Row& row) {
    return row.user.entity.tenant.text() + "/" + pageKeyOf(row).id;
}

TenantId tenantOf(const Row& row) {
    return row.user.entity.tenant;
}

/// The end, or that there is none yet.
Column untilColumn() {
    Column column = timeColumn<Row>([] { return PastBreachListModel::tr("Until (%1)"); },
                                    [](const Row& row) { return row.until; }, &tenantOf);
    for (auto* text : {&column.text, &column.whole, &column.tip})
        *text = [told = *text](const Row& row, const ClockZone& zone) {
            return row.until ? told(row, zone) : PastBreachListModel::tr("still", "a rule is broken");
        };
    return column;
}

std::vector<Column> columns() {
    return {
        namedColumn<Row>([] { return PastBreachListModel::tr("User"); },
                         [](const Row& row) { return std::pair(row.user.name, row.user.entity.aggregate.id.text()); }),
        timeColumn<Row>([] { return PastBreachListModel::tr("From (%1)"); },
                        [](const Row& row) { return std::optional(row.from); }, &tenantOf),
        untilColumn(),
        idColumn<Row>([] { return PastBreachListModel::tr("Id"); },
                      [](const Row& row) { return row.user.entity.aggregate.id.text(); })};
}

} // namespace

PastBreachListModel::PastBreachListModel(AskPastBreaches ask, QObject* parent)
    : ColumnedListModel(columns(), &nameOf, std::move(ask), parent) {}

} // namespace muniment
