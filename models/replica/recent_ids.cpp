#include "models/replica/recent_ids.h"

#include <algorithm>
#include <bit>

namespace muniment {

std::size_t RecentIds::Table::firstSlotOf(const Halves& id) {
    std::uint64_t hash = id.first ^ (id.second * 0x9E3779B97F4A7C15U);
    hash ^= hash >> 32;
    hash *= 0xD6E8FEB86659FD93U;
    hash ^= hash >> 32;
    return hash & (kSlots - 1);
}

std::size_t RecentIds::Table::slotOf(const Halves& id) const {
    std::size_t slot = firstSlotOf(id);
    while (ids[slot] != Halves{} && ids[slot] != id)
        slot = (slot + 1) & (kSlots - 1);
    return slot;
}

void RecentIds::expect(const Uuid& uuid) const {
    const std::size_t slot = Table::firstSlotOf(std::bit_cast<Halves>(uuid.bytes));
    __builtin_prefetch(&m_filling.ids[slot]);
    __builtin_prefetch(&m_before.ids[slot]);
}

bool RecentIds::insert(std::int64_t ordinal, const Uuid& uuid) {
    const auto id = std::bit_cast<Halves>(uuid.bytes);
    if (ordinal > 1 && (ordinal - 1) % kStretch == 0) {
        std::swap(m_before, m_filling);
        std::fill(m_filling.ids.begin(), m_filling.ids.end(), Halves{});
        m_filling.holdsNull = false;
    }
    if (id == Halves{}) {
        const bool wasThere = m_filling.holdsNull || m_before.holdsNull;
        m_filling.holdsNull = true;
        return wasThere;
    }
    const std::size_t slot = m_filling.slotOf(id);
    const bool isInFilling = m_filling.ids[slot] == id;
    m_filling.ids[slot] = id;
    return isInFilling || m_before.ids[m_before.slotOf(id)] == id;
}

} // namespace muniment
