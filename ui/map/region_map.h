// The regions on a map of the world that is drawn from outlines the program brings along: no tiles, no network.
#pragma once

#include "models/items/region_list_model.h"
#include "models/items/world_map.h"
#include "ui/charts/chart.h"

#include <QPainterPath>
#include <QWidget>

#include <optional>
#include <vector>

namespace muniment {

class RegionMarker;

/// A region as the map shows it.
struct MapRegion {
    QString name;
    QString state; ///< a word: "up", "down since 14:02"
    QString brief; ///< under the name: "0.1 s"
    RegionHealth health = RegionHealth::Connecting;
    std::optional<RegionPlace> place;
    QString numbers; ///< "12 organizations, 340 users"; empty while they are not known

    bool operator==(const MapRegion&) const = default;
};

/// Markers are widgets of their own, so that each has its name for those who do not see the map. A region without a
/// place is not shown; who shows the map says so.
class RegionMap : public QWidget, public Chart {
    Q_OBJECT
public:
    explicit RegionMap(QWidget* parent);

    void setRegions(std::vector<MapRegion> regions);
    /// Drawn as arrows; those whose ends have no place are left out.
    void setFlows(std::vector<RegionFlow> flows);
    /// Of the regions as they were given; -1: none.
    void setChosen(int region);
    /// Moves the keyboard to the chosen marker.
    void focusChosen();

    [[nodiscard]] int chosen() const { return m_chosen; }

    /// Of the region under the mouse or the keys; empty when there is none.
    [[nodiscard]] QString readout() const;
    /// nullptr for one without a place.
    [[nodiscard]] RegionMarker* markerOf(int region) const;
    /// Where the labels stand, for those that have one.
    [[nodiscard]] std::vector<QRectF> labelPlaces() const;

    [[nodiscard]] QWidget* widget() override { return this; }

    [[nodiscard]] TextTable table() const override;
    /// As a double click on its marker does.
    void activate(int item) override;

    [[nodiscard]] QSize sizeHint() const override { return {640, 300}; }

    [[nodiscard]] QSize minimumSizeHint() const override { return {280, 200}; }

signals:
    void regionChosen(int region);
    void regionOpened(int region);
    void readoutChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// A region that has a place.
    struct Mark {
        int region = 0;
        RegionMarker* marker = nullptr;
        QPointF at;
        PlacedLabel label;
    };

    void makeMarkers();
    void layOut();
    void placeMarks(const MapFrame& frame);
    void tell();
    void choose(int region);
    void point(int region, bool isOver);
    void goOn(int region, const QPointF& direction);
    void paintFlows(QPainter& painter) const;
    void paintLabel(QPainter& painter, const Mark& mark) const;
    [[nodiscard]] QSizeF labelSize(const MapRegion& region) const;
    [[nodiscard]] const Mark* markNamed(const std::string& region) const;
    [[nodiscard]] QString story(const MapRegion& region) const;

    [[nodiscard]] const MapRegion& regionAt(int region) const { return m_regions[static_cast<std::size_t>(region)]; }

    std::vector<QPolygonF> m_outlines; ///< in the plane
    QPainterPath m_land;               ///< on the screen
    std::vector<MapRegion> m_regions;
    std::vector<RegionFlow> m_flows;
    std::vector<Mark> m_marks;
    int m_chosen = -1;
    int m_pointed = -1;
};

} // namespace muniment
