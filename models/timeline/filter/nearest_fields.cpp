#include "models/domain/event_catalogue.h"
#include "models/timeline/filter/filter_fields.h"
#include "models/timeline/filter/filter_text.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr std::size_t kLongestSlip = 24;
constexpr std::size_t kMostSuggestions = 3;

/// How far a slip may be from what was meant.
std::size_t allowance(std::string_view name) {
    return std::max<std::size_t>(1, name.size() / 3);
}

/// Insertions, deletions, replacements and swaps of neighbours that make one name of the other (optimal string
/// alignment), ASCII case aside. Not worked out for names whose lengths alone are further apart than a slip may be.
std::size_t distanceOf(std::string_view a, std::string_view b) {
    const std::size_t lengths = a.size() < b.size() ? b.size() - a.size() : a.size() - b.size();
    if (lengths > allowance(a))
        return lengths;
    const auto differs = [&](std::size_t i, std::size_t j) { return !isEqualAnyCase(a.substr(i, 1), b.substr(j, 1)); };
    std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = i + j;
                continue;
            }
            cost[i][j] = std::min(
                {cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (differs(i - 1, j - 1) ? 1 : 0)});
            if (i > 1 && j > 1 && !differs(i - 1, j - 2) && !differs(i - 2, j - 1))
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    return cost[a.size()][b.size()];
}

bool isPrefix(std::string_view shorter, std::string_view longer) {
    return longer.size() > shorter.size() && isEqualAnyCase(longer.substr(0, shorter.size()), shorter);
}

std::optional<std::string> payloadFieldNamed(std::string_view name) {
    for (const auto& entry : EventCatalogue::instance().entries())
        for (const auto& field : entry.fields)
            if (isEqualAnyCase(field.name, name))
                return std::string(kPayloadPrefix) + field.name;
    return std::nullopt;
}

} // namespace

std::vector<std::string> nearestFilterFields(std::string_view name) {
    if (name.size() > kLongestSlip)
        return {};
    if (isEqualAnyCase(name, kPayloadPrefix.substr(0, kPayloadPrefix.size() - 1)))
        return {std::string(kPayloadPrefix)};

    struct Near {
        std::size_t distance;
        std::string_view name;
    };

    std::vector<Near> near;
    for (const auto& traits : filterFields()) {
        std::size_t distance = isPrefix(name, traits.name) ? 1 : distanceOf(name, traits.name);
        for (const auto alias : traits.aliases)
            distance = std::min(distance, distanceOf(name, alias));
        if (distance <= allowance(name))
            near.push_back({distance, traits.name});
    }
    std::stable_sort(near.begin(), near.end(), [](const Near& a, const Near& b) { return a.distance < b.distance; });
    std::vector<std::string> suggestions;
    if (auto payload = payloadFieldNamed(name))
        suggestions.push_back(std::move(*payload));
    for (const auto& field : near)
        if (suggestions.size() < kMostSuggestions)
            suggestions.emplace_back(field.name);
    return suggestions;
}

} // namespace muniment
