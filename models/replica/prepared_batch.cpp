#include "models/replica/prepared_batch.h"

#include "models/merkle/leaf.h"
#include "models/replica/payload_codec.h"
#include "models/replica/replica.h"

namespace muniment {

PreparedBatch::PreparedBatch(Batch batch, BatchTraits::Words words)
    : m_batch(std::move(batch)),
      m_names(m_batch.region, m_batch.events),
      m_traits(m_batch.events, words),
      m_stored(m_batch.events.size()) {
    std::vector<std::size_t> begins(m_stored.size());
    LeafHasher hasher;
    m_leaves.reserve(m_stored.size());
    for (std::size_t i = 0; i < m_stored.size(); ++i) {
        begins[i] = m_payloads.size();
        const RecordedEvent& event = m_batch.events[i];
        m_leaves.push_back(hasher.hash(event));
        if (event.sourceIp)
            m_stored[i].sourceIp = packAddress(*event.sourceIp);
        m_stored[i].isCorrelatedByAggregate =
            event.correlationId && event.correlationId->text() == event.aggregate.id.text();
        if (!event.payload)
            continue;
        m_stored[i].fault = checkCanonical(*event.payload);
        m_stored[i].payloadForm = compressPayload(event, m_payloads);
    }
    // The views are taken last: until here the bytes may still have moved.
    for (std::size_t i = 0; i < m_stored.size(); ++i) {
        const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : m_payloads.size();
        m_stored[i].payload = std::string_view(m_payloads).substr(begins[i], end - begins[i]);
    }
}

std::shared_ptr<PreparedBatch> prepareBatch(Batch batch) {
    return std::make_shared<PreparedBatch>(std::move(batch));
}

} // namespace muniment
