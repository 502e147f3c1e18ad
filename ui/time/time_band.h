// The permanent sign of the past, under the strip: which moment, what is known of it, and the way through time.
#pragma once

#include "models/items/histogram_queries.h"
#include "models/items/time_machine.h"
#include "ui/actions/action_registry.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace muniment {

class ElidedLabel;
class TimeScrubber;

/// Is there only while the window shows the past.
class TimeBand : public QFrame {
    Q_OBJECT
public:
    TimeBand(TimeMachine& time, AskHistogram ask, ActionRegistry& actions, QWidget* parent);

    void setZone(const ClockZone& zone);
    /// The page that is shown stands as it is now.
    void setPageOfNow(bool isOfNow);
    /// Known-through moves on without anything happening.
    void refresh();

    [[nodiscard]] TimeScrubber* scrubber() const { return m_scrubber; }

    [[nodiscard]] QPushButton* lateButton() const { return m_late; }

    /// "The past: 2026-03-14 09:00 UTC".
    [[nodiscard]] QString sign() const;
    /// What is inside, and which event came last.
    [[nodiscard]] QString story() const;
    /// A bound for each region.
    [[nodiscard]] QString bounds() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void takeMoment();
    void takeHistogram(Result<HistogramAnswer> answer);
    void tell();
    [[nodiscard]] bool isAhead() const;
    [[nodiscard]] QString storyText() const;
    [[nodiscard]] QString boundsText(const std::vector<RegionMoment>& regions) const;

    TimeMachine& m_time;
    QLabel* m_sign;
    ElidedLabel* m_story;
    ElidedLabel* m_bounds;
    QPushButton* m_late;
    TimeScrubber* m_scrubber;
    RequestSlot<HistogramQuestion, HistogramAnswer> m_slot;
    ClockZone m_zone;
    bool m_isPageOfNow = false;
};

} // namespace muniment
