// What the index knows a batch's events by, worked out off the writer's thread; the writer turns texts into codes.
#pragma once

#include "models/domain/event.h"
#include "models/replica/index/batch_words.h"
#include "models/replica/index/facet.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace muniment {

/// One property of a batch's events: each distinct value once, and for each event the number of its value.
template <class Value>
struct BatchColumn {
    static constexpr std::uint32_t kNone = UINT32_MAX; ///< the event has no such value

    std::vector<std::uint32_t> numberOf; ///< by event
    std::vector<Value> values;           ///< by number, in order of their first events
};

constexpr std::size_t kFacetNumbers = 12; ///< facets are numbered from 1

class BatchTraits {
public:
    /// Without words, to cut which is half of the work: for a file whose index knows none.
    enum class Words { Cut, LeftOut };

    explicit BatchTraits(std::span<const RecordedEvent> events, Words words = Words::Cut);

    /// Texts as words or tenants of the file; Mark has none, since marks are the writer's to give.
    [[nodiscard]] const BatchColumn<std::string>& facet(Facet facet) const {
        return m_facets[static_cast<std::size_t>(facet)];
    }

    /// Addresses as 4 or 16 bytes; an event whose source is no address has none.
    [[nodiscard]] const BatchColumn<std::string>& addresses() const { return m_addresses; }

    /// Fingerprints, see correlationFingerprint().
    [[nodiscard]] const BatchColumn<std::uint64_t>& correlations() const { return m_correlations; }

    [[nodiscard]] bool hasWords() const { return m_hasWords; }

    /// Those of eventWords() that are not found through the dictionaries of ids; none where they were left out.
    [[nodiscard]] const BatchWords& words() const { return m_words; }

    [[nodiscard]] std::size_t eventCount() const { return m_correlations.numberOf.size(); }

private:
    std::array<BatchColumn<std::string>, kFacetNumbers> m_facets;
    BatchColumn<std::string> m_addresses;
    BatchColumn<std::uint64_t> m_correlations;
    bool m_hasWords;
    BatchWords m_words;
};

/// 24 bits under which the index keeps a correlation id: who asks compares the events found, of which one in 256 chunks
/// is another's.
[[nodiscard]] std::uint64_t correlationFingerprint(const Uuid& id);

} // namespace muniment
