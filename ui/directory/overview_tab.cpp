#include "ui/directory/overview_tab.h"

#include "ui/widgets/action_button.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/flow_layout.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>

namespace muniment {

static constexpr int kBadgeIcon = 18;

OverviewTab::OverviewTab(QWidget* parent)
    : QWidget(parent),
      m_badge(new QFrame(this)),
      m_badgeIcon(makeLabel(m_badge)),
      m_badgeText(makeLabel(m_badge, TextSize::Normal, Tone::Bad, true)),
      m_facts(nullptr),
      m_buttons(new FlowLayout),
      m_more(makeButton(this, "menu")) {
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto* inner = new QWidget(area);
    m_facts = new TextGrid(2, inner);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(2 * kGrid);
    auto* badge = new QHBoxLayout(m_badge);
    badge->setContentsMargins(0, 0, 0, 0);
    badge->setSpacing(kGrid);
    m_badgeIcon->setFixedSize(kBadgeIcon, kBadgeIcon);
    m_badgeText->setWordWrap(true);
    badge->addWidget(m_badgeIcon, 0, Qt::AlignTop);
    badge->addWidget(m_badgeText, 1);
    m_badge->hide();
    column->addWidget(m_badge);
    column->addWidget(m_facts);
    column->addLayout(m_buttons);
    column->addStretch();
    area->setWidget(inner);
    area->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
    m_more->hide();
    retranslate();
}

void OverviewTab::retranslate() {
    setButtonText(m_more, tr("&More"));
}

void OverviewTab::setBadge(const QString& text) {
    m_badgeText->setText(text);
    m_badge->setVisible(!text.isEmpty());
    if (!text.isEmpty())
        drawBadge();
}

QString OverviewTab::badge() const {
    return m_badgeText->text();
}

void OverviewTab::drawBadge() {
    m_badgeIcon->setPixmap(icon(QStringLiteral("dialog-warning")).pixmap(kBadgeIcon, kBadgeIcon));
}

void OverviewTab::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange && !badge().isEmpty()) // light and dark have icons of their own
        drawBadge();
    QWidget::changeEvent(event);
}

void OverviewTab::tell(const std::vector<std::vector<TextCell>>& facts) {
    m_facts->setRows(facts);
}

void OverviewTab::addButton(QAction* action) {
    m_buttons->addWidget(makeActionButton(this, action));
}

void OverviewTab::setMore(QMenu* menu) {
    m_more->setMenu(menu);
    m_buttons->addWidget(m_more);
    m_more->show();
}

} // namespace muniment
