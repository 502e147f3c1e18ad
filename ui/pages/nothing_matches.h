// What stands in the place of the timeline when its filter leaves nothing: which condition did, and the way to take it
// away.
#pragma once

#include "models/items/timeline_queries.h"
#include "ui/widgets/cards.h"

namespace muniment {

/// Asks for the reasons by itself once it is told of a filter that leaves nothing.
class NothingMatches : public EmptyPlace {
    Q_OBJECT
public:
    NothingMatches(AskEmptyReasons ask, QWidget* parent);

    /// Asks once, until forget() or another filter.
    void explain(const FilterNode& filter, const std::optional<Moment>& asOf);
    /// Something matches, or may.
    void forget();

signals:
    /// The filter without the condition that was to be taken away.
    void filterWanted(const muniment::FilterNode& filter);
    void failed(const muniment::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    void take(const TimelineQuestion& question, Result<std::vector<EmptyReason>> reasons);
    void retranslate();

    FilterNode m_filter;
    std::optional<Moment> m_asOf;
    std::vector<EmptyReason> m_reasons;
    std::size_t m_removable = 0; ///< the condition that is offered to be taken away
    RequestSlot<TimelineQuestion, std::vector<EmptyReason>> m_slot;
};

} // namespace muniment
