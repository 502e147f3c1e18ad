// The histogram above the timeline: what a filter matches over time, and the way to a part of it.
#pragma once

#include "models/items/histogram_queries.h"
#include "ui/charts/refresh_pace.h"

#include <QFrame>

#include <vector>

class QComboBox;
class QLabel;
class QPushButton;

namespace muniment {

class ChartLegend;
class ChartStage;
class TimeBars;

/// Asks by itself once it is given a question; while it asks, the last answer stays. Dragging over bars, a click on
/// one, or Enter asks for a part of time; the owner answers by a question with these limits (withTimeLimits()).
class TimelineHistogram : public QFrame {
    Q_OBJECT
public:
    TimelineHistogram(AskHistogram ask, QWidget* parent);
    ~TimelineHistogram() override;

    /// Asks when the question differs from the last one, but for `now`.
    void setQuestion(const TimelineQuestion& question);
    /// Events have come: asks the last question again, at the pace of RefreshPace.
    void refresh();
    void setZone(const ClockZone& zone);

    [[nodiscard]] TimeBars* bars() const { return m_bars; }

    [[nodiscard]] QComboBox* stacking() const { return m_stacking; }

signals:
    /// Show only what lies in this part of time, [from, to); open limits: all of it.
    void rangeChosen(const muniment::TimeLimits& limits);
    void failed(const muniment::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void ask();
    void take(const HistogramQuestion& question, Result<HistogramAnswer> answer);
    void takeLimits(const TimeLimits& limits);
    void goToZoom(std::size_t place);
    void widen();
    void updateZoom();
    [[nodiscard]] QString barText() const;
    void updateSpan();
    [[nodiscard]] std::vector<QString> seriesNames() const;

    RequestSlot<HistogramQuestion, HistogramAnswer> m_slot;
    HistogramQuestion m_question;
    TimeBars* m_bars;
    ChartLegend* m_legend;
    QLabel* m_span;
    QComboBox* m_stacking;
    QPushButton* m_previous;
    QPushButton* m_next;
    QPushButton* m_all;
    ChartStage* m_stage;
    RefreshPace m_pace;
    Histogram m_shown;
    std::optional<Facet> m_shownStacking;
    std::vector<TimeLimits> m_zooms{{}}; ///< limits asked for one after another
    std::size_t m_zoom = 0;              ///< the present one
    bool m_isAsked = false;
    bool m_isPerTenant = false; ///< the times beside it are in many zones
};

} // namespace muniment
