// Random filters whose values are drawn from real events, so that most of them match something and few match
// everything.
#pragma once

#include "tests/timeline/naive_filter.h"

#include <random>
#include <span>

namespace muniment::test {

/// The same filters for the same seed. Every filter is in normal form and could have been typed.
class RandomFilter {
public:
    /// Both must outlive the generator; `events` must not be empty.
    RandomFilter(std::uint64_t seed, std::span<const NaiveEvent> events, const NaiveWorld& world);

    [[nodiscard]] FilterNode next();
    /// One condition that holds of some event, unless it is a comparison.
    [[nodiscard]] FilterTerm term();

private:
    [[nodiscard]] FilterNode node(int depth);
    [[nodiscard]] FilterTerm termOn(FilterField field);
    [[nodiscard]] FilterTerm payloadTerm();
    [[nodiscard]] FilterValue valueFor(FilterField field);
    [[nodiscard]] FilterValue wordsFrom(const std::set<std::string>& tokens);
    [[nodiscard]] FilterValue nameFrom(const std::string& id, const std::vector<std::string>& names);
    [[nodiscard]] FilterValue addressFrom(const NaiveEvent& event);
    [[nodiscard]] FilterValue timeNear(Instant time);
    [[nodiscard]] FilterValue idFrom(const std::optional<Uuid>& id);
    [[nodiscard]] FilterValue textOrPattern(const std::string& text);
    [[nodiscard]] FilterValue patternOf(const std::string& text);
    [[nodiscard]] FilterValue beginningOf(const std::string& text);

    [[nodiscard]] int below(int bound) { return static_cast<int>(m_random() % static_cast<std::uint64_t>(bound)); }

    [[nodiscard]] const NaiveEvent& anyEvent();

    [[nodiscard]] Comparison anyComparison() { return static_cast<Comparison>(below(5)); }

    std::mt19937_64 m_random;
    std::span<const NaiveEvent> m_events;
    const NaiveWorld& m_world;
};

} // namespace muniment::test
