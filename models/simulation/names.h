// Names that people and companies could have, by part of the world.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace muniment {

class Random;

/// A name as it is written, and its plain letters for user names and addresses.
struct PersonName {
    const char* written;
    const char* plain;
};

/// How people of one part of the world are called and where they are.
struct Culture {
    std::span<const PersonName> firstNames;
    std::span<const PersonName> lastNames;
    std::span<const char* const> countries;      ///< ISO 3166; the first is the likeliest
    std::span<const char* const> languages;      ///< one for each country
    std::span<const char* const> companyEndings; ///< "GmbH", "Inc." …
    int utcOffsetHours = 0;
};

/// By the region's name: eu-*, us-* and ap-* have their own, every other one takes the first.
[[nodiscard]] const Culture& cultureOf(std::string_view region);

/// "Norden Logistik GmbH". Not unique: the caller adds a place or number when it meets a name twice.
[[nodiscard]] std::string companyName(Random& random, const Culture& culture);
/// "norden-logistik-gmbh": ASCII letters, digits and hyphens of a company's name.
[[nodiscard]] std::string domainLabel(std::string_view company);
/// Places that tell companies of the same name apart.
[[nodiscard]] std::string_view placeName(Random& random);

} // namespace muniment
