// The geometry of a small map of the world: outlines, projection, which part of the world is shown, where labels stand.
// Pure: the widget only paints.
#pragma once

#include <QByteArray>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace muniment {

/// Degrees; north and east are positive.
struct GeoPoint {
    double latitude = 0;
    double longitude = 0;
};

/// Rings of land as resources/map/land.txt has them; a line that is none is left out.
[[nodiscard]] std::vector<std::vector<GeoPoint>> readOutlines(const QByteArray& text);

/// In the plane, x to the east and y to the south, the equator and the prime meridian at 0. Equal Earth (Šavrič,
/// Patterson, Jenny, 2018): areas are true to each other, and shapes are as people know them.
[[nodiscard]] QPointF projected(GeoPoint point);
/// The same for rings.
[[nodiscard]] std::vector<QPolygonF> projected(const std::vector<std::vector<GeoPoint>>& rings);

/// The inhabited world in the plane, from the north of Greenland to Cape Horn.
[[nodiscard]] QRectF wholeWorld();
/// The part of the plane that shows all `points` with room around them, as wide for its height as `aspect` says: the
/// whole world when they are far apart or there are none, never less than a third of its width.
[[nodiscard]] QRectF shownPart(const std::vector<QPointF>& points, double aspect);

/// From a part of the plane to a rectangle of the same aspect.
class MapFrame {
public:
    MapFrame(const QRectF& part, const QRectF& area);

    [[nodiscard]] QPointF placeOf(const QPointF& plane) const;
    [[nodiscard]] QPolygonF placeOf(const QPolygonF& plane) const;

private:
    QRectF m_part;
    QRectF m_area;
    double m_scale = 1;
};

/// Marks of places that lie so close that they would cover each other, moved apart as little as needed: to `distance`
/// from each other, as far as there is room.
[[nodiscard]] std::vector<QPointF> spreadMarks(std::vector<QPointF> marks, double distance);

/// A mark on the map and how large its label is.
struct LabelWish {
    QPointF mark;
    QSizeF size;
};

struct PlacedLabel {
    QRectF place;
    bool isAway = false; ///< so far from its mark that a line has to lead there
};

/// A place for each label, beside its mark where that is free: labels cover neither each other nor marks, as long as
/// there is room within `area`. Earlier ones choose first; the same wishes give the same places.
[[nodiscard]] std::vector<PlacedLabel> placeLabels(const std::vector<LabelWish>& wishes, const QRectF& area,
                                                   double markRadius);

/// Which of the marks lies next in a direction, of those within 60 degrees of it; -1 when there is none.
[[nodiscard]] int nextMark(const std::vector<QPointF>& marks, int from, QPointF direction);

} // namespace muniment
