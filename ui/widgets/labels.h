// Labels that show data. There is no other way to make one: QLabel's AutoText takes `a < b > c` for markup.
#pragma once

#include "ui/look/look.h"

#include <QLabel>
#include <QString>

namespace muniment {

enum class Tone { Normal, Quiet, Good, Warning, Bad };

/// PlainText; selectable when it holds a value that people copy.
[[nodiscard]] QLabel* makeLabel(QWidget* parent, TextSize size = TextSize::Normal, Tone tone = Tone::Normal,
                                bool isBold = false);
[[nodiscard]] QLabel* makeValueLabel(QWidget* parent);
void setTone(QLabel* label, Tone tone);
/// Re-evaluates the style sheet after a property it selects by has changed.
void restyle(QWidget* widget);
/// Sets `name` for the style sheet to select by.
void setKind(QWidget* widget, const char* kind);

/// A label of one line that is shortened at its end; the whole text is in its tool tip.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent);

    void setWholeText(const QString& text);

    [[nodiscard]] QString wholeText() const { return m_whole; }

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void elide();

    QString m_whole;
};

} // namespace muniment
