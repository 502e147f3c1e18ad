// A batch as the writer takes it: the slow work per payload is done, by whatever thread read it.
#pragma once

#include "models/base/canonical_json.h"
#include "models/domain/event.h"
#include "models/merkle/hash.h"
#include "models/replica/address_codec.h"
#include "models/replica/batch_names.h"
#include "models/replica/index/batch_traits.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

class PreparedBatch {
public:
    /// What of an event goes into its row otherwise than it came.
    struct Stored {
        std::string_view payload; ///< bytes for the row, in the batch's own memory; meaningless without a payload
        int payloadForm = 0;      ///< see payload_codec.h
        PayloadFault fault = PayloadFault::None;
        std::optional<PackedAddress> sourceIp;
        bool isCorrelatedByAggregate = false; ///< its correlation id is its aggregate's id
    };

    explicit PreparedBatch(Batch batch, BatchTraits::Words words = BatchTraits::Words::Cut);
    PreparedBatch(const PreparedBatch&) = delete;
    PreparedBatch& operator=(const PreparedBatch&) = delete;

    [[nodiscard]] const Batch& batch() const { return m_batch; }

    /// One per event.
    [[nodiscard]] const std::vector<Stored>& stored() const { return m_stored; }

    [[nodiscard]] const BatchNames& names() const { return m_names; }

    [[nodiscard]] const BatchTraits& traits() const { return m_traits; }

    /// Leaf hashes, one per event.
    [[nodiscard]] const std::vector<Hash>& leaves() const { return m_leaves; }

private:
    Batch m_batch;
    BatchNames m_names;
    BatchTraits m_traits;
    std::string m_payloads;
    std::vector<Stored> m_stored;
    std::vector<Hash> m_leaves;
};

} // namespace muniment
