#include "ui/widgets/stale_line.h"

#include "models/base/clock.h"
#include "ui/look/look.h"
#include "ui/widgets/labels.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>

namespace muniment {

static constexpr int kIcon = 16;

StaleLine::StaleLine(QWidget* parent)
    : QFrame(parent),
      m_icon(makeLabel(this)),
      m_text(makeLabel(this, TextSize::Normal, Tone::Warning)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    m_icon->setFixedSize(kIcon, kIcon);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    hide();
}

void StaleLine::show(const std::vector<RegionOutage>& outages, const ClockZone& zone) {
    m_outages = outages;
    m_zone = zone;
    tell();
}

void StaleLine::tell() {
    const QString words = outageSentence(m_outages, m_zone, systemClock().now());
    const bool isNews = isHidden() && !words.isEmpty();
    if (words != m_text->text()) {
        m_icon->setPixmap(icon(QStringLiteral("dialog-warning")).pixmap(kIcon, kIcon));
        m_text->setText(words);
        setAccessibleName(words);
    }
    setVisible(!words.isEmpty());
    if (!isNews)
        return;
    QAccessibleEvent announced(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announced);
}

QString StaleLine::text() const {
    return isHidden() ? QString() : m_text->text();
}

void StaleLine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        tell();
    QFrame::changeEvent(event);
}

} // namespace muniment
