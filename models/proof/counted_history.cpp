#include "models/proof/counted_history.h"

#include "models/replica/run_state.h"

namespace muniment {

bool CountedHistory::take(const RecordedEvent& event) {
    if (m_closing)
        return false;
    if (serverTimeOf(event) > m_at) {
        m_closing = event.eventId;
        return false;
    }
    CountedEntity& entity = m_entities[event.aggregate];
    ++entity.events;
    entity.withheld += event.sealed.empty() ? 0 : 1;
    entity.isWhole = entity.isWhole && event.sequence == entity.events;
    noteMove(event);
    ++m_count;
    m_last = event.eventId;
    return true;
}

void CountedHistory::noteMove(const RecordedEvent& event) {
    if (event.aggregate.type != "org")
        return;
    if (event.type == "org.region.move.started")
        m_isMoving = true;
    else if (event.type == "org.region.move.cancelled" || event.type == "org.region.moved")
        m_isMoving = false;
}

} // namespace muniment
