#include "models/items/team_list_model.h"

#include "models/items/access_words.h"

namespace muniment {

namespace {

using Row = TeamRow;

std::string nameOf(const Row& row) {
    return row.tenant.text() + "/" + row.id.text();
}

std::vector<ListColumn<Row>> columns() {
    return {
        textColumn<Row>([] { return TeamListModel::tr("Name"); }, [](const Row& row) { return plainText(row.name); }),
        countColumn<Row>([] { return TeamListModel::tr("Users"); }, &Row::users),
        countColumn<Row>([] { return TeamListModel::tr("Teams"); }, &Row::teams),
        textColumn<Row>([] { return TeamListModel::tr("State"); },
                        [](const Row& row) { return presenceText(row.lifecycle == TeamLifecycle::Removed); }),
        tenantColumn<Row>([] { return TeamListModel::tr("Organization"); }),
        timeColumn<Row>([] { return TeamListModel::tr("Changed (%1)"); }, &Row::changedAt),
        idColumn<Row>([] { return TeamListModel::tr("Id"); }, [](const Row& row) { return row.id.text(); })};
}

} // namespace

TeamListModel::TeamListModel(AskTeams ask, QObject* parent)
    : ColumnedListModel(columns(), &nameOf, std::move(ask), parent) {}

} // namespace muniment
