// Ninety-six bits that stand for texts in the writer's memory.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace muniment {

/// Equal texts, equal fingerprints. That different texts share one is as good as impossible, also for somebody who
/// chooses the texts: the process draws its own secret when it starts. Hence it is never stored.
struct Fingerprint {
    std::uint64_t hash = 0;
    std::uint32_t check = 0;

    bool operator==(const Fingerprint&) const = default;
};

/// Of the texts in their order; where one ends and the next begins counts. Thread-safe.
[[nodiscard]] Fingerprint fingerprintOf(std::initializer_list<std::string_view> texts);

} // namespace muniment
