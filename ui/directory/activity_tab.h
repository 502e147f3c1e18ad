// What the entity did and what was done to it: its part of the timeline, newest first, as it comes in.
#pragma once

#include "models/items/timeline_model.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace muniment {

class TimelineTable;

/// Asks only while it is seen.
class ActivityTab : public QWidget {
    Q_OBJECT
public:
    ActivityTab(AskTimeline ask, QWidget* parent);
    /// Another filter or moment than before: its newest events.
    void tell(const FilterNode& filter, const std::optional<Moment>& asOf, const ClockZone& zone);
    /// New events have come.
    void refresh();
    void retranslate();

    [[nodiscard]] TimelineModel* model() const { return m_model; }

    [[nodiscard]] TimelineTable* table() const { return m_table; }

    [[nodiscard]] QPushButton* timelineButton() const { return m_toTimeline; }

signals:
    void eventChosen(muniment::EventNumber number);
    /// The whole timeline with this filter.
    void filterChosen(const muniment::FilterNode& filter);
    void failed(const muniment::Error& error);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void takeWindow();

    TimelineModel* m_model;
    TimelineTable* m_table;
    QLabel* m_found;
    QPushButton* m_toTimeline;
};

} // namespace muniment
