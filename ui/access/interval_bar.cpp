#include "ui/access/interval_bar.h"

#include "models/items/time_axis.h"
#include "ui/look/look.h"
#include "ui/look/tones.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace muniment {

namespace {

constexpr int kMargin = 6;
constexpr int kLabelHeight = 16;
constexpr int kBarHeight = 12;
constexpr int kMostLabels = 5;
constexpr int kBuckets = 60, kFewBuckets = 12;
/// From here on labels are months, with their years.
constexpr std::int64_t kLong = 28 * kFewBuckets * kMicrosPerDay;

} // namespace

IntervalBar::IntervalBar(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    retranslate();
}

void IntervalBar::setTimes(const std::vector<AccessTimes>& times, const std::optional<Moment>& shown, Instant until) {
    m_times = times;
    m_shown = shown;
    m_turns.clear();
    m_to = until;
    for (const AccessTimes& time : times) {
        m_turns.push_back({time.from, time.begunBy, true});
        if (time.until)
            m_turns.push_back({*time.until, time.endedBy, false});
    }
    m_from = m_turns.empty() ? until + -kMicrosPerDay : m_turns.front().at;
    if (shown) {
        m_from = std::min(m_from, shown->at);
        m_to = std::max(m_to, shown->at);
    }
    m_from = m_from + -std::max<std::int64_t>(60 * kMicrosPerSecond, (m_to - m_from) / 20);
    m_current = -1;
    retranslate();
    update();
}

void IntervalBar::setZone(const ClockZone& zone) {
    m_zone = zone.ofMany();
    retranslate();
    update();
}

void IntervalBar::retranslate() {
    const QString keys =
        tr("Left and Right go from turn to turn, Enter shows the window as of it, Space shows its event");
    const QString now = readout();
    setAccessibleDescription(now.isEmpty() ? keys : now + QStringLiteral(". ") + keys);
}

QString IntervalBar::readout() const {
    if (m_current < 0 || m_current >= turns())
        return {};
    const Turn& turn = m_turns[static_cast<std::size_t>(m_current)];
    const QString what = turn.cause ? causeText(*turn.cause, m_zone) : formatTimeToMinuteWithZone(turn.at, m_zone);
    return turn.isBegin ? tr("Became true: %1").arg(what) : tr("Ended: %1").arg(what);
}

QRect IntervalBar::barPlace() const {
    return {kMargin, kMargin, width() - 2 * kMargin, height() - kLabelHeight - kMargin - 2};
}

int IntervalBar::placeOf(Instant t) const {
    const auto place = barPlace();
    const double part = static_cast<double>(t - m_from) / static_cast<double>(std::max<std::int64_t>(1, m_to - m_from));
    return place.left() + static_cast<int>(std::lround(std::clamp(part, 0.0, 1.0) * place.width()));
}

void IntervalBar::paintAxis(QPainter& painter) const {
    Histogram axis;
    axis.from = m_from;
    const int buckets = m_to - m_from >= kLong ? kFewBuckets : kBuckets;
    axis.width = std::max<std::int64_t>(1, (m_to - m_from) / buckets);
    axis.counts.resize(static_cast<std::size_t>(buckets));
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(tones().quiet);
    const auto place = barPlace();
    const QRect line(place.left(), height() - kLabelHeight, place.width(), kLabelHeight);
    Histogram end;
    end.from = m_to;
    end.width = kMicrosPerDay;
    end.counts.resize(1);
    const QString last = axisEnd(end, m_zone);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, last);
    const int right = line.right() - painter.fontMetrics().horizontalAdvance(last) - kGrid;
    for (const auto& label : axisLabels(axis, kMostLabels, m_zone)) {
        const int left = placeOf(m_from + label.bucket * axis.width);
        if (left + painter.fontMetrics().horizontalAdvance(label.text) < right)
            painter.drawText(QRect(left, line.top(), right - left, line.height()), Qt::AlignLeft | Qt::AlignVCenter,
                             label.text);
    }
}

void IntervalBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto& t = tones();
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
    const auto place = barPlace();
    const int top = place.center().y() - kBarHeight / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.hairline);
    painter.drawRoundedRect(QRect(place.left(), top + kBarHeight / 2 - 1, place.width(), 2), 1, 1);
    painter.setBrush(t.good);
    for (const AccessTimes& time : m_times) {
        const int left = placeOf(time.from);
        const int right = time.until ? placeOf(*time.until) : place.right() + 1;
        painter.drawRoundedRect(QRect(left, top, std::max(3, right - left), kBarHeight), 3, 3);
    }
    if (m_shown) {
        painter.setPen(QPen(t.past, 2));
        painter.drawLine(placeOf(m_shown->at), 1, placeOf(m_shown->at), place.bottom() + 4);
    }
    if (m_current >= 0 && hasFocus()) {
        const int x = placeOf(m_turns[static_cast<std::size_t>(m_current)].at);
        painter.setPen(QPen(t.text, 1.5));
        painter.setBrush(t.surface);
        painter.drawEllipse(QPointF(x, place.center().y()), 5, 5);
    }
    paintAxis(painter);
}

void IntervalBar::moveTo(int turn) {
    if (m_turns.empty())
        return;
    m_current = std::clamp(turn, 0, turns() - 1);
    retranslate();
    update();
    emit readoutChanged();
}

void IntervalBar::mousePressEvent(QMouseEvent* event) {
    const auto place = barPlace();
    if (event->button() != Qt::LeftButton || place.width() <= 0)
        return;
    const double part = std::clamp(static_cast<double>(event->pos().x() - place.left()) / place.width(), 0.0, 1.0);
    emit momentChosen(m_from + std::llround(part * static_cast<double>(m_to - m_from)));
}

void IntervalBar::keyPressEvent(QKeyEvent* event) {
    const Turn* turn = m_current < 0 ? nullptr : &m_turns[static_cast<std::size_t>(m_current)];
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(turn == nullptr ? turns() - 1 : m_current - 1);
    case Qt::Key_Right:
        return moveTo(turn == nullptr ? 0 : m_current + 1);
    case Qt::Key_Home:
        return moveTo(0);
    case Qt::Key_End:
        return moveTo(turns() - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (turn != nullptr)
            emit momentChosen(turn->at);
        return;
    case Qt::Key_Space:
        if (turn != nullptr && turn->cause)
            emit eventChosen(turn->cause->number);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void IntervalBar::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void IntervalBar::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

TextTable IntervalBar::table() const {
    TextTable table{{tr("From"), tr("Begun by"), tr("Until"), tr("Ended by")}, {}};
    const auto cause = [this](const std::optional<AccessCause>& event) {
        return event ? causeText(*event, m_zone) : tr("the period of a grant");
    };
    for (const AccessTimes& time : m_times)
        table.rows.push_back({formatTimeToMinuteWithZone(time.from, m_zone), cause(time.begunBy),
                              time.until ? formatTimeToMinuteWithZone(*time.until, m_zone) : tr("it still is"),
                              time.until ? cause(time.endedBy) : QString()});
    return table;
}

void IntervalBar::activate(int item) {
    if (item >= 0 && item < static_cast<int>(m_times.size()))
        emit momentChosen(m_times[static_cast<std::size_t>(item)].from);
}

void IntervalBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace muniment
