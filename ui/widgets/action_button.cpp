#include "ui/widgets/action_button.h"

#include "models/items/plain_text.h"
#include "ui/widgets/cards.h"

namespace muniment {

static void follow(QPushButton* button, const QAction* action) {
    setButtonText(button, QString(action->text()).remove(QLatin1Char('&')));
    button->setToolTip(escapedHtml(action->toolTip()));
    button->setEnabled(action->isEnabled());
}

QPushButton* makeActionButton(QWidget* parent, QAction* action, const char* kind) {
    auto* button = makeButton(parent, kind);
    QObject::connect(action, &QAction::changed, button, [button, action] { follow(button, action); });
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    follow(button, action);
    return button;
}

} // namespace muniment
