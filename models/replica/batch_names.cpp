#include "models/replica/batch_names.h"

#include "models/replica/text_hash.h"

#include <bit>

namespace muniment {

namespace {

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
    return (std::rotl(a, 23) ^ b) * 0x9E3779B97F4A7C15U;
}

std::uint64_t hashOf(const Actor& actor) {
    return mixed(textHash(actor.type), textHash(actor.id.text()));
}

/// Numbers things that are named by events. Open addressing, at most half full: one miss of the cache a look-up.
template <class IsSame>
class Numbering {
public:
    Numbering(std::size_t most, IsSame isSame) : m_slots(std::bit_ceil(2 * most + 1)), m_isSame(isSame) {}

    std::uint32_t numberOf(std::uint64_t hash, std::size_t event) {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = (hash ^ hash >> 32) & mask;
        while (m_slots[at].isTaken && !(m_slots[at].hash == hash && m_isSame(m_slots[at].firstEvent, event)))
            at = (at + 1) & mask;
        if (!m_slots[at].isTaken)
            m_slots[at] = {hash, event, m_count++, true};
        return m_slots[at].number;
    }

    [[nodiscard]] std::size_t count() const { return m_count; }

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::size_t firstEvent = 0;
        std::uint32_t number = 0;
        bool isTaken = false;
    };

    std::vector<Slot> m_slots;
    IsSame m_isSame;
    std::uint32_t m_count = 0;
};

} // namespace

BatchNames::BatchNames(const std::vector<RecordedEvent>& events)
    : m_aggregateOf(events.size()),
      m_actorOf(events.size()) {
    Numbering aggregates(events.size(), [&](std::size_t a, std::size_t b) {
        return events[a].aggregate == events[b].aggregate && events[a].tenant == events[b].tenant;
    });
    Numbering actors(events.size(), [&](std::size_t a, std::size_t b) { return events[a].actor == events[b].actor; });
    for (std::size_t i = 0; i < events.size(); ++i) {
        const RecordedEvent& event = events[i];
        const std::uint64_t aggregate = mixed(textHash(event.aggregate.type), textHash(event.aggregate.id.text()));
        m_aggregateOf[i] = aggregates.numberOf(mixed(aggregate, textHash(event.tenant.text())), i);
        m_actorOf[i] = actors.numberOf(hashOf(event.actor), i);
    }
    m_aggregateCount = aggregates.count();
    m_actorCount = actors.count();
}

} // namespace muniment
