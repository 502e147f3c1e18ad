// Reading side of the index: answers with ordinals, so that a filter is set operations. Written by IndexWriter in the
// batch's transaction; layout in resources/replica/index_v1.sql and design §5.
#pragma once

#include "models/replica/index/facet.h"
#include "models/replica/snapshot.h"

#include <cstdint>
#include <map>
#include <roaring/roaring.hh>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace muniment {

/// A value of a facet: its code in the file, and its text (an event type, a tenant's id, "Firefox", "10.1.0.0/16").
struct FacetValue {
    std::int64_t code = 0;
    std::string text;
};

/// Over one snapshot, for one thread. Ordinals of a run are the low 32 bits (a run holds less than 2^32 events).
/// Nothing beyond `bounds` is returned. Functions throw sqlite::Failure; FileCorrupt for a body that no writer made.
class EventIndex {
public:
    EventIndex(Snapshot& snapshot, RunBounds bounds);

    /// The runs inside the bounds, ascending.
    [[nodiscard]] const std::vector<std::int64_t>& runs() const { return m_runs; }

    /// From now on only events first … last of the run are asked about: answers hold them, and of others some or none.
    /// Chunks without them are not read.
    void narrow(std::int64_t run, std::int64_t first, std::int64_t last);

    /// Every event of the run that is there; what counts and negation start from.
    [[nodiscard]] Roaring present(std::int64_t run);
    [[nodiscard]] Roaring facet(std::int64_t run, Facet facet, std::int64_t code);
    /// The union of several values, loaded in one go.
    [[nodiscard]] Roaring facetAny(std::int64_t run, Facet facet, std::span<const std::int64_t> codes);
    /// Events with any of the values: codes of actors, aggregates, addresses. Of Correlation the values are
    /// fingerprints, and the answer holds a few events of other ids: ask correlated().
    [[nodiscard]] Roaring key(std::int64_t run, IndexKey key, std::span<const std::int64_t> values);
    /// Events with just this correlation id.
    [[nodiscard]] Roaring correlated(std::int64_t run, const Uuid& correlation);

    /// Whether the file keeps an index of words; without one, word() knows ids and addresses only.
    [[nodiscard]] bool hasWords();
    /// Events among whose words (event_words.h) the token is; `isPrefix`: one that begins so. A question is cut into
    /// tokens by tokenizer.h; what is no token finds nothing.
    [[nodiscard]] Roaring word(std::int64_t run, std::string_view token, bool isPrefix);

    /// Codes of all values a facet ever had in the file, ascending.
    [[nodiscard]] std::vector<std::int64_t> codes(Facet facet);
    /// The same with their texts.
    [[nodiscard]] std::vector<FacetValue> values(Facet facet);
    /// Codes of the addresses from `first` to `last`, both 4 or both 16 bytes: those of a network.
    [[nodiscard]] std::vector<std::int64_t> addresses(std::string_view first, std::string_view last);

private:
    /// Events whose actor's, aggregate's or tenant's id it is: those are not stored as words.
    [[nodiscard]] Roaring identified(std::int64_t run, std::string_view token, bool isPrefix);
    [[nodiscard]] Roaring fromAddress(std::int64_t run, std::string_view token, bool isPrefix);
    /// Last ordinal inside the bounds; 0: none.
    [[nodiscard]] std::int64_t lastOf(std::int64_t run) const;
    [[nodiscard]] std::int64_t firstChunkOf(std::int64_t run) const;

    Snapshot& m_snapshot;
    RunBounds m_bounds;
    std::vector<std::int64_t> m_runs;
    std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>> m_narrowed; ///< by run: first and last
};

} // namespace muniment
