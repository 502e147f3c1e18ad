#include "models/simulation/habits.h"

#include "models/simulation/names.h"
#include "models/simulation/random.h"

#include <array>

namespace muniment {

namespace {

struct Machine {
    std::string_view os;
    std::string_view browser;
    std::string_view userAgent;
};

constexpr std::array<Machine, 7> kDesktops{{
    {"Windows 11", "Chrome 128", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/128.0"},
    {"Windows 11", "Edge 128", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Edg/128.0"},
    {"Windows 10", "Firefox 129", "Mozilla/5.0 (Windows NT 10.0; rv:129.0) Firefox/129.0"},
    {"macOS 14", "Safari 17", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1"},
    {"macOS 14", "Chrome 128", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/128.0"},
    {"Ubuntu 24.04", "Firefox 129", "Mozilla/5.0 (X11; Ubuntu; Linux x86_64) Firefox/129.0"},
    {"Debian 12", "Firefox 115", "Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Firefox/115.0"},
}};
constexpr std::array<Machine, 3> kPhones{{
    {"iOS 17", "Safari 17", "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5) Mobile/15E148"},
    {"Android 14", "Chrome 128", "Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/128.0"},
    {"iPadOS 17", "Safari 17", "Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) Mobile"},
}};
constexpr std::array<std::string_view, 6> kFarCountries{"RU", "CN", "NG", "BR", "UA", "ZA"};

std::string ipText(std::uint32_t address) {
    return std::to_string(address >> 24) + "." + std::to_string(address >> 16 & 0xff) + "." +
           std::to_string(address >> 8 & 0xff) + "." + std::to_string(address & 0xff);
}

/// A public-looking address: the first byte is outside the private, loopback and multicast ranges.
std::uint32_t drawNetwork(Random& random) {
    constexpr std::array<std::uint32_t, 8> kFirstBytes{5, 31, 62, 81, 93, 145, 188, 203};
    return random.pick(kFirstBytes) << 24 | random.below(1U << 24);
}

Client clientOf(const Machine& machine, std::string_view country, std::string_view language, std::uint32_t ip,
                std::uint64_t fingerprint) {
    return {machine.os, machine.browser, machine.userAgent, country, language, ipText(ip), fingerprint};
}

} // namespace

Habits drawHabits(Random& random, const Culture& culture) {
    Habits habits;
    habits.fingerprint = random.next();
    habits.network = drawNetwork(random);
    habits.machine = static_cast<std::uint8_t>(random.below(static_cast<std::uint32_t>(kDesktops.size())));
    habits.phone = static_cast<std::uint8_t>(random.below(static_cast<std::uint32_t>(kPhones.size())));
    // Half live where the region is, the others around it.
    const auto countries = static_cast<std::uint32_t>(culture.countries.size());
    habits.country = static_cast<std::uint8_t>(random.chance(0.5) ? 0 : random.below(countries));
    return habits;
}

Client drawClient(Random& random, const Habits& habits, const Culture& culture) {
    const std::string_view country = culture.countries[habits.country];
    const std::string_view language = culture.languages[habits.country];
    const double choice = random.fraction();
    if (choice < 0.82) {
        const std::uint32_t desk = (habits.network & 0xffffff00U) | (habits.network % 200 + 2 + random.below(3));
        return clientOf(kDesktops[habits.machine], country, language, desk, habits.fingerprint);
    }
    if (choice < 0.985)
        return clientOf(kPhones[habits.phone], country, language, habits.network ^ 0x01000000U, ~habits.fingerprint);
    const auto& abroad = culture.countries[random.below(static_cast<std::uint32_t>(culture.countries.size()))];
    return clientOf(kDesktops[habits.machine], abroad, language, drawNetwork(random), habits.fingerprint);
}

Client drawAttacker(Random& random) {
    constexpr Machine kTool{"Linux", "curl 8", "curl/8.5.0"};
    return clientOf(random.chance(0.5) ? kTool : random.pick(kDesktops), random.pick(kFarCountries), "en",
                    drawNetwork(random), random.next());
}

} // namespace muniment
