// From where and with what a person signs in: the same machine on most days.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace muniment {

class Random;
struct Culture;

/// What a sign-in tells about the place it came from.
struct Client {
    std::string_view os;
    std::string_view browser;
    std::string_view userAgent;
    std::string_view country;
    std::string_view language;
    std::string ip;
    std::uint64_t fingerprint = 0;
};

/// A person's usual machine, network and country; small, because there are many people.
struct Habits {
    std::uint64_t fingerprint = 0;
    std::uint32_t network = 0; ///< IPv4 of their office or home
    std::uint8_t machine = 0;
    std::uint8_t phone = 0;
    std::uint8_t country = 0;
};

[[nodiscard]] Habits drawHabits(Random& random, const Culture& culture);
/// Mostly the usual machine; now and then the phone, rarely a journey.
[[nodiscard]] Client drawClient(Random& random, const Habits& habits, const Culture& culture);
/// Somebody else, from anywhere, with a tool.
[[nodiscard]] Client drawAttacker(Random& random);

} // namespace muniment
