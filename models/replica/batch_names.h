// The aggregates and actors that a batch names, each once: the writer asks its dictionaries for one where there are
// many.
#pragma once

#include "models/domain/event.h"
#include "models/replica/fingerprint.h"

#include <cstdint>
#include <vector>

namespace muniment {

/// Each event's aggregate (tenant, type, id), actor (type, id) and kind (type, outcome, writer, epoch, revision) as an
/// index into those of the batch, which are numbered in order of their first events. Made off the writer's thread.
class BatchNames {
public:
    BatchNames(const RegionName& region, const std::vector<RecordedEvent>& events);

    [[nodiscard]] std::uint32_t aggregateOf(std::size_t event) const { return m_aggregateOf[event]; }

    [[nodiscard]] std::uint32_t actorOf(std::size_t event) const { return m_actorOf[event]; }

    /// aggregateOf() and actorOf() of all events.
    [[nodiscard]] const std::vector<std::uint32_t>& aggregateNumbers() const { return m_aggregateOf; }

    [[nodiscard]] const std::vector<std::uint32_t>& actorNumbers() const { return m_actorOf; }

    [[nodiscard]] std::uint32_t kindOf(std::size_t event) const { return m_kindOf[event]; }

    /// Of region, tenant, type and id.
    [[nodiscard]] const std::vector<Fingerprint>& aggregates() const { return m_aggregates; }

    /// Of type and id.
    [[nodiscard]] const std::vector<Fingerprint>& actors() const { return m_actors; }

    [[nodiscard]] std::size_t kindCount() const { return m_kindCount; }

private:
    std::vector<std::uint32_t> m_aggregateOf, m_actorOf, m_kindOf;
    std::vector<Fingerprint> m_aggregates, m_actors;
    std::size_t m_kindCount = 0;
};

} // namespace muniment
