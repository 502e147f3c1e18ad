#include "models/regions/locality.h"

namespace muniment {

Locality parseLocality(std::string_view text) {
    Locality locality;
    while (!text.empty()) {
        const std::size_t end = text.find(',');
        const std::string_view tier = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (const std::size_t equals = tier.find('='); equals != std::string_view::npos && equals > 0)
            locality.push_back({std::string(tier.substr(0, equals)), std::string(tier.substr(equals + 1))});
    }
    return locality;
}

std::string formatLocality(const Locality& locality) {
    std::string text;
    for (const LocalityTier& tier : locality)
        text += (text.empty() ? "" : ",") + tier.key + "=" + tier.value;
    return text;
}

std::optional<std::string> regionOf(const Locality& locality) {
    for (const LocalityTier& tier : locality)
        if (tier.key == "region")
            return tier.value;
    return std::nullopt;
}

} // namespace muniment
