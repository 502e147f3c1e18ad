// A narrow strip beside the timeline's scroll bar while something is searched for: dashes where the matches are in the
// list, the longer the more there are.
#pragma once

#include "models/items/formats.h"
#include "models/items/search_queries.h"
#include "models/items/timeline_model.h"
#include "ui/charts/refresh_pace.h"

#include <QWidget>

#include <optional>

class QScrollBar;

namespace muniment {

/// Follows the model's filter and total; hidden while nothing is searched for. Asks for a fixed number of parts of the
/// list, however long it is, and while new events come, at the pace of RefreshPace.
class MatchStrip : public QWidget {
    Q_OBJECT
public:
    MatchStrip(AskSlices ask, TimelineModel* model, QScrollBar* bar, QWidget* parent);

    /// Absent: nothing is searched for.
    void setSearch(const std::optional<FilterNode>& search);
    /// What matches may have changed.
    void refresh();
    void setZone(const ClockZone& zone);

    [[nodiscard]] const FoundSlices& slices() const { return m_slices; }

    /// The dash of a part, in the strip's own coordinates.
    [[nodiscard]] QRect placeOf(const FoundSlice& slice) const;
    /// "38 matches", and when they were logged.
    [[nodiscard]] QString words(const FoundSlice& slice) const;

signals:
    /// The uppermost match of the part that was clicked.
    void eventWanted(muniment::EventNumber number);
    void failed(const muniment::Error& error);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void takeWindow();
    void ask();
    void take(const SlicesRequest& request, Result<FoundSlices> slices);
    void retranslate();
    [[nodiscard]] const FoundSlice* sliceAt(const QPoint& place) const;

    TimelineModel* m_model;
    QScrollBar* m_bar;
    std::optional<FilterNode> m_search;
    FoundSlices m_slices;
    FilterNode m_askedFilter;
    std::optional<Moment> m_askedMoment;
    std::int64_t m_askedTotal = 0;
    RefreshPace m_pace;
    ClockZone m_zone{};
    RequestSlot<SlicesRequest, FoundSlices> m_slot;
};

} // namespace muniment
