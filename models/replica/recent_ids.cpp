#include "models/replica/recent_ids.h"

#include <algorithm>
#include <cstring>

namespace muniment {

namespace {

std::uint64_t mixed(const Uuid& id) {
    std::uint64_t halves[2];
    std::memcpy(halves, id.bytes.data(), sizeof halves);
    std::uint64_t hash = halves[0] ^ (halves[1] * 0x9E3779B97F4A7C15U);
    hash ^= hash >> 32;
    hash *= 0xD6E8FEB86659FD93U;
    return hash ^ hash >> 32;
}

} // namespace

std::size_t RecentIds::Table::slotOf(const Uuid& id) const {
    std::size_t slot = mixed(id) & (kSlots - 1);
    while (!ids[slot].isNull() && ids[slot] != id)
        slot = (slot + 1) & (kSlots - 1);
    return slot;
}

bool RecentIds::insert(std::int64_t ordinal, const Uuid& id) {
    if (ordinal > 1 && (ordinal - 1) % kStretch == 0) {
        std::swap(m_before, m_filling);
        std::fill(m_filling.ids.begin(), m_filling.ids.end(), Uuid{});
        m_filling.holdsNull = false;
    }
    if (id.isNull()) {
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
