#include "ui/widgets/labels.h"

#include "models/items/plain_text.h"
#include "ui/widgets/elided_text.h"

#include <QStyle>
#include <QVariant>

namespace muniment {

QLabel* makeLabel(QWidget* parent, TextSize size, Tone tone, bool isBold) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(textFont(size, isBold));
    setTone(label, tone);
    return label;
}

QLabel* makeValueLabel(QWidget* parent) {
    auto* label = makeLabel(parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    return label;
}

void restyle(QWidget* widget) {
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

void setKind(QWidget* widget, const char* kind) {
    widget->setProperty("kind", QLatin1String(kind));
}

void setTone(QLabel* label, Tone tone) {
    static constexpr const char* kNames[] = {"normal", "quiet", "good", "warning", "bad"};
    const QVariant name = QLatin1String(kNames[static_cast<int>(tone)]);
    if (label->property("tone") == name)
        return;
    label->setProperty("tone", name);
    restyle(label);
}

ElidedLabel::ElidedLabel(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElidedLabel::setWholeText(const QString& text) {
    m_whole = text;
    setToolTip(escapedHtml(text));
    setAccessibleName(text);
    updateGeometry();
    elide();
}

QSize ElidedLabel::minimumSizeHint() const {
    return {24, QLabel::minimumSizeHint().height()};
}

QSize ElidedLabel::sizeHint() const {
    return {fontMetrics().horizontalAdvance(m_whole) + 4, QLabel::sizeHint().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::elide() {
    setText(elidedText(m_whole, fontMetrics(), width()));
}

} // namespace muniment
