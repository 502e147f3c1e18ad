// Random trees in normal form whose texts are as odd as can be typed: blanks of all kinds, quotes, operators, keywords,
// escapes, other scripts, control characters.
#pragma once

#include "models/timeline/filter/filter.h"

#include <random>

namespace muniment::test {

class OddFilter {
public:
    explicit OddFilter(std::uint64_t seed) : m_random(seed) {}

    [[nodiscard]] FilterNode next();

private:
    [[nodiscard]] FilterNode node(int depth, int parent);
    [[nodiscard]] FilterTerm term();
    [[nodiscard]] FilterTerm words();
    [[nodiscard]] FilterValue value(FilterField field);
    [[nodiscard]] std::string text();

    [[nodiscard]] int below(int bound) { return static_cast<int>(m_random() % static_cast<std::uint64_t>(bound)); }

    std::mt19937_64 m_random;
};

} // namespace muniment::test
