#include "ui/charts/chart_legend.h"

#include "ui/look/look.h"
#include "ui/look/tones.h"

#include <QPainter>

namespace muniment {

namespace {

constexpr int kSquare = 9;
constexpr int kGap = 6;
constexpr int kBetween = 16;
constexpr int kLeastRoom = 360; ///< before names are left out

QString textOf(const LegendEntry& entry) {
    return entry.count.isEmpty() ? entry.name : entry.name + QStringLiteral("  ") + entry.count;
}

} // namespace

ChartLegend::ChartLegend(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ChartLegend::setEntries(std::vector<LegendEntry> entries) {
    m_entries = std::move(entries);
    QStringList words;
    for (const auto& entry : m_entries)
        words << textOf(entry).simplified();
    setAccessibleName(words.join(QStringLiteral(", ")));
    setToolTip(words.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

QSize ChartLegend::sizeHint() const {
    const QFontMetrics metrics(textFont(TextSize::Small));
    int width = 0;
    for (const auto& entry : m_entries)
        width += kSquare + kGap + metrics.horizontalAdvance(textOf(entry)) + kBetween;
    return {width, 20};
}

QSize ChartLegend::minimumSizeHint() const {
    return {std::min(sizeHint().width(), kLeastRoom), 20};
}

void ChartLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(textFont(TextSize::Small));
    const auto metrics = painter.fontMetrics();
    int x = 0;
    for (const auto& entry : m_entries) {
        const int width = kSquare + kGap + metrics.horizontalAdvance(textOf(entry));
        if (x > 0 && x + width > this->width())
            break;
        painter.setPen(Qt::NoPen);
        painter.setBrush(entry.colour);
        painter.drawRoundedRect(QRectF(x, (height() - kSquare) / 2.0, kSquare, kSquare), 2, 2);
        painter.setPen(tones().quiet);
        painter.drawText(QRect(x + kSquare + kGap, 0, this->width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft,
                         textOf(entry));
        x += width + kBetween;
    }
}

} // namespace muniment
