#include "ui/filter/filter_chips.h"

#include "models/items/plain_text.h"
#include "ui/look/look.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/flow_layout.h"

#include <QEvent>
#include <QKeyEvent>

namespace muniment {

static constexpr int kMostCharacters = 60;

FilterChips::FilterChips(QWidget* parent) : QWidget(parent), m_layout(new FlowLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    name();
}

void FilterChips::setChips(const std::vector<FilterChip>& chips) {
    m_chips = chips;
    const bool hadFocus = std::ranges::any_of(m_buttons, &QWidget::hasFocus);
    while (m_buttons.size() > chips.size()) {
        m_layout->removeWidget(m_buttons.back());
        m_buttons.back()->deleteLater();
        m_buttons.back()->hide();
        m_buttons.pop_back();
    }
    while (m_buttons.size() < chips.size()) {
        auto* button = makeButton(this, "chip");
        button->setFont(monospaceFont());
        button->setLayoutDirection(Qt::LeftToRight);
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this, [this, place = m_buttons.size()] { emit removed(place); });
        m_buttons.push_back(button);
        m_layout->addWidget(button);
        button->show();
    }
    name();
    if (hadFocus && !m_buttons.empty())
        m_buttons.back()->setFocus();
}

void FilterChips::name() {
    setAccessibleName(tr("Conditions"));
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const QString text = plainText(m_chips[i].text);
        const QString shown =
            text.size() > kMostCharacters ? text.left(kMostCharacters - 1) + QStringLiteral("…") : text;
        auto* button = m_buttons[i];
        button->setText(QString(shown).replace(QLatin1Char('&'), QStringLiteral("&&")) + QStringLiteral("  ✕"));
        button->setAccessibleName(tr("Take away %1").arg(text));
        button->setToolTip(escapedHtml(button->accessibleName()));
    }
    updateGeometry();
}

bool FilterChips::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto found = std::ranges::find(m_buttons, watched);
    if (found == m_buttons.end())
        return QWidget::eventFilter(watched, event);
    const auto place = static_cast<std::size_t>(found - m_buttons.begin());
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit removed(place);
        return true;
    case Qt::Key_Left:
        m_buttons[place == 0 ? 0 : place - 1]->setFocus();
        return true;
    case Qt::Key_Right:
        m_buttons[std::min(place + 1, m_buttons.size() - 1)]->setFocus();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void FilterChips::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        name();
    QWidget::changeEvent(event);
}

} // namespace muniment
