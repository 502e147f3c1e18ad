// Where a region lies, as far as its name says: those of AWS, Google Cloud and Azure, cities, and a few words. Nothing
// is asked of anybody; who runs a region of another name says where it lies.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace muniment {

struct RegionPlace {
    double latitude = 0;   ///< degrees, north is positive
    double longitude = 0;  ///< degrees, east is positive
    std::string_view name; ///< a city, or of a word as wide as "eu" what it means: "Europe"

    bool operator==(const RegionPlace&) const = default;
};

/// "eu-central-1", "europe-west3-b", "westeurope", "prod-frankfurt-2", "eu"; in any case, with any of "-_. " between
/// the words. Absent for a name that says nothing of a place.
[[nodiscard]] std::optional<RegionPlace> placeOfRegion(std::string_view region);

} // namespace muniment
