#include "models/items/review_list_model.h"

#include "models/items/review_words.h"

namespace muniment {

namespace {

using Row = ShownReview;

std::string nameOf(const Row& row) {
    return row.tenant.text() + "/" + row.id.text();
}

TenantId tenantOf(const Row& row) {
    return row.tenant;
}

std::vector<ListColumn<Row>> columns() {
    return {
        textColumn<Row>([] { return ReviewListModel::tr("Name"); }, [](const Row& row) { return plainText(row.name); }),
        textColumn<Row>([] { return ReviewListModel::tr("State"); },
                        [](const Row& row) { return reviewStateText(row.lifecycle); }),
        textColumn<Row>([] { return ReviewListModel::tr("Decided"); },
                        [](const Row& row) { return reviewProgressText(row); }),
        textColumn<Row>([] { return ReviewListModel::tr("Changed since"); },
                        [](const Row& row) { return reviewDriftText(row.drift); }),
        timeColumn<Row>([] { return ReviewListModel::tr("Due (%1)"); }, [](const Row& row) { return row.dueAt; },
                        &tenantOf),
        textColumn<Row>([] { return ReviewListModel::tr("Of"); }, [](const Row& row) { return reviewScopeText(row); }),
        textColumn<Row>([] { return ReviewListModel::tr("Reviewer"); },
                        [](const Row& row) { return plainText(row.reviewer); }),
        tenantColumn<Row>([] { return ReviewListModel::tr("Organization"); }),
        timeColumn<Row>([] { return ReviewListModel::tr("Began or signed off (%1)"); },
                        [](const Row& row) { return std::optional(row.changedAt); }, &tenantOf),
        idColumn<Row>([] { return ReviewListModel::tr("Id"); }, [](const Row& row) { return row.id.text(); })};
}

} // namespace

ReviewListModel::ReviewListModel(AskReviews ask, QObject* parent)
    : ColumnedListModel(columns(), &nameOf, std::move(ask), parent) {}

} // namespace muniment
