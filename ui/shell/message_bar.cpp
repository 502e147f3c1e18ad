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
      m_other(makeButton(this, "flat")),
      m_close(makeButton(this, "flat")) {
    setKind(this, "message");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 6, 4);
    m_text->setWordWrap(true);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_other);
    layout->addWidget(m_close);
    m_fade.setSingleShot(true);
    m_fade.setInterval(kShownMillis);
    connect(&m_fade, &QTimer::timeout, this, &MessageBar::dismiss);
    connect(m_close, &QPushButton::clicked, this, &MessageBar::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] { carryOut(m_message.action); });
    connect(m_other, &QPushButton::clicked, this, [this] { carryOut(m_message.other); });
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

void MessageBar::carryOut(const std::function<void()>& action) {
    const auto todo = action; // it may say something else
    dismiss();
    todo();
}

void MessageBar::say(Message message) {
    m_message = std::move(message);
    setProperty("state", m_message.kind == Message::Kind::Failed     ? QStringLiteral("bad")
                         : m_message.kind == Message::Kind::NotKnown ? QStringLiteral("warning")
                                                                     : QString());
    restyle(this);
    m_text->setText(m_message.text);
    for (const auto& [button, text] : {std::pair(m_action, m_message.actionText), {m_other, m_message.otherText}}) {
        setButtonText(button, text);
        button->setVisible(!text.isEmpty());
    }
    if (m_message.kind == Message::Kind::Done)
        m_fade.start();
    else
        m_fade.stop();
    setAccessibleName(m_message.text);
    setVisible(true);
    QAccessibleEvent announced(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announced);
}

void MessageBar::dismiss() {
    m_fade.stop();
    hide();
}

void MessageBar::dismissDone() {
    if (m_message.kind == Message::Kind::Done)
        dismiss();
}

QString MessageBar::text() const {
    return isHidden() ? QString() : m_text->text();
}

} // namespace muniment
