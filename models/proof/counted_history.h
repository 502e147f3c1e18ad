// A tenant's events in the order of its logs, as far as they count at a moment.
#pragma once

#include "models/domain/event.h"

#include <cstdint>
#include <map>
#include <optional>

namespace muniment {

struct CountedEntity {
    std::int64_t events = 0;
    std::int64_t withheld = 0; ///< of them: what they say is not shown
    bool isWhole = true;       ///< they are numbered 1, 2, 3 … as they come
};

/// An event counts when neither it nor one before it was logged after the moment: so what counts is how a log begins,
/// and an event behind it shows that nothing is left out.
class CountedHistory {
public:
    explicit CountedHistory(Instant at) : m_at(at) {}

    /// The next of the tenant's events, epoch by epoch, each in the order of its log. False: it does not count.
    bool take(const RecordedEvent& event);

    [[nodiscard]] const std::map<AggregateKey, CountedEntity>& entities() const { return m_entities; }

    [[nodiscard]] std::uint64_t count() const { return m_count; }

    /// The last one that counts; absent: none does.
    [[nodiscard]] const std::optional<Uuid>& last() const { return m_last; }

    /// The first one that does not count was taken.
    [[nodiscard]] const std::optional<Uuid>& closing() const { return m_closing; }

    /// A move to another region was begun: its log may go on there.
    [[nodiscard]] bool isMoving() const { return m_isMoving; }

private:
    void noteMove(const RecordedEvent& event);

    Instant m_at;
    std::map<AggregateKey, CountedEntity> m_entities;
    std::uint64_t m_count = 0;
    std::optional<Uuid> m_last, m_closing;
    bool m_isMoving = false;
};

} // namespace muniment
