#include "models/replica/batch_names.h"

#include <bit>

namespace muniment {

namespace {

/// Numbers things by their fingerprints. Open addressing, at most half full: one miss of the cache a look-up.
class Numbering {
public:
    explicit Numbering(std::size_t most) : m_slots(std::bit_ceil(2 * most + 1)) {}

    std::uint32_t numberOf(const Fingerprint& fingerprint) {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = fingerprint.hash & mask;
        while (m_slots[at].number != kFree && !(m_slots[at].fingerprint == fingerprint))
            at = (at + 1) & mask;
        if (m_slots[at].number == kFree) {
            m_slots[at] = {fingerprint, static_cast<std::uint32_t>(m_found.size())};
            m_found.push_back(fingerprint);
        }
        return m_slots[at].number;
    }

    [[nodiscard]] std::vector<Fingerprint> found() && { return std::move(m_found); }

private:
    static constexpr std::uint32_t kFree = UINT32_MAX;

    struct Slot {
        Fingerprint fingerprint;
        std::uint32_t number = kFree;
    };

    std::vector<Slot> m_slots;
    std::vector<Fingerprint> m_found;
};

template <class Integer>
std::string_view bytesOf(const Integer& value) {
    return {reinterpret_cast<const char*>(&value), sizeof value};
}

} // namespace

BatchNames::BatchNames(const RegionName& region, const std::vector<RecordedEvent>& events)
    : m_aggregateOf(events.size()),
      m_actorOf(events.size()),
      m_kindOf(events.size()) {
    Numbering aggregates(events.size());
    Numbering actors(events.size());
    Numbering kinds(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        const RecordedEvent& event = events[i];
        m_aggregateOf[i] = aggregates.numberOf(
            fingerprintOf({region.text(), event.tenant.text(), event.aggregate.type, event.aggregate.id.text()}));
        m_actorOf[i] = actors.numberOf(fingerprintOf({event.actor.type, event.actor.id.text()}));
        m_kindOf[i] = kinds.numberOf(
            fingerprintOf({event.type, event.outcome, event.writer, bytesOf(event.epoch), bytesOf(event.revision)}));
    }
    m_aggregates = std::move(aggregates).found();
    m_actors = std::move(actors).found();
    m_kindCount = std::move(kinds).found().size();
}

} // namespace muniment
