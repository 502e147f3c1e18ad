#include "ui/charts/lag_chart.h"

#include "models/items/plain_text.h"
#include "ui/charts/chart_legend.h"
#include "ui/look/look.h"
#include "ui/look/tones.h"

#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

namespace muniment {

namespace {

constexpr int kBand = 6;
constexpr int kBandStep = 12;
constexpr int kAxisHeight = 20;
constexpr int kTop = 18;
constexpr double kMinutes = 60;

QColor colourOf(std::size_t line) {
    const auto& categories = tones().categories;
    return categories[line % categories.size()];
}

QColor healthColour(RegionHealth health) {
    const auto& t = tones();
    switch (health) {
    case RegionHealth::Up:
        return t.good;
    case RegionHealth::Down:
    case RegionHealth::Stopped:
        return t.bad;
    case RegionHealth::Connecting:
    case RegionHealth::CatchingUp:
    case RegionHealth::Held:
    case RegionHealth::Paused:
    case RegionHealth::NotKept:
        break;
    }
    return t.warning;
}

double seconds(const LagSample& sample) {
    return sample.lag ? std::chrono::duration<double>(*sample.lag).count() : 0;
}

double highestOf(const std::vector<LagSample>& samples) {
    double highest = 0;
    for (const auto& sample : samples)
        highest = std::max(highest, seconds(sample));
    return highest;
}

QString secondsText(double value) {
    return formatDuration(std::chrono::milliseconds(static_cast<std::int64_t>(value * 1000)));
}

} // namespace

LagChart::LagChart(QWidget* parent)
    : QChartView(new QChart, parent),
      m_time(new QValueAxis(this)),
      m_lag(new QValueAxis(this)) {
    chart()->setBackgroundVisible(false);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->hide();
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_lag, Qt::AlignLeft);
    for (auto* axis : {m_time, m_lag})
        axis->setVisible(false);
    m_time->setRange(-kMinutes, 0);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    setRenderHint(QPainter::Antialiasing);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    fitMargins();
}

void LagChart::setHistory(const RegionLagHistory& history, Instant now) {
    m_lines.clear();
    m_now = now;
    for (const auto& [region, samples] : history.samples())
        m_lines.push_back({region, {samples.begin(), samples.end()}});
    m_current = std::clamp(m_current, 0, std::max(0, static_cast<int>(m_lines.size()) - 1));
    m_hovered = -1;
    fitMargins();
    fill();
    tell();
}

void LagChart::fitMargins() {
    const int bands = static_cast<int>(m_lines.size()) * kBandStep;
    chart()->setMargins(QMargins(2, kTop, 2, kAxisHeight + bands));
}

double LagChart::across(Instant t) const {
    return static_cast<double>(t - m_now) / (60.0 * kMicrosPerSecond);
}

void LagChart::fill() {
    chart()->removeAllSeries();
    m_highest = 1;
    for (std::size_t line = 0; line < m_lines.size(); ++line) {
        auto* series = new QLineSeries(this);
        QList<QPointF> points;
        for (const LagSample& sample : m_lines[line].samples)
            if (sample.lag)
                points << QPointF(across(sample.at), seconds(sample));
        if (!points.isEmpty()) // until now it went on like that
            points << QPointF(0, points.back().y());
        series->replace(points);
        series->setPen(QPen(colourOf(line), 1.8));
        m_highest = std::max(m_highest, highestOf(m_lines[line].samples));
        chart()->addSeries(series);
        series->attachAxis(m_time);
        series->attachAxis(m_lag);
    }
    m_lag->setRange(0, m_highest * 1.08);
    viewport()->update();
}

QString LagChart::lineText(const Line& line) const {
    const LagSample& now = line.samples.back();
    return tr("%1: %2, %3 behind, at most %4 in the last hour")
        .arg(plainText(line.region), healthText(now.health),
             now.lag ? formatDuration(*now.lag) : tr("not known how far"), secondsText(highestOf(line.samples)));
}

QString LagChart::readout() const {
    const int line = m_hovered >= 0 ? m_hovered : hasFocus() ? m_current : -1;
    if (line < 0 || line >= static_cast<int>(m_lines.size()))
        return {};
    return lineText(m_lines[static_cast<std::size_t>(line)]);
}

std::vector<LegendEntry> LagChart::legend() const {
    std::vector<LegendEntry> entries;
    for (std::size_t line = 0; line < m_lines.size(); ++line) {
        const LagSample& now = m_lines[line].samples.back();
        entries.push_back(
            {colourOf(line), plainText(m_lines[line].region),
             now.health == RegionHealth::Up && now.lag ? formatDuration(*now.lag) : healthText(now.health)});
    }
    return entries;
}

TextTable LagChart::table() const {
    TextTable table;
    table.header << tr("Region") << tr("State") << tr("Behind, in seconds") << tr("At most, in seconds");
    for (const Line& line : m_lines) {
        const LagSample& now = line.samples.back();
        table.rows.push_back({plainText(line.region), healthText(now.health),
                              now.lag ? QString::number(seconds(now), 'f', 1) : QString(),
                              QString::number(highestOf(line.samples), 'f', 1)});
    }
    return table;
}

void LagChart::activate(int item) {
    if (item >= 0 && item < static_cast<int>(m_lines.size()))
        emit regionChosen(QString::fromStdString(m_lines[static_cast<std::size_t>(item)].region));
}

void LagChart::tell() {
    viewport()->update();
    if (const QString now = readout(); now != accessibleDescription())
        setAccessibleDescription(now);
    emit readoutChanged();
}

QRectF LagChart::band(std::size_t line) const {
    const QRectF plot = chart()->plotArea();
    return {plot.left(), plot.bottom() + 6 + static_cast<double>(line) * kBandStep, plot.width(), kBand};
}

int LagChart::lineAt(const QPoint& place) const {
    const QPointF at = mapToScene(place);
    for (std::size_t line = 0; line < m_lines.size(); ++line)
        if (band(line).adjusted(0, -3, 0, 3).contains(at))
            return static_cast<int>(line);
    return -1;
}

void LagChart::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(m_lines.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Up:
        m_current = std::max(0, m_current - 1);
        return tell();
    case Qt::Key_Down:
        m_current = std::min(std::max(0, last), m_current + 1);
        return tell();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return activate(m_current);
    default:
        event->ignore();
    }
}

void LagChart::mouseMoveEvent(QMouseEvent* event) {
    const int line = lineAt(event->position().toPoint());
    if (std::exchange(m_hovered, line) != line)
        tell();
}

void LagChart::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        activate(lineAt(event->position().toPoint()));
}

void LagChart::leaveEvent(QEvent* event) {
    m_hovered = -1;
    tell();
    QChartView::leaveEvent(event);
}

void LagChart::focusInEvent(QFocusEvent* event) {
    QChartView::focusInEvent(event);
    tell();
}

void LagChart::focusOutEvent(QFocusEvent* event) {
    QChartView::focusOutEvent(event);
    tell();
}

void LagChart::wheelEvent(QWheelEvent* event) {
    event->ignore(); // the page scrolls
}

void LagChart::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    viewport()->update();
}

void LagChart::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        fill();
}

void LagChart::paintBand(QPainter& painter, std::size_t line) const {
    const auto& samples = m_lines[line].samples;
    const QRectF whole = band(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tones().hairline);
    painter.drawRect(whole);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const Instant end = i + 1 < samples.size() ? samples[i + 1].at : m_now;
        const double left = whole.left() + (1 + across(samples[i].at) / kMinutes) * whole.width();
        const double right = whole.left() + (1 + across(end) / kMinutes) * whole.width();
        // What needs somebody is thicker as well as of another colour.
        const bool isUp = samples[i].health == RegionHealth::Up;
        painter.setBrush(healthColour(samples[i].health));
        painter.drawRect(QRectF(left, whole.top() + (isUp ? 2 : 0), std::max(1.0, right - left), isUp ? 2 : kBand));
    }
    painter.setBrush(colourOf(line));
    painter.drawRoundedRect(QRectF(whole.left(), whole.top() - 1, 3, kBand + 2), 1, 1);
}

void LagChart::drawForeground(QPainter* painter, const QRectF&) {
    const auto& t = tones();
    const QRectF plot = chart()->plotArea();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(t.hairline);
    painter->drawLine(plot.bottomLeft(), plot.bottomRight());
    for (std::size_t line = 0; line < m_lines.size(); ++line)
        paintBand(*painter, line);
    const int marked = m_hovered >= 0 ? m_hovered : hasFocus() ? m_current : -1;
    if (marked >= 0 && marked < static_cast<int>(m_lines.size())) {
        painter->setPen(QPen(t.isDark ? t.link : t.accent, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(band(static_cast<std::size_t>(marked)).adjusted(-1, -2, 1, 2), 3, 3);
    }
    painter->setPen(t.quiet);
    painter->setFont(textFont(TextSize::Small));
    painter->drawText(QRectF(plot.left(), 0, plot.width(), kTop), Qt::AlignLeft | Qt::AlignVCenter,
                      tr("%1 behind").arg(secondsText(m_highest)));
    const double bottom = plot.bottom() + 6 + static_cast<double>(m_lines.size()) * kBandStep;
    const QRectF below(plot.left(), bottom - 2, plot.width(), kAxisHeight - 4);
    painter->drawText(below, Qt::AlignLeft | Qt::AlignVCenter, tr("1 hour ago"));
    painter->drawText(below, Qt::AlignHCenter | Qt::AlignVCenter, tr("30 minutes ago"));
    painter->drawText(below, Qt::AlignRight | Qt::AlignVCenter, tr("now"));
    painter->restore();
}

} // namespace muniment
