// A small seeded generator whose numbers are the same on every machine, which the standard distributions are not.
#pragma once

#include "models/base/uuid.h"

#include <cstdint>

namespace muniment {

/// splitmix64: passes BigCrush, one addition and two multiplications a number.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next() {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    /// 0 ≤ result < 1.
    double fraction() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

    /// 0 ≤ result < bound; bound > 0.
    std::uint32_t below(std::uint32_t bound) {
        return static_cast<std::uint32_t>(((next() >> 32) * static_cast<std::uint64_t>(bound)) >> 32);
    }

    /// first ≤ result ≤ last.
    std::int64_t between(std::int64_t first, std::int64_t last) {
        return first + static_cast<std::int64_t>(fraction() * static_cast<double>(last - first + 1));
    }

    bool chance(double probability) { return fraction() < probability; }

    /// One of a fixed table.
    template <class Table>
    const auto& pick(const Table& table) {
        return table[below(static_cast<std::uint32_t>(table.size()))];
    }

    /// In the form of version 4.
    Uuid uuid() {
        Uuid id;
        const std::uint64_t halves[2] = {next(), next()};
        for (std::size_t i = 0; i < 16; ++i)
            id.bytes[i] = static_cast<std::uint8_t>(halves[i / 8] >> (i % 8 * 8));
        id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0f) | 0x40);
        id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3f) | 0x80);
        return id;
    }

private:
    std::uint64_t m_state;
};

} // namespace muniment
