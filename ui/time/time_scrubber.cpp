#include "ui/time/time_scrubber.h"

#include "models/items/moment_words.h"
#include "models/items/time_axis.h"
#include "ui/look/look.h"
#include "ui/look/tones.h"

#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace muniment {

namespace {

constexpr int kMargin = 6;
constexpr int kLabelHeight = 15;
constexpr int kMostLabels = 6;

} // namespace

TimeScrubber::TimeScrubber(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    retranslate();
}

void TimeScrubber::retranslate() {
    setAccessibleName(tr("Time: all events that are known"));
    const QString keys = tr("Left and Right go event by event, Page Up and Page Down a day, Home and End to the first "
                            "and to the newest event; Shift and a click set where a comparison begins");
    setAccessibleDescription(m_shown ? momentText(*m_shown, m_zone) + QStringLiteral(". ") + keys : keys);
}

void TimeScrubber::setHistogram(const Histogram& histogram) {
    m_histogram = histogram;
    m_most = 0;
    for (const auto& counts : histogram.counts)
        m_most = std::max(m_most, counts.front());
    update();
}

void TimeScrubber::setMoments(const std::optional<Moment>& since, const std::optional<Moment>& shown) {
    m_since = since;
    m_shown = shown;
    retranslate();
    update();
}

void TimeScrubber::setZone(const ClockZone& zone) {
    m_zone = zone.ofMany();
    retranslate();
    update();
}

QRect TimeScrubber::barPlace() const {
    return rect().adjusted(kMargin, 3, -kMargin, -kLabelHeight);
}

Instant TimeScrubber::end() const {
    return m_histogram.from + static_cast<std::int64_t>(m_histogram.counts.size()) * m_histogram.width;
}

std::optional<Instant> TimeScrubber::instantAt(int x) const {
    const auto place = barPlace();
    if (m_histogram.counts.empty() || place.width() <= 0)
        return {};
    const double part = std::clamp(static_cast<double>(x - place.left()) / place.width(), 0.0, 1.0);
    const auto span = static_cast<double>(end() - m_histogram.from);
    return m_histogram.from + std::llround(part * span);
}

int TimeScrubber::placeOf(Instant t) const {
    const auto place = barPlace();
    if (m_histogram.counts.empty())
        return place.left();
    const double part = static_cast<double>(t - m_histogram.from) /
                        static_cast<double>(std::max<std::int64_t>(1, end() - m_histogram.from));
    return place.left() + static_cast<int>(std::lround(std::clamp(part, 0.0, 1.0) * place.width()));
}

void TimeScrubber::paintBars(QPainter& painter, const QColor& colour) const {
    const auto place = barPlace();
    const double width = static_cast<double>(place.width()) / static_cast<double>(m_histogram.counts.size());
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (std::size_t i = 0; i < m_histogram.counts.size(); ++i) {
        const auto count = m_histogram.counts[i].front();
        if (count == 0)
            continue;
        // The root lets quiet days be seen beside loud ones.
        const double part = std::sqrt(static_cast<double>(count) / static_cast<double>(m_most));
        const double height = std::max(2.0, part * place.height());
        painter.drawRect(QRectF(place.left() + width * static_cast<double>(i), place.bottom() + 1 - height,
                                std::max(1.0, width - 1), height));
    }
}

/// What is inside the moment, and after the begin of what is compared.
QRect TimeScrubber::insidePlace() const {
    const auto place = barPlace();
    const int from = m_since ? placeOf(m_since->at) : place.left();
    const int to = m_shown ? placeOf(m_shown->at) : place.right() + 1;
    return {from, 0, std::max(0, to - from), height()};
}

void TimeScrubber::paintLabels(QPainter& painter) const {
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(tones().quiet);
    const auto place = barPlace();
    const QRect line(place.left(), place.bottom() + 2, place.width(), kLabelHeight);
    const QString last = axisEnd(m_histogram, m_zone);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, last);
    const int right = line.right() - painter.fontMetrics().horizontalAdvance(last) - 8;
    for (const auto& label : axisLabels(m_histogram, kMostLabels, m_zone)) {
        const int left = placeOf(m_histogram.from + label.bucket * m_histogram.width);
        if (left + painter.fontMetrics().horizontalAdvance(label.text) < right)
            painter.drawText(QRect(left, line.top(), right - left, line.height()), Qt::AlignLeft | Qt::AlignVCenter,
                             label.text);
    }
}

void TimeScrubber::paintHandle(QPainter& painter, Instant t, bool isFilled) const {
    const auto place = barPlace();
    const double x = placeOf(t) + 0.5;
    const QColor line = tones().text;
    painter.setPen(QPen(line, 1.5));
    painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom() + 1));
    painter.setBrush(isFilled ? line : tones().surface);
    painter.drawPolygon(QPolygonF{{x - 4, place.top() - 2.0}, {x + 4, place.top() - 2.0}, {x, place.top() + 5.0}});
}

void TimeScrubber::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus()) {
        painter.setPen(QPen(tones().accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
    if (m_histogram.counts.empty())
        return;
    paintBars(painter, tones().barOther);
    painter.setClipRect(insidePlace());
    paintBars(painter, tones().past);
    painter.setClipping(false);
    paintLabels(painter);
    if (m_since)
        paintHandle(painter, m_since->at, false);
    if (m_dragged)
        paintHandle(painter, *instantAt(*m_dragged), true);
    else if (m_shown)
        paintHandle(painter, m_shown->at, true);
}

void TimeScrubber::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !instantAt(event->pos().x()))
        return;
    m_dragged = event->pos().x();
    update();
}

void TimeScrubber::mouseMoveEvent(QMouseEvent* event) {
    const auto t = instantAt(event->pos().x());
    if (!t)
        return;
    QToolTip::showText(event->globalPosition().toPoint(), formatTimeToMinuteWithZone(*t, m_zone), this);
    if (m_dragged) {
        m_dragged = event->pos().x();
        update();
    }
}

void TimeScrubber::mouseReleaseEvent(QMouseEvent* event) {
    const auto place = std::exchange(m_dragged, std::nullopt);
    if (!place || event->button() != Qt::LeftButton)
        return;
    update();
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        emit sinceChosen(*instantAt(*place));
    else
        emit instantChosen(*instantAt(*place));
}

void TimeScrubber::leaveEvent(QEvent*) {
    QToolTip::hideText();
}

void TimeScrubber::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
        return stepWanted(-1);
    case Qt::Key_Right:
        return stepWanted(1);
    case Qt::Key_PageUp:
        return moveWanted(-kMicrosPerDay);
    case Qt::Key_PageDown:
        return moveWanted(kMicrosPerDay);
    case Qt::Key_Home:
        return firstWanted();
    case Qt::Key_End:
        return lastWanted();
    default:
        QWidget::keyPressEvent(event);
    }
}

void TimeScrubber::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace muniment
