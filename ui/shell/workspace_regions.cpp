// How the regions stand, told to whatever shows it: chips, pages, what is stale, and what waits for them.
#include "models/items/region_list_model.h"
#include "models/items/time_machine.h"
#include "models/workspace/policy_run.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/regions_page.h"
#include "ui/shell/queue_watch.h"
#include "ui/shell/status_line.h"
#include "ui/shell/workspace_strip.h"
#include "ui/shell/workspace_view.h"
#include "ui/time/time_band.h"
#include "ui/widgets/stale_line.h"

#include <algorithm>

namespace muniment {

void WorkspaceView::updateRegions() {
    const auto regions = m_workspace.regions();
    m_strip->setRegions(regions, m_zone);
    m_overview->setRegions(regions);
    m_regions->setRegions(regions);
    m_band->refresh();
    m_status->setFreshness(regions, m_isPaused);
    if (!duePurges(regions).empty())
        emit purgeDue();
    const auto away = std::ranges::count_if(regions, [](const RegionStatus& region) {
        const auto health = healthOf(region);
        return health == RegionHealth::Down || health == RegionHealth::Stopped;
    });
    m_navigation->setCount(Page::Regions, away == 0 ? -1 : away, away > 0);
    m_queue->look(regions);
    updateStale();
}

void WorkspaceView::updateStale() {
    auto outages = outagesOf(m_workspace.regions(), m_time->asOf());
    for (auto* page : m_pages)
        page->setOutages(outages);
    const auto only = current().onlyRegion();
    if (!current().showsRegions())
        outages.clear();
    else if (only)
        std::erase_if(outages, [&only](const RegionOutage& outage) { return outage.region != *only; });
    m_stale->show(outages, m_zone.ofMany());
}

} // namespace muniment
