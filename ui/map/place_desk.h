// What people have said about where regions lie: asked of the file, changed by a dialog, kept with the workspace.
#pragma once

#include "models/base/result.h"
#include "models/regions/region_places.h"

#include <QObject>

class QWidget;

namespace muniment {

class Workspace;

/// Knows nothing until `changed` was told for the first time.
class PlaceDesk : public QObject {
    Q_OBJECT
public:
    PlaceDesk(Workspace& workspace, QWidget* parent);

    [[nodiscard]] const RegionPlaces& places() const { return m_places; }

    /// Lets a person say it.
    void open(const RegionName& region);

signals:
    void changed();
    void failed(const muniment::Error& error);

private:
    void ask();
    void set(const RegionName& region, const std::optional<RegionPlace>& place);

    Workspace& m_workspace;
    QWidget* m_window;
    RegionPlaces m_places;
};

} // namespace muniment
