// Offers, for the chosen event of the timeline, the command that takes it back, and opens the form that sends it.
#pragma once

#include "models/items/take_back.h"
#include "ui/pages/page.h"

namespace muniment {

class TimelinePage;

/// Carries out ActionId::TakeBack, whose words name the command.
class TakeBackActions : public QObject {
    Q_OBJECT
public:
    TakeBackActions(const PageContext& context, TimelinePage* timeline, QObject* parent);

    /// Also when the language has changed.
    void retranslate();

private:
    void look();
    void take(const TimelineRow& row, Result<TakeBack> back);
    void open();
    [[nodiscard]] QString objectionNow() const;

    PageContext m_context;
    TimelinePage* m_timeline;
    RequestSlot<TimelineRow, TakeBack> m_slot;
    std::optional<EventNumber> m_looked; ///< the event that was asked about last
    std::optional<TakeBack> m_back;      ///< of that event, once it is known
    std::optional<Error> m_failure;
    bool m_isOpening = false; ///< the form is wanted when the answer is there
};

} // namespace muniment
