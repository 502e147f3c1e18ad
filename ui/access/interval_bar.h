// When something was true: a bar for each time it was, over all that is known, and a mark at the moment that is shown.
#pragma once

#include "models/items/access_sentence.h"
#include "ui/charts/chart.h"

#include <QWidget>

namespace muniment {

/// Left and Right go from turn to turn (where it became true, where it ended), Enter shows the window as of the turn,
/// Space its event; a click goes to the instant. An item of the chart is a time it was true.
class IntervalBar : public QWidget, public Chart {
    Q_OBJECT
public:
    explicit IntervalBar(QWidget* parent);

    /// `until` is the end of what is known.
    void setTimes(const std::vector<AccessTimes>& times, const std::optional<Moment>& shown, Instant until);
    void setZone(const ClockZone& zone);

    /// The turn that keys have chosen, in words; empty: none.
    [[nodiscard]] QString readout() const;

    [[nodiscard]] int turns() const { return static_cast<int>(m_turns.size()); }

    [[nodiscard]] int current() const { return m_current; }

    [[nodiscard]] int placeOf(Instant t) const;

    [[nodiscard]] QWidget* widget() override { return this; }

    [[nodiscard]] TextTable table() const override;
    void activate(int item) override;

    [[nodiscard]] QSize sizeHint() const override { return {400, 52}; }

    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 52}; }

signals:
    void momentChosen(muniment::Instant at);
    void eventChosen(muniment::EventNumber number);
    void readoutChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Turn {
        Instant at;
        std::optional<AccessCause> cause;
        bool isBegin = true;
    };

    void retranslate();
    void moveTo(int turn);
    void paintAxis(QPainter& painter) const;
    [[nodiscard]] QRect barPlace() const;

    std::vector<AccessTimes> m_times;
    std::vector<Turn> m_turns; ///< in order of time
    std::optional<Moment> m_shown;
    Instant m_from, m_to;
    ClockZone m_zone;
    int m_current = -1;
};

} // namespace muniment
