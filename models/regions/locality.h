// Where a node of CockroachDB says that it stands: "region=us-east1,az=c". It is what an operator typed at its start,
// and no proof of anything.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

struct LocalityTier {
    std::string key;
    std::string value;

    bool operator==(const LocalityTier&) const = default;
};

using Locality = std::vector<LocalityTier>;

/// Tiers from the widest to the narrowest; what has no '=' is left out. Empty for a node without locality.
[[nodiscard]] Locality parseLocality(std::string_view text);
[[nodiscard]] std::string formatLocality(const Locality& locality);
/// The value of the tier named "region"; absent when there is none.
[[nodiscard]] std::optional<std::string> regionOf(const Locality& locality);

} // namespace muniment
