// Until when a region's log is known, from the samples that its tail pages carry. Design §4 "Known-through".
#pragma once

#include "models/eventstore/event_store.h"

#include <deque>
#include <optional>

namespace muniment {

/// A page says that no transaction had begun at or beyond its snapshotEnd when the server's clock showed its time. Once
/// the horizon has come that far, every event of that time has been read.
class KnownThrough {
public:
    explicit KnownThrough(StoreFlavour flavour) : m_flavour(flavour) {}

    /// To be called with every page in order, full ones too.
    void note(const TailPage& page);

    /// Never goes back; absent until the tail was reached once.
    [[nodiscard]] std::optional<Instant> instant() const { return m_instant; }

private:
    struct Sample {
        Position snapshotEnd;
        Instant time;
    };

    void keep(Sample sample);
    /// A horizon that is held for hours: every second sample goes, and every second one to come. Coarser, never wrong.
    void thinOut();
    void reach(Instant instant);

    StoreFlavour m_flavour;
    std::deque<Sample> m_samples; ///< ascending by snapshotEnd
    std::int64_t m_stride = 1;    ///< how many samples one kept sample stands for
    std::int64_t m_kept = 0;
    bool m_isLastProvisional = false; ///< the newest sample is replaced by the next one
    std::optional<Instant> m_instant;
};

} // namespace muniment
