// What belongs to the event: the same aggregate before and after it, the same request, the same command.
#pragma once

#include "models/items/related_rows.h"
#include "ui/details/shown_event.h"

#include <QWidget>

#include <optional>

namespace muniment {

class ValueTable;

/// Asks only while it is seen.
class RelatedTab : public QWidget {
    Q_OBJECT
public:
    RelatedTab(AskRelated ask, QWidget* parent);
    void tell(const ShownEvent& event);
    /// Only what had happened by then; absent: by now.
    void setAsOf(const std::optional<Moment>& asOf);
    /// More may have happened since.
    void refresh();

    [[nodiscard]] ValueTable* table() const { return m_table; }

    /// The event that the chosen row leads to; absent for words.
    [[nodiscard]] std::optional<EventNumber> chosenEvent() const;

signals:
    void eventWanted(muniment::EventNumber number);
    void failed(const muniment::Error& error);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void retranslate();
    void request();
    void take(const RelatedRequest& request, Result<RelatedEvents> related);
    void fill();
    [[nodiscard]] RelatedTarget targetAt(int row) const;
    void activate(int row);

    ValueTable* m_table;
    RequestSlot<RelatedRequest, RelatedEvents> m_slot;
    std::optional<RelatedRequest> m_request;
    std::optional<RelatedEvents> m_related; ///< the answer to it, or to one that reached less far
    std::vector<RelatedTarget> m_targets;
    ClockZone m_zone;
    std::optional<Moment> m_asOf;
    bool m_isStale = false;
};

} // namespace muniment
