#include "models/replica/code_table.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace muniment {

namespace {

constexpr std::size_t kFirstSlots = 4'096; // a power of two, as every later size

bool isTooFull(std::size_t entries, std::size_t places) {
    return entries * 5 > places * 4;
}

} // namespace

std::size_t CodeTable::placeOf(const Fingerprint& fingerprint) const {
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = fingerprint.hash & mask;
    while (m_slots[at].code != 0 && m_slots[at].fingerprint() != fingerprint)
        at = (at + 1) & mask;
    return at;
}

std::optional<CodeTable::Entry> CodeTable::find(const Fingerprint& fingerprint) const {
    if (m_slots.empty())
        return std::nullopt;
    const Slot& slot = m_slots[placeOf(fingerprint)];
    if (slot.code == 0 || slot.lastSequence == kForgotten)
        return std::nullopt;
    return Entry{slot.code, slot.lastSequence};
}

void CodeTable::put(const Fingerprint& fingerprint, const Entry& entry) {
    if (entry.code > std::numeric_limits<std::uint32_t>::max()) {
        m_hasForgotten = true;
        return;
    }
    if (isTooFull(m_count + 1, m_slots.size()))
        makeRoom();
    Slot& slot = m_slots[placeOf(fingerprint)];
    if (slot.code == 0)
        ++m_count;
    const bool isHeld = entry.lastSequence >= 0 && entry.lastSequence < kForgotten;
    m_hasForgotten = m_hasForgotten || !isHeld;
    slot = {static_cast<std::uint32_t>(fingerprint.hash), static_cast<std::uint32_t>(fingerprint.hash >> 32),
            fingerprint.check, static_cast<std::uint32_t>(entry.code),
            isHeld ? static_cast<std::uint32_t>(entry.lastSequence) : kForgotten};
}

void CodeTable::expect(const Fingerprint& fingerprint) const {
    if (!m_slots.empty())
        __builtin_prefetch(&m_slots[fingerprint.hash & (m_slots.size() - 1)]);
}

void CodeTable::makeRoom() {
    if (m_count < m_mostEntries) {
        refill(std::max(kFirstSlots, 2 * m_slots.size()), 0);
        return;
    }
    std::vector<std::uint32_t> codes;
    codes.reserve(m_count);
    for (const Slot& slot : m_slots)
        if (slot.code != 0)
            codes.push_back(slot.code);
    const auto middle = codes.begin() + static_cast<std::ptrdiff_t>(codes.size() / 2);
    std::nth_element(codes.begin(), middle, codes.end());
    m_hasForgotten = true;
    refill(m_slots.size(), *middle);
}

void CodeTable::refill(std::size_t places, std::uint32_t firstCode) {
    const std::vector<Slot> before = std::exchange(m_slots, std::vector<Slot>(places));
    m_count = 0;
    for (const Slot& slot : before) {
        if (slot.code == 0 || slot.code < firstCode)
            continue;
        m_slots[placeOf(slot.fingerprint())] = slot;
        ++m_count;
    }
}

} // namespace muniment
