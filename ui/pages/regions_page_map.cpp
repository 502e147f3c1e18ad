// The map of the Regions page: what each region's marker says, and which have no place.
#include "models/items/plain_text.h"
#include "ui/charts/chart_card.h"
#include "ui/map/place_desk.h"
#include "ui/map/region_map.h"
#include "ui/pages/regions_page.h"

#include <QLabel>

namespace muniment {

MapRegion RegionsPage::mapRegion(int row) const {
    const RegionStatus& status = m_model->regions()[static_cast<std::size_t>(row)];
    MapRegion region;
    region.name = plainText(status.region.text());
    region.state = m_model->stateText(row);
    region.health = m_model->shownHealth(row);
    region.brief =
        region.health == RegionHealth::Up ? m_model->index(row, RegionListModel::Lag).data().toString() : region.state;
    region.place = placeOfRegion(status.region, m_places->places());
    if (const auto numbers = m_model->numbersOf(row))
        region.numbers = tr("organizations: %1, users: %2, events: %3")
                             .arg(formatCount(numbers->tenants), formatCount(numbers->users),
                                  m_model->index(row, RegionListModel::Events).data().toString());
    return region;
}

void RegionsPage::showMap() {
    std::vector<MapRegion> regions;
    QStringList placeless;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        regions.push_back(mapRegion(row));
        if (!regions.back().place)
            placeless << isolated(regions.back().name);
    }
    const bool isNowhere = !regions.empty() && std::ssize(placeless) == std::ssize(regions);
    m_map->setRegions(std::move(regions));
    m_map->setChosen(chosenIndex());
    m_placeless->setText(
        tr("No place is known of %1: the name says nothing of it.").arg(placeless.join(QStringLiteral(", "))));
    m_placeless->setVisible(!placeless.isEmpty() && !isNowhere);
    m_mapCard->setEmpty(isNowhere, tr("No place is known of these regions. One whose name says where it is, such as "
                                      "frankfurt or eu-central-1, stands on a map here."));
    m_mapCard->refresh();
}

} // namespace muniment
