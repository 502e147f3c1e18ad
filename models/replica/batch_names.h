// The aggregates and actors that a batch names, each once: the writer asks its dictionaries for one where there are
// many.
#pragma once

#include "models/domain/event.h"

#include <cstdint>
#include <vector>

namespace muniment {

/// Each event's aggregate (tenant, type, id) and actor (type, id) as an index into those of the batch, which are
/// numbered in order of their first events. Made off the writer's thread.
class BatchNames {
public:
    explicit BatchNames(const std::vector<RecordedEvent>& events);

    [[nodiscard]] std::uint32_t aggregateOf(std::size_t event) const { return m_aggregateOf[event]; }

    [[nodiscard]] std::uint32_t actorOf(std::size_t event) const { return m_actorOf[event]; }

    [[nodiscard]] std::size_t aggregateCount() const { return m_aggregateCount; }

    [[nodiscard]] std::size_t actorCount() const { return m_actorCount; }

private:
    std::vector<std::uint32_t> m_aggregateOf, m_actorOf;
    std::size_t m_aggregateCount = 0, m_actorCount = 0;
};

} // namespace muniment
