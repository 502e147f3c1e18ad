// Has this event id been seen lately in the run? Exact within a window, in constant memory and about 20 ns.
#pragma once

#include "models/base/uuid.h"

#include <cstdint>
#include <vector>

namespace muniment {

/// The ids of the stretch of kStretch ordinals that is being filled and of the one before it. What counts as "lately"
/// depends on ordinals alone, so two replicas of one log mark the same events whatever their batches were.
class RecentIds {
public:
    static constexpr std::int64_t kStretch = 32'768;

    /// First ordinal whose id must be known before `ordinal` can be asked for.
    [[nodiscard]] static std::int64_t firstNeeded(std::int64_t ordinal) {
        const std::int64_t stretch = (ordinal - 1) / kStretch;
        return stretch == 0 ? 1 : (stretch - 1) * kStretch + 1;
    }

    /// Takes in the id of the next ordinal; true when it was there already.
    bool insert(std::int64_t ordinal, const Uuid& uuid);
    /// Has the processor fetch what insert() of this id will look at: it lies anywhere in three megabytes.
    void expect(const Uuid& uuid) const;

private:
    static constexpr std::size_t kSlots = 2 * kStretch; // a power of two, half empty

    /// An id as two numbers, which compare without a call.
    struct Halves {
        std::uint64_t first = 0, second = 0;

        bool operator==(const Halves&) const = default;
    };

    struct Table {
        /// Where to begin to look for it.
        [[nodiscard]] static std::size_t firstSlotOf(const Halves& id);
        [[nodiscard]] std::size_t slotOf(const Halves& id) const;
        std::vector<Halves> ids = std::vector<Halves>(kSlots); ///< null: free
        bool holdsNull = false;
    };

    Table m_filling;
    Table m_before;
};

} // namespace muniment
