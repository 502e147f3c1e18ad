#include "models/items/unused_grant_list_model.h"

#include "models/items/finding_words.h"

namespace muniment {

namespace {

using Row = UnusedGrant;
using Column = ListColumn<Row>;

std::string nameOf(const Row& row) {
    return row.grant.tenant.text() + "/" + row.grant.id.text();
}

TenantId tenantOf(const Row& row) {
    return row.grant.tenant;
}

/// Whoever is granted a role on no resource has it on all.
std::pair<std::string, std::string> placeOf(const Row& row) {
    if (row.grant.resource.isEmpty())
        return {UnusedGrantListModel::tr("everything").toStdString(), {}};
    return {row.grant.resourceName, row.grant.resource.text()};
}

/// The time, or why there is none.
Column lastUseColumn() {
    Column column = timeColumn<Row>([] { return UnusedGrantListModel::tr("Last use (%1)"); },
                                    [](const Row& row) { return row.lastUse; }, &tenantOf);
    for (auto* text : {&column.text, &column.whole, &column.tip})
        *text = [told = *text](const Row& row, const ClockZone& zone) {
            return row.lastUse ? told(row, zone) : noUseText(row);
        };
    return column;
}

std::vector<Column> columns() {
    return {
        namedColumn<Row>([] { return UnusedGrantListModel::tr("To"); },
                         [](const Row& row) { return std::pair(row.grant.subjectName, row.grant.subject.id.text()); }),
        namedColumn<Row>([] { return UnusedGrantListModel::tr("Role"); },
                         [](const Row& row) { return std::pair(row.grant.roleKey, row.grant.role.text()); }),
        namedColumn<Row>([] { return UnusedGrantListModel::tr("On"); }, &placeOf),
        lastUseColumn(),
        timeColumn<Row>([] { return UnusedGrantListModel::tr("Since (%1)"); },
                        [](const Row& row) { return std::optional(row.grant.createdAt); }, &tenantOf),
        timeColumn<Row>([] { return UnusedGrantListModel::tr("Until (%1)"); },
                        [](const Row& row) { return row.grant.until; }, &tenantOf),
        namedColumn<Row>([] { return UnusedGrantListModel::tr("Organization"); },
                         [](const Row& row) { return std::pair(row.grant.tenantName, row.grant.tenant.text()); }),
        idColumn<Row>([] { return UnusedGrantListModel::tr("Id"); },
                      [](const Row& row) { return row.grant.id.text(); })};
}

} // namespace

UnusedGrantListModel::UnusedGrantListModel(AskUnusedGrants ask, QObject* parent)
    : ColumnedListModel(columns(), &nameOf, std::move(ask), parent) {}

} // namespace muniment
