#include "models/regions/region_places.h"

#include "models/base/canonical_json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>
#include <vector>

namespace muniment {

namespace {

struct Known {
    struct Place {
        double latitude, longitude;
        std::string_view name;
    };

    std::string_view names; ///< parted by blanks: regions of clouds as they are written, other words without hyphens
    Place place;
};

// To a tenth of a degree: what a map of the world shows.
constexpr Known kPlaces[]{
    {"us-east-1 us-east4 eastus ashburn virginia", {39.0, -77.5, "Ashburn"}},
    {"us-east-2 us-east5 us-gov-east-1 columbus ohio", {40.0, -83.0, "Columbus"}},
    {"us-west-1 westus sanfrancisco sanjose california", {37.4, -121.9, "San Francisco"}},
    {"us-west-2 us-gov-west-1 oregon portland", {45.8, -119.7, "Boardman"}},
    {"us-central1 councilbluffs iowa", {41.3, -95.9, "Council Bluffs"}},
    {"us-east1 charleston", {33.2, -80.0, "Charleston"}},
    {"us-south1 dallas", {32.8, -96.8, "Dallas"}},
    {"us-west1 thedalles", {45.6, -121.2, "The Dalles"}},
    {"us-west2 losangeles", {34.1, -118.2, "Los Angeles"}},
    {"us-west3 saltlakecity", {40.8, -111.9, "Salt Lake City"}},
    {"us-west4 lasvegas", {36.2, -115.1, "Las Vegas"}},
    {"eastus2 boydton", {36.7, -78.4, "Boydton"}},
    {"centralus desmoines", {41.6, -93.6, "Des Moines"}},
    {"northcentralus chicago", {41.9, -87.6, "Chicago"}},
    {"southcentralus sanantonio texas", {29.4, -98.5, "San Antonio"}},
    {"westus2 quincy", {47.2, -119.9, "Quincy"}},
    {"westus3 phoenix", {33.5, -112.1, "Phoenix"}},
    {"westcentralus cheyenne", {41.1, -104.8, "Cheyenne"}},
    {"newyork nyc", {40.7, -74.0, "New York"}},
    {"boston", {42.4, -71.1, "Boston"}},
    {"seattle", {47.6, -122.3, "Seattle"}},
    {"denver", {39.7, -105.0, "Denver"}},
    {"miami", {25.8, -80.2, "Miami"}},
    {"houston", {29.8, -95.4, "Houston"}},
    {"atlanta", {33.7, -84.4, "Atlanta"}},
    {"ca-central-1 northamerica-northeast1 montreal", {45.5, -73.6, "Montréal"}},
    {"ca-west-1 calgary", {51.0, -114.1, "Calgary"}},
    {"northamerica-northeast2 canadacentral toronto", {43.7, -79.4, "Toronto"}},
    {"canadaeast quebec", {46.8, -71.2, "Québec"}},
    {"vancouver", {49.3, -123.1, "Vancouver"}},
    {"mx-central-1 northamerica-south1 mexicocentral queretaro", {20.6, -100.4, "Querétaro"}},
    {"mexicocity", {19.4, -99.1, "Mexico City"}},
    {"sa-east-1 southamerica-east1 brazilsouth saopaulo", {-23.6, -46.6, "São Paulo"}},
    {"brazilsoutheast riodejaneiro", {-22.9, -43.2, "Rio de Janeiro"}},
    {"southamerica-west1 chilecentral santiago", {-33.5, -70.7, "Santiago"}},
    {"bogota", {4.7, -74.1, "Bogotá"}},
    {"buenosaires", {-34.6, -58.4, "Buenos Aires"}},
    {"lima", {-12.0, -77.0, "Lima"}},
    {"eu-west-1 northeurope dublin", {53.3, -6.3, "Dublin"}},
    {"eu-west-2 europe-west2 uksouth london", {51.5, -0.1, "London"}},
    {"ukwest cardiff", {51.5, -3.2, "Cardiff"}},
    {"manchester", {53.5, -2.2, "Manchester"}},
    {"eu-west-3 europe-west9 francecentral paris", {48.9, 2.4, "Paris"}},
    {"francesouth marseille", {43.3, 5.4, "Marseille"}},
    {"eu-central-1 europe-west3 germanywestcentral frankfurt", {50.1, 8.7, "Frankfurt"}},
    {"europe-west10 germanynorth berlin", {52.5, 13.4, "Berlin"}},
    {"hamburg", {53.6, 10.0, "Hamburg"}},
    {"munich muenchen", {48.1, 11.6, "Munich"}},
    {"nuremberg nuernberg nbg1", {49.5, 11.1, "Nuremberg"}},
    {"falkenstein fsn1", {50.5, 12.4, "Falkenstein"}},
    {"eu-central-2 europe-west6 switzerlandnorth zurich zuerich", {47.4, 8.5, "Zurich"}},
    {"switzerlandwest geneva genf", {46.2, 6.1, "Geneva"}},
    {"basel", {47.6, 7.6, "Basel"}},
    {"eu-north-1 europe-north2 stockholm", {59.3, 18.1, "Stockholm"}},
    {"swedencentral gavle", {60.7, 17.1, "Gävle"}},
    {"europe-north1 hamina", {60.6, 27.2, "Hamina"}},
    {"helsinki hel1", {60.2, 24.9, "Helsinki"}},
    {"norwayeast oslo", {59.9, 10.8, "Oslo"}},
    {"norwaywest stavanger", {59.0, 5.7, "Stavanger"}},
    {"copenhagen denmarkeast", {55.7, 12.6, "Copenhagen"}},
    {"eu-south-1 europe-west8 italynorth milan", {45.5, 9.2, "Milan"}},
    {"europe-west12 turin", {45.1, 7.7, "Turin"}},
    {"rome", {41.9, 12.5, "Rome"}},
    {"eu-south-2 zaragoza", {41.7, -0.9, "Zaragoza"}},
    {"europe-southwest1 spaincentral madrid", {40.4, -3.7, "Madrid"}},
    {"lisbon", {38.7, -9.1, "Lisbon"}},
    {"europe-west1 mons belgiumcentral", {50.5, 3.9, "Mons"}},
    {"brussels", {50.9, 4.4, "Brussels"}},
    {"europe-west4 eemshaven", {53.4, 6.8, "Eemshaven"}},
    {"westeurope amsterdam", {52.4, 4.9, "Amsterdam"}},
    {"europe-central2 polandcentral warsaw", {52.2, 21.0, "Warsaw"}},
    {"austriaeast vienna wien", {48.2, 16.4, "Vienna"}},
    {"prague", {50.1, 14.4, "Prague"}},
    {"athens", {38.0, 23.7, "Athens"}},
    {"istanbul", {41.0, 29.0, "Istanbul"}},
    {"kyiv", {50.5, 30.5, "Kyiv"}},
    {"me-south-1 bahrain manama", {26.2, 50.6, "Manama"}},
    {"me-central-1 uaenorth dubai", {25.2, 55.3, "Dubai"}},
    {"uaecentral abudhabi", {24.5, 54.4, "Abu Dhabi"}},
    {"me-central1 qatarcentral doha", {25.3, 51.5, "Doha"}},
    {"me-central2 dammam", {26.4, 50.1, "Dammam"}},
    {"riyadh", {24.7, 46.7, "Riyadh"}},
    {"il-central-1 me-west1 israelcentral telaviv", {32.1, 34.8, "Tel Aviv"}},
    {"cairo", {30.0, 31.2, "Cairo"}},
    {"lagos", {6.5, 3.4, "Lagos"}},
    {"nairobi", {-1.3, 36.8, "Nairobi"}},
    {"africa-south1 southafricanorth johannesburg", {-26.2, 28.0, "Johannesburg"}},
    {"af-south-1 southafricawest capetown", {-33.9, 18.4, "Cape Town"}},
    {"ap-south-1 asia-south1 westindia mumbai", {19.1, 72.9, "Mumbai"}},
    {"ap-south-2 hyderabad", {17.4, 78.5, "Hyderabad"}},
    {"asia-south2 delhi", {28.6, 77.2, "Delhi"}},
    {"centralindia pune", {18.5, 73.9, "Pune"}},
    {"southindia chennai", {13.1, 80.3, "Chennai"}},
    {"bangalore bengaluru", {13.0, 77.6, "Bengaluru"}},
    {"karachi", {24.9, 67.0, "Karachi"}},
    {"ap-southeast-1 asia-southeast1 southeastasia singapore sg", {1.3, 103.8, "Singapore"}},
    {"ap-southeast-3 asia-southeast2 indonesiacentral jakarta", {-6.2, 106.8, "Jakarta"}},
    {"ap-southeast-5 malaysiawest kualalumpur", {3.1, 101.7, "Kuala Lumpur"}},
    {"ap-southeast-7 bangkok", {13.8, 100.5, "Bangkok"}},
    {"manila", {14.6, 121.0, "Manila"}},
    {"hanoi", {21.0, 105.8, "Hanoi"}},
    {"ap-southeast-2 australia-southeast1 australiaeast sydney", {-33.9, 151.2, "Sydney"}},
    {"ap-southeast-4 australia-southeast2 australiasoutheast melbourne", {-37.8, 145.0, "Melbourne"}},
    {"australiacentral canberra", {-35.3, 149.1, "Canberra"}},
    {"perth", {-31.9, 115.9, "Perth"}},
    {"ap-southeast-6 newzealandnorth auckland", {-36.8, 174.8, "Auckland"}},
    {"ap-northeast-1 asia-northeast1 japaneast tokyo", {35.7, 139.7, "Tokyo"}},
    {"ap-northeast-3 asia-northeast2 japanwest osaka", {34.7, 135.5, "Osaka"}},
    {"ap-northeast-2 asia-northeast3 koreacentral seoul", {37.6, 127.0, "Seoul"}},
    {"koreasouth busan", {35.2, 129.1, "Busan"}},
    {"ap-east-1 asia-east2 eastasia hongkong", {22.3, 114.2, "Hong Kong"}},
    {"asia-east1 changhua", {24.1, 120.5, "Changhua"}},
    {"ap-east-2 taipei", {25.0, 121.6, "Taipei"}},
    {"cn-north-1 beijing", {39.9, 116.4, "Beijing"}},
    {"cn-northwest-1 ningxia zhongwei", {37.5, 105.2, "Zhongwei"}},
    {"shanghai", {31.2, 121.5, "Shanghai"}},
};

// So wide that only the whole name may mean it.
constexpr Known kWide[]{
    {"eu europe emea", {50.0, 10.0, "Europe"}},
    {"us usa america", {39.5, -98.4, "United States"}},
    {"uk gb", {53.0, -1.5, "United Kingdom"}},
    {"de germany deutschland", {51.0, 10.0, "Germany"}},
    {"ch switzerland schweiz", {46.8, 8.2, "Switzerland"}},
    {"at austria", {47.6, 14.1, "Austria"}},
    {"fr france", {46.8, 2.5, "France"}},
    {"es spain", {40.0, -3.6, "Spain"}},
    {"it italy", {42.8, 12.6, "Italy"}},
    {"nl netherlands", {52.2, 5.5, "Netherlands"}},
    {"se sweden", {62.0, 15.0, "Sweden"}},
    {"pl poland", {52.1, 19.4, "Poland"}},
    {"ie ireland", {53.2, -8.0, "Ireland"}},
    {"ca canada", {56.0, -106.0, "Canada"}},
    {"mx mexico", {23.9, -102.5, "Mexico"}},
    {"br brazil", {-10.8, -53.0, "Brazil"}},
    {"za southafrica", {-29.0, 25.1, "South Africa"}},
    {"africa", {2.0, 21.0, "Africa"}},
    {"asia", {34.0, 100.0, "Asia"}},
    {"ap apac", {10.0, 110.0, "Asia and Pacific"}},
    {"india", {22.0, 79.0, "India"}},
    {"jp japan", {36.5, 138.5, "Japan"}},
    {"kr korea", {36.4, 127.8, "South Korea"}},
    {"cn china", {35.0, 104.0, "China"}},
    {"au australia", {-25.0, 134.0, "Australia"}},
    {"nz newzealand", {-41.8, 172.5, "New Zealand"}},
    {"ae uae", {24.0, 54.0, "United Arab Emirates"}},
    {"il israel", {31.4, 35.0, "Israel"}},
};

// What stands before a place in a name and says nothing of it.
constexpr std::array<std::string_view, 12> kPrefixes{"aws",  "gcp",        "gcloud",  "google", "azure",  "az",
                                                     "prod", "production", "staging", "dc",     "region", "cloud"};
/// A city's name within a longer one.
constexpr std::size_t kFewestOfCity = 4;

bool isSeparator(char c) {
    return c == '-' || c == '_' || c == '.' || c == ' ';
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) {
    return c >= 'a' && c <= 'z';
}

/// Lower case, words parted by one hyphen each.
std::string normalized(std::string_view region) {
    std::string name;
    for (const char c : region) {
        if (!isSeparator(c))
            name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    while (!name.empty() && name.back() == '-')
        name.pop_back();
    return name;
}

std::vector<std::string_view> wordsOf(std::string_view text, char separator) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto end = std::min(text.find(separator), text.size());
        if (end > 0)
            words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::string withoutHyphens(std::string_view name) {
    std::string joined(name);
    std::erase(joined, '-');
    return joined;
}

std::optional<RegionPlace> named(std::span<const Known> places, std::string_view name) {
    for (const Known& known : places)
        if (std::ranges::count(wordsOf(known.names, ' '), name) > 0)
            return RegionPlace{known.place.latitude, known.place.longitude, std::string(known.place.name)};
    return std::nullopt;
}

/// "aws-eu-west-1" as "eu-west-1".
std::string_view withoutPrefix(std::string_view name) {
    const auto first = name.substr(0, name.find('-'));
    return first.size() < name.size() && std::ranges::count(kPrefixes, first) > 0 ? name.substr(first.size() + 1)
                                                                                  : name;
}

/// "eu-west-1a" as "eu-west-1", "europe-west3-b" as "europe-west3".
std::string_view withoutZone(std::string_view name) {
    const auto length = name.size();
    if (length < 3 || !isLetter(name.back()))
        return name;
    if (isDigit(name[length - 2]))
        return name.substr(0, length - 1);
    return name[length - 2] == '-' && isDigit(name[length - 3]) ? name.substr(0, length - 2) : name;
}

/// "frankfurt-2", "eu2" without their numbers.
std::string_view withoutNumber(std::string_view name) {
    while (!name.empty() && (isDigit(name.back()) || name.back() == '-'))
        name.remove_suffix(1);
    return name;
}

std::optional<RegionPlace> cityWithin(std::string_view name) {
    const auto words = wordsOf(name, '-');
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string joined;
        for (std::size_t last = i; last < words.size() && last < i + 3; ++last) {
            joined += words[last];
            const auto city = withoutNumber(joined);
            if (city.size() >= kFewestOfCity)
                if (const auto place = named(kPlaces, city))
                    return place;
        }
    }
    return std::nullopt;
}

/// A number at the beginning of `text`, and the rest without what parts it from the next.
std::optional<double> takeDegrees(std::string_view& text) {
    const auto* begin = text.data();
    double value = 0;
    const auto [end, error] = std::from_chars(begin, begin + text.size(), value);
    if (error != std::errc() || !std::isfinite(value))
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - begin));
    const auto blanks = text.find_first_not_of(" ,;°");
    if (blanks == 0 && !text.empty())
        return std::nullopt; // "8th street"
    text.remove_prefix(std::min(blanks, text.size()));
    return value;
}

} // namespace

std::optional<RegionPlace> placeOfRegion(std::string_view region) {
    const std::string whole = normalized(region);
    const std::string_view name = withoutPrefix(whole);
    for (const std::string_view candidate : {name, withoutZone(name)}) {
        if (const auto place = named(kPlaces, candidate))
            return place;
        if (const auto place = named(kPlaces, withoutHyphens(candidate)))
            return place;
    }
    if (const auto place = named(kWide, withoutHyphens(withoutNumber(name))))
        return place;
    return cityWithin(name);
}

std::optional<RegionPlace> placeOfRegion(const RegionName& region, const RegionPlaces& said) {
    const auto place = said.find(region);
    return place == said.end() ? placeOfRegion(region.text()) : std::optional(place->second);
}

Result<RegionPlace> parsePlace(std::string_view text) {
    std::string_view rest = text;
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    if (const auto latitude = takeDegrees(rest)) {
        if (const auto longitude = takeDegrees(rest)) {
            if (std::abs(*latitude) > 90 || std::abs(*longitude) > 180)
                return failure(ErrorCode::InvalidInput,
                               "degrees north go from -90 to 90, degrees east from -180 to 180",
                               {{"field", "place"}, {"why", "range"}});
            rest = rest.substr(0, rest.find_last_not_of(' ') + 1);
            return RegionPlace{*latitude, *longitude, std::string(rest)};
        }
    }
    if (auto place = placeOfRegion(text))
        return std::move(*place);
    return failure(ErrorCode::InvalidInput, "neither a known city or cloud region nor degrees such as 50.1, 8.7",
                   {{"field", "place"}, {"why", "unknown"}});
}

std::string printPlace(const RegionPlace& place) {
    return canonicalNumber(place.latitude) + ", " + canonicalNumber(place.longitude) +
           (place.name.empty() ? "" : " " + place.name);
}

} // namespace muniment
