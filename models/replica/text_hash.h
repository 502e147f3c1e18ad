// A 64-bit hash of bytes that is part of the file format.
#pragma once

#include <cstdint>
#include <string_view>

namespace muniment {

/// The same on every machine and in every version. Not against an adversary: whoever finds by it compares the text.
[[nodiscard]] std::uint64_t textHash(std::string_view bytes);

} // namespace muniment
