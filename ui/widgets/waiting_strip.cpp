#include "ui/widgets/waiting_strip.h"

#include "ui/look/look.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>

namespace muniment {

static constexpr int kSoonMillis = 250;
static constexpr int kBarWidth = 160;

WaitingStrip::WaitingStrip(QWidget* parent)
    : QFrame(parent),
      m_text(makeLabel(this, TextSize::Normal, Tone::Quiet)),
      m_bar(new QProgressBar(this)),
      m_button(makeButton(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    row->addWidget(m_text);
    row->addWidget(m_bar);
    row->addWidget(m_button);
    row->addStretch();
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(kBarWidth);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMillis);
    connect(&m_soon, &QTimer::timeout, this, &QWidget::show);
    connect(m_button, &QPushButton::clicked, this, [this] {
        const bool wasWaiting = isWaiting();
        m_state = wasWaiting ? State::Cancelled : State::Idle;
        tell();
        wasWaiting ? emit cancelled() : emit askedAgain();
    });
    hide();
    tell();
}

void WaitingStrip::setWords(const QString& words) {
    m_words = words;
    tell();
}

void WaitingStrip::begin() {
    m_state = State::Waiting;
    m_soon.start();
    tell();
}

void WaitingStrip::end() {
    m_state = State::Idle;
    m_soon.stop();
    hide();
}

void WaitingStrip::tell() {
    const bool isCancelled = m_state == State::Cancelled;
    m_text->setText(isCancelled ? tr("Cancelled: the list is not what was asked for.") : m_words);
    m_bar->setVisible(!isCancelled);
    m_bar->setAccessibleName(m_words);
    setButtonText(m_button, isCancelled ? tr("Ask Again") : tr("Cancel"));
}

void WaitingStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        tell();
    QFrame::changeEvent(event);
}

} // namespace muniment
