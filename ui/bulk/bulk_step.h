// One of the steps of a bulk change, as the window around them knows it.
#pragma once

#include <QWidget>

namespace muniment {

class BulkStep : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// It is the one shown from now on.
    virtual void enter() = 0;
    [[nodiscard]] virtual QString title() const = 0;
    /// What leads on, with mnemonic; empty: nothing does.
    [[nodiscard]] virtual QString nextText() const = 0;
    [[nodiscard]] virtual bool isReady() const = 0;
    /// Whether the next step may be gone to; what is missing is said at its place.
    [[nodiscard]] virtual bool complete() = 0;

    /// Something runs that Esc stops.
    [[nodiscard]] virtual bool isBusy() const { return false; }

    virtual void stop() {}

    virtual void retranslate() = 0;

signals:
    /// nextText(), isReady() or isBusy()
    void stateChanged();
};

} // namespace muniment
