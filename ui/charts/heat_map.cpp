#include "ui/charts/heat_map.h"

#include "ui/look/look.h"
#include "ui/look/tones.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace muniment {

namespace {

constexpr int kDays = 7;
constexpr int kHours = 24;
constexpr int kItems = kDays * kHours;
constexpr int kLeft = 36; ///< room for the weekdays' names
constexpr int kBelow = 18;

QString dayName(int weekday, QLocale::FormatType type) {
    return QLocale().standaloneDayName(weekday + 1, type);
}

} // namespace

HeatMap::HeatMap(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void HeatMap::setHours(const WeekHours& hours, const ClockZone& zone) {
    m_hours = hours;
    m_zone = zone;
    m_most = 0;
    for (int item = 0; item < kItems; ++item)
        m_most = std::max(m_most, count(item));
    tell();
}

std::int64_t HeatMap::count(int item) const {
    return m_hours[static_cast<std::size_t>(item / kHours)][static_cast<std::size_t>(item % kHours)];
}

QRectF HeatMap::cell(int item) const {
    const double width = static_cast<double>(this->width() - kLeft) / kHours;
    const double height = static_cast<double>(this->height() - kBelow) / kDays;
    const int day = item / kHours;
    return {kLeft + (item % kHours) * width, day * height, width, height};
}

QPoint HeatMap::placeOf(int weekday, int hour) const {
    return cell(weekday * kHours + hour).center().toPoint();
}

int HeatMap::itemAt(const QPointF& place) const {
    for (int item = 0; item < kItems; ++item)
        if (cell(item).contains(place))
            return item;
    return -1;
}

QString HeatMap::itemText(int item) const {
    const int hour = item % kHours;
    const auto clock = [](int h) { return QStringLiteral("%1:00").arg(h, 2, 10, QLatin1Char('0')); };
    return tr("%1 %2 to %3 %4: %5")
        .arg(dayName(item / kHours, QLocale::LongFormat), clock(hour), clock(hour + 1), zoneTitle(m_zone.ofMany()),
             formatCount(count(item)));
}

QString HeatMap::readout() const {
    const int item = m_hovered >= 0 ? m_hovered : hasFocus() ? m_current : -1;
    return item < 0 ? QString() : itemText(item);
}

TextTable HeatMap::table() const {
    TextTable table;
    table.header << tr("Weekday") << tr("Hour") << tr("Events");
    for (int item = 0; item < kItems; ++item)
        table.rows.push_back({dayName(item / kHours, QLocale::LongFormat),
                              QStringLiteral("%1:00").arg(item % kHours, 2, 10, QLatin1Char('0')),
                              QString::number(count(item))});
    return table;
}

void HeatMap::activate(int item) {
    if (item >= 0 && item < kItems)
        emit cellChosen(item / kHours, item % kHours);
}

void HeatMap::tell() {
    update();
    if (const QString now = readout(); now != accessibleDescription())
        setAccessibleDescription(now);
    emit readoutChanged();
}

void HeatMap::moveTo(int item) {
    m_current = item;
    m_hovered = -1;
    tell();
}

void HeatMap::keyPressEvent(QKeyEvent* event) {
    const int hour = m_current % kHours;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(hour > 0 ? m_current - 1 : m_current);
    case Qt::Key_Right:
        return moveTo(hour + 1 < kHours ? m_current + 1 : m_current);
    case Qt::Key_Up:
        return moveTo(m_current >= kHours ? m_current - kHours : m_current);
    case Qt::Key_Down:
        return moveTo(m_current + kHours < kItems ? m_current + kHours : m_current);
    case Qt::Key_Home:
        return moveTo(m_current - hour);
    case Qt::Key_End:
        return moveTo(m_current - hour + kHours - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return activate(m_current);
    default:
        event->ignore();
    }
}

void HeatMap::mouseMoveEvent(QMouseEvent* event) {
    const int item = itemAt(event->position());
    if (std::exchange(m_hovered, item) != item)
        tell();
}

void HeatMap::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    const int item = itemAt(event->position());
    if (item < 0)
        return;
    m_current = item;
    activate(item);
}

void HeatMap::leaveEvent(QEvent* event) {
    m_hovered = -1;
    tell();
    QWidget::leaveEvent(event);
}

void HeatMap::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    tell();
}

void HeatMap::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    tell();
}

void HeatMap::paintEvent(QPaintEvent*) {
    const auto& t = tones();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(textFont(TextSize::Small));
    for (int item = 0; item < kItems; ++item) {
        painter.setPen(Qt::NoPen);
        QColor colour = t.hairline;
        if (count(item) > 0) {
            // By the root, so that quiet hours differ too; never so pale that it looks like none.
            const double share = std::sqrt(static_cast<double>(count(item)) / static_cast<double>(m_most));
            colour = t.bar;
            colour.setAlphaF(static_cast<float>(0.15 + 0.85 * share));
        }
        painter.setBrush(colour);
        painter.drawRoundedRect(cell(item).adjusted(1, 1, -1, -1), 2, 2);
    }
    if (m_hovered >= 0 || hasFocus()) {
        painter.setPen(QPen(t.isDark ? t.link : t.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(cell(m_hovered >= 0 ? m_hovered : m_current).adjusted(1, 1, -1, -1), 2, 2);
    }
    painter.setPen(t.quiet);
    for (int day = 0; day < kDays; ++day)
        painter.drawText(QRectF(0, cell(day * kHours).top(), kLeft - 6, cell(0).height()),
                         Qt::AlignLeft | Qt::AlignVCenter, dayName(day, QLocale::ShortFormat));
    for (int hour = 0; hour < kHours; hour += 3)
        painter.drawText(QRectF(cell(hour).left(), height() - kBelow + 2, 3 * cell(0).width(), kBelow - 2),
                         Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("%1").arg(hour, 2, 10, QLatin1Char('0')));
}

} // namespace muniment
