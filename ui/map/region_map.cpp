#include "ui/map/region_map.h"

#include "models/items/plain_text.h"
#include "ui/look/look.h"
#include "ui/look/tones.h"
#include "ui/map/region_marker.h"

#include <QFile>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace muniment {

namespace {

constexpr double kMarkRadius = RegionMarker::kSize / 2.0 - 3;
constexpr double kPadding = 3; ///< within a label

QByteArray outlineText() {
    QFile file(QStringLiteral(":/muniment/map/land.txt"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the map is not in the program");
    return file.readAll();
}

/// From one mark to the other in a bow, ending short of both.
QPainterPath bowBetween(const QPointF& from, const QPointF& to) {
    const QPointF way = to - from;
    const double length = std::max(1.0, std::hypot(way.x(), way.y()));
    const QPointF side = QPointF(way.y(), -way.x()) / length * (way.x() >= 0 ? 1 : -1);
    const QPointF top = (from + to) / 2 + side * (0.22 * length);
    const auto shortOf = [&](const QPointF& end) {
        const QPointF back = top - end;
        return end + back / std::max(1.0, std::hypot(back.x(), back.y())) * (kMarkRadius + 2);
    };
    QPainterPath path(shortOf(from));
    path.quadTo(top, shortOf(to));
    return path;
}

QPolygonF headOf(const QPainterPath& bow) {
    const QPointF end = bow.currentPosition();
    const QPointF back = bow.pointAtPercent(0.9) - end;
    const double length = std::max(0.1, std::hypot(back.x(), back.y()));
    const QPointF along = back / length * 7;
    const QPointF across(along.y() * 0.45, -along.x() * 0.45);
    return {{end, end + along + across, end + along - across}};
}

} // namespace

RegionMap::RegionMap(QWidget* parent) : QWidget(parent), m_outlines(projected(readOutlines(outlineText()))) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setSizePolicy(policy);
}

void RegionMap::setRegions(std::vector<MapRegion> regions) {
    if (regions == m_regions)
        return;
    const bool isAlike = std::ranges::equal(m_regions, regions, [](const MapRegion& a, const MapRegion& b) {
        return a.name == b.name && a.place == b.place;
    });
    m_regions = std::move(regions);
    if (!isAlike)
        makeMarkers();
    for (const Mark& mark : m_marks) {
        const MapRegion& region = regionAt(mark.region);
        mark.marker->setHealth(region.health);
        mark.marker->setAccessibleName(story(region));
        mark.marker->setToolTip(QStringLiteral("<p>%1</p>").arg(escapedHtml(story(region))));
    }
    layOut();
    tell();
}

void RegionMap::makeMarkers() {
    for (const Mark& mark : m_marks)
        mark.marker->deleteLater();
    m_marks.clear();
    m_pointed = -1;
    if (m_chosen >= static_cast<int>(m_regions.size()))
        m_chosen = -1;
    for (int i = 0; i < static_cast<int>(m_regions.size()); ++i) {
        if (!regionAt(i).place)
            continue;
        auto* marker = new RegionMarker(this);
        m_marks.push_back({i, marker, {}, {}});
        connect(marker, &RegionMarker::clicked, this, [this, i] { choose(i); });
        connect(marker, &RegionMarker::opened, this, [this, i] { emit regionOpened(i); });
        connect(marker, &RegionMarker::left, this, [this, i](const QPointF& way) { goOn(i, way); });
        connect(marker, &RegionMarker::pointedAt, this, [this, i](bool isOver) { point(i, isOver); });
        marker->show();
    }
    setChosen(m_chosen);
}

void RegionMap::setFlows(std::vector<RegionFlow> flows) {
    m_flows = std::move(flows);
    update();
}

void RegionMap::setChosen(int region) {
    m_chosen = region;
    const bool isShown = markerOf(region) != nullptr;
    for (const Mark& mark : m_marks)
        mark.marker->setChosen(mark.region == region);
    if (!isShown && !m_marks.empty()) // Tab has to come to one of them
        m_marks.front().marker->setFocusPolicy(Qt::StrongFocus);
    update();
}

void RegionMap::focusChosen() {
    if (auto* marker = markerOf(m_chosen))
        marker->setFocus();
}

void RegionMap::choose(int region) {
    setChosen(region);
    emit regionChosen(region);
}

void RegionMap::point(int region, bool isOver) {
    if (isOver)
        m_pointed = region;
    else if (m_pointed == region)
        m_pointed = -1;
    tell();
}

void RegionMap::goOn(int region, const QPointF& direction) {
    std::vector<QPointF> places;
    int from = -1;
    for (const Mark& mark : m_marks) {
        if (mark.region == region)
            from = static_cast<int>(places.size());
        places.push_back(mark.at);
    }
    const int next = nextMark(places, from, direction);
    if (next < 0)
        return;
    const Mark& mark = m_marks[static_cast<std::size_t>(next)];
    mark.marker->setFocus();
    choose(mark.region);
}

RegionMarker* RegionMap::markerOf(int region) const {
    const auto mark = std::ranges::find(m_marks, region, &Mark::region);
    return mark == m_marks.end() ? nullptr : mark->marker;
}

std::vector<QRectF> RegionMap::labelPlaces() const {
    std::vector<QRectF> places;
    for (const Mark& mark : m_marks)
        places.push_back(mark.label.place);
    return places;
}

const RegionMap::Mark* RegionMap::markNamed(const std::string& region) const {
    const QString name = plainText(region);
    const auto mark = std::ranges::find_if(m_marks, [&](const Mark& m) { return regionAt(m.region).name == name; });
    return mark == m_marks.end() ? nullptr : &*mark;
}

QString RegionMap::story(const MapRegion& region) const {
    QString told = region.place ? tr("%1 (%2): %3").arg(region.name, placeText(*region.place), region.state)
                                : tr("%1: %2", "a region and its state").arg(region.name, region.state);
    if (!region.brief.isEmpty() && region.brief != region.state)
        told += QStringLiteral(", ") + region.brief;
    return region.numbers.isEmpty() ? told : told + QStringLiteral(" · ") + region.numbers;
}

QString RegionMap::readout() const {
    return m_pointed < 0 ? QString() : story(regionAt(m_pointed));
}

TextTable RegionMap::table() const {
    TextTable table;
    table.header << tr("Region") << tr("Place") << tr("State") << tr("Lag") << tr("Holds");
    for (const MapRegion& region : m_regions)
        table.rows.push_back({region.name, region.place ? placeText(*region.place) : tr("no place known"), region.state,
                              region.brief == region.state ? QString() : region.brief, region.numbers});
    return table;
}

void RegionMap::activate(int item) {
    if (item >= 0 && item < static_cast<int>(m_regions.size()))
        emit regionOpened(item);
}

void RegionMap::tell() {
    update();
    emit readoutChanged();
}

QSizeF RegionMap::labelSize(const MapRegion& region) const {
    const QFontMetricsF name(textFont(TextSize::Normal, true));
    const QFontMetricsF brief(textFont(TextSize::Small));
    return {std::max(name.horizontalAdvance(region.name), brief.horizontalAdvance(region.brief)) + 2 * kPadding,
            name.height() + (region.brief.isEmpty() ? 0 : brief.height())};
}

void RegionMap::layOut() {
    if (width() < 2 || height() < 2)
        return;
    std::vector<QPointF> places;
    for (const Mark& mark : m_marks)
        places.push_back(projected({regionAt(mark.region).place->latitude, regionAt(mark.region).place->longitude}));
    const QRectF area(rect());
    const MapFrame frame(shownPart(places, area.width() / area.height()), area);
    m_land = QPainterPath();
    m_land.setFillRule(Qt::OddEvenFill);
    for (const QPolygonF& outline : m_outlines) {
        m_land.addPolygon(frame.placeOf(outline));
        m_land.closeSubpath();
    }
    placeMarks(frame);
    update();
}

void RegionMap::placeMarks(const MapFrame& frame) {
    std::vector<QPointF> places;
    for (const Mark& mark : m_marks)
        places.push_back(
            frame.placeOf(projected({regionAt(mark.region).place->latitude, regionAt(mark.region).place->longitude})));
    places = spreadMarks(std::move(places), 2 * kMarkRadius);
    std::vector<LabelWish> wishes;
    for (std::size_t i = 0; i < m_marks.size(); ++i)
        wishes.push_back({places[i], labelSize(regionAt(m_marks[i].region))});
    const auto labels = placeLabels(wishes, QRectF(rect()).adjusted(2, 2, -2, -2), kMarkRadius);
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        Mark& mark = m_marks[i];
        mark.at = places[i];
        mark.label = labels[i];
        mark.marker->move((places[i] - QPointF(RegionMarker::kSize / 2.0, RegionMarker::kSize / 2.0)).toPoint());
    }
}

void RegionMap::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layOut();
}

void RegionMap::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layOut();
}

void RegionMap::mousePressEvent(QMouseEvent* event) {
    const auto mark =
        std::ranges::find_if(m_marks, [&](const Mark& m) { return m.label.place.contains(event->position()); });
    if (mark == m_marks.end() || event->button() != Qt::LeftButton)
        return event->ignore();
    mark->marker->setFocus();
    choose(mark->region);
}

void RegionMap::paintFlows(QPainter& painter) const {
    const auto& t = tones();
    QColor colour = t.isDark ? t.link : t.accent;
    colour.setAlphaF(0.75F);
    for (const RegionFlow& flow : m_flows) {
        const Mark* from = markNamed(flow.from);
        const Mark* to = markNamed(flow.to);
        if (from == nullptr || to == nullptr || from == to)
            continue;
        const QPainterPath bow = bowBetween(from->at, to->at);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 1.3));
        painter.drawPath(bow);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPolygon(headOf(bow));
    }
}

void RegionMap::paintLabel(QPainter& painter, const Mark& mark) const {
    const auto& t = tones();
    const MapRegion& region = regionAt(mark.region);
    const QRectF place = mark.label.place;
    if (mark.label.isAway) {
        painter.setPen(QPen(t.quiet, 1));
        const QPointF end(std::clamp(mark.at.x(), place.left(), place.right()),
                          std::clamp(mark.at.y(), place.top(), place.bottom()));
        painter.drawLine(mark.at, end);
    }
    const QRectF inside = place.adjusted(kPadding, 0, -kPadding, 0);
    painter.setFont(textFont(TextSize::Normal, mark.region == m_chosen));
    painter.setPen(t.text);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignTop, region.name);
    painter.setFont(textFont(TextSize::Small));
    const bool isLoud = region.health == RegionHealth::Down || region.health == RegionHealth::Stopped;
    painter.setPen(isLoud ? t.bad : t.quiet);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignBottom, region.brief);
}

void RegionMap::paintEvent(QPaintEvent*) {
    const auto& t = tones();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.isDark ? t.barOther : t.border, 0.8));
    painter.setBrush(t.isDark ? t.border : t.hairline);
    painter.drawPath(m_land);
    paintFlows(painter);
    for (const Mark& mark : m_marks)
        paintLabel(painter, mark);
}

} // namespace muniment
