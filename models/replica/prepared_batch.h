// A batch as the writer takes it: the slow work per payload is done, by whatever thread read it.
#pragma once

#include "models/base/canonical_json.h"
#include "models/domain/event.h"
#include "models/replica/batch_names.h"

#include <string>
#include <string_view>
#include <vector>

namespace muniment {

class PreparedBatch {
public:
    struct Payload {
        std::string_view stored; ///< bytes for the row, in the batch's own memory
        int form = 0;            ///< see payload_codec.h
        PayloadFault fault = PayloadFault::None;
    };

    explicit PreparedBatch(Batch batch);
    PreparedBatch(const PreparedBatch&) = delete;
    PreparedBatch& operator=(const PreparedBatch&) = delete;

    [[nodiscard]] const Batch& batch() const { return m_batch; }

    /// One per event; meaningless where the event has no payload.
    [[nodiscard]] const std::vector<Payload>& payloads() const { return m_payloads; }

    [[nodiscard]] const BatchNames& names() const { return m_names; }

private:
    Batch m_batch;
    BatchNames m_names;
    std::string m_stored;
    std::vector<Payload> m_payloads;
};

} // namespace muniment
