#include "models/replica/fingerprint.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <random>

namespace muniment {

namespace {

using Secret = std::array<std::uint64_t, 4>;

const Secret& secret() {
    static const Secret drawn = [] {
        std::random_device random;
        Secret words{};
        for (std::uint64_t& word : words)
            word = (std::uint64_t{random()} << 32 | random()) | 1U; // odd: multiplying by it loses nothing
        return words;
    }();
    return drawn;
}

/// Both halves of the 128-bit product, folded: every bit of the factors reaches every bit of the result.
std::uint64_t folded(std::uint64_t a, std::uint64_t b) {
    __extension__ using Wide = unsigned __int128;
    const Wide product = Wide{a} * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

class Lanes {
public:
    void add(std::uint64_t word) {
        m_first = folded(m_first ^ word, m_secret[0]) + m_secret[1];
        m_second = folded(m_second ^ word, m_secret[2]) + m_secret[3];
    }

    void add(std::string_view text) {
        add(text.size());
        while (!text.empty()) {
            std::uint64_t word = 0;
            const std::size_t taken = std::min(text.size(), sizeof word);
            std::memcpy(&word, text.data(), taken);
            add(word);
            text.remove_prefix(taken);
        }
    }

    [[nodiscard]] Fingerprint result() const {
        return {folded(m_first, m_secret[3]), static_cast<std::uint32_t>(folded(m_second, m_secret[1]))};
    }

private:
    const Secret& m_secret = secret();
    std::uint64_t m_first = m_secret[2];
    std::uint64_t m_second = m_secret[0];
};

} // namespace

Fingerprint fingerprintOf(std::initializer_list<std::string_view> texts) {
    Lanes lanes;
    for (const std::string_view text : texts)
        lanes.add(text);
    return lanes.result();
}

} // namespace muniment
