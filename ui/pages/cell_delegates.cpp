#include "ui/pages/cell_delegates.h"

#include "models/items/event_words.h"
#include "ui/look/look.h"
#include "ui/look/tones.h"

namespace muniment {

void FiguresDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    TextDelegate::initStyleOption(option, index);
    option->font = monospaceFont();
}

static void setTextColor(QStyleOptionViewItem* option, const QColor& color) {
    option->palette.setColor(QPalette::Text, color);
    option->palette.setColor(QPalette::HighlightedText, color);
}

void OutcomeDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    TextDelegate::initStyleOption(option, index);
    if (option->text == outcomeText("success")) {
        setTextColor(option, tones().quiet);
    } else if (!option->text.isEmpty()) {
        option->text.prepend(QStringLiteral("✕ "));
        option->font.setWeight(QFont::DemiBold);
        setTextColor(option, tones().bad);
    }
}

void StateDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    TextDelegate::initStyleOption(option, index);
    if (option->text == userStateText(UserLifecycle::Active)) {
        setTextColor(option, tones().good);
        option->text.prepend(QStringLiteral("● "));
    } else if (option->text == userStateText(UserLifecycle::Locked)) {
        setTextColor(option, tones().bad);
        option->text.prepend(QStringLiteral("■ "));
    } else if (option->text == userStateText(UserLifecycle::Inactive)) {
        setTextColor(option, tones().warning);
        option->text.prepend(QStringLiteral("▲ "));
    } else {
        setTextColor(option, tones().quiet);
    }
}

} // namespace muniment
