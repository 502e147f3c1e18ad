// A SHA-256 value.
#pragma once

#include <array>
#include <cstdint>

namespace muniment {

using Hash = std::array<std::uint8_t, 32>;

} // namespace muniment
