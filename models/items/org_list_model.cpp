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
        return tr("Created (%1)").arg(zoneTitle(zone()));
    case Changed:
        return tr("Changed (%1)").arg(zoneTitle(zone()));
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
        return formatTimeToMinute(row.createdAt, zone().ofListed(row.id));
    case Changed:
        return formatTimeToMinute(row.changedAt, zone().ofListed(row.id));
    case Id:
        return shortId(row.id.text(), 13);
    default:
        return {};
    }
}

QString OrgListModel::wholeText(const OrgRow& row, int column) const {
    if (column == Created)
        return formatTimeToMinuteWithZone(row.createdAt, zone().of(row.id));
    if (column == Changed)
        return formatTimeToMinuteWithZone(row.changedAt, zone().of(row.id));
    return text(row, column);
}

QString OrgListModel::tip(const OrgRow& row, int column) const {
    switch (column) {
    case Id:
        return plainText(row.id.text());
    case Created:
        return formatTimeInZones(row.createdAt, zone().of(row.id));
    case Changed:
        return formatTimeInZones(row.changedAt, zone().of(row.id));
    default:
        return text(row, column);
    }
}

} // namespace muniment
