// How long a round of questions to all servers may take.
#pragma once

#include <chrono>

namespace muniment {

/// Long enough for a password to be typed.
inline constexpr std::chrono::seconds kRoundPatience{60};

} // namespace muniment
