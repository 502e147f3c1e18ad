// Random histories of one organization: everything that bears on access, also what careless writers do (members that
// never were, grants before their role, teams and resources that lie in themselves, clocks that stand still).
#pragma once

#include "tests/access/naive_access.h"

#include <random>

namespace muniment::test {

class RandomAccess {
public:
    /// The history begins at `start`.
    RandomAccess(unsigned seed, Instant start) : m_random(seed), m_clock(start) {}

    [[nodiscard]] std::vector<Fact> history(int events);

    [[nodiscard]] TeamMember subject();
    [[nodiscard]] std::string action();
    [[nodiscard]] std::string resource(); ///< at times the whole organization
    [[nodiscard]] std::size_t below(std::size_t count);

private:
    [[nodiscard]] std::string name(const char* kind, int count);
    [[nodiscard]] static std::string nth(const char* kind, int number);
    [[nodiscard]] Permission permission();
    [[nodiscard]] Fact fact();

    std::mt19937 m_random;
    Instant m_clock;
};

} // namespace muniment::test
