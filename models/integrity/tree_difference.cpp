#include "models/integrity/tree_difference.h"

#include <algorithm>
#include <map>
#include <optional>

namespace muniment {

namespace {

constexpr std::size_t kLookAhead = 64;

class Comparison {
public:
    Comparison(std::span<const LeafCheck> expected, std::span<const LeafCheck> found, std::size_t most)
        : m_expected(expected),
          m_found(found),
          m_most(most) {}

    std::vector<TrailDifference> run() {
        while (m_differences.size() < m_most && (m_i < m_expected.size() || m_j < m_found.size())) {
            if (meet(m_i, m_j)) {
                ++m_i;
                ++m_j;
            } else if (!goOn()) {
                break;
            }
        }
        joinMoved();
        return std::move(m_differences);
    }

private:
    /// The leaves are the same, or both have come to the end.
    [[nodiscard]] bool meet(std::size_t i, std::size_t j) const {
        if (i >= m_expected.size() || j >= m_found.size())
            return i == m_expected.size() && j == m_found.size();
        return m_expected[i] == m_found[j];
    }

    void add(TrailChange change, std::size_t i, std::size_t j) { m_differences.push_back({change, i, j}); }

    /// Past the difference at hand; false: there is no way on.
    bool goOn() {
        if (m_j == m_found.size()) {
            add(TrailChange::Cut, m_i, m_j);
            return false;
        }
        for (std::size_t d = 1; d <= kLookAhead; ++d) {
            if (meet(m_i + d, m_j + d))
                return skip(TrailChange::Edited, d, d);
            if (meet(m_i + d, m_j))
                return skip(TrailChange::Deleted, d, 0);
            if (meet(m_i, m_j + d))
                return skip(TrailChange::Inserted, 0, d);
        }
        add(m_i == m_expected.size() ? TrailChange::Inserted : TrailChange::Rewritten, m_i, m_j);
        return false;
    }

    bool skip(TrailChange change, std::size_t expected, std::size_t found) {
        for (std::size_t d = 0; d < std::max(expected, found); ++d)
            add(change, m_i + (expected > 0 ? d : 0), m_j + (found > 0 ? d : 0));
        m_i += expected;
        m_j += found;
        return true;
    }

    [[nodiscard]] std::optional<LeafCheck> missing(const TrailDifference& difference) const {
        const bool isMissing = difference.change == TrailChange::Deleted || difference.change == TrailChange::Edited;
        return isMissing && difference.expected < m_expected.size() ? std::optional(m_expected[difference.expected])
                                                                    : std::nullopt;
    }

    [[nodiscard]] std::optional<LeafCheck> tooMany(const TrailDifference& difference) const {
        const bool isTooMany = difference.change == TrailChange::Inserted || difference.change == TrailChange::Edited;
        return isTooMany && difference.found < m_found.size() ? std::optional(m_found[difference.found]) : std::nullopt;
    }

    void joinMoved() {
        std::multimap<LeafCheck, std::size_t> taken;
        for (std::size_t i = 0; i < m_differences.size(); ++i)
            if (const auto check = missing(m_differences[i]))
                taken.emplace(*check, i);
        const std::vector<TrailDifference> origins = m_differences;
        std::vector<bool> isTold(m_differences.size(), true);
        for (TrailDifference& difference : m_differences) {
            const auto check = tooMany(difference);
            const auto from = check ? taken.find(*check) : taken.end();
            if (from == taken.end())
                continue;
            if (origins[from->second].change == TrailChange::Deleted)
                isTold[from->second] = false;
            difference.expected = origins[from->second].expected;
            difference.change = TrailChange::Reordered;
            taken.erase(from);
        }
        std::size_t i = 0;
        std::erase_if(m_differences, [&](const TrailDifference&) { return !isTold[i++]; });
    }

    std::span<const LeafCheck> m_expected, m_found;
    std::size_t m_most;
    std::size_t m_i = 0, m_j = 0;
    std::vector<TrailDifference> m_differences;
};

} // namespace

std::string_view trailChangeName(TrailChange change) {
    switch (change) {
    case TrailChange::Edited:
        return "edited";
    case TrailChange::Deleted:
        return "deleted";
    case TrailChange::Inserted:
        return "inserted";
    case TrailChange::Reordered:
        return "reordered";
    case TrailChange::Cut:
        return "cut";
    case TrailChange::Rewritten:
        return "rewritten";
    }
    return "unknown";
}

std::vector<TrailDifference> differencesOf(std::span<const LeafCheck> expected, std::span<const LeafCheck> found,
                                           std::size_t most) {
    return Comparison(expected, found, most).run();
}

} // namespace muniment
