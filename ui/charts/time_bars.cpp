#include "ui/charts/time_bars.h"

#include "models/items/event_words.h"
#include "models/items/histogram_queries.h"
#include "models/items/time_axis.h"
#include "ui/charts/chart_legend.h"
#include "ui/look/look.h"
#include "ui/look/tones.h"

#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QStackedBarSeries>
#include <QtCharts/QValueAxis>

#include <numeric>

namespace muniment {

namespace {

constexpr int kAxisHeight = 20;
constexpr int kTopRoom = 4;
constexpr int kLabelRoom = 130; ///< pixels a label of the axis gets
constexpr int kPage = 10;

QColor veilOf(QColor colour, float strength) {
    colour.setAlphaF(strength);
    return colour;
}

} // namespace

TimeBars::TimeBars(QWidget* parent)
    : QChartView(new QChart, parent),
      m_across(new QValueAxis(this)),
      m_up(new QValueAxis(this)) {
    chart()->setBackgroundVisible(false);
    chart()->setMargins(QMargins(2, kTopRoom, 2, kAxisHeight));
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->hide();
    chart()->setAnimationOptions(QChart::NoAnimation);
    for (auto* axis : {m_across, m_up})
        axis->setVisible(false);
    chart()->addAxis(m_across, Qt::AlignBottom);
    chart()->addAxis(m_up, Qt::AlignLeft);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

void TimeBars::setHistogram(Histogram histogram, const std::vector<QString>& names, SeriesKind kind) {
    const bool isSameSpan = histogram.from == m_histogram.from && histogram.width == m_histogram.width;
    m_histogram = std::move(histogram);
    m_names = names;
    m_kind = kind;
    m_order.resize(m_histogram.series.size());
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    // Failures stand on top, where they are seen first.
    if (m_kind == SeriesKind::Outcome)
        std::stable_partition(m_order.begin(), m_order.end(),
                              [this](std::size_t i) { return !isFailure(m_histogram.series[i]); });
    m_choice.setCount(bucketCount(), !isSameSpan);
    fill();
    tell();
}

void TimeBars::fill() {
    if (m_bars != nullptr)
        chart()->removeSeries(m_bars);
    delete std::exchange(m_bars, new QStackedBarSeries(this));
    m_bars->setBarWidth(bucketCount() > 200 ? 1.0 : 0.86);
    for (const std::size_t series : m_order) {
        auto* set = new QBarSet(m_names.at(series), m_bars);
        QList<qreal> heights;
        heights.reserve(bucketCount());
        for (const auto& counts : m_histogram.counts)
            heights << static_cast<qreal>(counts.at(series));
        set->append(heights);
        set->setBrush(colourOf(series));
        set->setPen(Qt::NoPen);
        m_bars->append(set);
    }
    std::int64_t highest = 1;
    for (int bucket = 0; bucket < bucketCount(); ++bucket)
        highest = std::max(highest, totalOf(bucket));
    m_across->setRange(-0.5, std::max(bucketCount(), 1) - 0.5);
    m_up->setRange(0, static_cast<qreal>(highest));
    chart()->addSeries(m_bars);
    m_bars->attachAxis(m_across);
    m_bars->attachAxis(m_up);
    viewport()->update();
}

void TimeBars::setZone(const ClockZone& zone) {
    m_zone = zone;
    tell();
    viewport()->update();
}

QColor TimeBars::colourOf(std::size_t series) const {
    const auto& t = tones();
    if (m_kind == SeriesKind::Outcome)
        return isFailure(m_histogram.series[series])                                 ? t.barBad
               : m_histogram.series[series].empty() && m_histogram.series.size() > 1 ? t.barOther
                                                                                     : t.bar;
    if (m_histogram.series[series].empty())
        return m_histogram.series.size() == 1 ? t.bar : t.barOther;
    return t.categories[series % t.categories.size()];
}

std::vector<LegendEntry> TimeBars::legend() const {
    std::vector<LegendEntry> entries;
    for (std::size_t series = 0; series < m_histogram.series.size(); ++series) {
        std::int64_t count = 0;
        for (const auto& counts : m_histogram.counts)
            count += counts.at(series);
        entries.push_back({colourOf(series), m_names.at(series), formatCount(count)});
    }
    return entries;
}

std::int64_t TimeBars::totalOf(int bucket) const {
    const auto& counts = m_histogram.counts.at(static_cast<std::size_t>(bucket));
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

Instant TimeBars::begin(int bucket) const {
    return m_histogram.from + bucket * m_histogram.width;
}

QString TimeBars::bucketText(int bucket) const {
    QStringList parts;
    const auto& counts = m_histogram.counts.at(static_cast<std::size_t>(bucket));
    for (std::size_t series = 0; series < counts.size(); ++series)
        if (counts[series] > 0 && counts.size() > 1)
            parts << QStringLiteral("%1 %2").arg(m_names.at(series), formatCount(counts[series]));
    const QString span = formatSpan(begin(bucket), begin(bucket + 1), m_zone);
    const QString count = formatCount(totalOf(bucket));
    return parts.isEmpty() ? tr("%1: %2").arg(span, count)
                           : tr("%1: %2 (%3)").arg(span, count, parts.join(QStringLiteral(", ")));
}

QString TimeBars::readout() const {
    if (const auto span = m_choice.span(); span && span->isWide()) {
        std::int64_t count = 0;
        for (int bucket = span->from; bucket <= span->to; ++bucket)
            count += totalOf(bucket);
        return tr("%1: %2").arg(formatSpan(begin(span->from), begin(span->to + 1), m_zone), formatCount(count));
    }
    const int bucket = m_choice.hovered() >= 0 ? m_choice.hovered() : hasFocus() ? m_choice.current() : -1;
    return bucket < 0 || bucket >= bucketCount() ? QString() : bucketText(bucket);
}

TextTable TimeBars::table() const {
    TextTable table;
    table.header << tr("From") << tr("To") << tr("Events");
    if (m_histogram.series.size() > 1)
        for (const QString& name : m_names)
            table.header << name;
    for (int bucket = 0; bucket < bucketCount(); ++bucket) {
        QStringList row{formatTimeWithZone(begin(bucket), m_zone), formatTimeWithZone(begin(bucket + 1), m_zone),
                        QString::number(totalOf(bucket))};
        if (m_histogram.series.size() > 1)
            for (const std::int64_t count : m_histogram.counts[static_cast<std::size_t>(bucket)])
                row << QString::number(count);
        table.rows.push_back(row);
    }
    return table;
}

void TimeBars::activate(int item) {
    if (item >= 0 && item < bucketCount())
        choose(BarSpan{item, item});
}

int TimeBars::bucketAt(const QPoint& place) const {
    const QRectF plot = chart()->plotArea();
    if (bucketCount() == 0 || plot.width() <= 0)
        return -1;
    const double across = (mapToScene(place).x() - plot.left()) / plot.width() * bucketCount();
    return std::clamp(static_cast<int>(across), 0, bucketCount() - 1);
}

QRectF TimeBars::barPlace(int from, int to) const {
    const QRectF plot = chart()->plotArea();
    const double width = plot.width() / bucketCount();
    return {plot.left() + from * width, plot.top(), (to - from + 1) * width, plot.height()};
}

QPoint TimeBars::placeOf(int bucket) const {
    return mapFromScene(barPlace(bucket, bucket).center());
}

void TimeBars::setCurrent(int bucket) {
    moveTo(bucket, false);
}

void TimeBars::moveTo(int bucket, bool isExtending) {
    if (bucketCount() == 0)
        return;
    m_choice.moveTo(bucket, isExtending);
    tell();
}

void TimeBars::tell() {
    viewport()->update();
    // Screen readers read the description anew when it changes.
    if (const QString now = readout(); now != accessibleDescription())
        setAccessibleDescription(now);
    emit readoutChanged();
}

void TimeBars::choose(const std::optional<BarSpan>& span) {
    if (!span)
        return;
    m_choice.giveUp();
    tell();
    emit rangeChosen(begin(span->from), begin(span->to + 1));
}

void TimeBars::keyPressEvent(QKeyEvent* event) {
    const bool isExtending = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(m_choice.current() - 1, isExtending);
    case Qt::Key_Right:
        return moveTo(m_choice.current() + 1, isExtending);
    case Qt::Key_PageUp:
        return moveTo(m_choice.current() - kPage, isExtending);
    case Qt::Key_PageDown:
        return moveTo(m_choice.current() + kPage, isExtending);
    case Qt::Key_Home:
        return moveTo(0, isExtending);
    case Qt::Key_End:
        return moveTo(bucketCount() - 1, isExtending);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return choose(m_choice.take());
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return choose(m_choice.middleHalf());
    case Qt::Key_Minus:
        return emit widerWanted();
    case Qt::Key_Escape:
        if (m_choice.giveUp())
            return tell();
        break;
    default:
        break;
    }
    event->ignore();
}

void TimeBars::mousePressEvent(QMouseEvent* event) {
    const int bucket = bucketAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || bucket < 0)
        return event->ignore();
    m_choice.press(bucket);
    tell();
}

void TimeBars::mouseMoveEvent(QMouseEvent* event) {
    if (m_choice.hover(bucketAt(event->position().toPoint())))
        tell();
}

void TimeBars::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        choose(m_choice.release());
}

void TimeBars::leaveEvent(QEvent* event) {
    m_choice.leave();
    tell();
    QChartView::leaveEvent(event);
}

void TimeBars::focusInEvent(QFocusEvent* event) {
    QChartView::focusInEvent(event);
    m_choice.enter();
    tell();
}

void TimeBars::focusOutEvent(QFocusEvent* event) {
    QChartView::focusOutEvent(event);
    tell();
}

void TimeBars::wheelEvent(QWheelEvent* event) {
    event->ignore(); // the page scrolls
}

void TimeBars::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        fill();
}

void TimeBars::drawForeground(QPainter* painter, const QRectF&) {
    if (bucketCount() == 0)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto& t = tones();
    const auto span = m_choice.span();
    if (span)
        painter->fillRect(barPlace(span->from, span->to), veilOf(t.accent, 0.18F));
    else if (m_choice.hovered() >= 0 && m_choice.hovered() < bucketCount())
        painter->fillRect(barPlace(m_choice.hovered(), m_choice.hovered()), veilOf(t.text, 0.07F));
    if (hasFocus() && m_choice.current() >= 0) {
        painter->setPen(QPen(t.isDark ? t.link : t.accent, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(barPlace(m_choice.current(), m_choice.current()).adjusted(-1, 0.75, 1, 0), 2, 2);
    }
    paintAxis(*painter);
    painter->restore();
}

void TimeBars::paintAxis(QPainter& painter) const {
    const auto& t = tones();
    const QRectF plot = chart()->plotArea();
    painter.setPen(t.hairline);
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.setPen(t.quiet);
    painter.setFont(textFont(TextSize::Small));
    const QRectF below(plot.left(), plot.bottom() + 3, plot.width(), kAxisHeight - 4);
    const QString end = axisEnd(m_histogram, m_zone);
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, end);
    const double free = below.right() - painter.fontMetrics().horizontalAdvance(end) - 12;
    for (const AxisLabel& label : axisLabels(m_histogram, static_cast<int>(plot.width() / kLabelRoom), m_zone)) {
        const double left = barPlace(label.bucket, label.bucket).left();
        if (left + painter.fontMetrics().horizontalAdvance(label.text) < free)
            painter.drawText(QRectF(left, below.top(), kLabelRoom, below.height()), Qt::AlignLeft | Qt::AlignVCenter,
                             label.text);
    }
}

} // namespace muniment
