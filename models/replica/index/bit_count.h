// How many bits of some bytes are set.
#pragma once

#include <cstddef>
#include <string_view>

namespace muniment {

/// `bytes` is a whole number of 64-bit words. Uses the processor's own instruction where there is one: the programs are
/// built for every x86-64, for which the compiler would call a function for each word.
[[nodiscard]] std::size_t countBits(std::string_view bytes);

} // namespace muniment
