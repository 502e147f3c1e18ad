#include "models/items/grant_list_model.h"

#include "models/items/access_words.h"

namespace muniment {

namespace {

using Row = GrantRow;

std::string nameOf(const Row& row) {
    return row.tenant.text() + "/" + row.id.text();
}

/// Whoever is granted a role on no resource has it on all.
std::pair<std::string, std::string> placeOf(const Row& row) {
    if (row.resource.text().empty())
        return {GrantListModel::tr("everything").toStdString(), {}};
    return {row.resourceName, row.resource.text()};
}

std::vector<ListColumn<Row>> columns() {
    return {namedColumn<Row>([] { return GrantListModel::tr("To"); },
                             [](const Row& row) { return std::pair(row.subjectName, row.subject.id.text()); }),
            namedColumn<Row>([] { return GrantListModel::tr("Role"); },
                             [](const Row& row) { return std::pair(row.roleKey, row.role.text()); }),
            namedColumn<Row>([] { return GrantListModel::tr("On"); }, &placeOf),
            textColumn<Row>([] { return GrantListModel::tr("State"); },
                            [](const Row& row) { return grantStandingText(row.standing); }),
            timeColumn<Row>([] { return GrantListModel::tr("From (%1)"); }, [](const Row& row) { return row.from; },
                            [](const Row& row) { return row.tenant; }),
            timeColumn<Row>([] { return GrantListModel::tr("Until (%1)"); }, [](const Row& row) { return row.until; },
                            [](const Row& row) { return row.tenant; }),
            tenantColumn<Row>([] { return GrantListModel::tr("Organization"); }),
            timeColumn<Row>([] { return GrantListModel::tr("Granted (%1)"); }, &Row::createdAt),
            idColumn<Row>([] { return GrantListModel::tr("Id"); }, [](const Row& row) { return row.id.text(); })};
}

} // namespace

GrantListModel::GrantListModel(AskGrants ask, QObject* parent)
    : ColumnedListModel(columns(), &nameOf, std::move(ask), parent) {}

} // namespace muniment
