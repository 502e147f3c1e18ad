#include "models/replica/index/batch_words.h"

#include "models/replica/index/word_postings.h"
#include "models/replica/text_hash.h"

#include <algorithm>
#include <numeric>

namespace muniment {

bool BatchWords::add(std::uint32_t event, std::string_view word) {
    const PackedTerm packed(word);
    const std::uint32_t number = numberOf(packed.view());
    Term& term = m_terms[number];
    if (term.lastEvent == event)
        return false;
    term.lastEvent = event;
    ++term.count;
    m_pairs.emplace_back(number, event);
    return true;
}

std::uint32_t BatchWords::numberOf(std::string_view term) {
    const std::uint64_t hash = textHash(term);
    std::size_t at = hash & (m_slots.size() - 1);
    while (m_slots[at].number != kFree && !(m_slots[at].hash == hash && textOf(m_terms[m_slots[at].number]) == term))
        at = (at + 1) & (m_slots.size() - 1);
    if (m_slots[at].number != kFree)
        return m_slots[at].number;
    const auto number = static_cast<std::uint32_t>(m_terms.size());
    m_slots[at] = {hash, number};
    m_terms.push_back({m_texts.size(), static_cast<std::uint32_t>(term.size()), kFree, 0});
    m_texts.append(term);
    if (2 * m_terms.size() > m_slots.size())
        grow();
    return number;
}

void BatchWords::grow() {
    std::vector<Slot> old(4 * m_slots.size());
    old.swap(m_slots);
    for (const Slot& slot : old) {
        if (slot.number == kFree)
            continue;
        std::size_t at = slot.hash & (m_slots.size() - 1);
        while (m_slots[at].number != kFree)
            at = (at + 1) & (m_slots.size() - 1);
        m_slots[at] = slot;
    }
}

void BatchWords::sort() {
    std::vector<std::uint32_t> order(m_terms.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return textOf(m_terms[a]) < textOf(m_terms[b]); });
    std::vector<std::uint32_t> nextOf(m_terms.size());
    std::uint32_t total = 0;
    for (const std::uint32_t number : order) {
        nextOf[number] = total;
        m_words.push_back({textOf(m_terms[number]), total, total + m_terms[number].count});
        total += m_terms[number].count;
    }
    m_events.resize(total);
    for (const auto& [number, event] : m_pairs)
        m_events[nextOf[number]++] = event;
    m_pairs = {};
    m_slots = {};
    m_terms = {};
}

} // namespace muniment
