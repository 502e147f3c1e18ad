#include "models/items/world_map.h"

#include <QList>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace muniment {

namespace {

constexpr double kTenths = 10;
constexpr double kNorth = 84;
constexpr double kSouth = -57;
/// Of the room that the marks take, on each side.
constexpr double kAround = 0.18;
/// Of the world's width: closer, the outlines would look like what they are.
constexpr double kLeastShown = 0.33;

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

std::vector<GeoPoint> ringOf(const QByteArray& line) {
    const QList<QByteArray> numbers = line.simplified().split(' ');
    if (line.startsWith('#') || numbers.size() < 6 || numbers.size() % 2 != 0)
        return {};
    std::vector<GeoPoint> ring;
    int x = 0;
    int y = 0;
    for (qsizetype i = 0; i < numbers.size(); i += 2) {
        bool isWhole[2]{};
        x += numbers[i].toInt(&isWhole[0]);
        y += numbers[i + 1].toInt(&isWhole[1]);
        if (!isWhole[0] || !isWhole[1])
            return {};
        ring.push_back({y / kTenths, x / kTenths});
    }
    return ring;
}

/// `part`, moved as little as possible so that it lies within `whole`; in the middle where it is larger.
QRectF movedInto(QRectF part, const QRectF& whole) {
    if (part.width() >= whole.width())
        part.moveLeft(whole.center().x() - part.width() / 2);
    else
        part.moveLeft(std::clamp(part.left(), whole.left(), whole.right() - part.width()));
    if (part.height() >= whole.height())
        part.moveTop(whole.center().y() - part.height() / 2);
    else
        part.moveTop(std::clamp(part.top(), whole.top(), whole.bottom() - part.height()));
    return part;
}

/// Widened on the side that is too short.
QRectF withAspect(QRectF part, double aspect) {
    const QPointF middle = part.center();
    if (part.width() < part.height() * aspect)
        part.setWidth(part.height() * aspect);
    else
        part.setHeight(part.width() / aspect);
    part.moveCenter(middle);
    return part;
}

double overlap(const QRectF& a, const QRectF& b) {
    const QRectF both = a.intersected(b);
    return both.isEmpty() ? 0 : both.width() * both.height();
}

/// Beside the mark, then above and below it, then at the corners; and all of it again farther away.
std::vector<PlacedLabel> candidatesFor(const LabelWish& wish, double markRadius) {
    constexpr std::array<QPointF, 8> kSides{QPointF{1, 0},  QPointF{-1, 0}, QPointF{0, 1},   QPointF{0, -1},
                                            QPointF{1, -1}, QPointF{1, 1},  QPointF{-1, -1}, QPointF{-1, 1}};
    std::vector<PlacedLabel> candidates;
    for (const double distance : {1.0, 3.0, 5.5, 8.5, 12.0}) {
        for (const QPointF& side : kSides) {
            const double reach = markRadius * distance + 2;
            QRectF place(QPointF(), wish.size);
            place.moveCenter(wish.mark + QPointF(side.x() * (reach + wish.size.width() / 2),
                                                 side.y() * (reach + wish.size.height() / 2)));
            candidates.push_back({place, distance > 1});
        }
    }
    return candidates;
}

class LabelPlacing {
public:
    LabelPlacing(const std::vector<LabelWish>& wishes, const QRectF& area, double markRadius)
        : m_area(area),
          m_markRadius(markRadius) {
        for (const LabelWish& wish : wishes)
            m_taken.emplace_back(wish.mark.x() - markRadius, wish.mark.y() - markRadius, 2 * markRadius,
                                 2 * markRadius);
    }

    PlacedLabel place(const LabelWish& wish) {
        PlacedLabel best;
        double least = -1;
        double preference = 0;
        for (PlacedLabel candidate : candidatesFor(wish, m_markRadius)) {
            if (candidate.isAway)
                candidate.place = movedInto(candidate.place, m_area);
            const double cost = costOf(candidate.place) + preference;
            preference += 0.1;
            if (least < 0 || cost < least) {
                least = cost;
                best = candidate;
            }
        }
        m_taken.push_back(best.place);
        return best;
    }

private:
    /// What it would cover, and what of it would be cut off.
    [[nodiscard]] double costOf(const QRectF& place) const {
        double cost = 4 * (place.width() * place.height() - overlap(place, m_area));
        for (const QRectF& taken : m_taken)
            cost += overlap(place.adjusted(-1, -1, 1, 1), taken);
        return cost;
    }

    QRectF m_area;
    double m_markRadius;
    std::vector<QRectF> m_taken;
};

} // namespace

std::vector<std::vector<GeoPoint>> readOutlines(const QByteArray& text) {
    std::vector<std::vector<GeoPoint>> rings;
    for (const QByteArray& line : text.split('\n'))
        if (auto ring = ringOf(line); !ring.empty())
            rings.push_back(std::move(ring));
    return rings;
}

QPointF projected(GeoPoint point) {
    constexpr double kA1 = 1.340264;
    constexpr double kA2 = -0.081106;
    constexpr double kA3 = 0.000893;
    constexpr double kA4 = 0.003796;
    static const double kRoot = std::sqrt(3.0);
    const double theta = std::asin(kRoot / 2 * std::sin(radians(point.latitude)));
    const double square = theta * theta;
    const double sixth = square * square * square;
    const double across = 2 * kRoot * radians(point.longitude) * std::cos(theta) /
                          (3 * (9 * kA4 * sixth * square + 7 * kA3 * sixth + 3 * kA2 * square + kA1));
    const double up = theta * (kA4 * sixth * square + kA3 * sixth + kA2 * square + kA1);
    return {across, -up};
}

std::vector<QPolygonF> projected(const std::vector<std::vector<GeoPoint>>& rings) {
    std::vector<QPolygonF> polygons;
    for (const auto& ring : rings) {
        QPolygonF polygon;
        for (const GeoPoint& point : ring)
            polygon << projected(point);
        polygons.push_back(std::move(polygon));
    }
    return polygons;
}

QRectF wholeWorld() {
    const double side = projected({0, 180}).x();
    return {QPointF(-side, projected({kNorth, 0}).y()), QPointF(side, projected({kSouth, 0}).y())};
}

QRectF shownPart(const std::vector<QPointF>& points, double aspect) {
    const QRectF world = wholeWorld();
    if (points.empty())
        return withAspect(world, aspect);
    const auto [left, right] = std::ranges::minmax(points, {}, &QPointF::x);
    const auto [top, bottom] = std::ranges::minmax(points, {}, &QPointF::y);
    QRectF part(QPointF(left.x(), top.y()), QPointF(right.x(), bottom.y()));
    const double least = world.width() * kLeastShown;
    const double room = kAround * std::max(part.width(), least);
    part.adjust(-room, -room / aspect, room, room / aspect);
    const QPointF middle = part.center();
    part.setWidth(std::max(part.width(), least));
    part.moveCenter(middle);
    part = withAspect(part, aspect);
    const bool isNearlyAll = part.width() > 0.8 * world.width() || part.height() > world.height();
    return isNearlyAll ? withAspect(world, aspect) : movedInto(part, world);
}

MapFrame::MapFrame(const QRectF& part, const QRectF& area)
    : m_part(part),
      m_area(area),
      m_scale(part.isEmpty() ? 1 : std::min(area.width() / part.width(), area.height() / part.height())) {}

QPointF MapFrame::placeOf(const QPointF& plane) const {
    return m_area.center() + (plane - m_part.center()) * m_scale;
}

QPolygonF MapFrame::placeOf(const QPolygonF& plane) const {
    QPolygonF placed;
    placed.reserve(plane.size());
    for (const QPointF& point : plane)
        placed << placeOf(point);
    return placed;
}

std::vector<QPointF> spreadMarks(std::vector<QPointF> marks, double distance) {
    constexpr int kRounds = 40;
    for (int round = 0; round < kRounds; ++round) {
        bool isMoving = false;
        for (std::size_t i = 0; i < marks.size(); ++i) {
            for (std::size_t j = i + 1; j < marks.size(); ++j) {
                QPointF way = marks[j] - marks[i];
                double length = std::hypot(way.x(), way.y());
                if (length >= distance - 0.01)
                    continue;
                if (length < 0.01) { // one place: to the right, and each further one a little lower
                    way = {1, 0.1 * static_cast<double>(j)};
                    length = std::hypot(way.x(), way.y());
                }
                const QPointF push = way / length * ((distance - std::min(length, distance)) / 2 + 0.01);
                marks[i] -= push;
                marks[j] += push;
                isMoving = true;
            }
        }
        if (!isMoving)
            break;
    }
    return marks;
}

std::vector<PlacedLabel> placeLabels(const std::vector<LabelWish>& wishes, const QRectF& area, double markRadius) {
    LabelPlacing placing(wishes, area, markRadius);
    std::vector<PlacedLabel> labels;
    for (const LabelWish& wish : wishes)
        labels.push_back(placing.place(wish));
    return labels;
}

int nextMark(const std::vector<QPointF>& marks, int from, QPointF direction) {
    if (from < 0 || from >= static_cast<int>(marks.size()))
        return -1;
    int nearest = -1;
    double least = 0;
    for (int i = 0; i < static_cast<int>(marks.size()); ++i) {
        const QPointF way = marks[static_cast<std::size_t>(i)] - marks[static_cast<std::size_t>(from)];
        const double length = std::hypot(way.x(), way.y());
        const double ahead = QPointF::dotProduct(way, direction);
        // Half of it ahead is 60 degrees off.
        if (i == from || ahead <= 0 || ahead < length / 2)
            continue;
        if (nearest < 0 || length < least) {
            nearest = i;
            least = length;
        }
    }
    return nearest;
}

} // namespace muniment
