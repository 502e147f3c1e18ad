#include "ui/map/place_desk.h"

#include "models/regions/residency_settings.h"
#include "models/replica/kept_texts.h"
#include "models/workspace/workspace.h"
#include "ui/map/place_dialog.h"

namespace muniment {

PlaceDesk::PlaceDesk(Workspace& workspace, QWidget* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_window(parent) {
    connect(&m_workspace, &Workspace::settingsChanged, this, &PlaceDesk::ask);
    ask();
}

void PlaceDesk::ask() {
    m_workspace.query<RegionPlaces>(
        this, [](Snapshot& snapshot, std::stop_token) { return keptPlaces(snapshot); },
        [this](Result<RegionPlaces> places) {
            if (!places || *places == m_places)
                return;
            m_places = std::move(*places);
            emit changed();
        });
}

void PlaceDesk::open(const RegionName& region) {
    const auto said = m_places.find(region);
    auto* dialog =
        new PlaceDialog(region, said == m_places.end() ? std::nullopt : std::optional(said->second), m_window);
    connect(dialog, &PlaceDialog::chosen, this,
            [this, region](const std::optional<RegionPlace>& place) { set(region, place); });
    dialog->open();
}

void PlaceDesk::set(const RegionName& region, const std::optional<RegionPlace>& place) {
    RegionPlaces places = m_places;
    if (place)
        places[region] = *place;
    else
        places.erase(region);
    WorkspaceChange change;
    change.keptTexts[KeptText::Places] = printPlaces(places);
    m_workspace.change(std::move(change), this, [this](const Result<void>& kept) {
        if (!kept)
            emit failed(kept.error());
    });
}

} // namespace muniment
