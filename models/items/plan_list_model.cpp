#include "models/items/plan_list_model.h"

#include "models/items/access_words.h"

namespace muniment {

namespace {

using Row = PlanRow;

std::string nameOf(const Row& row) {
    return row.tenant.text() + "/" + row.key;
}

std::vector<ListColumn<Row>> columns() {
    return {
        textColumn<Row>([] { return PlanListModel::tr("Name"); }, [](const Row& row) { return plainText(row.name); }),
        countColumn<Row>([] { return PlanListModel::tr("Organizations"); }, &Row::organizations),
        textColumn<Row>([] { return PlanListModel::tr("State"); },
                        [](const Row& row) { return presenceText(row.lifecycle == PlanState::Lifecycle::Removed); }),
        timeColumn<Row>([] { return PlanListModel::tr("Changed (%1)"); }, &Row::changedAt),
        textColumn<Row>([] { return PlanListModel::tr("Key"); }, [](const Row& row) { return plainText(row.key); })};
}

} // namespace

PlanListModel::PlanListModel(AskPlans ask, QObject* parent)
    : ColumnedListModel(columns(), &nameOf, std::move(ask), parent) {}

} // namespace muniment
