#include "ui/shell/message_bar.h"

#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>

namespace muniment {

static constexpr int kShownMillis = 12'000;

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent),
      m_text(makeLabel(this)),
      m_action(makeButton(this, "flat")),
      m_close(makeButton(this, "flat")) {
    setKind(this, "message");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 6, 4);
    m_text->setWordWrap(true);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    m_fade.setSingleShot(true);
    m_fade.setInterval(kShownMillis);
    connect(&m_fade, &QTimer::timeout, this, &MessageBar::dismiss);
    connect(m_close, &QPushButton::clicked, this, &MessageBar::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto todo = m_do;
        dismiss();
        todo();
    });
    retranslate();
    hide();
}

void MessageBar::retranslate() {
    setButtonText(m_close, tr("Dismiss"));
}

void MessageBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void MessageBar::say(Message message) {
    setProperty("state", message.kind == Message::Kind::Failed     ? QStringLiteral("bad")
                         : message.kind == Message::Kind::NotKnown ? QStringLiteral("warning")
                                                                   : QString());
    restyle(this);
    m_text->setText(message.text);
    m_do = std::move(message.action);
    setButtonText(m_action, message.actionText);
    m_action->setVisible(!message.actionText.isEmpty());
    if (message.kind == Message::Kind::Done)
        m_fade.start();
    else
        m_fade.stop();
    setAccessibleName(message.text);
    setVisible(true);
    QAccessibleEvent announced(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announced);
}

void MessageBar::dismiss() {
    m_fade.stop();
    hide();
}

QString MessageBar::text() const {
    return isHidden() ? QString() : m_text->text();
}

} // namespace muniment
