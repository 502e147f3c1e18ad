// Where a region lies, as far as its name says: those of AWS, Google Cloud and Azure, cities, and a few words. Nothing
// is asked of anybody; who runs a region of another name says where it lies (residency_settings.h keeps that).
#pragma once

#include "models/domain/event.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace muniment {

struct RegionPlace {
    double latitude = 0;  ///< degrees, north is positive
    double longitude = 0; ///< degrees, east is positive
    std::string name;     ///< a city, or of a word as wide as "eu" what it means: "Europe"; or what a person calls it

    bool operator==(const RegionPlace&) const = default;
};

/// "eu-central-1", "europe-west3-b", "westeurope", "prod-frankfurt-2", "eu"; in any case, with any of "-_. " between
/// the words. Absent for a name that says nothing of a place.
[[nodiscard]] std::optional<RegionPlace> placeOfRegion(std::string_view region);

/// What people say of regions whose names say nothing, or something wrong.
using RegionPlaces = std::map<RegionName, RegionPlace>;

/// As a person says it: any word that placeOfRegion() knows, or degrees with or without a name behind them,
/// "50.1, 8.7",
/// "-33.9 151.2 Sydney office". InvalidInput (field "place"; context "why": "unknown", "range") otherwise.
[[nodiscard]] Result<RegionPlace> parsePlace(std::string_view text);
/// What parsePlace() reads again: degrees and name.
[[nodiscard]] std::string printPlace(const RegionPlace& place);
/// `said` before what the name says.
[[nodiscard]] std::optional<RegionPlace> placeOfRegion(const RegionName& region, const RegionPlaces& said);

} // namespace muniment
