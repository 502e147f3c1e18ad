#include "models/items/review_item_list_model.h"

#include "models/items/review_words.h"

namespace muniment {

namespace {

using Row = ReviewItem;

std::string nameOf(const Row& row) {
    return row.grant.tenant.text() + "/" + row.grant.id.text();
}

TenantId tenantOf(const Row& row) {
    return row.grant.tenant;
}

std::pair<std::string, std::string> placeOf(const Row& row) {
    if (row.grant.resource.isEmpty())
        return {ReviewItemListModel::tr("everything").toStdString(), {}};
    return {row.grant.resourceName, row.grant.resource.text()};
}

std::vector<ListColumn<Row>> columns() {
    return {
        namedColumn<Row>([] { return ReviewItemListModel::tr("To"); },
                         [](const Row& row) { return std::pair(row.grant.subjectName, row.grant.subject.id.text()); }),
        namedColumn<Row>([] { return ReviewItemListModel::tr("Role"); },
                         [](const Row& row) { return std::pair(row.grant.roleKey, row.grant.role.text()); }),
        namedColumn<Row>([] { return ReviewItemListModel::tr("On"); }, &placeOf),
        textColumn<Row>(
            [] { return ReviewItemListModel::tr("Decision"); },
            [](const Row& row) { return row.decision ? reviewDecisionText(row.decision->decision) : QString(); }),
        textColumn<Row>([] { return ReviewItemListModel::tr("Why"); },
                        [](const Row& row) { return reviewChangeText(row.change); }),
        textColumn<Row>([] { return ReviewItemListModel::tr("Also have it"); },
                        [](const Row& row) { return reviewPeersText(row.peers); }),
        timeColumn<Row>([] { return ReviewItemListModel::tr("Last use (%1)"); },
                        [](const Row& row) { return row.lastUse; }, &tenantOf),
        {[](const ClockZone&) { return ReviewItemListModel::tr("Since changed to"); }, &reviewNowText},
        namedColumn<Row>([] { return ReviewItemListModel::tr("Granted by"); },
                         [](const Row& row) { return std::pair(row.granterName, row.granterId); }),
        textColumn<Row>([] { return ReviewItemListModel::tr("Reason"); },
                        [](const Row& row) { return plainText(row.grantReason); }),
        timeColumn<Row>([] { return ReviewItemListModel::tr("Granted (%1)"); },
                        [](const Row& row) { return std::optional(row.grantedAt); }, &tenantOf)};
}

} // namespace

ReviewItemListModel::ReviewItemListModel(AskReviewItems ask, QObject* parent)
    : ColumnedListModel(columns(), &nameOf, std::move(ask), parent) {}

void ReviewItemListModel::setStaged(std::map<AggregateId, ReviewDecision> staged) {
    m_staged = std::move(staged);
    if (rowCount() > 0)
        emit dataChanged(index(0, Decision), index(rowCount() - 1, Decision));
}

bool ReviewItemListModel::isDecided(int row) const {
    const auto* item = rowAt(row);
    return item != nullptr && (item->decision || m_staged.contains(item->grant.id));
}

int ReviewItemListModel::undecidedAfter(int row) const {
    const int rows = rowCount();
    for (int step = 1; step <= rows; ++step)
        if (const int next = (std::max(row, -1) + step) % rows; !isDecided(next))
            return next;
    return -1;
}

QString ReviewItemListModel::text(const ReviewItem& item, int column) const {
    if (column == Decision)
        if (const auto staged = m_staged.find(item.grant.id); staged != m_staged.end())
            return tr("%1 (staged)").arg(reviewDecisionText(staged->second));
    return ColumnedListModel::text(item, column);
}

} // namespace muniment
