// Texts for the filter parser that are nearly right, and texts that mean harm.
#pragma once

#include <random>
#include <string>
#include <vector>

namespace muniment::test {

/// Good filters, cut, joined, doubled, and with bytes and pieces of the grammar put into them. The same for one seed.
class FilterMutations {
public:
    explicit FilterMutations(std::uint64_t seed) : m_random(seed) {}

    [[nodiscard]] std::string next();

private:
    [[nodiscard]] std::size_t below(std::size_t bound) { return static_cast<std::size_t>(m_random() % bound); }

    void mutate(std::string& text);

    std::mt19937_64 m_random;
};

/// SQL, full-text syntax, a megabyte, nesting, broken UTF-8, NUL, text that runs the other way.
[[nodiscard]] std::vector<std::string> hostileFilters();

} // namespace muniment::test
