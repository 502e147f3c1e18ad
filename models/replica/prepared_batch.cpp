#include "models/replica/prepared_batch.h"

#include "models/replica/payload_codec.h"
#include "models/replica/replica.h"

namespace muniment {

PreparedBatch::PreparedBatch(Batch batch)
    : m_batch(std::move(batch)),
      m_names(m_batch.events),
      m_payloads(m_batch.events.size()) {
    std::vector<std::size_t> begins(m_payloads.size());
    for (std::size_t i = 0; i < m_payloads.size(); ++i) {
        begins[i] = m_stored.size();
        const auto& payload = m_batch.events[i].payload;
        if (!payload)
            continue;
        m_payloads[i].fault = checkCanonical(*payload);
        m_payloads[i].form = compressPayload(*payload, m_stored);
    }
    // The views are taken last: until here the bytes may still have moved.
    for (std::size_t i = 0; i < m_payloads.size(); ++i) {
        const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : m_stored.size();
        m_payloads[i].stored = std::string_view(m_stored).substr(begins[i], end - begins[i]);
    }
}

std::shared_ptr<PreparedBatch> prepareBatch(Batch batch) {
    return std::make_shared<PreparedBatch>(std::move(batch));
}

} // namespace muniment
