// What one node was at each time, where nearly every node was one thing all its life: the first stretch lies in an
// array, the rest in a table of the few.
#pragma once

#include "models/access/span.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace muniment {

/// For each node stretches that follow each other without overlap; in the gaps it was nothing.
template <class Value>
class Lifelines {
public:
    struct Stretch {
        [[no_unique_address]] Value value{};
        Span span{};
    };

    void resize(std::size_t nodes) { m_first.resize(nodes, Stretch{{}, kNotBegun}); }

    void shrinkToFit() { m_first.shrink_to_fit(); }

    /// From the event `from` on the node is `value`. A stretch that is open ends there, unless it has the same value.
    void begin(std::uint32_t node, const Value& value, Bound from) {
        Stretch* open = openOf(node);
        if (open != nullptr && open->value == value)
            return;
        if (open != nullptr)
            open->span.to = from;
        if (m_first[node].span == kNotBegun)
            m_first[node] = {value, {from, kOpen}};
        else
            m_later[node].push_back({value, {from, kOpen}});
    }

    /// From the event `from` on the node is nothing.
    void end(std::uint32_t node, Bound from) {
        if (Stretch* open = openOf(node))
            open->span.to = from;
    }

    /// nullptr: nothing, then.
    [[nodiscard]] const Stretch* at(std::uint32_t node, Bound bound) const {
        const Stretch& first = m_first[node];
        if (first.span.holds(bound))
            return &first;
        if (m_later.empty() || bound < first.span.from)
            return nullptr;
        const auto later = m_later.find(node);
        if (later == m_later.end())
            return nullptr;
        const auto found = std::find_if(later->second.begin(), later->second.end(),
                                        [&](const Stretch& stretch) { return stretch.span.holds(bound); });
        return found == later->second.end() ? nullptr : &*found;
    }

    template <class Visit>
    void forEach(std::uint32_t node, Visit&& visit) const {
        if (m_first[node].span == kNotBegun)
            return;
        visit(m_first[node]);
        if (const auto later = m_later.find(node); later != m_later.end())
            std::for_each(later->second.begin(), later->second.end(), visit);
    }

    [[nodiscard]] std::size_t bytes() const {
        std::size_t later = 0;
        for (const auto& [node, stretches] : m_later)
            later += 64 + stretches.capacity() * sizeof(Stretch);
        return m_first.capacity() * sizeof(Stretch) + later;
    }

private:
    static constexpr Span kNotBegun{kOpen, kOpen};

    [[nodiscard]] Stretch* openOf(std::uint32_t node) {
        if (m_first[node].span.to == kOpen && m_first[node].span != kNotBegun)
            return &m_first[node];
        const auto later = m_later.find(node);
        return later != m_later.end() && later->second.back().span.to == kOpen ? &later->second.back() : nullptr;
    }

    std::vector<Stretch> m_first;
    std::unordered_map<std::uint32_t, std::vector<Stretch>> m_later;
};

/// Of a node that is there or not.
struct Alive {
    bool operator==(const Alive&) const = default;
};

} // namespace muniment
