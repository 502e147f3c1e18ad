// All of time as a bar: how many events there are when, and a handle at the moment that is shown.
#pragma once

#include "models/items/formats.h"
#include "models/replica/moment.h"
#include "models/timeline/match_set.h"

#include <QWidget>

#include <optional>

namespace muniment {

/// A click or a drag goes to an instant, with Shift it sets the begin of what is compared. Left and Right go event by
/// event, Page Up and Page Down a day, Home and End to the first and to the newest event.
class TimeScrubber : public QWidget {
    Q_OBJECT
public:
    explicit TimeScrubber(QWidget* parent);

    /// Of everything that is known, one series.
    void setHistogram(const Histogram& histogram);
    void setMoments(const std::optional<Moment>& since, const std::optional<Moment>& shown);
    void setZone(const ClockZone& zone);

    /// Absent where there is no time to go to.
    [[nodiscard]] std::optional<Instant> instantAt(int x) const;
    [[nodiscard]] int placeOf(Instant t) const;

    [[nodiscard]] QSize sizeHint() const override { return {400, 44}; }

    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 44}; }

signals:
    void instantChosen(muniment::Instant t);
    void sinceChosen(muniment::Instant t);
    void stepWanted(int events);
    void moveWanted(std::int64_t micros);
    void firstWanted();
    void lastWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void paintBars(QPainter& painter, const QColor& colour) const;
    [[nodiscard]] QRect insidePlace() const;
    void paintLabels(QPainter& painter) const;
    void paintHandle(QPainter& painter, Instant t, bool isFilled) const;
    [[nodiscard]] QRect barPlace() const;
    [[nodiscard]] Instant end() const;

    Histogram m_histogram;
    std::int64_t m_most = 0;
    std::optional<Moment> m_since;
    std::optional<Moment> m_shown;
    std::optional<int> m_dragged; ///< where the mouse holds the handle
    ClockZone m_zone;
};

} // namespace muniment
