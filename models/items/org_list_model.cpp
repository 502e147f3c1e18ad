#include "models/items/org_list_model.h"

#include "models/items/event_words.h"

namespace muniment {

static std::string nameOf(const OrgRow& row) {
    return row.id.text();
}

OrgListModel::OrgListModel(AskOrganizations ask, QObject* parent)
    : PagedListModel(ColumnCount, &nameOf, std::move(ask), parent) {}

QString OrgListModel::title(int column) const {
    switch (column) {
    case Name:
        return tr("Name");
    case State:
        return tr("State");
    case Plan:
        return tr("Plan");
    case Region:
        return tr("Region");
    case Created:
        return tr("Created (%1)").arg(shownZone());
    case Changed:
        return tr("Changed (%1)").arg(shownZone());
    case Id:
        return tr("Id");
    default:
        return {};
    }
}

QString OrgListModel::text(const OrgRow& row, int column) const {
    switch (column) {
    case Name:
        return plainText(row.name);
    case State:
        return orgStateText(row.lifecycle);
    case Plan:
        return plainText(row.plan);
    case Region:
        return plainText(row.region.text());
    case Created:
        return formatTimeToMinute(row.createdAt, zone());
    case Changed:
        return formatTimeToMinute(row.changedAt, zone());
    case Id:
        return shortId(row.id.text(), 13);
    default:
        return {};
    }
}

QString OrgListModel::tip(const OrgRow& row, int column) const {
    switch (column) {
    case Id:
        return plainText(row.id.text());
    case Created:
        return formatTimeInBothZones(row.createdAt);
    case Changed:
        return formatTimeInBothZones(row.changedAt);
    default:
        return text(row, column);
    }
}

} // namespace muniment
