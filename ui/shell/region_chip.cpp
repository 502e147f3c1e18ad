#include "ui/shell/region_chip.h"

#include "models/items/plain_text.h"
#include "ui/look/look.h"
#include "ui/look/tones.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPainter>

namespace muniment {

static bool needsAttention(RegionHealth health) {
    return health == RegionHealth::Down || health == RegionHealth::Stopped || health == RegionHealth::Held;
}

void paintHealth(QPainter& painter, const QRectF& place, RegionHealth health) {
    const auto& t = tones();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    switch (health) {
    case RegionHealth::Up:
        painter.setBrush(t.good);
        painter.drawEllipse(place.adjusted(1, 1, -1, -1));
        return;
    case RegionHealth::Down:
    case RegionHealth::Held: {
        painter.setBrush(t.warning);
        painter.drawPolygon(QPolygonF{{place.center().x(), place.top()}, place.bottomRight(), place.bottomLeft()});
        return;
    }
    case RegionHealth::Stopped:
        painter.setBrush(t.bad);
        painter.drawRect(place.adjusted(1, 1, -1, -1));
        return;
    default:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.quiet, 1.6));
        painter.drawEllipse(place.adjusted(1.5, 1.5, -1.5, -1.5));
    }
}

RegionChip::RegionChip(QWidget* parent) : QAbstractButton(parent) {
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setFont(textFont(TextSize::Normal));
}

void RegionChip::setStatus(const RegionStatus& status, const ClockZone& zone) {
    m_status = status;
    m_name = plainText(status.region.text());
    m_brief = regionBrief(status, zone);
    const auto story = regionStory(status, zone, systemClock().now()).join(QLatin1Char(' '));
    setToolTip(QStringLiteral("<p>%1</p>").arg(escapedHtml(story)));
    setAccessibleName(tr("Region %1: %2").arg(m_name, healthText(health())));
    setAccessibleDescription(m_brief);
    updateGeometry();
    update();
}

QSize RegionChip::sizeHint() const {
    const auto& metrics = fontMetrics();
    return {10 + 10 + 8 + metrics.horizontalAdvance(m_name) + 8 + metrics.horizontalAdvance(m_brief) + 12, 26};
}

void RegionChip::paintEvent(QPaintEvent*) {
    const auto& t = tones();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isLoud = needsAttention(health());
    painter.setPen(QPen(hasFocus() ? t.accent : isLoud ? t.warning : t.border, hasFocus() ? 1.5 : 1));
    painter.setBrush(isLoud ? t.warningSurface : underMouse() ? t.raised : t.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    paintHealth(painter, QRectF(10, (height() - 10) / 2.0, 10, 10), health());

    painter.setPen(t.text);
    int x = 28;
    painter.drawText(QRect(x, 0, width(), height()), Qt::AlignVCenter | Qt::AlignLeft, m_name);
    x += fontMetrics().horizontalAdvance(m_name) + 8;
    painter.setPen(isLoud ? t.warning : t.quiet);
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, m_brief);
}

RegionPopup::RegionPopup(const RegionStatus& status, const ClockZone& zone, QWidget* parent)
    : QFrame(parent, Qt::Popup) {
    setAttribute(Qt::WA_DeleteOnClose);
    setKind(this, "card");
    setFixedWidth(380);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    auto* title = makeLabel(this, TextSize::Normal, Tone::Normal, true);
    title->setText(QStringLiteral("%1 · %2").arg(plainText(status.region.text()), healthText(healthOf(status))));
    layout->addWidget(title);
    for (const auto& sentence : regionStory(status, zone, systemClock().now())) {
        auto* line = makeValueLabel(this);
        line->setText(sentence);
        layout->addWidget(line);
    }
    auto* endpoint = makeValueLabel(this);
    endpoint->setFont(monospaceFont());
    setTone(endpoint, Tone::Quiet);
    endpoint->setText(plainText(status.endpoint));
    layout->addWidget(endpoint);

    auto* buttons = new QHBoxLayout;
    auto* retry = makeButton(this);
    setButtonText(retry, tr("&Try Again Now"));
    auto* regions = makeButton(this, "flat");
    setButtonText(regions, tr("All &Regions"));
    buttons->addWidget(retry);
    buttons->addWidget(regions);
    buttons->addStretch();
    layout->addLayout(buttons);
    connect(retry, &QPushButton::clicked, this, &RegionPopup::retryChosen);
    connect(regions, &QPushButton::clicked, this, &RegionPopup::regionsChosen);
    for (auto* button : {retry, regions})
        connect(button, &QPushButton::clicked, this, &QWidget::close);
    setAccessibleName(title->text());
}

void RegionPopup::openBelow(const QWidget* chip) {
    adjustSize();
    move(chip->mapToGlobal(QPoint(0, chip->height() + 4)));
    show();
}

} // namespace muniment
