#include "ui/widgets/monospace_label.h"

namespace muniment {

QLabel* makeMonospaceLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(monospaceFont());
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    setTone(label, Tone::Normal);
    return label;
}

} // namespace muniment
